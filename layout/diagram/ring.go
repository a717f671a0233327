package diagram

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// addRing measures the sign of a loop: its letter in a circular arrow, and its
// name below in at most a few short lines.
func (s *sketch) addRing(m *measurer, r document.Ring, index map[string]int) {
	const measure, gap, leading = 88, 2, 9.5
	out := ring{body: len(s.bodies)}
	for _, id := range r.Nodes {
		if i, ok := index[id]; ok {
			out.nodes = append(out.nodes, i)
		}
	}
	for i, a := range out.nodes {
		out.links = append(out.links, s.linkBetween(a, out.nodes[(i+1)%len(out.nodes)]))
	}
	radius := float64(RingRadius)
	height, widest := 2*radius, 2*radius
	b := &body{size: float64(RingSize), ringLabel: true}
	if r.Name != "" {
		lines := m.lines(r.Name, text.SansItalic, float64(RingSize), measure)
		for i, l := range lines {
			widest = max(widest, m.width(text.SansItalic, float64(RingSize), l))
			out.lines = append(out.lines, Line{Text: l, Y: Pt(2*radius + gap + leading*(float64(i)+0.76))})
		}
		height += gap + leading*float64(len(lines))
	}
	b.box = around(vec{}, widest+4, height+4)
	b.patches = []rect{b.box}
	out.up = height/2 - radius
	for i := range out.lines {
		out.lines[i].Y -= Pt(height / 2)
	}
	s.bodies = append(s.bodies, b)
	s.rings = append(s.rings, out)
}

// linkBetween finds the first edge from one body to another; −1 if none.
func (s *sketch) linkBetween(from, to int) int {
	for i, l := range s.links {
		if l.from == from && l.to == to {
			return i
		}
	}
	return -1
}

// clockwise tells which way a loop turns on the page, from the area of the
// polygon of its nodes. Two nodes have none: then from the bow of the arrow.
func (s *sketch) clockwise(r ring) bool {
	sum := 0.0
	for i, a := range r.nodes {
		sum += s.bodies[a].at.cross(s.bodies[r.nodes[(i+1)%len(r.nodes)]].at)
	}
	if len(r.nodes) < 3 && len(r.links) > 0 && r.links[0] >= 0 && r.links[0] < len(s.arrows) {
		c := s.arrows[r.links[0]].whole
		sum = c[3].minus(c[0]).cross(c.at(0.5).minus(c[0])) * -1
	}
	return sum > 0 // y runs downward
}

func (m *measurer) capsWidth(title string) float64 {
	return m.width(text.Sans, float64(GroupSize), strings.ToUpper(title))
}
