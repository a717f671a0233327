// Package tables makes the tables that the program writes itself, each in a file
// of its own. A new table is such a file and a line in the list below: texts can
// place it from then on.
package tables

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/claims"
	"slotmemo/internal/memo/draft"
)

// A Writer makes tables.
type Writer struct {
	*claims.Writer
	Given []*draft.Recommendation // of the memo, in reading order
}

// all tables by the name that texts use. What gives nil or no rows has nothing
// to show.
func all() []named {
	return []named{
		{"factors", factors},
		{"relations", relations},
		{"interventions", interventions},
		{"actors", actors},
		{"participants", participants},
		{"recommendations", recommendations},
		{"loops", loops},
		{"words", scaleWords},
		{"effects", effects},
		{"ranking", ranking},
		{"combinations", combinations},
		{"side-effects", sideEffects},
		{"paths", paths},
		{"robustness", robustness},
	}
}

// A named table can be made.
type named struct {
	name string
	make func(*Writer) *document.Table
}

// Names are those that a text may place.
func Names() []string {
	var names []string
	for _, t := range all() {
		names = append(names, t.name)
	}
	return names
}

// Make makes a table (a name of Names); nil if there is nothing to show.
func (w *Writer) Make(name string) *draft.Table {
	for _, t := range all() {
		if t.name != name {
			continue
		}
		made := t.make(w)
		if made == nil || len(made.Rows) == 0 {
			return nil
		}
		table := draft.NewTable(name, made)
		if w.Has("caption." + name) {
			table.Short = document.Words(strings.TrimSuffix(w.T("caption."+name), "."))
		}
		return table
	}
	panic("memo: no rule for table " + name)
}
