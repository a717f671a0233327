package tables

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/claims"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/wording"
)

// sideRows is how many side effects the table prints for each intervention.
const sideRows = 3

// sideEffects tells what else the interventions change.
func sideEffects(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.SideSentence(), w.T("caption.side-effects")),
		Note:    document.Words(w.T("note.effects")),
	}
	t.Columns = append(w.Columns("side-effects", "factor"), w.MomentColumns(document.Decimal)...)
	for _, e := range w.Singles() {
		var rows []document.Row
		for _, s := range e.Side {
			if len(rows) == sideRows || len(s.Change) == 0 || math.IsNaN(findings.Last(s.Change)) || claims.Symbol(findings.Last(s.Change)*100) == "·" {
				break
			}
			cells := []string{w.Factor(s.Factor)}
			for _, c := range s.Change {
				cells = append(cells, claims.Symbol(c*100)+wording.Hard+w.Points(c))
			}
			rows = append(rows, Row("", cells...))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.Intervention(e.Interventions[0]))), rows...)
		}
	}
	return t
}
