package memo

import (
	"fmt"
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// Sizes of a change in points on a scale of 0–100. They only choose the symbol
// and the word; the number stands beside them. Under half a point a change is
// smaller than what a group can tell apart when it gives levels.
const (
	smallChange = 0.5
	largeChange = 5
)

// symbol marks the direction and size of a change.
func symbol(points float64) string {
	switch size := math.Abs(math.Round(points*10) / 10); {
	case size < smallChange:
		return "·"
	case size < largeChange && points > 0:
		return "▲"
	case size < largeChange:
		return "▼"
	case points > 0:
		return "▲▲"
	}
	return "▼▼"
}

// movement says a change in words: "stijgt sterk".
func (w *writer) movement(points float64) string {
	return w.t("move." + map[string]string{"·": "still", "▲": "up", "▲▲": "up.much", "▼": "down", "▼▼": "down.much"}[symbol(points)])
}

func (w *writer) trendWord(t marvel.Trend) string {
	return w.t("trend." + [...]string{"unclear", "rises", "falls", "still"}[t])
}

// cell writes a change in a table: "▲ +1,2", or the direction if there is no number.
func (w *writer) cell(e *marvel.Effect, g, m int) string {
	if c, ok := w.goalChange(e, g, m); ok {
		return symbol(c*100) + hard + w.points(c)
	}
	if e.Unstable {
		return w.t("unstable")
	}
	return w.trendWord(w.trend(e, g, m))
}

func (w *writer) momentColumns(align document.Align) []document.Column {
	var columns []document.Column
	for _, t := range w.moments() {
		columns = append(columns, document.Column{Head: document.Words(w.capital(w.after(t))), Align: align})
	}
	return columns
}

// effectTable is the matrix interventions × goals × moments, by goal.
func (w *writer) effectTable() *document.Table {
	singles := w.singles()
	if len(singles) == 0 || len(w.r.Goals) == 0 || !w.hasTrends() {
		return nil
	}
	align := document.Decimal
	if !w.hasNumbers() {
		align = document.Left
	}
	t := &document.Table{Caption: w.caption(w.bestSentence(), w.t("caption.effects"))}
	t.Columns = append(w.columns("effects", "intervention"), w.momentColumns(align)...)
	if w.hasNumbers() {
		t.Columns = append(t.Columns, w.columns("effects", "intervention", "words")[1])
		t.Note = document.Words(w.t("note.effects"))
	} else {
		t.Note = document.Words(w.t("note.trends"))
	}
	for g, id := range w.r.Goals {
		t.Rows = append(t.Rows, groupRow(w.goalTitle(id)))
		for _, e := range singles {
			cells := []string{w.intervention(e.Interventions[0])}
			for m := range w.moments() {
				cells = append(cells, w.cell(e, g, m))
			}
			if w.hasNumbers() {
				cells = append(cells, w.inWords(e, g))
			}
			t.Rows = append(t.Rows, row("", cells...))
		}
	}
	return t
}

// goalTitle names a goal with the direction that is wanted.
func (w *writer) goalTitle(id string) string {
	f := w.m.Factor(id)
	if f != nil && f.Goal == model.Lower {
		return w.t("goal.lower", f.Label)
	}
	return w.t("goal.higher", w.factor(id))
}

// inWords says what an intervention does to a goal at the last moment, and
// whether it first does the opposite.
func (w *writer) inWords(e *marvel.Effect, g int) string {
	m := len(w.moments()) - 1
	c, ok := w.goalChange(e, g, m)
	if !ok {
		if e.Unstable {
			return w.t("unstable.words")
		}
		return w.trendWord(w.trend(e, g, m))
	}
	words := w.movement(c * 100)
	if d := dipOf(e, w.r.Goals[g]); d != nil {
		words += "; " + w.t("dip.short", w.after(roundHalf(d.Time)))
	}
	return words
}

// leastDip is the smallest setback that is told, on a scale of 0–1: a tenth of
// a point, the smallest number in the tables.
const leastDip = 0.001

func dipOf(e *marvel.Effect, goal string) *marvel.Dip {
	for i := range e.Dips {
		if e.Dips[i].Goal == goal && e.Dips[i].Depth >= leastDip {
			return &e.Dips[i]
		}
	}
	return nil
}

// dipSentences tell where a goal gets worse before it gets better.
func (w *writer) dipSentences() []string {
	var all []string
	for _, e := range w.singles() {
		for _, goal := range w.r.Goals {
			d := dipOf(e, goal)
			if d == nil {
				continue
			}
			depth := w.decimal(d.Depth*100, 1)
			s := w.t("dip", w.interventionQ(e.Interventions[0]), w.factorQ(goal), depth, w.years(roundHalf(d.Time)))
			if !math.IsNaN(d.Until) && !math.IsInf(d.Until, 0) && d.Until > d.Time {
				s += " " + w.t("dip.until", w.years(roundHalf(d.Until)))
			}
			all = append(all, s)
		}
	}
	return all
}

// roundHalf rounds years to halves: the model knows no months.
func roundHalf(years float64) float64 { return math.Max(0.5, math.Round(years*2)/2) }

// movedBy says a change with its number: "stijgt met 12,4 punten".
func (w *writer) movedBy(change float64) string {
	p := change * 100
	rounded := math.Abs(math.Round(p*10) / 10)
	key := "moved.up"
	switch {
	case rounded == 0:
		return w.t("moved.still")
	case p < 0:
		key = "moved.down"
	}
	return w.t(key, w.prose().PointsInFigures(rounded))
}

// effectOf tells the computed effect of interventions on the goals, for beside a
// recommendation; empty if there are none.
func (w *writer) effectOf(ids []string) string {
	if len(ids) == 0 || len(w.r.Goals) == 0 {
		return ""
	}
	e := w.run(ids)
	if e == nil {
		return ""
	}
	if e.Unstable {
		return w.t("effect.unstable", w.withEachOther(ids))
	}
	m := len(w.moments()) - 1
	var parts []string
	numbers := false
	for g, goal := range w.r.Goals {
		if c, ok := w.goalChange(e, g, m); ok {
			numbers = true
			parts = append(parts, fmt.Sprintf("%s %s", w.factorQ(goal), w.points(c)))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s", w.factorQ(goal), w.trendWord(w.trend(e, g, m))))
	}
	key := "effect.trend"
	if numbers {
		key = "effect.points"
	}
	s := w.t(key, w.withEachOther(ids), w.after(w.lastMoment()), w.list(parts))
	for _, goal := range w.r.Goals {
		if d := dipOf(e, goal); d != nil {
			s += " " + w.t("effect.dip", w.factorQ(goal), w.decimal(d.Depth*100, 1))
		}
	}
	return s
}

// gainAtEnd is the mean effect on the goals at the last moment, for a table.
func (w *writer) gainAtEnd(ids []string) string {
	if len(ids) == 0 {
		return w.t("dash")
	}
	e := w.run(ids)
	switch {
	case e == nil:
		return w.t("dash")
	case e.Unstable:
		return w.t("unstable")
	}
	g := gain(e, len(w.moments())-1)
	if math.IsNaN(g) {
		return w.t("undetermined")
	}
	return w.signed(g, 1)
}
