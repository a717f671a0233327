package story

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// pair places two circles that touch in the one node that both have. Its name
// stands once, on a leader below.
func (s *setter) pair(d *document.Circles, shared string) {
	begin := len(s.parts)
	a, b := newRound(&d.Loops[0]), newRound(&d.Loops[1])
	// The node is the rightmost of the left circle and the leftmost of the right.
	a.turn(shared, math.Pi/2)
	b.turn(shared, 3*math.Pi/2)
	a.center, b.center = Point{X: -a.radius}, Point{X: b.radius}
	for _, r := range []*round{&a, &b} {
		r.shared[shared], r.silent = true, shared
	}
	b.there = shared
	for i := range labelMeasures {
		s.parts = s.parts[:begin]
		a.measure, b.measure = labelMeasures[i], labelMeasures[i]
		s.circle(a)
		s.circle(b)
		if s.bounds(s.parts[begin:]).W <= s.width {
			break
		}
	}
	s.leader(a.node(shared), d.Shared, max(a.radius, b.radius), begin)
	box := s.bounds(s.parts[begin:])
	s.moveParts(begin, -box.X+max(0, (s.width-box.W)/2), s.top-box.Y)
}

// turn sets the first angle so that a node stands at an angle.
func (r *round) turn(id string, angle float64) {
	for i, n := range r.Nodes {
		if n.ID == id {
			r.first = angle - 2*math.Pi*float64(i)/float64(len(r.Nodes))
		}
	}
}

func (r *round) node(id string) document.Node {
	for _, n := range r.Nodes {
		if n.ID == id {
			return n
		}
	}
	return document.Node{}
}

// leader sets the name of the shared node below both circles, clear of every
// other name.
func (s *setter) leader(n document.Node, told string, radius Pt, begin int) {
	name := style{text.SansBold, mark.LabelSize, mark.Leading, templates.Ink}
	lines := s.wrap(n.Label, name, 96)
	var below []string
	if told != "" {
		below = s.wrap(told, softStyle, 110)
	}
	half := max(s.widest(lines, name), s.widest(below, softStyle))/2 + 6
	top := radius + 6
	height := Pt(len(lines))*name.leading + Pt(len(below))*softStyle.leading
	for moved := true; moved; {
		moved = false
		for _, p := range s.parts[begin:] {
			for _, shape := range p.Shapes {
				w, ok := shape.(*Words)
				if !ok {
					continue
				}
				b := s.wordsBox(w)
				if b.meets(span{-half, top, half, top + height}, 3) {
					top, moved = b.y1+4, true
				}
			}
		}
	}
	line := &Line{Points: []Point{{X: 0, Y: mark.Shared + 1}, {X: 0, Y: top - 1}}, Color: templates.Faint, Width: 0.5}
	shapes := append([]Shape{line}, s.lines(lines, name, Middle, 0, top+8)...)
	shapes = append(shapes, s.lines(below, softStyle, Middle, 0, top+8+Pt(len(lines))*name.leading)...)
	s.part(Part{Kind: "label", ID: n.ID, Label: n.Label}, shapes...)
}
