package page

import (
	"fmt"
	"slices"

	"slotmemo/internal/document"
)

// rowGroup gives the body that a row belongs to. Each group of rows is a body of
// its own, opened by the row that heads it. PDF 1.7 has no scope for such a
// heading: the cells of the group name it, by its id.
func (t *tabling) rowGroup(opens bool) *Element {
	last := t.e.Kids[len(t.e.Kids)-1].Element
	if opens || last.Kind != "TBody" {
		last = t.e.add("TBody")
	}
	if opens {
		t.groups++
	}
	return last
}

// nameHeaders gives a cell of column i in a table with groups the ids of all
// that says what it is: its column, its group and its row. Whoever reads Headers
// looks for no header by Scope, so none may be missing.
func (t *tabling) nameHeaders(e *Element, i int) {
	if !t.grouped {
		return
	}
	e.Headers = []string{t.columnID(i)}
	if t.groups > 0 {
		e.Headers = append(e.Headers, t.groupID())
	}
	switch row := t.rowHeader(); {
	case e.Kind == "TH":
		e.ID = t.rowID(i)
	case row >= 0:
		e.Headers = append(e.Headers, t.rowID(row))
	}
}

// rowHeader gives the column that heads the rows; −1 if none does.
func (t *tabling) rowHeader() int {
	return slices.IndexFunc(t.b.Columns, func(c document.Column) bool { return c.Scope })
}

func (t *tabling) columnID(i int) string { return fmt.Sprintf("table%d-column%d", t.number, i+1) }
func (t *tabling) groupID() string       { return fmt.Sprintf("table%d-group%d", t.number, t.groups) }

func (t *tabling) rowID(i int) string {
	return fmt.Sprintf("table%d-row%d-%d", t.number, t.rows, i+1)
}
