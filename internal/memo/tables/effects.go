package tables

import (
	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/claims"
	"slotmemo/internal/memo/wording"
)

// Cell writes a change in a table: "▲ +1,2", or the direction if there is no number.
func (w *Writer) Cell(e *marvel.Effect, g, m int) string {
	if c, ok := w.GoalChange(e, g, m); ok {
		return claims.Symbol(c*100) + wording.Hard + w.Points(c)
	}
	if e.Unstable {
		return w.T("unstable")
	}
	return w.TrendWord(w.Trend(e, g, m))
}

// effects is the matrix interventions × goals × moments, by goal.
func effects(w *Writer) *document.Table {
	singles := w.Singles()
	if len(singles) == 0 || len(w.Result.Goals) == 0 || !w.HasTrends() {
		return nil
	}
	align := document.Decimal
	if !w.HasNumbers() {
		align = document.Left
	}
	t := &document.Table{Caption: w.Caption(w.BestSentence(), w.T("caption.effects"))}
	t.Columns = append(w.Columns("effects", "intervention"), w.MomentColumns(align)...)
	if w.HasNumbers() {
		t.Columns = append(t.Columns, w.Columns("effects", "intervention", "words")[1])
		t.Note = document.Words(w.T("note.effects"))
	} else {
		t.Note = document.Words(w.T("note.trends"))
	}
	for g, id := range w.Result.Goals {
		t.Rows = append(t.Rows, groupRow(w.GoalTitle(id)))
		for _, e := range singles {
			cells := []string{w.Intervention(e.Interventions[0])}
			for m := range w.Moments() {
				cells = append(cells, w.Cell(e, g, m))
			}
			if w.HasNumbers() {
				cells = append(cells, w.InWords(e, g))
			}
			t.Rows = append(t.Rows, Row("", cells...))
		}
	}
	return t
}
