package memo

import (
	"math"
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// sideRows is how many side effects the table prints for each intervention.
const sideRows = 3

func (w *writer) sideEffectTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.sideSentence(), w.t("caption.side-effects")),
		Note:    document.Words(w.t("note.effects")),
	}
	t.Columns = append(w.columns("side-effects", "factor"), w.momentColumns(document.Decimal)...)
	for _, e := range w.singles() {
		var rows []document.Row
		for _, s := range e.Side {
			if len(rows) == sideRows || len(s.Change) == 0 || math.IsNaN(last(s.Change)) || symbol(last(s.Change)*100) == "·" {
				break
			}
			cells := []string{w.factor(s.Factor)}
			for _, c := range s.Change {
				cells = append(cells, symbol(c*100)+hard+w.points(c))
			}
			rows = append(rows, row("", cells...))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.intervention(e.Interventions[0]))), rows...)
		}
	}
	return t
}

// sideSentence names the largest side effect.
func (w *writer) sideSentence() string {
	var best *marvel.SideEffect
	var lever string
	for _, e := range w.singles() {
		for i := range e.Side {
			s := &e.Side[i]
			if c := last(s.Change); !math.IsNaN(c) && (best == nil || math.Abs(c) > math.Abs(last(best.Change))) {
				best, lever = s, e.Interventions[0]
			}
		}
	}
	if best == nil {
		return ""
	}
	return w.t("side.largest", w.factorQ(best.Factor), w.interventionQ(lever), w.after(w.lastMoment()), w.movedBy(last(best.Change)))
}

// pathTable tells how the interventions reach the goals.
func (w *writer) pathTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.pathSentence(), w.t("caption.paths")),
		Columns: w.columns("paths", "intervention", "count>", "negative>", "shortest", "quickest", "strongest"),
		Note:    document.Words(w.t("note.paths")),
	}
	for _, goal := range w.r.Goals {
		var rows []document.Row
		for _, c := range w.m.Interventions {
			i := slices.IndexFunc(w.r.Paths, func(p marvel.Paths) bool { return p.Goal == goal && p.Intervention == c.ID })
			if i < 0 {
				continue
			}
			p := &w.r.Paths[i]
			if p.Count == 0 {
				rows = append(rows, row("", w.intervention(p.Intervention), "0", w.t("dash"), w.t("dash"), w.t("dash"), w.t("dash")))
				continue
			}
			count := w.decimal(float64(p.Count), 0)
			if !p.Complete {
				count = "≥" + hard + count
			}
			name := w.intervention(p.Intervention)
			if p.Opposite {
				name += " *"
			}
			rows = append(rows, row("", name, count, w.decimal(float64(p.Negative), 0), w.pathCell(p.Shortest), w.otherPath(p.Quickest, p.Shortest), w.otherPath(p.Strongest, p.Shortest)))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.goalTitle(goal))), rows...)
		}
	}
	return t
}

// otherPath tells a path, or that it is the shortest one again.
func (w *writer) otherPath(p, shortest marvel.Path) string {
	if len(p.Relations) > 0 && slices.Equal(p.Relations, shortest.Relations) {
		return w.t("path.same")
	}
	return w.pathCell(p)
}

// pathCell tells a path: gain, steps, delay.
func (w *writer) pathCell(p marvel.Path) string {
	if len(p.Relations) == 0 {
		if len(p.Factors) > 0 { // the intervention acts on the goal itself
			return w.t("path.direct")
		}
		return w.t("dash")
	}
	s := w.many("steps", len(p.Relations))
	if len(p.Relations) > 10 {
		s = w.t("steps.many", strconv.Itoa(len(p.Relations)))
	}
	if !math.IsNaN(p.Gain) {
		s = w.gainText(p.Gain) + "; " + s
	}
	if !math.IsNaN(p.Delay) {
		s += "; " + w.years(p.Delay)
	}
	return s
}

// pathSentence says how many paths work against each other.
func (w *writer) pathSentence() string {
	pairs, opposite, unknown := 0, 0, 0
	var example *marvel.Paths
	for i := range w.r.Paths {
		p := &w.r.Paths[i]
		if p.Count == 0 {
			continue
		}
		pairs++
		unknown += p.Undetermined
		if p.Opposite {
			opposite++
			if example == nil {
				example = p
			}
		}
	}
	switch {
	case pairs == 0:
		return w.t("paths.none")
	case opposite == 0 && unknown > 0:
		return w.t("paths.unknown")
	case opposite == 0:
		return w.t("paths.same")
	}
	return w.t("paths.opposite", w.interventionQ(example.Intervention), w.factorQ(example.Goal))
}
