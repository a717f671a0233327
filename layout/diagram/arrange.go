package diagram

import (
	"cmp"
	"math"
	"slices"
)

// Distances between bodies, in points at full size of letters.
const (
	gapLeast  = 5.0  // between any two
	gapWanted = 9.0  // between any two, if there is room
	gapLinked = 26.0 // between the ends of an arrow: room for head, barriers and sign
	clear     = 46.0 // length of the middle arrow that is aimed at
	rim       = 8.0  // round all bodies, for arrows that go outside, at first
)

// arrange brings bodies to scale and apart, on the page. The arrangement that
// an engine or the map gave stays as it is as far as possible: left stays left
// and above stays above. It tells whether all of it fits without overlap.
func (s *sketch) arrange(keep, tiled bool) bool {
	if len(s.bodies) == 0 {
		return true
	}
	s.scale()
	s.placeRings()
	s.fitPage()
	if tiled {
		s.tile()
	}
	for i, by := range s.nudge {
		s.bodies[i].at = s.bodies[i].at.plus(by)
	}
	if !keep && s.nodes <= mediumDiagram {
		s.relax(false, gapWanted)
		s.untangle(6)
		s.relax(false, gapWanted)
		return s.separate()
	}
	s.relax(keep, s.airyGap())
	if keep && s.hints != nil && s.nodes > smallDiagram && s.nodes <= mediumDiagram {
		s.untangle(4)
		s.relax(keep, gapWanted)
	}
	return s.separate()
}

// scale makes the middle arrow `clear` long between its ends.
func (s *sketch) scale() {
	var ratios []float64
	for _, l := range s.links {
		a, b := s.bodies[l.from], s.bodies[l.to]
		d := b.at.minus(a.at)
		if d.length() > 1e-6 {
			ratios = append(ratios, (clear+a.reach(d)+b.reach(d))/d.length())
		}
	}
	if len(ratios) == 0 {
		ratios = s.nearest()
	}
	if len(ratios) == 0 {
		return
	}
	slices.Sort(ratios)
	f := ratios[len(ratios)/2]
	for _, b := range s.bodies {
		b.at = b.at.times(f)
	}
}

// nearest gives the same ratios for bodies without arrows: to the next body.
func (s *sketch) nearest() []float64 {
	var ratios []float64
	for i, a := range s.bodies[:s.nodes] {
		best := 0.0
		for j, b := range s.bodies[:s.nodes] {
			d := b.at.minus(a.at)
			if i != j && d.length() > 1e-6 {
				best = max(best, (gapLinked+a.reach(d)+b.reach(d))/d.length())
			}
		}
		if best > 0 {
			ratios = append(ratios, best)
		}
	}
	return ratios
}

// reach is how far a body extends from its centre in a direction.
func (b *body) reach(d vec) float64 {
	u := d.unit()
	w, h := b.box.width()/2, b.box.height()/2
	return min(w/max(1e-6, math.Abs(u.x)), h/max(1e-6, math.Abs(u.y)))
}

// fitPage squeezes the arrangement where it is larger than the page, and uses
// in the other direction what it loses in the one.
func (s *sketch) fitPage() {
	lo, hi := s.bodies[0].at, s.bodies[0].at
	var w, h float64
	for _, b := range s.bodies {
		lo = vec{min(lo.x, b.at.x), min(lo.y, b.at.y)}
		hi = vec{max(hi.x, b.at.x), max(hi.y, b.at.y)}
		w, h = max(w, b.box.width()), max(h, b.box.height())
	}
	room := vec{s.page.x - 2*s.rim.x - w, s.page.y - 2*s.rim.y - h}
	span := hi.minus(lo)
	fx, fy := min(1, room.x/max(1, span.x)), min(1, room.y/max(1, span.y))
	if fx < 1 {
		fy = min(room.y/max(1, span.y), fy*min(1.5, math.Sqrt(1/fx)))
	} else if fy < 1 {
		fx = min(room.x/max(1, span.x), fx*min(1.5, math.Sqrt(1/fy)))
	}
	middle := lo.mix(hi, 0.5)
	for _, b := range s.bodies {
		d := b.at.minus(middle)
		b.at = s.page.times(0.5).plus(vec{d.x * fx, d.y * fy})
	}
}

