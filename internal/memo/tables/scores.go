package tables

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/draft"
)

// Scores tells the score, change in the long run and push of each intervention
// and combination that the memo tells of; nil if there are no numbers. No text
// can place it.
func (w *Writer) Scores() *draft.Table {
	if !w.HasNumbers() {
		return nil
	}
	t := &document.Table{
		Caption: w.Caption(w.T("caption.scores")),
		Columns: w.Columns("scores", "run", "push.", "score."),
		Note:    document.Words(w.T("note.scores")),
	}
	for _, id := range w.Result.Goals {
		t.Columns = append(t.Columns, document.Column{Head: document.Words(w.T("column.scores.long", w.Factor(id))), Align: document.Decimal})
	}
	add := func(e *marvel.Effect) {
		name := w.T("base")
		push := w.T("dash")
		if len(e.Interventions) > 0 {
			name = w.Together(e.Interventions)
			push = w.OrDash(e.Push*100, 0)
		}
		score := w.OrDash(e.Score, 1)
		if e.Unstable {
			score = w.T("unstable")
		}
		cells := []string{name, push, score}
		for g := range w.Result.Goals {
			s := w.T("dash")
			if g < len(e.LongRun) && !math.IsNaN(e.LongRun[g]) && len(e.Interventions) > 0 {
				s = w.Points(e.LongRun[g])
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, Row("", cells...))
	}
	add(&w.Result.Effects[0])
	for _, e := range w.Singles() {
		add(e)
	}
	for i, e := range w.Combinations() {
		if i < combinationRows {
			add(e)
		}
	}
	return draft.NewTable("scores", t)
}
