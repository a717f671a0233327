package diagram

import (
	"math"
)

// An arrow is an edge with its curve.
type arrow struct {
	whole    cubic // from border to border: the tip is its end
	line     cubic // up to the base of the head
	samples  []vec // of whole
	box      rect  // around samples
	barriers []Barrier
	sign     vec
	count    *vec
	tag      *vec // of tracks
}

// Costs by which routes are compared. A crossing is the measure of all things:
// what a curve may spend on bends to avoid one is what makes it look drawn by
// hand rather than forced.
const (
	costCrossing = 10.0
	costSharp    = 6.0   // a crossing at a sharp angle, in addition
	costHit      = 70.0  // a line through a node or the name of a loop
	costHitFull  = 200.0 // the same in a large diagram, where a way round crosses many
	costHitLen   = 1.5   // per pt of it
	costNear     = 5.0   // touching the air round a node
	costAlong    = 9.0   // two lines side by side, at each of three points
	costOnTop    = 90.0  // two lines upon each other: nobody sees that they are two
	costTitle    = 24.0  // a line through the title of a group, which may stand elsewhere
	costTips     = 1.6   // per pt that two ends at a node lack of tipRoom
	costBend     = 16.0  // times the square of the bow
	costInward   = 14.0  // per unit of bow to the wrong side
	costHairpin  = 40.0  // per length of its chord that a curve is longer than 1.6 of them
	costOutside  = 4.0   // per pt outside the page
	tipRoom      = 8.5
)

// A way is a possible curve for a link.
type way struct {
	curve   cubic
	samples [samples + 1]vec
	box     rect
	cost    float64 // whatever doesn't depend on other links
	bow     float64
}

const samples = 14

// router chooses a way for every link so that their costs together are low:
// first each for itself, then each again in the light of the others, until
// nothing changes.
type router struct {
	s      *sketch
	ways   [][]way
	choice []int
	pairs  [][]float32 // costs of pairs of ways by pair of links, once found: 1 more, 0 if not yet
}

func (s *sketch) route() {
	r := &router{s: s, choice: make([]int, len(s.links)), pairs: make([][]float32, len(s.links)*len(s.links))}
	for i := range s.links {
		if s.before != nil && s.unmoved(i) {
			r.ways = append(r.ways, s.before.ways[i])
		} else {
			r.ways = append(r.ways, s.waysOf(i))
		}
	}
	for i := range r.ways {
		r.choice[i] = r.cheapest(i, i)
	}
	for range s.effort().rounds {
		changed := false
		for i := range r.ways {
			if best := r.cheapest(i, len(r.ways)); best != r.choice[i] {
				r.choice[i], changed = best, true
			}
		}
		if !changed {
			break
		}
	}
	s.ways = r.ways
	s.arrows = make([]arrow, len(s.links))
	for i := range s.links {
		w := &r.ways[i][r.choice[i]]
		s.arrows[i] = arrow{whole: w.curve, samples: w.samples[:], box: w.box}
	}
}

// unmoved tells whether the ways of a link are those of the sketch before: a
// body that was moved is neither its end nor anywhere near them. (The titles of
// areas may have changed; what they cost is looked at again when all is placed.)
func (s *sketch) unmoved(i int) bool {
	for _, m := range s.moved {
		if s.links[i].from == m || s.links[i].to == m {
			return false
		}
		was, is := s.before.bodies[m].rect().grow(8), s.bodies[m].rect().grow(8)
		for k := range s.before.ways[i] {
			if w := &s.before.ways[i][k]; w.box.meets(was) || w.box.meets(is) {
				return false
			}
		}
	}
	return true
}

// cheapest gives the best way of link i beside the chosen ways of the first n
// links. Equal costs: the first.
func (r *router) cheapest(i, n int) int {
	best, least := 0, math.Inf(1)
	for k := range r.ways[i] {
		cost := r.ways[i][k].cost
		for j := 0; j < n && cost < least; j++ {
			if j != i {
				cost += r.pair(i, k, j, r.choice[j])
			}
		}
		if cost < least-1e-6 {
			best, least = k, cost
		}
	}
	return best
}

