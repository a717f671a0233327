package tables

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// relations lists the relations by the domain of the factor they start from.
// The argument takes the widest column; ids aren't printed.
func relations(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.Many("caption.relations", len(w.Model.Relations))),
		Columns: w.Columns("relations", "from", "does", "to", "argument"),
		Note:    document.Words(w.T("note.relations")),
	}
	w.byDomain(func(domain string, factors []string) {
		var rows []document.Row
		for _, id := range factors {
			for _, r := range w.relationsFrom(id) {
				rows = append(rows, document.Row{Pos: r.Pos, ID: "relation-" + draft.Slug(r.ID), Cells: []document.Cell{
					{Text: document.Words(w.Factor(r.From))},
					{Text: document.Words(w.RelationWords(&r))},
					{Text: document.Words(w.Factor(r.To))},
					{Text: w.Argument(&r)},
				}})
			}
		}
		if len(rows) > 0 && len(w.Model.Domains()) > 0 {
			t.Rows = append(t.Rows, groupRow(w.domainTitle(domain)))
		}
		t.Rows = append(t.Rows, rows...)
	})
	return t
}

// relationsFrom returns the relations of a factor in the order of their targets' names.
func (w *Writer) relationsFrom(id string) []model.Relation {
	var from []model.Relation
	for _, r := range w.Model.Relations {
		if r.From == id {
			from = append(from, r)
		}
	}
	slices.SortFunc(from, func(a, b model.Relation) int { return strings.Compare(a.ID, b.ID) })
	return prose.Sorted(w.Prose, from, func(r model.Relation) string { return w.Factor(r.To) })
}

// Argument is why the group thinks so, in which session, and who thinks otherwise.
func (w *Writer) Argument(r *model.Relation) []document.Inline {
	s := prose.Sentence(w.Polish(r.Argument))
	if r.Session != "" {
		s = strings.TrimSpace(s + " (" + w.T("session.short", r.Session) + ")")
	}
	text := document.Words(s)
	if r.Dissent != "" {
		text = append(text, document.Text(" "), document.Emph{Kids: document.Words(w.T("dissent", prose.Sentence(w.Polish(r.Dissent))))})
	}
	return text
}
