package diagram

import (
	"math"
	"slices"
)

// Titles stand at the top left of their area, unless arrows or nodes are there;
// then they go along the top, to the bottom, and at last to any free spot inside.
const (
	titleStep = 5.0 // between the spots that are tried
	titleAir  = 1.5 // to arrows and nodes
	titleDown = 0.6 // what a point further from the top costs, in points to the right
)

// placeTitles finds a place for each title when the arrows are known and the marks
// aren't, and gives the groups whose title lies on something.
func (s *sketch) placeTitles() (crowded []int) {
	for i := range s.groups {
		g := &s.groups[i]
		if len(g.members) == 0 {
			continue
		}
		if !s.placeTitle(g) {
			crowded = append(crowded, i)
		}
	}
	return crowded
}

// titleCost is what an arrow through the title of group i pays: more once the
// title has found no other place.
func (s *sketch) titleCost(i int) float64 {
	if s.titles == nil {
		return costTitle
	}
	return s.titles[i]
}

// dearer raises the costs of the titles that found no place.
func dearer(costs []float64, crowded []int) []float64 {
	out := slices.Clone(costs)
	for _, i := range crowded {
		out[i] = 2*out[i] + costTitle
	}
	return out
}

// placeTitle takes the free spot of least cost, or else that with the fewest
// arrows, which the next try then keeps free.
func (s *sketch) placeTitle(g *area) (free bool) {
	const perArrow = 1e4
	room := g.box.grow(-areaAir + 2)
	g.titleAt = vec{}
	home := g.titleBox()
	right, down := max(0, room.x1-home.x1), max(0, room.y1-home.y1)
	least, best := math.Inf(1), vec{}
	for y := 0.0; y < down+titleStep; y += titleStep {
		for x := 0.0; x < right+titleStep; x += titleStep {
			by := vec{min(x, right), min(y, down)}
			cost := by.x + s.titleRow(by.y, down)
			if cost >= least {
				continue
			}
			if n, ok := s.onTitle(g, home.move(by)); ok && cost+perArrow*float64(n) < least {
				least, best = cost+perArrow*float64(n), by
			}
		}
	}
	g.titleAt = best
	return least < perArrow
}

// titleRow is what it costs to stand lower: the bottom of the area is the next
// best place where readers look.
func (s *sketch) titleRow(y, bottom float64) float64 {
	switch {
	case y == 0:
		return 0
	case y > bottom-1:
		return 120
	}
	return 160 + titleDown*y
}

// onTitle counts the arrows that run through a title at r, and tells whether it
// would be free of nodes and other titles.
func (s *sketch) onTitle(g *area, r rect) (arrows int, ok bool) {
	air := r.grow(titleAir)
	for _, b := range s.bodies {
		if air.meets(b.rect()) {
			return 0, false
		}
	}
	for i := range s.groups {
		if h := &s.groups[i]; h != g && len(h.members) > 0 && air.meets(h.titleBox()) {
			return 0, false
		}
	}
	for i := range s.arrows {
		a := &s.arrows[i]
		wide := air.grow(float64(Stroke(s.d.Edges[i].Weight)) / 2)
		if wide.meets(a.box.grow(0.01)) && passes(a.samples, wide) {
			arrows++
		}
	}
	return arrows, true
}

// titleBox is the room of the title of a group; empty without members.
func (a *area) titleBox() rect {
	if len(a.members) == 0 {
		return rect{}
	}
	x, y := a.box.x0+areaAir, a.box.y0+areaAir
	return rect{x - 1, y - 1, x + a.title + 1, y + float64(GroupSize)*0.9}.move(a.titleAt)
}
