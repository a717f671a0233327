package diagram

import "math"

// A lens brings the whole map to a picture. Along each axis it stretches the map
// where something is lit: the density is
//
//	w(v) = 1 + a·Σ exp(−((v − lit)/σ)²/2)
//
// integrated and scaled to the size of the picture. It grows all the way, so
// what lies left stays left and what lies above stays above.
type lens struct{ x, y axis }

// Reach of the stretching, in points of the whole map.
const (
	reachAcross = 26.0
	reachDown   = 20.0
)

// newLens makes a lens from the frame of a map to the size of a picture.
func newLens(frame, size vec, lit []vec, a float64) lens {
	var xs, ys []float64
	for _, p := range lit {
		xs, ys = append(xs, p.x), append(ys, p.y)
	}
	return lens{newAxis(frame.x, size.x, xs, a, reachAcross), newAxis(frame.y, size.y, ys, a, reachDown)}
}

func (l lens) at(p vec) vec { return vec{l.x.at(p.x), l.y.at(p.y)} }

func (l lens) rect(r rect) rect {
	return rect{l.x.at(r.x0), l.y.at(r.y0), l.x.at(r.x1), l.y.at(r.y1)}
}

// curve brings a curve to the picture in four pieces. Each keeps its ends and
// the directions there, so that the whole has no corner, and runs past the same
// stations on the same side.
func (l lens) curve(c cubic) []cubic {
	const pieces = 4
	out := make([]cubic, pieces)
	for k := range out {
		p := c.part(float64(k)/pieces, float64(k+1)/pieces)
		a, b := l.at(p[0]), l.at(p[3])
		out[k] = cubic{a, a.plus(l.turn(p[0], p[1].minus(p[0]))), b.plus(l.turn(p[3], p[2].minus(p[3]))), b}
	}
	return out
}

// turn brings a direction at p to the picture.
func (l lens) turn(p, d vec) vec { return vec{d.x * l.x.density(p.x), d.y * l.y.density(p.y)} }

// An axis is one direction of a lens.
type axis struct {
	lit         []float64
	a, reach    float64
	zero, scale float64
}

func newAxis(from, to float64, lit []float64, a, reach float64) axis {
	x := axis{lit: lit, a: a, reach: reach, scale: 1}
	x.zero = x.sum(0)
	x.scale = to / (x.sum(from) - x.zero)
	return x
}

// sum is the integral of the density up to v, by the error function.
func (x axis) sum(v float64) float64 {
	s := v
	if x.a > 0 {
		for _, lit := range x.lit {
			s += x.a * x.reach * math.Sqrt(math.Pi/2) * math.Erf((v-lit)/(x.reach*math.Sqrt2))
		}
	}
	return s
}

func (x axis) at(v float64) float64 { return (x.sum(v) - x.zero) * x.scale }

func (x axis) density(v float64) float64 {
	w := 1.0
	if x.a > 0 {
		for _, lit := range x.lit {
			u := (v - lit) / x.reach
			w += x.a * math.Exp(-u*u/2)
		}
	}
	return w * x.scale
}
