package diagram

import (
	"math"
)

// marker sets barriers, signs and numbers beside their arrows, so that none
// lies on a node, a name or another mark.
type marker struct {
	s     *sketch
	taken []disc // marks that are set
	clash []int  // arrows with a mark for which no free place was found, once for each
}

// A disc is the room of a mark; a wide one is drawn out to both sides by half.
type disc struct {
	at   vec
	r    float64
	half float64
}

// to gives the distance between the edges of two discs.
func (d disc) to(e disc) float64 {
	dx := max(0, math.Abs(d.at.x-e.at.x)-d.half-e.half)
	return vec{dx, d.at.y - e.at.y}.length() - d.r - e.r
}

// from gives the distance from a rectangle to the edge of a disc.
func (d disc) from(r rect) float64 {
	r.x0, r.x1 = r.x0-d.half, r.x1+d.half
	return r.distance(d.at) - d.r
}

const (
	tickApart  = 2.5  // from barrier to barrier
	tickBehind = 2.6  // from the base of the head to the first barrier
	shortest   = 14.0 // of an arrow that is seen as one
	step       = 2.0  // by which a mark walks back along its arrow
)

// mark sets the marks of all arrows and gives the arrows with marks that found no
// free place.
func (s *sketch) mark() []int {
	m := &marker{s: s}
	for i := range s.arrows {
		if s.arrows[i].whole[0].to(s.arrows[i].whole[3]) < shortest {
			m.clash = append(m.clash, i)
		}
		s.cutHead(i)
		m.takeHead(i)
	}
	for i := range s.arrows {
		m.setBarriers(i)
	}
	for i := range s.arrows {
		m.setSign(i)
	}
	for i := range s.arrows {
		if s.d.Edges[i].Count > 1 {
			m.setCount(i)
		}
		if len(s.d.Edges[i].Tracks) > 0 {
			m.setTag(i)
		}
	}
	return m.clash
}

// cutHead ends the line at the base of its head.
func (s *sketch) cutHead(i int) {
	a := &s.arrows[i]
	length, _ := Head(s.d.Edges[i].Weight)
	want := min(float64(length), a.whole.at(0).to(a.whole.at(1))*0.6)
	tip := a.whole[3]
	t := bisect(0, 1, func(t float64) bool { return a.whole.at(1-t).to(tip) < want })
	a.line = a.whole.part(0, 1-t)
}

func (m *marker) takeHead(i int) {
	a := &m.s.arrows[i]
	_, width := Head(m.s.d.Edges[i].Weight)
	m.taken = append(m.taken, disc{a.line[3].mix(a.whole[3], 0.35), float64(width) / 2, 0})
}

// fits tells whether a disc is free of bodies and marks, and how many other
// arrows run through it.
func (m *marker) fits(d disc, own int) (lines int, ok bool) {
	for _, b := range m.s.bodies {
		if d.from(b.rect()) < 0.3 {
			return 0, false
		}
	}
	for _, t := range m.taken {
		if dx := math.Abs(t.at.x - d.at.x); dx > 12+d.half+t.half {
			continue
		}
		if d.to(t) < 0.3 {
			return 0, false
		}
	}
	for i := range m.s.groups {
		if g := &m.s.groups[i]; len(g.members) > 0 && d.from(g.titleBox()) < 0.3 {
			return 0, false
		}
	}
	if d.at.x < d.r+d.half || d.at.y < d.r || d.at.x > m.s.page.x-d.r-d.half || d.at.y > m.s.page.y-d.r {
		return 0, false
	}
	for j := range m.s.arrows {
		if a := &m.s.arrows[j]; j != own && d.from(a.box) < 0.8 && near(a.samples, d) {
			lines++
		}
	}
	return lines, true
}

func near(samples []vec, d disc) bool {
	reach := d.r + d.half + 0.8 // of a wide one about: it lies on a line anyhow
	for k := range len(samples) - 1 {
		p, q := samples[k], samples[k+1]
		if d.at.x < min(p.x, q.x)-reach || d.at.x > max(p.x, q.x)+reach || d.at.y < min(p.y, q.y)-reach || d.at.y > max(p.y, q.y)+reach {
			continue
		}
		if lineDistance(d.at, p, q) < reach {
			return true
		}
	}
	return false
}

// A walk goes back along the line of an arrow from its head.
type walk struct {
	points []vec
	lefts  []vec
	at     []float64 // distance from the base of the head
}

func walkBack(c cubic) walk {
	const fine = 60
	var w walk
	length, last, next := 0.0, c.at(1), 0.0
	for k := range fine + 1 {
		t := 1 - float64(k)/fine
		p := c.at(t)
		length += p.to(last)
		last = p
		if length >= next {
			w.points = append(w.points, p)
			w.lefts = append(w.lefts, c.slope(t).left())
			w.at = append(w.at, length)
			next = length + step/2
		}
	}
	return w
}

