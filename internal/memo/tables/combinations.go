package tables

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/findings"
)

// combinationRows is how many combinations the table prints.
const combinationRows = 10

// combinations returns the best combinations by score.
func combinations(w *Writer) *document.Table {
	all := w.Combinations()
	if len(all) == 0 {
		return nil
	}
	t := &document.Table{
		Caption: w.Caption(w.CombinationSentence(), w.T("caption.combinations")),
	}
	t.Columns = append(w.Columns("combinations", "combination"), w.MomentColumns(document.Decimal)...)
	t.Columns = append(t.Columns, w.Columns("combinations", "combination", "score.")[1])
	for i, e := range all {
		if i == combinationRows {
			break
		}
		cells := []string{w.Together(e.Interventions)}
		for m := range w.Moments() {
			cells = append(cells, w.Signed(findings.Gain(e, m), 2))
		}
		t.Rows = append(t.Rows, Row("", append(cells, w.Signed(w.MeanGain(e), 2))...))
	}
	note := w.T("note.combinations")
	if len(all) > combinationRows {
		note = w.T("note.combinations.shown", w.Count(combinationRows), w.Count(len(all))) + " " + note
	}
	t.Note = document.Words(note)
	return t
}
