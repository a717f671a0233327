package diagram

import "math"

// bows are the heights of the curves that are tried, as parts of their length:
// nearly straight ones first.
var bows = []float64{0.07, -0.07, 0.13, -0.13, 0, 0.2, -0.2, 0.29, -0.29, 0.4, -0.4, 0.55, -0.55}

// skews are the bows of curves that bend early or late.
var skews = []float64{0.16, -0.16, 0.3, -0.3}

// An effort says how much is tried for each arrow.
type effort struct{ bows, skews, rounds int }

// effort depends on the number of arrows alone: their pairs are what costs.
func (s *sketch) effort() effort {
	switch n := len(s.links); {
	case n <= 70:
		return effort{len(bows), len(skews), 5}
	case n <= 150:
		return effort{len(bows), 2, 4}
	case n <= 400:
		return effort{7, 0, 3}
	}
	return effort{4, 0, 2}
}

// waysOf lists the curves that link i may take.
func (s *sketch) waysOf(i int) []way {
	l := s.links[i]
	a, b := s.bodies[l.from], s.bodies[l.to]
	p, q := a.anchor(b.at), b.anchor(a.at)
	chord := q.minus(p)
	n := chord.left()
	outward := s.outward(i, p, q)
	var ways []way
	free := false
	add := func(c cubic, bow float64) {
		w, ok := s.way(l, c)
		if !ok {
			return
		}
		w.bow = bow
		w.cost += s.bendCost(bow, outward)
		free = free || w.cost < s.costHit()
		ways = append(ways, w)
	}
	e := s.effort()
	for _, bow := range bows[:e.bows] {
		h := n.times(bow * 4 / 3)
		t := 0.3 - 0.12*min(0.4, math.Abs(bow))
		add(cubic{p, p.plus(chord.times(t)).plus(h), q.minus(chord.times(t)).plus(h), q}, bow)
	}
	for _, bow := range skews[:e.skews] {
		h := n.times(bow * 4 / 3)
		add(cubic{p, p.plus(chord.times(0.1)).plus(h.times(1.3)), q.minus(chord.times(0.45)).plus(h.times(0.5)), q}, bow*1.1)
		add(cubic{p, p.plus(chord.times(0.45)).plus(h.times(0.5)), q.minus(chord.times(0.1)).plus(h.times(1.3)), q}, bow*1.1)
	}
	if !free && e.skews > 0 {
		for _, v := range s.detours(l, p, q) {
			bow := v.minus(p).dot(n) / max(1, chord.dot(chord))
			add(through(p, v, q), bow*1.2)
		}
	}
	if !free && e.skews > 0 {
		ways = append(ways, s.wayOut(l, outward)...)
	}
	if len(ways) == 0 { // two bodies upon each other
		w, _ := s.way(l, cubic{p, p.mix(q, 0.3), p.mix(q, 0.7), q})
		w.cost = s.costHit()
		ways = append(ways, w)
	}
	return ways
}

// bendCost likes a light bow to the outside.
func (s *sketch) bendCost(bow, outward float64) float64 {
	cost := costBend * bow * bow
	if outward == 0 {
		return cost + 2*math.Abs(math.Abs(bow)-0.07)
	}
	const best = 0.12
	d := bow*outward - best
	if d < 0 {
		return cost - costInward*d
	}
	return cost + 2*d
}

// outward tells on which side of the link p–q lies the outside: +1 left, −1
// right. For a link of a loop it is away from the middle of the loop, so that
// loops look like loops; else away from the middle of all.
func (s *sketch) outward(i int, p, q vec) float64 {
	middle := s.middleOf(i)
	side := p.mix(q, 0.5).minus(middle).dot(q.minus(p).left())
	switch {
	case side > 1e-6:
		return 1
	case side < -1e-6:
		return -1
	}
	return 1
}

func (s *sketch) middleOf(i int) vec {
	for _, r := range s.rings {
		for _, k := range r.links {
			if k == i && len(r.nodes) > 2 {
				return s.center(r.nodes)
			}
		}
	}
	l := s.links[i]
	for _, m := range s.links { // of a cycle of two the left side of each is outside
		if m.from == l.to && m.to == l.from {
			a, b := s.bodies[l.from].at, s.bodies[l.to].at
			return a.mix(b, 0.5).minus(b.minus(a).left())
		}
	}
	var sum vec
	for _, b := range s.bodies[:s.nodes] {
		sum = sum.plus(b.at)
	}
	return sum.times(1 / float64(s.nodes))
}