// closer narrows the bands, across and down, in which nothing stands: a view of
// part of the map has many. What stands left or above stays so.
func (s *sketch) closer() {
	const band, rest = 34.0, 0.2
	narrow := func(get func(*vec) *float64) {
		order := slices.Clone(s.bodies[:s.nodes])
		slices.SortStableFunc(order, func(a, b *body) int { return cmp.Compare(*get(&a.at), *get(&b.at)) })
		was, shift := 0.0, 0.0
		for i, b := range order {
			at := get(&b.at)
			if gap := *at - was; i > 0 && gap > band {
				shift += (gap - band) * (1 - rest)
			}
			was = *at
			*at -= shift
		}
	}
	narrow(func(v *vec) *float64 { return &v.x })
	narrow(func(v *vec) *float64 { return &v.y })
}

// placeRings puts the names of loops in the middle of their nodes.
func (s *sketch) placeRings() {
	for _, r := range s.rings {
		s.bodies[r.body].at = s.center(r.nodes)
	}
}

// relax moves bodies by small steps: apart where they are close, off the
// straight lines between others, names of loops to the middle, all on the page.
// Gaps begin at wide. The number of steps depends on the size of the diagram alone.
func (s *sketch) relax(keep bool, wide float64) {
	steps := max(40, min(160, 60_000/max(1, len(s.bodies)*len(s.bodies))))
	linked := s.linkedPairs()
	for step := range steps {
		f := 1 - float64(step)/float64(steps)
		s.push(gapLinked, 0.25*max(f, 0.5), linked)
		for i, gap := range s.apart {
			if gap > 0 {
				s.part(s.links[i], gap)
			}
		}
		if !keep || step < steps/2 {
			s.offLines(0.3 * f)
		}
		s.pullRings(0.3)
		s.pushAreas(1)
		s.push(gapWanted+(wide-gapWanted)*f, 0.5, nil)
		s.toPage()
	}
}

// airyGap is the gap between bodies that would share out the white of the
// arrangement evenly; less than that, since nobody asks for rows and columns.
func (s *sketch) airyGap() float64 {
	const most = 22.0
	share := 0.4
	if s.cells != nil {
		share = 0.6 // a cell is there to be used
	}
	r := s.bounds().grow(rim)
	area := 0.0
	for _, b := range s.bodies {
		area += b.box.width() * b.box.height()
	}
	n := float64(len(s.bodies))
	return max(gapWanted, min(most, share*(math.Sqrt(r.width()*r.height()/n)-math.Sqrt(area/n))))
}

