package diagram

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
)

// An obstacle is what a label may not lie on: a disc, or a box.
type obstacle struct {
	at    vec
	r     float64
	box   rect
	cost  float64
	ghost bool // a station nobody speaks of
}

func round(at vec, r, cost float64) obstacle {
	return obstacle{at: at, r: r, box: around(at, 2*r, 2*r), cost: cost}
}

// meets tells whether a box lies on it.
func (o obstacle) meets(b rect) bool {
	if !o.box.meets(b) {
		return false
	}
	return o.r == 0 || b.distance(o.at) < o.r
}

// touches tells whether a disc lies on it.
func (o obstacle) touches(at vec, r float64) bool {
	if o.r == 0 {
		return o.box.distance(at) < r
	}
	return o.at.to(at) < o.r+r
}

const (
	behindHead  = 2.0 // between a head and what follows it
	barrierStep = 2.5
	signStep    = 1.5 // by which a sign gives way
)

// setMarks puts barriers and signs behind the heads, the heaviest arrow first;
// a sign walks back where it would lie on another mark or a station.
func (s *sheet) setMarks() {
	for _, p := range s.spots {
		o := round(p.at, p.r+0.6, costStation)
		if p.light == document.Ghost {
			o.cost, o.ghost = costGhost, true
		}
		s.taken = append(s.taken, o)
		if p.node.Goal && p.node.Lever && p.light != document.Ghost && !s.tiny {
			s.taken = append(s.taken, round(p.dial(), float64(mark.Dial), costMark))
		}
	}
	order := s.litArrows()
	for _, i := range order {
		a := &s.arrows[i]
		if a.headLong > 0 {
			base := a.line[len(a.line)-1][3]
			s.taken = append(s.taken, round(base.mix(a.tip, 0.3), a.headWide/2, costMark), round(base.mix(a.tip, 0.75), a.headWide/4, costMark))
		}
	}
	for _, i := range order {
		s.setBarriers(&s.arrows[i])
	}
	for _, i := range order {
		s.setSign(&s.arrows[i])
	}
}

// dial is where the dial of a goal stands that is a lever too.
func (p *spot) dial() vec { return p.at.minus(vec{p.r + float64(mark.Dial) + 1, 0}) }

// litArrows gives the arrows that have marks, the heaviest first.
func (s *sheet) litArrows() []int {
	var order []int
	for i := range s.arrows {
		if a := &s.arrows[i]; a.edge.Light != document.Ghost && len(a.line) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := s.arrows[i].edge, s.arrows[j].edge
		return cmp.Or(cmp.Compare(a.Light, b.Light), cmp.Compare(b.Weight, a.Weight))
	})
	return order
}

// setBarriers puts barriers across the line: all of them in the full notation,
// otherwise only those of a slow relation, the one speed that changes a decision.
func (s *sheet) setBarriers(a *arrow) {
	n := a.edge.Barriers
	if s.tiny || a.edge.Light != document.Lit || a.edge.Points != 0 || a.edge.Count > 1 || a.edge.Change == document.Gone || (!s.full && n < 2) {
		return
	}
	half := float64(mark.BarrierLength)/2 + max(0, a.width-0.8)/2
	first := s.barrierRoom(a, int(math.Ceil(n)), half)
	for j := range int(math.Ceil(n)) {
		at, left, ok := a.back(first + barrierStep*float64(j))
		if !ok {
			return
		}
		a.barred = first + barrierStep*float64(j)
		from := at.minus(left.times(half))
		if n-float64(j) < 1 { // a half barrier stands on the left side only
			from = at
		}
		a.barriers = append(a.barriers, Barrier{from.point(), at.plus(left.times(half)).point()})
		s.taken = append(s.taken, round(at, half, costMark))
	}
}

// barrierRoom gives how far behind the head the first of n barriers has room:
// as near as it can, further back where it would lie on another mark.
func (s *sheet) barrierRoom(a *arrow, n int, half float64) float64 {
	const nearest, step = behindHead + 0.6, 2.0
	room := lengthOfLine(a.behind) - barrierStep*float64(n)
	for far := nearest; far < room; far += step {
		free := true
		for j := range n {
			at, _, _ := a.back(far + barrierStep*float64(j))
			free = free && s.free(at, half)
		}
		if free {
			return far
		}
	}
	return nearest
}

