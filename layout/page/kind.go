package page

import (
	"strings"

	"slotmemo/internal/document"
)

// kinds finds the tables that are of one kind, in a whole document: they have
// the same heads, and so get the same columns, as if they were one table.
// Otherwise the left edge and the columns would jump from page to page.
type kinds struct {
	tables map[string][]*document.Table
	shared map[columnKey]sharing
}

// A columnKey names the place for which columns were shared out.
type columnKey struct {
	kind string
	x, w Pt
	data bool
}

// A sharing is how a kind of tables shares out the width.
type sharing struct {
	columns []tableColumn
	x, w    Pt
}

func kindsOf(d *document.Document) kinds {
	k := kinds{map[string][]*document.Table{}, map[columnKey]sharing{}}
	document.Walk(d, document.Visitor{Block: func(b document.Block) {
		if t, ok := b.(*document.Table); ok {
			k.tables[kindOf(t)] = append(k.tables[kindOf(t)], t)
		}
	}})
	delete(k.tables, "")
	return k
}

// kindOf names the kind of a table by its heads; empty if it has none.
func kindOf(t *document.Table) string {
	var b strings.Builder
	for _, c := range t.Columns {
		b.WriteString(document.Plain(c.Head))
		b.WriteByte('\x00')
	}
	if strings.Trim(b.String(), " \x00") == "" {
		return ""
	}
	if t.Compact {
		b.WriteString("compact")
	}
	return b.String()
}

// rowsOf gives the rows of all tables of the kind of t, its own if it is alone.
func (k kinds) rowsOf(t *document.Table) []document.Row {
	all := k.tables[kindOf(t)]
	if len(all) < 2 {
		return t.Rows
	}
	var rows []document.Row
	for _, other := range all {
		rows = append(rows, other.Rows...)
	}
	return rows
}
