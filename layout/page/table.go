package page

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A tableHead is the head row of a table, repeated where the table goes on on
// another page.
type tableHead struct {
	data   bool // of a table that is there to look things up in
	height Pt
	items  []Item
	under  []Item
}

const (
	captionT Pt = 5 // between a caption and its table
	ruleWide    = 0.8
	ruleThin    = 0.4
	fewRows  Pt = area * 2 / 5 // a table up to this height isn't split
	fewData  Pt = area / 6     // nor is one to look things up in up to this height
	shortRow Pt = 50           // rows up to this height stay two together at the ends
	longRow  Pt = area * 3 / 5 // a row above this height is split
)

// A tableLook is how the text of a table looks.
type tableLook struct {
	row, head style
	gap       Pt   // between columns
	pad       Pt   // above and below the text of a row
	data      bool // may take the margin column too
	few       Pt   // up to this height it isn't split
}

var (
	tableOf = tableLook{tableStyle, headRowStyle, 12, 2.5, false, fewRows}
	// A compact table, such as that of the data of a figure, is there to look
	// things up in, or for those who don't see the figure: smaller and closer.
	dataOf = tableLook{
		style{text.Sans, 8.5, 11, templates.Ink, true, true},
		style{text.SansBold, 8.5, 11, templates.Ink, true, true},
		9, 1, true, fewData,
	}
)

// tabling is a table in hand.
type tabling struct {
	tableLook
	s       *setter
	b       *document.Table
	e       *Element
	columns []tableColumn
	x, w    Pt
	group   int
	start   int  // first of its frames
	plain   bool // long and without groups: every fifth row gets some white
}

// A tableColumn has its place and what its cells need.
type tableColumn struct {
	x, w  Pt
	least Pt     // widest part of a word that isn't divided
	min   Pt     // widest word
	words Pt     // widest of the words that are short enough to stay whole
	most  Pt     // widest cell
	cells [][]Pt // widths of each cell's words
	whole Pt     // decimal: widest part before the sign
	part  Pt     // and after it
}

func (s *setter) table(b *document.Table, look tableLook) {
	if b.Compact {
		look = dataOf
	}
	t := &tabling{tableLook: look, s: s, b: b, e: s.column.parent.add("Table"), start: len(s.frames)}
	if s.column.group == 0 && (b.Number != "" || !b.Caption.Empty()) {
		s.groups++
		t.group = s.groups
	}
	t.plain = len(b.Rows) > 9
	for _, row := range b.Rows {
		t.plain = t.plain && len(row.Group) == 0
	}
	t.measure()
	t.caption()
	head := t.headRow()
	t.body(head)
	t.close()
	s.flushNotes()
}

func (t *tabling) emit(f *frame) *frame {
	f.group = t.group
	return t.s.emit(f)
}

func (t *tabling) caption() {
	if t.b.Caption.Empty() && t.b.Number == "" {
		return
	}
	f := &frame{keep: true, snap: true}
	f.height = t.s.caption(f, t.b.Name, t.b.Number, t.b.Caption, t.e, t.s.column.x, t.s.column.w) + captionT
	t.emit(f)
}

// head sets the head row.
func (t *tabling) headRow() *tableHead {
	tr := t.e.add("THead").add("TR")
	f := &frame{keep: true}
	height := Pt(0)
	for i := range t.b.Columns {
		th := tr.add("TH")
		th.Scope = "Column"
		p := t.s.prose(t.b.Columns[i].Head, t.head, th)
		lines := t.s.lines(p, t.head, t.columns[i].w)
		t.cellLines(f, p, lines, i, t.head)
		height = max(height, Pt(len(lines))*t.head.leading)
	}
	f.height = height + 2*t.pad
	f.under = append(f.under, t.rule(0, ruleWide), t.rule(f.height, ruleThin))
	t.emit(f)
	h := &tableHead{data: t.data, height: f.height, items: artifacts(f.items, Layout), under: artifacts(f.under, Layout)}
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
			x += max(0, c.w-l.Width)
		case document.Center:
			x += max(0, c.w-l.Width) / 2
		}
		f.line(l, p, x, t.pad+st.baseline()+Pt(j)*st.leading)
	}
}

// body sets the rows. A group's name stays with its first row, and short rows
// at the beginning and the end of the table stay two together.
func (t *tabling) body(head *tableHead) {
	body := t.e.add("TBody")
	rows := t.b.Rows
	for i := range rows {
		tr := body.add("TR")
		start := len(t.s.frames)
		if len(rows[i].Group) > 0 {
			next := i + 1
			t.emit(t.groupRow(tr, rows[i].Group)).keep = next < len(rows) && len(rows[next].Group) == 0
		} else {
			t.bodyRow(tr, &rows[i])
		}
		frames := t.s.frames[start:]
		last := frames[len(frames)-1]
		last.keep = last.keep || last.height < shortRow && (i == 0 && len(rows) > 1 || i == len(rows)-2)
		if i%5 == 0 && i > 0 && t.plain {
			frames[0].above = half * 2 / 3
		}
		for _, f := range frames {
			f.head = head
		}
		frames[0].place(rows[i].ID)
	}
}

func (t *tabling) groupRow(tr *Element, group []document.Inline) *frame {
	th := tr.add("TH")
	th.Scope, th.ColSpan = "Row", len(t.b.Columns)
	p := t.s.prose(group, t.head, th)
	f := &frame{above: half / 2}
	lines := t.s.lines(p, t.head, t.w)
	for j, l := range lines {
		f.line(l, p, t.x, t.pad+t.head.baseline()+Pt(j)*t.head.leading)
	}
	f.height = Pt(len(lines))*t.head.leading + 2*t.pad
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
	if height <= t.few {
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
