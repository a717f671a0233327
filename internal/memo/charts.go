package memo

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// charts makes the figures of a chart: one per goal for levels, one for ranking.
func (w *writer) charts(name string, pos source.Pos, caption []document.Inline) []document.Block {
	var blocks []document.Block
	add := func(c *document.Chart, made, short, alt string, data *document.Table) {
		text := w.captionOf(caption)
		if text.Empty() {
			text = w.caption(made)
		}
		blocks = append(blocks, &document.Figure{
			Pos: pos, ID: "fig-" + c.ID, Caption: text, Short: document.Words(strings.TrimSuffix(short, ".")), Alt: alt,
			Chart: c, Data: data,
		})
	}
	if name == "ranking" {
		if c := w.rankingChart(); c != nil {
			short := w.t("chart.ranking.caption")
			made := joinSentences([]string{w.rankingSentence(), short})
			add(c, made, short, w.chartAlt(w.t("chart.ranking.alt"), w.rankingSentence()), w.rankingData())
		}
		return blocks
	}
	for g, goal := range w.r.Goals {
		if c := w.levelChart(g, goal); c != nil {
			short := w.t("chart.levels.caption", w.factorQ(goal))
			made := joinSentences([]string{w.levelSentence(g), short})
			add(c, made, short, w.chartAlt(w.t("chart.levels.alt", w.factorQ(goal)), w.levelSentence(g)), w.levelData(g))
		}
	}
	return blocks
}

// chartAlt is the text alternative of a chart: what it shows, what there is to
// see if that fits in 150 characters, and where the numbers are.
func (w *writer) chartAlt(what, message string) string {
	pointer := w.t("chart.pointer")
	if s := joinSentences([]string{what, message, pointer}); len([]rune(s)) <= snapshot.AltMax {
		return s
	}
	return cutAlt(joinSentences([]string{what, pointer}))
}

// cutAlt keeps a text alternative within its length, at a word.
func cutAlt(s string) string {
	const most = snapshot.AltMax
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	for i := most - 1; i > 0; i-- {
		if r[i] == ' ' {
			return string(r[:i]) + "…"
		}
	}
	return string(r[:most-1]) + "…"
}

