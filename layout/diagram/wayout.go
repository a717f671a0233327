package diagram

import (
	"cmp"
	"math"
	"slices"
)

// pulls are the heights of the two handles of curves for arrows that are shut in.
var pulls = []float64{0, 0.25, -0.25, 0.55, -0.55, 1, -1}

// wayOut lists curves of one bend or two (the handles on either side of the
// chord) from other points of the labels, for a link that no simple curve leads
// past the nodes in its way: those that touch none, the cheapest first. If all
// do, the least bad.
func (s *sketch) wayOut(l link, outward float64) []way {
	const most, enough = 10, 30
	var ways []way
	a, b := s.bodies[l.from], s.bodies[l.to]
	free := false
	for _, p := range a.anchors() {
		for _, q := range b.anchors() {
			if free {
				break
			}
			chord := q.minus(p)
			n := chord.left()
			for _, g := range pulls {
				if len(ways) > enough && free {
					break
				}
				for _, h := range pulls {
					c := cubic{p, p.plus(chord.times(0.22)).plus(n.times(g)), q.minus(chord.times(0.22)).plus(n.times(h)), q}
					w, ok := s.way(l, c)
					if !ok {
						continue
					}
					w.bow = (math.Abs(g) + math.Abs(h)) * 0.375
					w.cost += s.bendCost(w.bow*sign(g+h), outward)
					if g*h < 0 {
						w.cost += costTurn * math.Abs(g-h)
					}
					free = free || w.cost < s.costHit()
					ways = append(ways, w)
				}
			}
		}
	}
	slices.SortStableFunc(ways, func(v, w way) int { return cmp.Compare(v.cost, w.cost) })
	return ways[:min(most, len(ways))]
}

// costTurn is what a curve that turns both ways pays for it.
const costTurn = 12.0

func sign(f float64) float64 {
	if f < 0 {
		return -1
	}
	return 1
}

// anchors are the points of a label that arrows may aim at: the middle, and of a
// wide one both halves.
func (b *body) anchors() []vec {
	spine := (b.box.width() - b.box.height()) * 0.3
	if spine < 6 {
		return []vec{b.at}
	}
	return []vec{b.at, b.at.plus(vec{-spine, 0}), b.at.plus(vec{spine, 0})}
}
