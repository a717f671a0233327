package page

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

func (s *setter) blocks(blocks []document.Block) {
	blocks = announced(blocks)
	for i, b := range blocks {
		s.block(b)
		if i+1 < len(blocks) {
			keepLeadIn(s.frames, b, blocks[i+1])
		}
	}
}

func (s *setter) block(b document.Block) {
	switch b := b.(type) {
	case *document.Heading:
		s.pos = b.Pos
		s.heading(b)
	case *document.Paragraph:
		s.pos = b.Pos
		s.paragraph(b)
	case *document.List:
		s.pos = b.Pos
		listSetter{s}.list(b)
	case *document.Definitions:
		s.pos = b.Pos
		listSetter{s}.definitions(b)
	case *document.Quote:
		s.pos = b.Pos
		s.quote(b)
	case *document.Code:
		s.pos = b.Pos
		codeSetter{s}.code(b)
	case *document.Break:
		s.pause()
	case *document.Aside:
		s.pos = b.Pos
		s.aside(b)
	case *document.Contents:
		contentsSetter{s}.contentsList(b)
	case *document.Table:
		s.pos = b.Pos
		s.table(b, tableOf)
	case *document.Figure:
		s.pos = b.Pos
		figureSetter{s}.figure(b)
	default:
		panic(fmt.Sprintf("page: no rule for %T", b))
	}
}

// setLines emits a frame for each line, with at least two lines of the
// paragraph on either side of a page break.
func (s *setter) setLines(lines []text.Line, p *prose, st style) []*frame {
	frames := make([]*frame, len(lines))
	for i, l := range lines {
		f := &frame{height: st.leading, snap: i == 0}
		f.line(l, p, s.column.x, st.baseline())
		f.keep = i == 0 && len(lines) > 1 || i == len(lines)-2
		frames[i] = s.emit(f)
	}
	return frames
}

func (s *setter) paragraph(b *document.Paragraph) {
	e := s.column.parent.add("P")
	st := s.column.style
	above := s.column.gap
	switch {
	case b.Lead:
		st.size, st.leading = leadStyle.size, leadStyle.leading
	case b.Source:
		st = sourceStyle
		above = s.keepSource()
	}
	var label *prose
	if b.Number != "" {
		label = s.words(b.Number+" ", labelStyle, e)
	}
	p := s.prose(b.Text, st, e)
	frames := s.setLines(s.lines(p, st, s.column.w), p, st)
	s.space(frames, above, s.column.gap)
	if len(frames) > 0 {
		frames[0].place(b.ID)
		s.margin(frames[0], label, labelStyle, st.baseline())
	}
	s.flushNotes()
}

// keepSource keeps the line that tells whose words a quotation holds with the
// words, close below them, and gives the white between.
func (s *setter) keepSource() Pt {
	if n := len(s.frames); n > 0 {
		s.frames[n-1].keep = true
		s.frames[n-1].below = 0
	}
	return sourceWhite
}

// space puts white above and below a block.
func (s *setter) space(frames []*frame, above, below Pt) {
	if len(frames) > 0 {
		frames[0].above = above
		frames[len(frames)-1].below = below
	}
}

func (f *frame) place(id string) {
	if id != "" {
		f.places = append(f.places, id)
	}
}

func (s *setter) heading(b *document.Heading) {
	level := max(1, b.Level)
	st, above, below := headings(level)
	e := s.column.parent.add(fmt.Sprintf("H%d", min(level+1, 6)))
	var number, label *prose
	numberStyle := st
	numberStyle.color = templates.Soft
	if b.Number != "" {
		number = s.words(b.Number+" ", numberStyle, e)
	}
	p := s.prose(b.Text, st, e)
	frames := s.setLines(s.balanced(p, st, s.column.w), p, st)
	if len(frames) == 0 {
		return
	}
	s.space(frames, above, below)
	for _, f := range frames {
		f.keep = true
	}
	first := frames[0]
	first.place(b.ID)
	first.breakBefore, first.annex, first.part, first.section = b.Annex, b.Annex, level == 1, level == 2
	first.summary = level == 1 && b.ID == summaryID
	s.margin(first, number, numberStyle, st.baseline())
	if b.Label != "" {
		label = s.words(b.Label+" ", labelStyle, s.column.parent.add("P"))
		s.headingLabel(frames, label, number != nil, st)
	}
	s.bookmark(document.Plain(b.Text), b.Number, b.ID, level)
	s.flushNotes()
}

func (s *setter) bookmark(title, number, id string, level int) {
	if n := len(s.book.Outline); n == 0 {
		level = 1
	} else {
		level = min(level, s.book.Outline[n-1].Level+1)
	}
	s.book.Outline = append(s.book.Outline, Bookmark{Title: strings.TrimSpace(number + " " + title), Target: id, Level: level})
}

func (s *setter) quote(b *document.Quote) {
	c := s.column
	c.parent = c.parent.add("BlockQuote")
	c.x, c.w = c.x+grid, c.w-2*grid
	s.within(c, func() { s.blocks(b.Blocks) })
}

// pause sets a short rule in the middle of an empty line.
func (s *setter) pause() {
	mid := s.column.x + s.column.w/2
	s.emit(&frame{
		height: grid, above: half, below: half, snap: true, keep: true,
		under: []Item{&Stroke{X1: mid - 20, Y1: half, X2: mid + 20, Y2: half, Width: 0.4, Color: templates.Soft}},
	})
}

// aside sets a part with a label: a tint for a box, a line beside the text for
// what only some readers get.
func (s *setter) aside(b *document.Aside) {
	c := s.column
	c.parent = c.parent.add("Div")
	c.group = 0
	box := b.Kind == document.Box
	pn := &panel{tint: box, x: c.x - half, w: 0, pad: 0}
	if box {
		pn.x, pn.w, pn.pad = c.x, c.w, half
		c.x, c.w = c.x+10, c.w-20
		c.style = style{text.Sans, 9.5, 14, templates.Ink, true, true}
	}
	c.panels = append(append([]*panel(nil), c.panels...), pn)
	start := len(s.frames)
	s.within(c, func() {
		var label *prose
		if b.Label != "" && box {
			s.asideTitle(b.Label)
		} else if b.Label != "" {
			st := labelStyle
			st.face = text.SansBold
			label = s.words(b.Label+" ", st, c.parent.add("P"))
		}
		s.blocks(b.Blocks)
		s.besideFirst(start, label)
	})
	s.closeAside(start, pn)
}

// asideTitle sets the title of a box above its text.
func (s *setter) asideTitle(title string) {
	st := style{text.SansBold, 9.5, 14, templates.Ink, true, false}
	p := s.words(title, st, s.column.parent.add("P"))
	for _, f := range s.setLines(s.lines(p, st, s.column.w), p, st) {
		f.keep = true
	}
}

// closeAside gives an aside its white outside, where a panel has padding.
func (s *setter) closeAside(start int, pn *panel) {
	if start == len(s.frames) {
		return
	}
	first, last := s.frames[start], s.frames[len(s.frames)-1]
	first.above = max(first.above, s.column.gap) + pn.pad
	last.below = max(last.below, s.column.gap) + pn.pad
	if pn.tint {
		keepBox(s.frames[start:])
	}
}