// way cuts a curve at the patches of its two bodies, and finds what it costs
// by itself. It is no way if the bodies leave less than a head between them.
func (s *sketch) way(l link, c cubic) (way, bool) {
	const steps, least = 24, 9.0
	a, b := s.bodies[l.from], s.bodies[l.to]
	// The last point in each body counts: a short line of a label lets a curve out
	// that runs into the next line.
	t0, t1 := 0.0, 1.0
	for k := steps / 2; k > 0 && t0 == 0; k-- {
		if t := float64(k) / steps; a.covers(c.at(t)) {
			t0 = t
		}
	}
	for k := steps / 2; k > 0 && t1 == 1; k-- {
		if t := 1 - float64(k)/steps; b.covers(c.at(t)) {
			t1 = t
		}
	}
	t0 = bisect(t0, t0+1.0/steps, func(t float64) bool { return a.covers(c.at(t)) })
	t1 = 1 - bisect(1-t1, 1-t1+1.0/steps, func(t float64) bool { return b.covers(c.at(1 - t)) })
	if t1 <= t0 || c.at(t0).to(c.at(t1)) < least {
		return way{curve: c.part(min(t0, 0.4), max(t1, 0.6))}.sampled(), false
	}
	w := way{curve: c.part(t0, t1)}.sampled()
	w.cost = s.aloneCost(l, &w)
	return w, true
}

// bisect finds where inside ends between t0, which is inside, and t1.
func bisect(t0, t1 float64, inside func(float64) bool) float64 {
	for range 10 {
		if m := (t0 + t1) / 2; inside(m) {
			t0 = m
		} else {
			t1 = m
		}
	}
	return t1
}

func (w way) sampled() way {
	w.box = rect{w.curve[0].x, w.curve[0].y, w.curve[0].x, w.curve[0].y}
	for k := range samples + 1 {
		w.samples[k] = w.curve.at(float64(k) / samples)
		w.box = w.box.with(w.samples[k])
	}
	return w
}

// aloneCost charges a way for nodes in it, for touching the air round them, and
// for leaving the page.
func (s *sketch) aloneCost(l link, w *way) float64 {
	cost := 0.0
	for k, b := range s.bodies {
		r := b.rect().grow(3)
		if !r.meets(w.box) && !r.grow(0.1).meets(w.box) {
			continue
		}
		if k == l.from || k == l.to {
			cost += s.reentry(b, w)
			continue
		}
		if in := w.inside(b.rect().grow(hitAir)); in > 0 {
			cost += s.costHit() + costHitLen*in
		} else if w.inside(r) > 0 {
			cost += costNear
		}
	}
	for i := range s.groups {
		if t := s.groups[i].titleBox(); t.meets(w.box) && w.inside(t) > 0 {
			cost += s.titleCost(i)
		}
	}
	length := 0.0
	for i := range samples {
		length += w.samples[i].to(w.samples[i+1])
	}
	cost += costHairpin * max(0, length/max(6, w.samples[0].to(w.samples[samples]))-1.6)
	page := rect{2, 2, s.page.x - 2, s.page.y - 2}
	for _, p := range w.samples {
		cost += costOutside * page.distance(p)
	}
	return cost
}

// inside gives the length of a way in a rectangle.
func (w *way) inside(r rect) float64 {
	sum := 0.0
	for i := range samples {
		p, q := w.samples[i], w.samples[i+1]
		if r.beside(p, q) {
			continue
		}
		sum += r.inside(p, q) * p.to(q)
	}
	return sum
}

func (s *sketch) costHit() float64 {
	if s.nodes > smallDiagram {
		return costHitFull
	}
	return costHit
}

// reentry charges a curve that comes back into one of its own bodies.
func (s *sketch) reentry(b *body, w *way) float64 {
	for _, patch := range b.patches {
		r := patch.move(b.at).grow(-0.6) // it starts or ends at a border
		if !r.meets(w.box) {
			continue
		}
		for k := 1; k < samples-1; k++ {
			if r.inside(w.samples[k], w.samples[k+1]) > 0 {
				return s.costHit()
			}
		}
	}
	return 0
}

// detours lists points past the corners of the bodies that stand in the way
// from p to q.
func (s *sketch) detours(l link, p, q vec) []vec {
	const past, most = 9.0, 24
	var points []vec
	for k, b := range s.bodies {
		if k == l.from || k == l.to {
			continue
		}
		r := b.rect()
		if r.grow(past*2).inside(p, q) == 0 {
			continue
		}
		g := r.grow(past)
		c := g.center()
		points = append(points, vec{g.x0, g.y0}, vec{g.x1, g.y0}, vec{g.x0, g.y1}, vec{g.x1, g.y1},
			vec{g.x0, c.y}, vec{g.x1, c.y}, vec{c.x, g.y0}, vec{c.x, g.y1})
	}
	if len(points) > most {
		points = points[:most]
	}
	return points
}
