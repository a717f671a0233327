package charts

import (
	"math"
	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/tables"
)

// levels draws each goal over time.
func levels(w *Writer) []made {
	var all []made
	for g, goal := range w.Result.Goals {
		if c := w.levelChart(g, goal); c != nil {
			name := w.FactorQ(goal)
			all = append(all, made{c, w.LevelSentence(g), w.T("chart.levels.caption", name), w.T("chart.levels.alt", name), w.levelData(g)})
		}
	}
	return all
}

// levelChart draws the level of a goal over time for each single intervention
// and for the base run.
func (w *Writer) levelChart(g int, goal string) *document.Chart {
	if len(w.Result.Times) < 2 || len(w.Result.Effects) == 0 || !w.HasNumbers() {
		return nil
	}
	c := &document.Chart{
		ID: "chart-levels-" + draft.Slug(goal), Title: w.T("chart.levels.title", w.FactorQ(goal)), Kind: document.LineChart,
		X: document.Axis{Title: w.T("axis.years"), Max: w.Horizon()},
		Y: document.Axis{Title: w.T("axis.level")},
	}
	lowest, highest := math.Inf(1), math.Inf(-1)
	add := func(e *marvel.Effect, id, label string, dash int, base bool) {
		if e == nil || e.Unstable || g >= len(e.Series) || len(e.Series[g]) != len(w.Result.Times) {
			return
		}
		line := document.Line{ID: id, Label: label, Dash: dash, Base: base}
		for i, v := range e.Series[g] {
			if math.IsNaN(v) {
				return
			}
			line.X = append(line.X, w.Result.Times[i])
			line.Y = append(line.Y, v*100)
			lowest, highest = math.Min(lowest, v*100), math.Max(highest, v*100)
		}
		c.Lines = append(c.Lines, line)
	}
	add(&w.Result.Effects[0], "base", w.T("base"), 0, true)
	best := w.TopAt(len(w.Result.Rankings) - 1)
	for i, e := range w.Singles() {
		add(e, e.Interventions[0], w.Intervention(e.Interventions[0]), i+1, false)
		if n := len(c.Lines); n > 0 && c.Lines[n-1].ID == best {
			c.Lines[n-1].Strong = true
		}
	}
	if len(c.Lines) < 2 {
		return nil
	}
	c.Y.Min, c.Y.Max, c.Y.Ticks = w.axis(lowest, highest)
	for t := 0.0; t <= w.Horizon(); t += yearStep(w.Horizon()) {
		c.X.Ticks = append(c.X.Ticks, document.Tick{At: t, Label: w.Short(t)})
	}
	return c
}

func yearStep(horizon float64) float64 {
	switch {
	case horizon <= 5:
		return 1
	case horizon <= 12:
		return 2
	case horizon <= 30:
		return 5
	}
	return 10
}

// levelData is the chart in a table: the level now and at each moment.
func (w *Writer) levelData(g int) *document.Table {
	goal := w.Result.Goals[g]
	t := &document.Table{Caption: w.Caption(w.T("data.levels", w.FactorQ(goal)))}
	t.Columns = append(w.Columns("levels", "run", "now."), w.MomentColumns(document.Decimal)...)
	f := w.Place(goal)
	start := w.T("dash")
	if x := w.Model.Factor(goal); x != nil && x.Level.Known {
		start = w.Decimal(x.Level.Value*100, 1)
	}
	add := func(e *marvel.Effect, label string) {
		cells := []string{label, start}
		for m := range w.Moments() {
			s := w.T("dash")
			if !e.Unstable && f >= 0 && f < len(e.Levels) && m < len(e.Levels[f]) && !math.IsNaN(e.Levels[f][m]) {
				s = w.Decimal(e.Levels[f][m]*100, 1)
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, tables.Row("", cells...))
	}
	add(&w.Result.Effects[0], w.T("base"))
	for _, e := range w.Singles() {
		add(e, w.Intervention(e.Interventions[0]))
	}
	return t
}
