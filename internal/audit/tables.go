package audit

import (
	"fmt"

	"slotmemo/internal/pdfread"
)

// A grid is a table with its cells at their places.
type grid struct {
	cells map[[2]int]*node // row, column
	rows  int
	cols  int
}

// Bounds of a table: of one span, and of all places that spans may fill.
const (
	maxSpan   = 1000
	maxPlaces = 1 << 20
)

// tableRules are about the cells of tables.
type tableRules struct{ *checker }

func (c tableRules) check() {
	if c.tree == nil {
		return
	}
	for _, n := range c.tree.Elements {
		if n.Kind == "Table" {
			c.checkTable(n)
		}
	}
}

func tableRows(n *node) []*node {
	var rows []*node
	for _, k := range n.Through() {
		switch k.Kind {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			rows = append(rows, tableRows(k)...)
		}
	}
	return rows
}

func (c tableRules) span(n *node, key name) int {
	if v, ok := c.tree.Attribute(n, "Table", key).(int); ok && v > 0 {
		return min(v, maxSpan)
	}
	return 1
}

// checkTable puts the cells of a table at their places, and checks that they
// fill it and that each has a header.
func (c tableRules) checkTable(table *node) {
	rows := tableRows(table)
	g := grid{cells: map[[2]int]*node{}, rows: len(rows)}
	widths := make([]int, len(rows))
	for r, row := range rows {
		col := 0
		for _, cell := range row.Through() {
			if cell.Kind != "TH" && cell.Kind != "TD" {
				continue
			}
			for g.cells[[2]int{r, col}] != nil {
				col++
			}
			w, h := c.span(cell, "ColSpan"), c.span(cell, "RowSpan")
			if r+h > len(rows) {
				c.fail("rows-uneven", cell.Page, cell.Number, fmt.Sprintf("RowSpan %d in row %d of %d", h, r+1, len(rows)))
				h = len(rows) - r
			}
			if len(g.cells) > maxPlaces {
				return
			}
			for i := range h {
				for j := range w {
					at := [2]int{r + i, col + j}
					if g.cells[at] != nil {
						c.fail("cells-overlap", cell.Page, cell.Number, fmt.Sprintf("row %d, column %d", at[0]+1, at[1]+1))
					}
					g.cells[at] = cell
					widths[r+i] = max(widths[r+i], col+j+1)
				}
			}
			col += w
		}
	}
	for r, w := range widths {
		if w != widths[0] {
			c.fail("rows-uneven", table.Page, table.Number, fmt.Sprintf("row %d has %d columns, row 1 has %d", r+1, w, widths[0]))
			break
		}
	}
	for _, w := range widths {
		g.cols = max(g.cols, w)
	}
	c.checkHeaders(table, rows, g)
}

// checkHeaders checks that the header cells of each cell can be found: by
// Headers and IDs, or by Scope.
func (c tableRules) checkHeaders(table *node, rows []*node, g grid) {
	ids := map[string]bool{}
	headersUsed, scopeMissing := false, (*node)(nil)
	for _, row := range rows {
		for _, cell := range row.Through() {
			if id, ok := c.f.Get(cell.Dict["ID"]).(str); ok && cell.Kind == "TH" {
				ids[string(id)] = true
			}
			if cell.Kind == "TH" && c.tree.Attribute(cell, "Table", "Scope") == nil {
				scopeMissing = cell
			}
		}
	}
	allCells := true
	for _, row := range rows {
		for _, cell := range row.Through() {
			headers, _ := c.tree.Attribute(cell, "Table", "Headers").(array)
			if len(headers) == 0 {
				allCells = allCells && cell.Kind != "TD"
				continue
			}
			headersUsed = true
			for _, h := range headers {
				id, _ := c.f.Get(h).(str)
				if !ids[string(id)] {
					c.fail("header-ids", cell.Page, cell.Number, pdfread.DecodeText(string(id)))
				}
			}
		}
	}
	if scopeMissing != nil && !(headersUsed && allCells) {
		c.fail("header-scope", scopeMissing.Page, scopeMissing.Number, "")
	}
}