// levelChart draws the level of a goal over time for each single intervention
// and for the base run.
func (w *writer) levelChart(g int, goal string) *document.Chart {
	if len(w.r.Times) < 2 || len(w.r.Effects) == 0 || !w.hasNumbers() {
		return nil
	}
	c := &document.Chart{
		ID: "chart-levels-" + slug(goal), Title: w.t("chart.levels.title", w.factorQ(goal)), Kind: document.LineChart,
		X: document.Axis{Title: w.t("axis.years"), Max: w.horizon()},
		Y: document.Axis{Title: w.t("axis.level")},
	}
	lowest, highest := math.Inf(1), math.Inf(-1)
	add := func(e *marvel.Effect, id, label string, dash int, base bool) {
		if e == nil || e.Unstable || g >= len(e.Series) || len(e.Series[g]) != len(w.r.Times) {
			return
		}
		line := document.Line{ID: id, Label: label, Dash: dash, Base: base}
		for i, v := range e.Series[g] {
			if math.IsNaN(v) {
				return
			}
			line.X = append(line.X, w.r.Times[i])
			line.Y = append(line.Y, v*100)
			lowest, highest = math.Min(lowest, v*100), math.Max(highest, v*100)
		}
		c.Lines = append(c.Lines, line)
	}
	add(&w.r.Effects[0], "base", w.t("base"), 0, true)
	best := w.topAt(len(w.r.Rankings) - 1)
	for i, e := range w.singles() {
		add(e, e.Interventions[0], w.intervention(e.Interventions[0]), i+1, false)
		if n := len(c.Lines); n > 0 && c.Lines[n-1].ID == best {
			c.Lines[n-1].Strong = true
		}
	}
	if len(c.Lines) < 2 {
		return nil
	}
	c.Y.Min, c.Y.Max, c.Y.Ticks = w.axis(lowest, highest)
	for t := 0.0; t <= w.horizon(); t += yearStep(w.horizon()) {
		c.X.Ticks = append(c.X.Ticks, document.Tick{At: t, Label: w.short(t)})
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

// axis chooses round ends and ticks around values: four to seven steps of 1, 2
// or 5 times a power of ten.
func (w *writer) axis(lowest, highest float64) (low, high float64, ticks []document.Tick) {
	span := math.Max(highest-lowest, 1)
	step := math.Pow(10, math.Floor(math.Log10(span/4)))
	for _, f := range []float64{1, 2, 5, 10} {
		if span/(step*f) <= 6 {
			step *= f
			break
		}
	}
	low, high = math.Floor(lowest/step)*step, math.Ceil(highest/step)*step
	if high <= low {
		high = low + step
	}
	for i := 0; low+float64(i)*step <= high+step/2; i++ {
		v := low + float64(i)*step
		ticks = append(ticks, document.Tick{At: v, Label: w.short(v)})
	}
	return low, high, ticks
}

// levelSentence says where a goal stands at the end with the intervention that
// moves it most.
func (w *writer) levelSentence(g int) string {
	m := len(w.moments()) - 1
	var best *marvel.Effect
	most := 0.0
	for _, e := range w.singles() {
		if c, ok := w.goalChange(e, g, m); ok && math.Abs(c) > math.Abs(most) {
			best, most = e, c
		}
	}
	if best == nil {
		return w.t("levels.still", w.factorQ(w.r.Goals[g]))
	}
	return w.t("levels.most", w.interventionQ(best.Interventions[0]), w.factorQ(w.r.Goals[g]), w.movedBy(most), w.after(w.lastMoment()))
}

// levelData is the chart in a table: the level now and at each moment.
func (w *writer) levelData(g int) *document.Table {
	goal := w.r.Goals[g]
	t := &document.Table{Caption: w.caption(w.t("data.levels", w.factorQ(goal)))}
	t.Columns = append(w.columns("levels", "run", "now."), w.momentColumns(document.Decimal)...)
	f := w.place(goal)
	start := w.t("dash")
	if x := w.m.Factor(goal); x != nil && x.Level.Known {
		start = w.decimal(x.Level.Value*100, 1)
	}
	add := func(e *marvel.Effect, label string) {
		cells := []string{label, start}
		for m := range w.moments() {
			s := w.t("dash")
			if !e.Unstable && f >= 0 && f < len(e.Levels) && m < len(e.Levels[f]) && !math.IsNaN(e.Levels[f][m]) {
				s = w.decimal(e.Levels[f][m]*100, 1)
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, row("", cells...))
	}
	add(&w.r.Effects[0], w.t("base"))
	for _, e := range w.singles() {
		add(e, w.intervention(e.Interventions[0]))
	}
	return t
}

// rankingChart draws the rank of each single intervention at each moment.
func (w *writer) rankingChart() *document.Chart {
	if len(w.r.Rankings) < 2 || len(w.r.Rankings[0].Singles) < 2 {
		return nil
	}
	n := 0
	places := map[string][]float64{}
	var order []string
	for i, r := range w.r.Rankings {
		n = max(n, len(r.Singles))
		for rank, x := range r.Singles {
			id := w.idOf(x)
			if places[id] == nil {
				places[id] = slices.Repeat([]float64{math.NaN()}, len(w.r.Rankings))
				order = append(order, id)
			}
			places[id][i] = float64(rank + 1)
		}
	}
	c := &document.Chart{
		ID: "chart-ranking", Title: w.t("chart.ranking.title"), Kind: document.RankingChart,
		X: document.Axis{Max: float64(len(w.r.Rankings) - 1)},
		Y: document.Axis{Title: w.t("axis.rank"), Min: 1, Max: float64(n)},
	}
	for i, r := range w.r.Rankings {
		c.X.Ticks = append(c.X.Ticks, document.Tick{At: float64(i), Label: w.capital(w.after(r.Moment))})
	}
	for i := range n {
		c.Y.Ticks = append(c.Y.Ticks, document.Tick{At: float64(i + 1), Label: strconv.Itoa(i + 1)})
	}
	for i, id := range order {
		line := document.Line{ID: id, Label: w.intervention(id), Dash: i}
		for m, rank := range places[id] {
			if !math.IsNaN(rank) {
				line.X, line.Y = append(line.X, float64(m)), append(line.Y, rank)
			}
		}
		line.Strong = id == w.topAt(len(w.r.Rankings)-1)
		c.Lines = append(c.Lines, line)
	}
	return c
}

// rankingData is the chart in a table: the rank of each intervention.
func (w *writer) rankingData() *document.Table {
	t := &document.Table{Caption: w.caption(w.t("data.ranking"))}
	t.Columns = append(w.columns("effects", "intervention"), w.momentColumns(document.Right)...)
	for _, c := range w.m.Interventions {
		cells := []string{c.Label}
		for _, r := range w.r.Rankings {
			s := w.t("dash")
			if i := slices.IndexFunc(r.Singles, func(x marvel.Ranked) bool { return w.idOf(x) == c.ID }); i >= 0 {
				s = strconv.Itoa(i + 1)
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, row("", cells...))
	}
	return t
}
