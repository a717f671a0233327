package diagram

import "slices"

// Air between the members of a group and its rim; the title needs more above.
const (
	areaAir   = 7.0
	areaTitle = 13.0
	areaGap   = 7.0 // between areas, and to strangers
)

// frameAreas draws the rim of each group round its members.
func (s *sketch) frameAreas() {
	for i := range s.groups {
		g := &s.groups[i]
		if len(g.members) == 0 {
			continue
		}
		r := s.bodies[g.members[0]].rect()
		for _, m := range g.members {
			r = r.union(s.bodies[m].rect())
		}
		r = r.grow(areaAir)
		r.y0 -= areaTitle
		r.x1 = max(r.x1, r.x0+g.title+2*areaAir)
		g.box = r
	}
}

// pushAreas moves strangers out of areas, and areas apart.
func (s *sketch) pushAreas(rate float64) bool {
	if len(s.groups) == 0 || s.cells != nil {
		return false
	}
	moved := false
	for i := range s.groups {
		s.frameAreas()
		g := &s.groups[i]
		for k, b := range s.bodies {
			if len(g.members) == 0 || slices.Contains(g.members, k) || s.insideRing(k, g) {
				continue
			}
			by, ok := escape(g.box.grow(areaGap), b.rect())
			if !ok {
				continue
			}
			moved = true
			share := 0.75 // the stranger goes; a large area gives way only a little
			b.at = b.at.plus(by.times(share * rate))
			s.moveAll(g.members, by.times(-(1-share)*rate))
		}
		for j := i + 1; j < len(s.groups); j++ {
			moved = s.pushAreaPair(g, &s.groups[j], rate) || moved
		}
	}
	return moved
}

// insideRing tells whether a body is the name of a loop whose nodes are all
// members: it may stand in the area.
func (s *sketch) insideRing(k int, g *area) bool {
	for _, r := range s.rings {
		if r.body == k {
			for _, n := range r.nodes {
				if !slices.Contains(g.members, n) {
					return false
				}
			}
			return true
		}
	}
	return false
}

func (s *sketch) pushAreaPair(g, h *area, rate float64) bool {
	if len(g.members) == 0 || len(h.members) == 0 {
		return false
	}
	s.frameAreas()
	by, ok := escape(g.box.grow(areaGap), h.box)
	if !ok {
		return false
	}
	s.moveAll(h.members, by.times(0.5*rate))
	s.moveAll(g.members, by.times(-0.5*rate))
	return true
}

func (s *sketch) moveAll(members []int, by vec) {
	for _, m := range members {
		s.bodies[m].at = s.bodies[m].at.plus(by)
	}
}

// escape gives the shortest way along an axis for b to leave a.
func escape(a, b rect) (vec, bool) {
	if !a.meets(b) {
		return vec{}, false
	}
	ways := [4]vec{{a.x0 - b.x1, 0}, {a.x1 - b.x0, 0}, {0, a.y0 - b.y1}, {0, a.y1 - b.y0}}
	best := ways[0]
	for _, w := range ways[1:] {
		if w.length() < best.length() {
			best = w
		}
	}
	return best, best.length() > 1e-3
}

// strangers counts the bodies in areas that aren't theirs, and the pairs of
// areas that meet.
func (s *sketch) strangers() int {
	n := 0
	for i := range s.groups {
		g := &s.groups[i]
		if len(g.members) == 0 {
			continue
		}
		for k, b := range s.bodies {
			if !slices.Contains(g.members, k) && !s.insideRing(k, g) && g.box.grow(1).meets(b.rect()) {
				n++
			}
		}
		for j := i + 1; j < len(s.groups); j++ {
			if len(s.groups[j].members) > 0 && g.box.meets(s.groups[j].box) {
				n++
			}
		}
	}
	return n
}