// linkedPairs lists each pair of linked bodies once.
func (s *sketch) linkedPairs() [][2]int {
	var pairs [][2]int
	for _, l := range s.links {
		pairs = append(pairs, [2]int{min(l.from, l.to), max(l.from, l.to)})
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(pairs)
}

// push moves pairs (all of them if pairs is nil) apart that are closer than
// gap, along the axis on which that is the shorter way.
func (s *sketch) push(gap, rate float64, pairs [][2]int) bool {
	moved := false
	if pairs != nil {
		for _, p := range pairs {
			moved = s.pushPair(p[0], p[1], gap, rate) || moved
		}
		return moved
	}
	for i := range s.bodies {
		for j := i + 1; j < len(s.bodies); j++ {
			moved = s.pushPair(i, j, gap, rate) || moved
		}
	}
	return moved
}

func (s *sketch) pushPair(i, j int, gap, rate float64) bool {
	a, b := s.bodies[i], s.bodies[j]
	d := b.at.minus(a.at)
	ox := (a.box.width()+b.box.width())/2 + gap - math.Abs(d.x)
	oy := (a.box.height()+b.box.height())/2 + gap - math.Abs(d.y)
	if ox <= 1e-3 || oy <= 1e-3 {
		return false
	}
	var by vec
	if ox < oy {
		by.x = ox
	} else {
		by.y = oy
	}
	if d.x < 0 || (d.x == 0 && i > j) {
		by.x = -by.x
	}
	if d.y < 0 || (d.y == 0 && i > j) {
		by.y = -by.y
	}
	b.at = b.at.plus(by.times(rate))
	a.at = a.at.minus(by.times(rate))
	return true
}

// part moves the ends of a link apart: first along the shorter way, and if that
// didn't help (its gap was raised again) sideways.
func (s *sketch) part(l link, gap float64) {
	const rate, again = 0.3, gapLinked + 7
	if gap < again {
		s.pushPair(l.from, l.to, gap, rate)
		return
	}
	a, b := s.bodies[l.from], s.bodies[l.to]
	d := b.at.minus(a.at)
	lack := (a.box.width()+b.box.width())/2 + gapLinked - math.Abs(d.x)
	if lack < 0 || math.Abs(d.y) > (a.box.height()+b.box.height())/2+gapLinked {
		return
	}
	if d.x < 0 {
		lack = -lack
	}
	a.at.x -= lack * rate / 2
	b.at.x += lack * rate / 2
}

// offLines moves bodies off the straight lines between two others.
func (s *sketch) offLines(rate float64) {
	for _, l := range s.links {
		a, b := s.bodies[l.from], s.bodies[l.to]
		span := rect{a.at.x, a.at.y, a.at.x, a.at.y}.with(b.at)
		for k, c := range s.bodies {
			if k == l.from || k == l.to || (c.ringLabel && rate < 0.1) {
				continue
			}
			r := c.rect().grow(2)
			if !span.meets(r) || r.inside(a.at, b.at) == 0 {
				continue
			}
			n := b.at.minus(a.at).unit().left()
			side := c.at.minus(a.at).dot(n)
			need := math.Abs(n.x)*r.width()/2 + math.Abs(n.y)*r.height()/2 - math.Abs(side)
			if side < 0 {
				n = n.times(-1)
			}
			by := n.times(need * rate)
			c.at = c.at.plus(by.times(0.6))
			a.at = a.at.minus(by.times(0.2))
			b.at = b.at.minus(by.times(0.2))
		}
	}
}

func (s *sketch) pullRings(rate float64) {
	for _, r := range s.rings {
		b := s.bodies[r.body]
		b.at = b.at.mix(s.center(r.nodes), rate)
	}
}

// toPage keeps bodies on the page, and areas with their titles.
func (s *sketch) toPage() {
	if s.cells != nil {
		s.toCells()
		return
	}
	for i, b := range s.bodies {
		w, h := b.box.width()/2+s.rim.x, b.box.height()/2+s.rim.y
		top := h
		if s.member[i] {
			w, h, top = w+areaAir-2, h+areaAir-2, top+areaAir+areaTitle-2
		}
		b.at.x = max(w, min(s.page.x-w, b.at.x))
		b.at.y = max(top, min(s.page.y-h, b.at.y))
	}
}

// separate removes what overlap is left, and tells whether it could.
func (s *sketch) separate() bool {
	for range 300 {
		moved := s.push(gapLeast+0.2, 0.52, nil)
		moved = s.pushAreas(1) || moved
		s.toPage()
		if !moved {
			break
		}
	}
	s.frameAreas()
	return !s.tooClose()
}

// tooClose tells whether two bodies are closer than gapLeast, or a stranger
// stands in an area.
func (s *sketch) tooClose() bool {
	for i, a := range s.bodies {
		r := a.rect().grow(gapLeast - 0.2)
		for _, b := range s.bodies[i+1:] {
			if r.meets(b.rect()) {
				return true
			}
		}
	}
	return s.strangers() > 0
}
