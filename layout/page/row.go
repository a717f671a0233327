package page

import (
	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// A cell is set in lines before the height of its row is known.
type cell struct {
	prose   *prose
	lines   []text.Line
	decimal bool
}

// bodyRow sets a row in one frame. Only a row that would hardly fit on a page of
// its own is split: a frame for each line.
func (t *tabling) bodyRow(tr *Element, row *document.Row) {
	defer func(pos source.Pos) { t.s.pos = pos }(t.s.pos)
	if row.Pos != (source.Pos{}) {
		t.s.pos = row.Pos
	}
	t.rows++
	cells := make([]cell, len(t.columns))
	n := 1
	for i := range t.columns {
		e := tr.add("TD")
		if t.b.Columns[i].Scope {
			e.Kind, e.Scope = "TH", "Row"
		}
		t.nameHeaders(e, i)
		if i < len(row.Cells) {
			cells[i] = t.cell(e, row.Cells[i].Text, i)
			n = max(n, len(cells[i].lines))
		}
	}
	height := Pt(n)*t.row.leading + 2*t.pad
	if height <= longRow {
		t.slice(cells, 0, n)
		return
	}
	for from := 0; from < n; from++ {
		f := t.slice(cells, from, from+1)
		f.keep = from == 0 || from == n-2
		if from > 0 {
			shift(f.items, 0, -t.pad)
			f.height -= t.pad
		}
		if from < n-1 {
			f.height -= t.pad
		}
	}
}

func (t *tabling) cell(e *Element, inlines []document.Inline, i int) cell {
	c := cell{prose: t.s.prose(inlines, t.row, e)}
	if t.b.Columns[i].Align == document.Decimal {
		if _, _, ok := t.splitDecimal(document.Plain(inlines)); ok {
			if lines := t.s.fonts.Break(c.prose.runs, text.Setting{Measure: 1e4, Ragged: true}); len(lines) == 1 {
				c.lines, c.decimal = lines, true
				return c
			}
		}
	}
	c.lines = t.s.lines(c.prose, t.row, t.columns[i].w)
	return c
}

// slice emits a frame with some lines of the cells.
func (t *tabling) slice(cells []cell, from, to int) *frame {
	f := &frame{height: Pt(to-from)*t.row.leading + 2*t.pad}
	for i := range cells {
		c := &cells[i]
		if c.decimal && from == 0 {
			t.decimal(f, c, i)
		} else if from < len(c.lines) {
			t.cellLines(f, c.prose, c.lines[from:min(to, len(c.lines))], i, t.row)
		}
	}
	return t.emit(f)
}

// decimal sets a number with its decimal sign under those of the other rows.
func (t *tabling) decimal(f *frame, cl *cell, i int) {
	whole, _, _ := t.splitDecimal(cl.lines[0].Text())
	c := &t.columns[i]
	x := c.x + c.w - c.part - t.s.fonts.Width(t.row.face, t.row.size, whole)
	f.line(cl.lines[0], cl.prose, x, t.pad+t.row.baseline())
}
