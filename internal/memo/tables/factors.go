package tables

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/model"
)

// factors lists the factors by domain, with what they mean.
func factors(w *Writer) *document.Table {
	withLevels := slices.ContainsFunc(w.Model.Factors, func(f model.Factor) bool { return f.Level.Known })
	t := &document.Table{
		Caption: w.Caption(w.Many("caption.factors", len(w.Model.Factors))),
		Columns: w.Columns("factors", "factor", "definition", "role"),
	}
	if withLevels {
		t.Columns = append(t.Columns, w.Columns("factors", "factor", "level>")[1])
		t.Note = document.Words(w.T("note.levels"))
	}
	w.byDomain(func(domain string, factors []string) {
		if domain != "" || len(w.Model.Domains()) > 0 {
			t.Rows = append(t.Rows, groupRow(w.domainTitle(domain)))
		}
		for _, id := range factors {
			f := w.Model.Factor(id)
			r := Row("factor-"+draft.Slug(f.ID), f.Label, w.Polish(f.Definition), w.role(f))
			r.Pos = f.Pos
			if withLevels {
				level := w.T("dash")
				if f.Level.Known {
					level = w.Level(f.Level.Value)
				}
				r.Cells = append(r.Cells, document.Cell{Text: document.Words(level)})
			}
			t.Rows = append(t.Rows, r)
		}
	})
	return t
}

func (w *Writer) domainTitle(domain string) string {
	if domain == "" {
		return w.T("domain.none")
	}
	return w.Capital(domain)
}

// role says what a factor is in the analysis: a goal, a point of intervention.
func (w *Writer) role(f *model.Factor) string {
	var roles []string
	switch f.Goal {
	case model.Higher:
		roles = append(roles, w.T("role.higher"))
	case model.Lower:
		roles = append(roles, w.T("role.lower"))
	}
	switch {
	case w.IsLever(f.ID):
		roles = append(roles, w.T("role.lever"))
	case f.Controllable:
		roles = append(roles, w.T("role.controllable"))
	}
	if len(f.Owners) > 0 {
		roles = append(roles, w.T("role.owner", w.List(w.Actors(f.Owners))))
	}
	return w.Capital(strings.Join(roles, "; "))
}