// setBarriers puts the barriers just behind the head, or further back where
// they would lie on something.
func (m *marker) setBarriers(i int) {
	n := m.s.d.Edges[i].Barriers
	if n <= 0 {
		return
	}
	a := &m.s.arrows[i]
	w := walkBack(a.line)
	r := m.half(i) + 0.2
	best, least := -1, math.Inf(1)
	for k := range w.points {
		if w.at[k] < tickBehind {
			continue
		}
		if w.at[k]*0.12 >= least {
			break
		}
		ticks := m.ticks(w, k, n)
		if ticks == nil {
			break
		}
		cost := w.at[k] * 0.12
		for _, t := range ticks {
			lines, ok := m.fits(disc{t, r, 0}, i)
			if !ok {
				cost = math.Inf(1)
				break
			}
			cost += 3 * float64(lines)
		}
		if cost < least {
			best, least = k, cost
		}
	}
	if best < 0 {
		m.clash = append(m.clash, i)
		best = len(w.points) / 2
	}
	m.draw(i, w, best, n)
}

// ticks gives the points of n barriers that begin at k; nil if the arrow is too
// short for them.
func (m *marker) ticks(w walk, k int, n float64) []vec {
	var points []vec
	for j := range int(math.Ceil(n)) {
		q := index(w, w.at[k]+tickApart*float64(j))
		if q < 0 {
			return nil
		}
		points = append(points, w.points[q])
	}
	return points
}

func index(w walk, at float64) int {
	for k := range w.at {
		if w.at[k] >= at {
			return k
		}
	}
	return -1
}

// half is half the length of a barrier; on a thick line it is longer.
func (m *marker) half(i int) float64 {
	return float64(BarrierLen)/2 + float64(Stroke(m.s.d.Edges[i].Weight)-0.8)/2
}

func (m *marker) draw(i int, w walk, k int, n float64) {
	a := &m.s.arrows[i]
	half := m.half(i)
	for j := range int(math.Ceil(n)) {
		q := index(w, w.at[k]+tickApart*float64(j))
		if q < 0 {
			q = len(w.points) - 1
		}
		p, left := w.points[q], w.lefts[q]
		from := p.minus(left.times(half))
		if n-float64(j) < 1 { // a half barrier stands on the left side only
			from = p
		}
		a.barriers = append(a.barriers, Barrier{from.point(), p.plus(left.times(half)).point()})
		m.taken = append(m.taken, disc{p, half, 0})
	}
}

// setSign puts the disc of the sign beside the head, left of the direction of
// travel if it can, further back or on the other side if it must.
func (m *marker) setSign(i int) {
	a := &m.s.arrows[i]
	w := walkBack(a.line)
	r := float64(SignRadius)
	beside := r + float64(Stroke(m.s.d.Edges[i].Weight))/2 + 1.1
	best, least := vec{}, math.Inf(1)
	for k := range w.points {
		if w.at[k]*0.1 >= least {
			break // further back is no better
		}
		for side, sign := range [2]float64{1, -1} {
			for _, extra := range [2]float64{0, 2.5} {
				at := w.points[k].plus(w.lefts[k].times(sign * (beside + extra)))
				cost := w.at[k]*0.1 + 0.8*float64(side) + 0.5*extra
				if cost >= least {
					continue
				}
				lines, ok := m.fits(disc{at, r, 0}, i)
				if cost += 3 * float64(lines); ok && cost < least {
					best, least = at, cost
				}
			}
		}
	}
	if math.IsInf(least, 1) {
		m.clash = append(m.clash, i)
		best = w.points[len(w.points)/2].plus(w.lefts[len(w.points)/2].times(beside))
	}
	a.sign = best
	m.taken = append(m.taken, disc{best, r, 0})
}

// setTag puts the numbers of the tracks on the first half of an arrow, away from
// the marks at its head, or beside it.
func (m *marker) setTag(i int) {
	var tries []float64
	for k := range 15 {
		tries = append(tries, 0.15+0.04*float64(k))
	}
	width := float64(TagWidth(len(m.s.d.Edges[i].Tracks)))
	at := m.along(i, disc{m.s.arrows[i].line.at(0.3), tagRound, width/2 - 2}, 0.35, tries)
	m.s.arrows[i].tag = &at
}

// setCount puts the number of bundled relations on the middle of its arrow.
func (m *marker) setCount(i int) {
	var tries []float64
	for k := range 17 {
		tries = append(tries, 0.5+float64((k+1)/2)*0.04*float64(1-2*(k%2)))
	}
	r := float64(CountHeight) / 2
	at := m.along(i, disc{m.s.arrows[i].line.at(0.5), r, max(0, float64(CountWidth(m.s.d.Edges[i].Count))/2-r)}, 0.5, tries)
	m.s.arrows[i].count = &at
}

// tagRound is the radius of a disc that holds the corners of a tag, 2 from its end.
const tagRound = 4.8

// along takes a place for a mark on an arrow or beside it: of the parameters
// tried that which is free, crosses few lines and lies near the one wanted. Where
// none is free the mark stays where it is, a clash.
func (m *marker) along(i int, d disc, wanted float64, tries []float64) vec {
	line := m.s.arrows[i].line
	best, least := d.at, math.Inf(1)
	for _, t := range tries {
		left := line.slope(t).left()
		off := d.r + 1.5 + d.half*math.Abs(left.x) // a wide mark beside an upright arrow
		for _, off := range [3]float64{0, off, -off} {
			d.at = line.at(t).plus(left.times(off))
			lines, ok := m.fits(d, i)
			if cost := math.Abs(t-wanted)*6 + 3*float64(lines) + math.Abs(off)*0.2; ok && cost < least {
				best, least = d.at, cost
			}
		}
	}
	if math.IsInf(least, 1) {
		m.clash = append(m.clash, i)
	}
	d.at = best
	m.taken = append(m.taken, d)
	return best
}
