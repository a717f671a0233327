package tables

import (
	"math"
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/wording"
)

// paths tells how the interventions reach the goals.
func paths(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.PathSentence(), w.T("caption.paths")),
		Columns: w.Columns("paths", "intervention", "count>", "negative>", "shortest", "quickest", "strongest"),
		Note:    document.Words(w.T("note.paths")),
	}
	for _, goal := range w.Result.Goals {
		var rows []document.Row
		for _, c := range w.Model.Interventions {
			i := slices.IndexFunc(w.Result.Paths, func(p marvel.Paths) bool { return p.Goal == goal && p.Intervention == c.ID })
			if i < 0 {
				continue
			}
			p := &w.Result.Paths[i]
			if p.Count == 0 {
				rows = append(rows, Row("", w.Intervention(p.Intervention), "0", w.T("dash"), w.T("dash"), w.T("dash"), w.T("dash")))
				continue
			}
			count := w.Decimal(float64(p.Count), 0)
			if !p.Complete {
				count = "≥" + wording.Hard + count
			}
			name := w.Intervention(p.Intervention)
			if p.Opposite {
				name += " *"
			}
			rows = append(rows, Row("", name, count, w.Decimal(float64(p.Negative), 0), w.pathCell(p.Shortest), w.otherPath(p.Quickest, p.Shortest), w.otherPath(p.Strongest, p.Shortest)))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.GoalTitle(goal))), rows...)
		}
	}
	return t
}

// otherPath tells a path, or that it is the shortest one again.
func (w *Writer) otherPath(p, shortest marvel.Path) string {
	if len(p.Relations) > 0 && slices.Equal(p.Relations, shortest.Relations) {
		return w.T("path.same")
	}
	return w.pathCell(p)
}

// pathCell tells a path: gain, steps, delay.
func (w *Writer) pathCell(p marvel.Path) string {
	if len(p.Relations) == 0 {
		if len(p.Factors) > 0 { // the intervention acts on the goal itself
			return w.T("path.direct")
		}
		return w.T("dash")
	}
	s := w.Many("steps", len(p.Relations))
	if len(p.Relations) > 10 {
		s = w.T("steps.many", strconv.Itoa(len(p.Relations)))
	}
	if !math.IsNaN(p.Gain) {
		s = w.GainText(p.Gain) + "; " + s
	}
	if !math.IsNaN(p.Delay) {
		s += "; " + w.Years(p.Delay)
	}
	return s
}
