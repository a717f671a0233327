package tables

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// actors lists the actors with what they own in the model.
func actors(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.Many("caption.actors", len(w.Model.Actors))),
		Columns: w.Columns("actors", "actor", "description", "owns"),
	}
	for _, a := range prose.Sorted(w.Prose, w.Model.Actors, func(a model.Actor) string { return a.Label }) {
		what := prose.Sentence(w.Polish(a.Description))
		if a.Kind != "" {
			what = strings.TrimSpace(prose.Sentence(w.Capital(w.Polish(a.Kind))) + " " + what)
		}
		r := Row("actor-"+draft.Slug(a.ID), a.Label, what, w.Capital(w.owns(a.ID)))
		r.Pos = a.Pos
		t.Rows = append(t.Rows, r)
	}
	return t
}

// owns lists the interventions and factors of an actor.
func (w *Writer) owns(actor string) string {
	var parts, factors, levers []string
	for _, f := range w.Model.Factors {
		if slices.Contains(f.Owners, actor) {
			factors = append(factors, f.Label)
		}
	}
	for _, c := range w.Model.Interventions {
		if slices.Contains(c.Owners, actor) {
			levers = append(levers, c.Label)
		}
	}
	if len(levers) > 0 {
		parts = append(parts, w.T(wording.PluralKey("owns.interventions", len(levers)), w.List(levers)))
	}
	if len(factors) > 0 {
		parts = append(parts, w.T(wording.PluralKey("owns.factors", len(factors)), w.List(factors)))
	}
	if len(parts) == 0 {
		return w.T("dash")
	}
	return strings.Join(parts, "; ")
}
