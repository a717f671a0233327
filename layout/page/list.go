package page

import (
	"strconv"

	"slotmemo/internal/document"
)

// bullets by depth of the list.
var bullets = []string{"•", "–", "·"}

// A listSetter sets lists and definitions.
type listSetter struct{ *setter }

func (s listSetter) list(b *document.List) {
	e := s.column.parent.add("L")
	e.Numbering = "Disc"
	if b.Ordered {
		e.Numbering = "Decimal"
	}
	indent := s.indent(b)
	c := s.column
	c.x, c.w, c.depth = c.x+indent, c.w-indent, c.depth+1
	if b.Tight {
		c.gap = 0
	}
	start := len(s.frames)
	for i := range b.Items {
		li := e.add("LI")
		first := len(s.frames)
		label := s.words(s.mark(b, i)+" ", s.column.style, li.add("Lbl"))
		c.parent = li.add("LBody")
		s.within(c, func() { s.blocks(b.Items[i].Blocks) })
		s.hang(first, label)
	}
	s.space(s.frames[start:], s.column.gap, s.column.gap)
}

// indent gives the room for the marks of a list.
func (s listSetter) indent(b *document.List) Pt {
	st := s.column.style
	if !b.Ordered {
		return grid
	}
	w := s.fonts.Width(st.face, st.size, strconv.Itoa(b.Start+len(b.Items))+".")
	return max(grid, w+6)
}

func (s listSetter) mark(b *document.List, i int) string {
	it := b.Items[i]
	switch {
	case b.Ordered:
		return strconv.Itoa(b.Start+i) + "."
	case it.Task && it.Done:
		return "☑"
	case it.Task:
		return "☐"
	}
	return bullets[min(s.column.depth, len(bullets)-1)]
}

// hang sets the mark of an item beside its first line, which is frame first;
// an item without one gets a line of its own.
func (s listSetter) hang(first int, label *prose) {
	st := s.column.style
	if first == len(s.frames) {
		s.emit(&frame{height: st.leading, snap: true})
	}
	f := s.frames[first]
	m := &frame{}
	for _, l := range s.lines(label, st, s.column.w) {
		m.line(l, label, s.column.x, st.baseline())
	}
	f.items = append(m.items, f.items...)
}

func (s listSetter) definitions(b *document.Definitions) {
	e := s.column.parent.add("L")
	e.Numbering = "None"
	for _, d := range b.Items {
		li := e.add("LI")
		st := s.column.style
		st.face = bold(st.face)
		p := s.prose(d.Term, st, li.add("Lbl"))
		frames := s.setLines(s.lines(p, st, s.column.w), p, st)
		s.space(frames, s.column.gap, 0)
		for _, f := range frames {
			f.keep = true
		}
		c := s.column
		c.parent = li.add("LBody")
		c.x, c.w, c.gap = c.x+grid, c.w-grid, 0
		s.within(c, func() { s.blocks(d.Blocks) })
		if n := len(s.frames); n > 0 {
			s.frames[n-1].below = s.column.gap
		}
	}
}
