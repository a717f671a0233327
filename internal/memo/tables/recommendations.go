package tables

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/findings"
)

// gainAtEnd is the mean effect on the goals at the last moment, for a table.
func (w *Writer) gainAtEnd(ids []string) string {
	if len(ids) == 0 {
		return w.T("dash")
	}
	e := w.Answers.Effect(ids)
	switch {
	case e == nil:
		return w.T("dash")
	case e.Unstable:
		return w.T("unstable")
	}
	g := findings.Gain(e, len(w.Moments())-1)
	if math.IsNaN(g) {
		return w.T("undetermined")
	}
	return w.Signed(g, 1)
}

// recommendations lists them by addressee; one for several stands with each.
func recommendations(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.Many("caption.recommendations", len(w.Given))),
		Columns: w.Columns("recommendations", "recommendation", "intervention", "effect."),
	}
	if len(w.Result.Effects) > 0 {
		t.Note = document.Words(w.T("note.recommendations", w.After(w.LastMoment())))
	} else {
		t.Columns = t.Columns[:2]
	}
	add := func(group string, match func(*draft.Recommendation) bool) {
		var rows []document.Row
		for _, r := range w.Given {
			if match(r) {
				rows = append(rows, w.recommendationRow(r, len(t.Columns) == 3))
			}
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(group)), rows...)
		}
	}
	for _, to := range w.Project.Memo.To {
		add(to.Name, func(r *draft.Recommendation) bool { return slices.Contains(r.Readers, to.ID) })
	}
	add(w.T("recommendation.all"), func(r *draft.Recommendation) bool { return len(r.Readers) == 0 })
	return t
}

func (w *Writer) recommendationRow(r *draft.Recommendation, effect bool) document.Row {
	title := document.Plain(r.Heading.Text)
	cells := []document.Cell{{Text: []document.Inline{draft.Reference{Heading: r.Heading, Kids: document.Words(title)}}}}
	levers := w.T("dash")
	if len(r.Interventions) > 0 {
		levers = w.Together(r.Interventions)
	}
	cells = append(cells, document.Cell{Text: document.Words(levers)})
	if effect {
		cells = append(cells, document.Cell{Text: document.Words(w.gainAtEnd(r.Interventions))})
	}
	return document.Row{Cells: cells}
}
