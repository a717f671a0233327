package diagram

import (
	"slotmemo/internal/document"
)

// A sketch is a diagram in the making: one candidate, with one measure for
// labels and one size of letters.
type sketch struct {
	d       *document.Diagram
	size    float64
	wrap    float64
	bodies  []*body // of the nodes, then the names of the rings
	nodes   int     // how many of them are nodes
	links   []link  // in the order of the edges
	rings   []ring
	groups  []area
	member  []bool  // bodies that belong to a group
	cells   []rect  // where each body has to stay, if groups were tiled; else nil
	page    vec     // room for the whole picture without its key
	hints   []*vec  // places on the map that are to be kept; nil if there are none
	crowded []int   // groups whose title lies on something
	ways    [][]way // that each link may take
	before  *sketch // of which this is a copy with bodies moved; nil if it is none
	moved   []int   // the bodies that were
	mending
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
	titleAt vec     // where it stands, from the top left
	box     rect
}

// newSketch measures the nodes of a diagram.
func (m *measurer) newSketch(d *document.Diagram, size, wrap float64, page vec) *sketch {
	s := &sketch{d: d, size: size, wrap: wrap, page: page, mending: mending{rim: vec{rim, rim}}, nodes: len(d.Nodes)}
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