// setSign puts a disc on the line behind the head and the barriers. Where the
// line has no room it stands beside it.
func (s *sheet) setSign(a *arrow) {
	r := float64(mark.Disc)
	switch e := a.edge; {
	case s.tiny || e.Points != 0 || e.Change == document.Gone:
		return
	case e.Count > 1:
		s.setCount(a)
		return
	case e.Light == document.Quiet:
		if e.Sign != document.Minus {
			return
		}
		r = DotRadius
	}
	first := behindHead + r
	if a.barred > 0 {
		first = a.barred + 1.8 + r
	}
	if at, ok := s.walk(a, first, r); ok {
		a.sign = &at
	} else {
		at = s.beside(a, r)
		a.sign = &at
	}
	s.taken = append(s.taken, round(*a.sign, r, costMark))
}

// walk goes back along an arrow to a free place for a disc on it: if there is
// one, where no other arrow would run over it.
func (s *sheet) walk(a *arrow, first, r float64) (place vec, found bool) {
	for far := first; ; far += signStep {
		at, _, ok := a.back(far)
		if start := a.line[0][0]; !ok || (at.to(start) < r && far > first) {
			return place, found
		}
		if !s.free(at, r) {
			continue
		}
		if !s.runOver(at, r+1.4, a) {
			return at, true
		}
		if !found {
			place, found = at, true
		}
	}
}

// runOver tells whether another lit arrow runs over a disc.
func (s *sheet) runOver(at vec, r float64, own *arrow) bool {
	for i := range s.arrows {
		a := &s.arrows[i]
		if a == own || a.edge.Light != document.Lit || !a.box.grow(r).has(at) {
			continue
		}
		if distanceTo(at, a.samples) < r+a.width/2 {
			return true
		}
	}
	return false
}

// beside gives the free place nearest to the head of an arrow, off its line.
func (s *sheet) beside(a *arrow, r float64) vec {
	var last vec
	for _, aside := range []float64{r + 2, r + 5, r + 9, r + 14, r + 20} {
		for far := 0.0; ; far += 2 * signStep {
			at, left, ok := a.back(far)
			if !ok {
				break
			}
			for _, side := range [2]float64{1, -1} {
				if last = at.plus(left.times(side * aside)); s.free(last, r) {
					return last
				}
			}
		}
	}
	return last
}

// free tells whether a disc lies on nothing that is set.
func (s *sheet) free(at vec, r float64) bool {
	if at.x < r || at.y < r || at.x > s.size.x-r || at.y > s.size.y-r {
		return false
	}
	for _, o := range s.taken {
		if o.touches(at, r+0.3) {
			return false
		}
	}
	return true
}

// setCount puts the number of bundled relations near the middle of an arrow.
func (s *sheet) setCount(a *arrow) {
	wide := float64(CountWidth(a.edge.Count))
	r := wide / 2
	half := lengthOfLine(a.behind) / 2
	best, _, _ := a.back(half)
	for k := range 20 {
		far := half + float64((k+1)/2)*4*float64(1-2*(k%2))
		if at, _, ok := a.back(far); ok && far > 0 && s.free(at, r) {
			best = at
			break
		}
	}
	a.count = &best
	s.taken = append(s.taken, round(best, r, costMark))
}

// setNumbers puts the rounds with a number beside their arrows, on the side with
// most room.
func (s *sheet) setNumbers() {
	r := float64(mark.Number)
	for i := range s.arrows {
		a := &s.arrows[i]
		if a.edge.Number == 0 || len(a.line) == 0 {
			continue
		}
		length := lengthOfLine(a.behind)
		best, least := vec{}, math.Inf(1)
		for k := range 15 {
			part := 0.15 + 0.05*float64(k)
			at, left, ok := a.back(length * part)
			if !ok {
				continue
			}
			for _, side := range [2]float64{1, -1} {
				c := at.plus(left.times(side * (r + a.width/2 + 1.6)))
				if cost := s.crowd(c, r) + 4*math.Abs(part-0.5); cost < least {
					best, least = c, cost
				}
			}
		}
		a.number = &best
		s.taken = append(s.taken, round(best, r, costMark))
	}
}

// crowd weighs what lies round a place: marks, the rim, and lines below.
func (s *sheet) crowd(at vec, r float64) float64 {
	cost := 0.0
	if !s.free(at, r) {
		cost += 200
	}
	reach := r + 4
	for i := range s.arrows {
		a := &s.arrows[i]
		if a.edge.Light == document.Ghost || !a.box.grow(reach).has(at) {
			continue
		}
		for _, q := range a.samples {
			if d := q.to(at); d < reach {
				cost += (reach - d) / reach
			}
		}
	}
	return cost
}
