package diagram

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// ringLabel is the name of a loop, with its letter above: a label that looks for
// a place about the middle of its nodes.
func (s *sheet) ringLabel(r *document.Ring) *label {
	l := &label{spot: -1, ring: r}
	n := 0.0
	for _, id := range r.Nodes {
		if p := s.spotOf(id); p != nil {
			l.at, n = l.at.plus(p.at), n+1
		}
	}
	l.at = l.at.times(1 / max(1, n))
	b := block{face: text.Sans, size: RingSize, lead: leading(RingSize)}
	b.lines = s.lines(r.Name, b.face, b.size, wrapNarrow)
	for _, line := range b.lines {
		b.widths = append(b.widths, s.width(b.face, b.size, line))
	}
	b.measure()
	b.w, b.h = max(b.w, 2*RingRadius), b.h+2*RingRadius+3
	l.blocks = []block{b}
	return l
}

// finishRing writes a loop down at its place.
func (l *label) finishRing(s *sheet) Ring {
	c, b := &l.choices[l.choice], &l.blocks[0]
	out := Ring{Ring: *l.ring, Center: vec{(c.box.x0 + c.box.x1) / 2, c.box.y0 + RingRadius}.point(), Clockwise: s.clockwise(*l.ring)}
	y := c.box.y0 + 2*RingRadius + 3 + b.size*ascent
	for i, words := range b.lines {
		out.Lines = append(out.Lines, s.line(words, b.face, b.size, c.box.x0+(b.w-b.widths[i])/2, y, false))
		y += b.lead
	}
	return out
}

// clockwise tells which way a loop turns on the page, from the area of the
// polygon of its nodes; y runs downward.
func (s *sheet) clockwise(r document.Ring) bool {
	sum := 0.0
	for i, id := range r.Nodes {
		a, b := s.spotOf(id), s.spotOf(r.Nodes[(i+1)%len(r.Nodes)])
		if a != nil && b != nil {
			sum += a.at.cross(b.at)
		}
	}
	return sum >= 0
}
