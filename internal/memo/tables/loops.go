package tables

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
)

// loopCaption says how many loops there are, and how many at least where the
// search hit a bound.
func (w *Writer) loopCaption() string {
	l := &w.Result.Loops
	if l.Complete {
		return w.Many("caption.loops", l.Count)
	}
	return w.T("caption.loops.least", w.Count(l.Count))
}

func (w *Writer) loopNote() string {
	l := &w.Result.Loops
	var parts []string
	if len(l.List) > loopRows {
		parts = append(parts, w.T("note.loops.shown", w.Count(loopRows), w.Decimal(float64(l.Count), 0)))
	}
	if !l.Complete {
		parts = append(parts, w.T("note.loops.bound", w.Decimal(float64(l.MaxLength), 0)))
	}
	parts = append(parts, w.T("note.loops"))
	return wording.JoinSentences(parts)
}

// loopRows is how many loops the table prints.
const loopRows = 12

// loops lists the loops, the most important first.
func loops(w *Writer) *document.Table {
	l := &w.Result.Loops
	t := &document.Table{
		Caption: w.Caption(w.loopCaption()),
		Columns: w.Columns("loops", "name", "kind", "chain", "gain.", "delay."),
		Note:    document.Words(w.loopNote()),
	}
	for i := range l.List {
		if i == loopRows {
			break
		}
		x := &l.List[i]
		t.Rows = append(t.Rows, Row("loop-"+draft.Slug(x.ID), w.LoopName(x), w.T("kind."+x.Kind.String()), w.Chain(x.Factors, true), w.loopGain(x.Gain), w.OrDash(x.Delay, 1)))
	}
	return t
}

func (w *Writer) loopGain(v float64) string {
	if math.IsNaN(v) {
		return w.T("dash")
	}
	return w.GainText(v)
}
