package tables

import (
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/prose"
)

// participants says which organisations sat in which sessions. It names no
// persons.
func participants(w *Writer) *document.Table {
	var order []string
	in := map[string][]string{}
	for _, s := range w.Project.Sessions {
		for _, id := range s.Participants {
			if in[id] == nil {
				order = append(order, id)
			}
			in[id] = append(in[id], strconv.Itoa(s.Number))
		}
	}
	t := &document.Table{
		Caption: w.Caption(w.Capital(w.Many("caption.participants", len(order)))),
		Columns: w.Columns("participants", "actor", "sessions"),
	}
	for _, id := range prose.Sorted(w.Prose, order, w.Actor) {
		t.Rows = append(t.Rows, Row("", w.Actor(id), w.List(slices.Compact(in[id]))))
	}
	return t
}
