package diagram

import (
	"slotmemo/internal/document"
)

// A sketch is a diagram in the making: one candidate, with one measure for
// labels and one size of letters.
type sketch struct {
	d      *document.Diagram
	size   float64
	wrap   float64
	bodies []*body // of the nodes, then the names of the rings
	nodes  int     // how many of them are nodes
	links  []link  // in the order of the edges
	rings  []ring
	groups []area
	member []bool    // bodies that belong to a group
	cells  []rect    // where each body has to stay, if groups were tiled; else nil
	page   vec       // room for the whole picture without its key
	rim    vec       // round all bodies, for arrows that go outside
	apart  []float64 // gap that the ends of each link need for its marks; 0: no more than others
	nudge  []vec     // by which nodes leave the way of arrows that found no other
	arrows []arrow
}

// A link is an edge between bodies.
type link struct{ from, to int }

// A ring is a loop with its name as a body in the middle.
type ring struct {
	body  int
	nodes []int
	links []int // the edges between them, in the direction of the loop
	lines []Line
	up    float64 // from the middle of the body to the centre of the letter
}

// An area is a group with its members.
type area struct {
	members []int
	title   float64 // width of its title
	box     rect
}

// newSketch measures the nodes of a diagram.
func (m *measurer) newSketch(d *document.Diagram, size, wrap float64, page vec) *sketch {
	s := &sketch{d: d, size: size, wrap: wrap, page: page, rim: vec{rim, rim}, nodes: len(d.Nodes)}
	index := make(map[string]int, len(d.Nodes))
	for i, n := range d.Nodes {
		index[n.ID] = i
		s.bodies = append(s.bodies, m.body(n, size, wrap*size/float64(LabelSize)))
	}
	for _, e := range d.Edges {
		s.links = append(s.links, link{index[e.From], index[e.To]})
	}
	for _, r := range d.Rings {
		s.addRing(m, r, index)
	}
	for _, g := range d.Groups {
		a := area{title: m.capsWidth(g.Title)}
		for i, n := range d.Nodes {
			if n.Group == g.ID {
				a.members = append(a.members, i)
			}
		}
		s.groups = append(s.groups, a)
	}
	s.member = make([]bool, len(s.bodies))
	for _, g := range s.groups {
		for _, m := range g.members {
			s.member[m] = true
		}
	}
	return s
}

// center gives the middle of some bodies.
func (s *sketch) center(indices []int) vec {
	var sum vec
	for _, i := range indices {
		sum = sum.plus(s.bodies[i].at)
	}
	return sum.times(1 / float64(max(1, len(indices))))
}

// bounds of all bodies and areas.
func (s *sketch) bounds() rect {
	if len(s.bodies) == 0 {
		return rect{}
	}
	r := s.bodies[0].rect()
	for _, b := range s.bodies {
		r = r.union(b.rect())
	}
	for i := range s.groups {
		if len(s.groups[i].members) > 0 {
			r = r.union(s.groups[i].box)
		}
	}
	return r
}
