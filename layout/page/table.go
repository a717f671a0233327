package page

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A tableHead is the head row of a table, repeated where the table goes on on
// another page.
type tableHead struct {
	height Pt
	items  []Item
	under  []Item
}

const (
	cellGap  Pt = 12  // between columns
	rowPad   Pt = 2.5 // above and below the text of a row
	captionT Pt = 5   // between a caption and its table
	ruleWide    = 0.8
	ruleThin    = 0.4
	fewRows  Pt = area * 2 / 5 // a table up to this height isn't split
)

// tabling is a table in hand.
type tabling struct {
	s       *setter
	b       *document.Table
	e       *Element
	columns []tableColumn
	x, w    Pt
	group   int
	start   int // first of its frames
}

// A tableColumn has its place and what its cells need.
type tableColumn struct {
	x, w      Pt
	min, most Pt // widest word, widest cell
	amount    Pt // of text in all cells, as if set in one line
	whole     Pt // decimal: widest part before the sign
	part      Pt // and after it
}

func (s *setter) table(b *document.Table) {
	t := &tabling{s: s, b: b, e: s.column.parent.add("Table"), start: len(s.frames)}
	if s.column.group == 0 && (b.Number != "" || len(b.Caption) > 0) {
		s.groups++
		t.group = s.groups
	}
	t.measure()
	t.caption()
	head := t.head()
	t.body(head)
	t.close()
	s.flushNotes()
}

func (t *tabling) emit(f *frame) *frame {
	f.group = t.group
	return t.s.emit(f)
}

func (t *tabling) caption() {
	if len(t.b.Caption) == 0 && t.b.Number == "" {
		return
	}
	f := &frame{keep: true, snap: true}
	f.height = t.s.caption(f, t.b.Name, t.b.Number, t.b.Caption, t.e, t.s.column.x, t.s.column.w) + captionT
	t.emit(f)
}

// head sets the head row.
func (t *tabling) head() *tableHead {
	tr := t.e.add("THead").add("TR")
	f := &frame{keep: true}
	height := Pt(0)
	for i := range t.b.Columns {
		th := tr.add("TH")
		th.Scope = "Column"
		p := t.s.prose(t.b.Columns[i].Head, headRowStyle, th)
		lines := t.s.lines(p, headRowStyle, t.columns[i].w)
		t.cellLines(f, p, lines, i, headRowStyle)
		height = max(height, Pt(len(lines))*headRowStyle.leading)
	}
	f.height = height + 2*rowPad
	f.under = append(f.under, t.rule(0, ruleWide), t.rule(f.height, ruleThin))
	t.emit(f)
	h := &tableHead{height: f.height, items: artifacts(f.items, Layout), under: artifacts(f.under, Layout)}
	return h
}

func (t *tabling) rule(y, width Pt) Item {
	return &Stroke{X1: t.x, Y1: y, X2: t.x + t.w, Y2: y, Width: width, Color: templates.Ink}
}

// cellLines puts the lines of a cell of column i into a row's frame.
func (t *tabling) cellLines(f *frame, p *prose, lines []text.Line, i int, st style) {
	c := &t.columns[i]
	for j, l := range lines {
		x := c.x
		switch t.b.Columns[i].Align {
		case document.Right, document.Decimal:
			x += c.w - l.Width
		case document.Center:
			x += (c.w - l.Width) / 2
		}
		f.line(l, p, x, rowPad+st.baseline()+Pt(j)*st.leading)
	}
}

// body sets the rows. The first and the last two stay together, and so do a
// group's name and its first row.
func (t *tabling) body(head *tableHead) {
	body := t.e.add("TBody")
	rows := t.b.Rows
	for i := range rows {
		tr := body.add("TR")
		var f *frame
		if len(rows[i].Group) > 0 {
			f = t.groupRow(tr, rows[i].Group)
			f.keep = true
		} else {
			f = t.row(tr, &rows[i])
		}
		f.keep = f.keep || i == 0 && len(rows) > 1 || i == len(rows)-2
		f.head = head
		f.place(rows[i].ID)
		t.emit(f)
	}
}

func (t *tabling) groupRow(tr *Element, group []document.Inline) *frame {
	th := tr.add("TH")
	th.Scope, th.ColSpan = "Row", len(t.b.Columns)
	p := t.s.prose(group, headRowStyle, th)
	f := &frame{above: half / 2}
	lines := t.s.lines(p, headRowStyle, t.w)
	for j, l := range lines {
		f.line(l, p, t.x, rowPad+headRowStyle.baseline()+Pt(j)*headRowStyle.leading)
	}
	f.height = Pt(len(lines))*headRowStyle.leading + 2*rowPad
	return f
}

func (t *tabling) row(tr *Element, row *document.Row) *frame {
	f := &frame{}
	height := tableStyle.leading
	for i := range t.b.Columns {
		kind := "TD"
		if t.b.Columns[i].Scope {
			kind = "TH"
		}
		cell := tr.add(kind)
		if kind == "TH" {
			cell.Scope = "Row"
		}
		if i >= len(row.Cells) {
			continue
		}
		p := t.s.prose(row.Cells[i].Text, tableStyle, cell)
		if t.b.Columns[i].Align == document.Decimal && t.decimal(f, p, row.Cells[i].Text, i) {
			continue
		}
		lines := t.s.lines(p, tableStyle, t.columns[i].w)
		t.cellLines(f, p, lines, i, tableStyle)
		height = max(height, Pt(len(lines))*tableStyle.leading)
	}
	f.height = height + 2*rowPad
	return f
}

// close draws the last rule and decides whether the table may be split.
func (t *tabling) close() {
	frames := t.s.frames[t.start:]
	if len(frames) == 0 {
		return
	}
	first, last := frames[0], frames[len(frames)-1]
	last.under = append(last.under, t.rule(last.height, ruleWide))
	first.above, first.snap = max(first.above, grid), true
	first.place(t.b.ID)
	height := Pt(0)
	for _, f := range frames {
		height += f.above + f.height
	}
	if height <= fewRows {
		for _, f := range frames[:len(frames)-1] {
			f.keep = true
		}
	}
	if len(t.b.Note) > 0 {
		last.keep = true
		st := style{text.Sans, 8.5, 12, templates.Soft, true, true}
		p := t.s.prose(t.b.Note, st, t.s.column.parent.add("P"))
		for i, l := range t.s.lines(p, st, t.w) {
			f := &frame{height: st.leading, keep: true}
			f.line(l, p, t.x, st.baseline())
			if i == 0 {
				f.above = 3
			}
			last = t.emit(f)
		}
		last.keep = false
	}
	last.below = grid
}
