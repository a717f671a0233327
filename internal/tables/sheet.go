package tables

import (
	"fmt"
	"slices"
	"strings"

	"slotmemo/internal/source"
)

// A cell is the text of one cell and its place.
type cell struct {
	text string
	pos  source.Pos
}

// empty tells whether the cell says nothing.
func (c cell) empty() bool { return c.text == "" }

// A grid is the cells of one file or sheet, row by row, blank rows left out.
type grid struct {
	pos  source.Pos // the file or sheet
	rows [][]cell
}

// A sheet is a grid whose columns are known.
type sheet struct {
	table *Table
	pos   source.Pos
	head  []cell
	rows  []row
}

// A row gives its cells by the key of the column.
type row struct {
	pos   source.Pos // the first cell
	cells map[string]cell
}

// get gives the cell of a column; an absent one is empty and stands at the
// beginning of the row.
func (r row) get(key string) cell {
	if c, ok := r.cells[key]; ok {
		return c
	}
	return cell{pos: r.pos}
}

// text gives the text of the cell of a column.
func (r row) text(key string) string { return r.get(key).text }

// first gives the first of these cells that isn't empty, else the last.
func (r row) first(keys ...string) cell {
	var c cell
	for _, k := range keys {
		if c = r.get(k); !c.empty() {
			return c
		}
	}
	return c
}

// sheetOf reads the head of a grid: which column is which.
func (rd *reader) sheetOf(t *Table, g grid) (sheet, bool) {
	s := sheet{table: t, pos: g.pos}
	if len(g.rows) == 0 {
		if !rd.lost[t.Key] {
			rd.report(g.pos, emptyTable)
		}
		return s, false
	}
	s.head = g.rows[0]
	keys, ok := rd.headings(t, s.head)
	for _, c := range t.Columns {
		if _, found := keys[c.Key]; c.Required && !found {
			rd.near(s.head[0].pos, c.Key, texts(s.head), noColumn, c.Key, source.Choice(c.Also))
			ok = false
		}
	}
	if t.Key == factors && !has(keys, "id") && !has(keys, "label") {
		rd.report(s.head[0].pos, noFactorColumn)
		ok = false
	}
	if !ok {
		return s, false
	}
	for _, cells := range g.rows[1:] {
		s.rows = append(s.rows, rd.rowOf(keys, len(s.head), cells))
	}
	return s, true
}

// headings gives the place of each known column.
func (rd *reader) headings(t *Table, head []cell) (keys map[string]int, ok bool) {
	keys, ok = map[string]int{}, true
	for i, h := range head {
		if h.empty() {
			continue
		}
		c, known := t.column(h.text)
		if !known {
			rd.unknownColumn(t, h)
			continue
		}
		first, twice := keys[c.Key]
		if twice && !rd.twoColumns(c, head[first], h, &ok) {
			continue
		}
		keys[c.Key] = i
	}
	return keys, ok
}

// twoColumns reports two headings that mean the same column, and tells whether
// the second is the one to read. The same heading twice is an error. Of two
// different ones (definition beside toelichting) that which the list of synonyms
// names first is read, and the other left out with a warning.
func (rd *reader) twoColumns(c Column, first, second cell, ok *bool) bool {
	names := append([]string{c.Key}, c.Also...)
	place := func(h cell) int {
		return slices.IndexFunc(names, func(n string) bool { return foldName(n) == foldName(h.text) })
	}
	a, b := place(first), place(second)
	if a == b {
		rd.add(source.Problem{Pos: second.pos, Message: sameColumn, Args: []any{second.text}, See: first.pos})
		*ok = false
		return false
	}
	read, left := first, second
	if b < a {
		read, left = second, first
	}
	rd.warn(left.pos, twoColumns, left.text, read.text)
	return b < a
}

func (rd *reader) unknownColumn(t *Table, h cell) {
	var names []string
	for _, c := range t.Columns {
		names = append(append(names, c.Key), c.Also...)
	}
	rd.add(source.Problem{
		Pos: h.pos, Severity: source.Note, Message: unknownColumn,
		Args: []any{h.text}, Near: source.Near(h.text, names),
	})
}

// rowOf gives the cells of a row their names. A row that is longer than the
// head has shifted (mostly a comma that should have stood in quotes), and a
// shifted row would be read wrongly without a word.
func (rd *reader) rowOf(keys map[string]int, width int, cells []cell) row {
	r := row{pos: cells[0].pos, cells: make(map[string]cell, len(keys))}
	for key, i := range keys {
		if i < len(cells) {
			r.cells[key] = cells[i]
		}
	}
	for _, c := range cells[min(width, len(cells)):] {
		if !c.empty() {
			rd.report(c.pos, rowTooLong, len(cells), width)
			break
		}
	}
	return r
}

func has(keys map[string]int, key string) bool { _, ok := keys[key]; return ok }

func texts(cells []cell) []string {
	var all []string
	for _, c := range cells {
		all = append(all, c.text)
	}
	return all
}

// blank tells whether a row says nothing.
func blank(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

// cellName gives the name of a cell in a workbook: "D23".
func cellName(column, line int) string {
	name := ""
	for n := column; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return fmt.Sprintf("%s%d", name, line)
}
