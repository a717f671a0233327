package tables

import (
	"slotmemo/internal/document"
)

// robustness says how much the results depend on the words chosen.
func robustness(w *Writer) *document.Table {
	r := &w.Result.Robustness
	if r.Tried == 0 {
		return nil
	}
	t := &document.Table{
		Caption: w.Caption(w.RobustSentence(), w.T("caption.robustness")),
		Columns: w.Columns("robustness", "result", "stable>"),
	}
	add := func(what string, stable int) {
		t.Rows = append(t.Rows, Row("", what, w.T("of", w.Decimal(float64(stable), 0), w.Decimal(float64(r.Tried), 0))))
	}
	add(w.T("robust.single"), r.StableSingle)
	if w.BestCombination() != nil {
		add(w.T("robust.combination"), r.StableCombination)
	}
	for m, n := range r.StableRankings {
		if m < len(w.Moments()) {
			add(w.T("robust.ranking", w.After(w.Moments()[m])), n)
		}
	}
	add(w.T("robust.directions"), r.StableDirections)
	note := w.T("note.robustness")
	if r.Tried < r.Possible {
		note = w.T("note.robustness.tried", w.Decimal(float64(r.Tried), 0), w.Decimal(float64(r.Possible), 0)) + " " + note
	}
	t.Note = document.Words(note)
	return t
}
