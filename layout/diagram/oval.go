package diagram

import (
	"math"
)

// oval puts the nodes of the first loop on an oval in their order, turned so
// that it fits where they stand, and the others round it, each in the direction
// in which it stands or of its first neighbour.
func (s *sketch) oval(hinted bool) {
	nodes := s.rings[0].nodes
	n := len(nodes)
	if n == 0 {
		return
	}
	middle, turn, dir := s.center(nodes), -math.Pi/2, 1.0
	if hinted {
		turn, dir = s.turn(nodes, middle)
	}
	rx := max(70, float64(n)*24)
	ry := max(56, float64(n)*26)
	on := make(map[int]bool, n)
	for k, i := range nodes {
		a := turn + dir*2*math.Pi*float64(k)/float64(n)
		s.bodies[i].at = middle.plus(vec{rx * math.Cos(a), ry * math.Sin(a)})
		on[i] = true
	}
	for i := range s.bodies[:s.nodes] {
		if on[i] {
			continue
		}
		toward := s.bodies[i].at
		if !hinted {
			toward = s.neighbour(i, on)
		}
		u := toward.minus(middle)
		if u.length() < 1 {
			u = vec{1, float64(i)}
		}
		u = u.unit()
		s.bodies[i].at = middle.plus(vec{u.x * (rx + 95), u.y * (ry + 70)})
	}
}

// turn finds the angle and direction at which an oval agrees best with where
// its nodes stand.
func (s *sketch) turn(nodes []int, middle vec) (angle, dir float64) {
	const tries = 48
	best := math.Inf(1)
	for _, d := range [2]float64{1, -1} {
		for k := range tries {
			a := 2 * math.Pi * float64(k) / tries
			cost := 0.0
			for j, i := range nodes {
				at := a + d*2*math.Pi*float64(j)/float64(len(nodes))
				u := s.bodies[i].at.minus(middle)
				cost -= u.dot(vec{math.Cos(at), math.Sin(at)})
			}
			if cost < best-1e-9 {
				best, angle, dir = cost, a, d
			}
		}
	}
	return angle, dir
}

func (s *sketch) neighbour(i int, on map[int]bool) vec {
	for _, l := range s.links {
		if l.from == i && on[l.to] {
			return s.bodies[l.to].at
		}
		if l.to == i && on[l.from] {
			return s.bodies[l.from].at
		}
	}
	return vec{}
}
