package charts

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/tables"
)

// timing draws how much each intervention does against how soon half of that is
// there.
func timing(w *Writer) []made {
	d, ok := w.teller().Scatter(w.common("timing"))
	if !ok {
		return nil
	}
	return []made{{d, w.timingSentence(d), w.T("chart.timing.caption"), w.T("chart.timing.alt"), w.timingData(d)}}
}

// timingSentence says which is first at half of its effect, and which does most.
func (w *Writer) timingSentence(d *document.Scatter) string {
	quick, large := d.Points[0], d.Points[0]
	for _, p := range d.Points {
		if p.X < quick.X {
			quick = p
		}
		if p.Y > large.Y {
			large = p
		}
	}
	if quick.ID == large.ID {
		return w.T("timing.same", w.InterventionQ(quick.ID))
	}
	return w.T("timing.differs", w.InterventionQ(quick.ID), w.InterventionQ(large.ID))
}

// timingData is the chart in a table.
func (w *Writer) timingData(d *document.Scatter) *document.Table {
	t := &document.Table{Caption: w.Caption(w.T("data.timing"))}
	t.Columns = append(w.Columns("effects", "intervention"), w.Columns("timing", "half.", "effect.", "low.", "high.")...)
	t.Columns[1].Scope = false
	if d.Whisker == "" {
		t.Columns = t.Columns[:3]
	}
	for _, p := range d.Points {
		cells := []string{w.full(p.ID), w.Decimal(p.X, 1), w.changeOrDash(p.Y)}
		if d.Whisker != "" {
			cells = append(cells, w.changeOrDash(p.Low), w.changeOrDash(p.High))
		}
		t.Rows = append(t.Rows, tables.Row("", cells...))
	}
	return t
}
