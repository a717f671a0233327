package inspect

import "math"

// A point of the picture, in points; y grows downward.
type point struct{ x, y float64 }

// A shape is a convex polygon. Everything is looked at as one, so that one rule
// tells whether two things overlap.
type shape []point

func box(x0, y0, x1, y1 float64) shape {
	return shape{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
}

// disc is a polygon of 24 corners whose sides touch the circle from outside.
func disc(c point, r float64) shape {
	const corners = 24
	r /= math.Cos(math.Pi / corners)
	var s shape
	for k := range corners {
		a := 2 * math.Pi * float64(k) / corners
		s = append(s, point{c.x + r*math.Cos(a), c.y + r*math.Sin(a)})
	}
	return s
}

// bar is a straight line from a to b of some width.
func bar(a, b point, width float64) shape {
	dx, dy := b.x-a.x, b.y-a.y
	l := math.Hypot(dx, dy)
	if l == 0 {
		return disc(a, width/2)
	}
	nx, ny := -dy/l*width/2, dx/l*width/2
	return shape{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}}
}

// depth gives how far two shapes lie in each other: the shortest way by which one
// leaves the other, 0 or less if they don't touch (separating axes).
func depth(a, b shape) float64 {
	least := math.Inf(1)
	for _, s := range [2]shape{a, b} {
		for i, p := range s {
			q := s[(i+1)%len(s)]
			l := math.Hypot(q.x-p.x, q.y-p.y)
			if l == 0 {
				continue
			}
			nx, ny := (q.y-p.y)/l, (p.x-q.x)/l
			a0, a1 := shadow(a, nx, ny)
			b0, b1 := shadow(b, nx, ny)
			if least = min(least, a1-b0, b1-a0); least <= 0 {
				return least
			}
		}
	}
	return least
}

// shadow is what a shape covers of the axis n.
func shadow(s shape, nx, ny float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range s {
		d := p.x*nx + p.y*ny
		lo, hi = min(lo, d), max(hi, d)
	}
	return lo, hi
}

// outline gives the straight pieces of a curve (its start, then three points for
// each cubic piece) as bars of some width, after the formula of Bernstein.
func outline(curve []point, width float64) []shape {
	const fine = 48
	var bars []shape
	last := curve[0]
	for i := 0; i+3 < len(curve); i += 3 {
		a, b, c, d := curve[i], curve[i+1], curve[i+2], curve[i+3]
		for k := 1; k <= fine; k++ {
			t := float64(k) / fine
			u := 1 - t
			w := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
			p := point{
				w[0]*a.x + w[1]*b.x + w[2]*c.x + w[3]*d.x,
				w[0]*a.y + w[1]*b.y + w[2]*c.y + w[3]*d.y,
			}
			bars = append(bars, bar(last, p, width))
			last = p
		}
	}
	return bars
}