// pair is what two ways cost together.
func (r *router) pair(i, k, j, l int) float64 {
	a, b := &r.ways[i][k], &r.ways[j][l]
	shared := r.s.links[i].sharesEnd(r.s.links[j])
	if !shared && !a.box.meets(b.box) {
		return 0
	}
	if i > j {
		i, j, k, l, a, b = j, i, l, k, b, a
	}
	known := r.pairs[i*len(r.ways)+j]
	if known == nil {
		known = make([]float32, len(r.ways[i])*len(r.ways[j]))
		r.pairs[i*len(r.ways)+j] = known
	}
	at := k*len(r.ways[j]) + l
	if c := known[at]; c > 0 {
		return float64(c - 1)
	}
	c := pairCost(a, b)
	if shared {
		c += tipCost(r.s.links[i], r.s.links[j], a, b)
	}
	known[at] = float32(c) + 1
	return float64(known[at] - 1)
}

func (l link) sharesEnd(m link) bool {
	return l.from == m.from || l.to == m.to || l.from == m.to || l.to == m.from
}

// pairCost counts crossings of two ways, and how far they run side by side.
func pairCost(a, b *way) float64 {
	if !a.box.grow(5).meets(b.box) {
		return 0
	}
	cost := 0.0
	for i := range samples {
		p, q := a.samples[i], a.samples[i+1]
		seg := rect{min(p.x, q.x), min(p.y, q.y), max(p.x, q.x), max(p.y, q.y)}
		if !seg.meets(b.box) && !seg.grow(1e-6).meets(b.box) {
			continue
		}
		for j := range samples {
			u, v := b.samples[j], b.samples[j+1]
			if max(u.x, v.x) < seg.x0 || min(u.x, v.x) > seg.x1 || max(u.y, v.y) < seg.y0 || min(u.y, v.y) > seg.y1 {
				continue
			}
			if _, ok := crossing(p, q, u, v); ok {
				cost += costCrossing
				if math.Abs(q.minus(p).unit().cross(v.minus(u).unit())) < 0.5 {
					cost += costSharp
				}
			}
		}
	}
	return cost + alongCost(a, b)
}

// alongCost looks whether the middle of one way runs close beside the other.
func alongCost(a, b *way) float64 {
	const near = 5.0
	cost, onTop := 0.0, 0
	for _, i := range [3]int{samples * 3 / 10, samples / 2, samples * 7 / 10} {
		p := a.samples[i]
		if b.box.distance(p) > near {
			continue
		}
		d := near
		dir := a.samples[i+1].minus(p).unit()
		for j := range samples {
			u, v := b.samples[j], b.samples[j+1]
			if math.Abs(v.minus(u).unit().cross(dir)) < 0.35 {
				d = min(d, lineDistance(p, u, v))
			}
		}
		cost += costAlong * (near - d) / near
		if d < 2 {
			onTop++
		}
	}
	if onTop > 1 {
		cost += costOnTop
	}
	return cost
}

// tipCost keeps the ends of arrows at a node apart; heads need the most room.
func tipCost(l, m link, a, b *way) float64 {
	cost := 0.0
	end := func(n int, l link, w *way) []vec {
		var ends []vec
		if l.from == n {
			ends = append(ends, w.samples[0])
		}
		if l.to == n {
			ends = append(ends, w.samples[samples])
		}
		return ends
	}
	for _, n := range [2]int{l.from, l.to} {
		if m.from != n && m.to != n {
			continue
		}
		room := tipRoom
		if l.to != n && m.to != n {
			room = 4
		}
		for _, p := range end(n, l, a) {
			for _, q := range end(n, m, b) {
				cost += costTips * max(0, room-p.to(q))
			}
		}
	}
	return cost
}
