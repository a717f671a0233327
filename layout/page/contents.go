package page

import (
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// An entry of the contents waits for the number of its page.
type entry struct {
	target string
	number *Glyphs // without glyphs yet; X is where it ends
	dots   *Glyphs // leader, from X to its Angle-free end
	from   Pt      // where the leader may begin
}

// pageRoom is what the numbers of pages get at the right of the contents.
const pageRoom Pt = 34

// A contentsSetter sets lists of contents, and fills in their pages.
type contentsSetter struct{ *setter }

// contentsList sets a table of contents, or a list of figures or tables.
func (s contentsSetter) contentsList(b *document.Contents) {
	if len(b.Entries) == 0 {
		return
	}
	start := len(s.frames)
	if b.Title != "" {
		st, _, _ := headings(2)
		p := s.words(b.Title, st, s.column.parent.add("H2"))
		frames := s.setLines(s.lines(p, st, s.column.w), p, st)
		s.space(frames, 2*grid, half)
		for _, f := range frames {
			f.keep = true
		}
		frames[0].place(b.ID)
		frames[0].part, frames[0].front = true, true
		if b.ID != "" {
			s.bookmark(b.Title, "", b.ID, 1)
		}
	}
	toc := s.column.parent.add("TOC")
	leading := contentsLeading(b.Entries)
	for i := range b.Entries {
		f := s.contentsEntry(toc.add("TOCI"), &b.Entries[i], i == 0, leading)
		// No chapter without its first section, no last line alone.
		f.keep = i+1 < len(b.Entries) && b.Entries[i+1].Level > b.Entries[i].Level || i == len(b.Entries)-2
	}
	s.frames[start].whole = len(s.frames) - start
}

// contentsLeading gives the leading of contents: that of the grid, or a closer
// one if that saves a few lines on a page of their own.
func contentsLeading(entries []document.Entry) Pt {
	height := 2 * grid // the heading
	for _, e := range entries[1:] {
		if e.Level <= 1 {
			height += half
		}
	}
	for _, leading := range []Pt{grid, 14.5, 14, 13.5, 13} {
		if height+Pt(len(entries))*leading <= area {
			return leading
		}
	}
	return grid
}

func (s contentsSetter) contentsEntry(toci *Element, b *document.Entry, first bool, leading Pt) *frame {
	st := style{text.Sans, 9.5, leading, templates.Ink, true, false}
	above := Pt(0)
	if b.Level <= 1 {
		st.face, above = text.SansBold, half
		if first {
			above = 0
		}
	}
	link := toci.add("Reference").add("Link")
	p := &prose{}
	in := inliner{s.setter, p, look{style: st, element: link}}
	in.look.link = &part{link: link, target: b.Target, purpose: document.Plain(b.Text)}
	if b.Number != "" {
		in.text(b.Number+" ", in.look)
		p.parts[0].color = templates.Soft
	}
	number := p
	p = &prose{}
	in.out = p
	in.all(b.Text, in.look)
	in.text(" ", in.look)
	for i := range p.parts {
		p.parts[i].color = templates.Ink
	}
	lines := s.lines(p, st, measure-pageRoom)
	f := &frame{height: Pt(len(lines)) * st.leading, snap: leading == grid, above: above}
	for _, l := range s.lines(number, st, marginW) {
		f.line(l, number, left, st.baseline())
	}
	end := textX
	for i, l := range lines {
		f.line(l, p, textX, st.baseline()+Pt(i)*st.leading)
		end = textX + l.Width
	}
	s.entry(f, b.Target, st, end, s.content(link))
	f.links = append(f.links, LinkArea{
		X: textX + measure - pageRoom, Y: f.height - st.leading, W: pageRoom, H: st.leading,
		Element: link, Target: b.Target, Purpose: document.Plain(b.Text),
	})
	return s.emit(f)
}

// entry leaves room for the number of the page and the leader.
func (s contentsSetter) entry(f *frame, target string, st style, from Pt, content Content) {
	y := f.height - st.leading + st.baseline()
	e := &entry{
		target: target, from: from + 4,
		number: &Glyphs{X: textX + measure, Y: y, Size: st.size, Color: templates.Ink, Content: content},
		dots:   &Glyphs{X: textX + measure, Y: y, Size: st.size, Color: templates.Soft, Artifact: Layout},
	}
	e.number.Glyphs = s.fonts.Shape(st.face, "")
	f.items = append(f.items, e.number)
	f.under = append(f.under, e.dots)
	s.entries = append(s.entries, e)
}

// fillContents puts the numbers of the pages in, and dots before them.
func (s contentsSetter) fillContents() {
	for _, e := range s.entries {
		place, ok := s.book.Places[e.target]
		str := "–"
		if ok {
			str = strconv.Itoa(place.Page + 1)
		}
		glyphs := s.fonts.Shape(text.Sans, str)
		e.number.Glyphs = glyphs
		w := s.fonts.Width(text.Sans, e.number.Size, str)
		e.number.X -= w
		s.leader(e, e.number.X-4)
	}
}

// leader sets dots on a grid of their own, so that those of neighbouring lines
// stand under each other.
func (s contentsSetter) leader(e *entry, to Pt) {
	const step Pt = 6
	dot := s.fonts.Shape(text.Sans, ".")[0]
	dot.Advance = float64(step/e.dots.Size) * 1000
	end := textX + measure
	n := int((end - e.from) / step)
	e.dots.X = end - Pt(n)*step
	for i := range n {
		if e.dots.X+Pt(i)*step+2 > to {
			break
		}
		e.dots.Glyphs = append(e.dots.Glyphs, dot)
	}
}
