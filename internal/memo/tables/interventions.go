package tables

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/model"
)

// interventions lists the interventions: on which factor, from where to where.
func interventions(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.Many("caption.interventions", len(w.Model.Interventions))),
		Columns: w.Columns("interventions", "intervention", "factor", "change", "time", "owner"),
		Note:    document.Words(w.T("note.interventions")),
	}
	for _, c := range w.Model.Interventions {
		owner := w.List(w.Actors(c.Owners))
		if owner == "" {
			owner = w.T("dash")
		}
		r := Row("intervention-"+draft.Slug(c.ID), c.Label, w.Factor(c.Factor), w.push(&c), w.timing(&c), owner)
		r.Pos = c.Pos
		t.Rows = append(t.Rows, r)
	}
	return t
}

// push says from where to where an intervention moves its factor: "50 → 80".
func (w *Writer) push(c *model.Intervention) string {
	if f := w.Model.Factor(c.Factor); f != nil && f.Level.Known {
		return w.Level(f.Level.Value) + " → " + w.Level(c.Target)
	}
	return w.T("push.to", w.Level(c.Target))
}

// timing says how quickly an intervention works on its own factor, and when it is on.
func (w *Writer) timing(c *model.Intervention) string {
	s := w.Years(c.AdjustmentYears)
	whole := c.ActiveFrom <= 0 && (!c.ActiveUntil.Known || c.ActiveUntil.Value >= w.Horizon())
	switch {
	case whole:
	case c.ActiveUntil.Known:
		s += ", " + w.T("active.between", w.Short(c.ActiveFrom), w.Short(c.ActiveUntil.Value))
	case c.ActiveFrom > 0:
		s += ", " + w.T("active.from", w.Short(c.ActiveFrom))
	}
	return s
}
