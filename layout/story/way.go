package story

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
)

// A way is a curve of cubic pieces: its start, then three points for each piece.
type way []Point

func straight(a, b Point) way { return way{a, mix(a, b, 1.0/3), mix(a, b, 2.0/3), b} }

// bowed has handles that are pushed off the chord by a part of its length, to the
// left of one who goes from a to b.
func bowed(a, b Point, bow Pt) way {
	nx, ny := (b.Y-a.Y)*bow, (a.X-b.X)*bow
	return way{a, shifted(mix(a, b, 0.3), nx, ny), shifted(mix(a, b, 0.7), nx, ny), b}
}

// arcWay is a part of a circle; angles in radians, with the clock, 0 is the top.
func arcWay(c Point, r Pt, from, to float64) way {
	pieces := max(1, int(math.Ceil(math.Abs(to-from)/(math.Pi/4))))
	step := (to - from) / float64(pieces)
	handle := r * Pt(4.0/3*math.Tan(step/4))
	w := way{onCircle(c, r, from)}
	for i := range pieces {
		a, b := from+step*float64(i), from+step*float64(i+1)
		p, q := onCircle(c, r, a), onCircle(c, r, b)
		w = append(w,
			shifted(p, handle*Pt(math.Cos(a)), handle*Pt(math.Sin(a))),
			shifted(q, -handle*Pt(math.Cos(b)), -handle*Pt(math.Sin(b))), q)
	}
	return w
}

// onCircle gives the point of a circle at an angle with the clock from the top.
func onCircle(c Point, r Pt, angle float64) Point {
	return Point{X: c.X + r*Pt(math.Sin(angle)), Y: c.Y - r*Pt(math.Cos(angle))}
}

func mix(a, b Point, t Pt) Point { return Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t} }

func distance(a, b Point) Pt { return Pt(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))) }

// samples is how many straight bits measure a piece.
const samples = 48

func (w way) pieces() int { return (len(w) - 1) / 3 }

// split cuts piece i at t by de Casteljau's construction.
func (w way) split(i int, t Pt) (before, after way) {
	a, b, c, d := w[3*i], w[3*i+1], w[3*i+2], w[3*i+3]
	ab, bc, cd := mix(a, b, t), mix(b, c, t), mix(c, d, t)
	abc, bcd := mix(ab, bc, t), mix(bc, cd, t)
	mid := mix(abc, bcd, t)
	return way{a, ab, abc, mid}, way{mid, bcd, cd, d}
}

// length measures a way.
func (w way) length() Pt {
	total := Pt(0)
	for i := range w.pieces() {
		for k := range samples {
			total += distance(w.point(i, Pt(k)/samples), w.point(i, Pt(k+1)/samples))
		}
	}
	return total
}

func (w way) point(i int, t Pt) Point {
	before, _ := w.split(i, t)
	return before[3]
}

// find gives piece and parameter so far along the way.
func (w way) find(far Pt) (piece int, t Pt) {
	for i := range w.pieces() {
		for k := range samples {
			step := distance(w.point(i, Pt(k)/samples), w.point(i, Pt(k+1)/samples))
			if far <= step && step > 0 {
				return i, (Pt(k) + max(far, 0)/step) / samples
			}
			far -= step
		}
	}
	return w.pieces() - 1, 1
}

// at gives the point so far along the way, and the direction there.
func (w way) at(far Pt) (at, dir Point) {
	i, t := w.find(far)
	at = w.point(i, t)
	a, b := w.point(i, max(0, t-0.02)), w.point(i, min(1, t+0.02))
	if d := distance(a, b); d > 0 {
		dir = Point{X: (b.X - a.X) / d, Y: (b.Y - a.Y) / d}
	}
	return at, dir
}

// to gives the way up to so far; from what is left after it.
func (w way) to(far Pt) way {
	i, t := w.find(far)
	before, _ := w.split(i, t)
	return append(append(way{}, w[:3*i]...), before...)
}

func (w way) from(far Pt) way {
	i, t := w.find(far)
	_, after := w.split(i, t)
	return append(after, w[3*i+4:]...)
}

// Measures of an arrow along its way, from the tip back.
const (
	firstBarrier Pt = 2.4 // behind the base of the head
	discGap      Pt = 2.2 // between a disc and what stands before it
)

// arrow sets an edge along a way. from and to are left free at its ends.
func arrow(e document.Edge, w way, from, to Pt) *Arrow {
	width, dash := mark.Line(e.Weight)
	width *= mark.InView
	long, across := mark.Head(width)
	tipAt := w.length() - to
	baseAt := max(tipAt-long, from+0.1)
	a := &Arrow{Edge: e, Width: width, Dash: dash, Across: across}
	a.Tip, _ = w.at(tipAt)
	behind := baseAt
	if e.Barriers >= 2 { // slow: the one speed that changes a decision
		for i := range 2 {
			behind = baseAt - firstBarrier - Pt(i)*mark.BarrierApart
			p, dir := w.at(behind)
			half := mark.BarrierLength / 2
			a.Barriers = append(a.Barriers, [2]Point{shifted(p, -dir.Y*half, dir.X*half), shifted(p, dir.Y*half, -dir.X*half)})
		}
		behind -= mark.BarrierWidth
	}
	a.SignAt, _ = w.at(max(behind-discGap-mark.Disc, from+mark.Disc))
	a.Curve = w.to(baseAt).from(from)
	return a
}

// edgePart is an arrow as a part of its own.
func edgePart(a *Arrow) Part {
	return Part{Kind: "edge", ID: a.ID, Label: a.Label, Shapes: []Shape{a}}
}
