package diagram

import "math"

// A vec is a point or a direction in points, y downward.
type vec struct{ x, y float64 }

func (a vec) plus(b vec) vec           { return vec{a.x + b.x, a.y + b.y} }
func (a vec) minus(b vec) vec          { return vec{a.x - b.x, a.y - b.y} }
func (a vec) times(f float64) vec      { return vec{a.x * f, a.y * f} }
func (a vec) dot(b vec) float64        { return a.x*b.x + a.y*b.y }
func (a vec) cross(b vec) float64      { return a.x*b.y - a.y*b.x }
func (a vec) length() float64          { return math.Sqrt(a.x*a.x + a.y*a.y) }
func (a vec) to(b vec) float64         { return b.minus(a).length() }
func (a vec) mix(b vec, t float64) vec { return vec{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }

// unit gives the direction of a; to the right if it has none.
func (a vec) unit() vec {
	l := a.length()
	if l < 1e-9 {
		return vec{1, 0}
	}
	return a.times(1 / l)
}

// left gives the direction to the left of travel along a.
func (a vec) left() vec { return vec{a.y, -a.x} }

// A rect is a rectangle by two corners.
type rect struct{ x0, y0, x1, y1 float64 }

func around(c vec, w, h float64) rect { return rect{c.x - w/2, c.y - h/2, c.x + w/2, c.y + h/2} }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }
func (r rect) center() vec     { return vec{(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2} }
func (r rect) grow(d float64) rect {
	return rect{r.x0 - d, r.y0 - d, r.x1 + d, r.y1 + d}
}

func (r rect) move(d vec) rect {
	return rect{r.x0 + d.x, r.y0 + d.y, r.x1 + d.x, r.y1 + d.y}
}

func (r rect) with(p vec) rect {
	return rect{min(r.x0, p.x), min(r.y0, p.y), max(r.x1, p.x), max(r.y1, p.y)}
}

func (r rect) has(p vec) bool { return p.x > r.x0 && p.x < r.x1 && p.y > r.y0 && p.y < r.y1 }

func (r rect) meets(s rect) bool {
	return r.x0 < s.x1 && s.x0 < r.x1 && r.y0 < s.y1 && s.y0 < r.y1
}

// distance of a point to a rectangle; 0 inside.
func (r rect) distance(p vec) float64 {
	dx := max(r.x0-p.x, 0, p.x-r.x1)
	dy := max(r.y0-p.y, 0, p.y-r.y1)
	return math.Sqrt(dx*dx + dy*dy)
}

// beside tells, quickly, that the line from a to b lies on one side of r.
func (r rect) beside(a, b vec) bool {
	return a.x < r.x0 && b.x < r.x0 || a.x > r.x1 && b.x > r.x1 || a.y < r.y0 && b.y < r.y0 || a.y > r.y1 && b.y > r.y1
}

// inside gives how much of the straight line from a to b lies in r, from 0 to 1.
func (r rect) inside(a, b vec) float64 {
	t0, t1 := 0.0, 1.0
	d := b.minus(a)
	for _, side := range [4][2]float64{{-d.x, a.x - r.x0}, {d.x, r.x1 - a.x}, {-d.y, a.y - r.y0}, {d.y, r.y1 - a.y}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return 0
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	return max(0, t1-t0)
}

// crossing tells whether the lines a–b and c–d cross, and where on a–b.
func crossing(a, b, c, d vec) (float64, bool) {
	r, s := b.minus(a), d.minus(c)
	den := r.cross(s)
	if math.Abs(den) < 1e-12 {
		return 0, false
	}
	t := c.minus(a).cross(s) / den
	u := c.minus(a).cross(r) / den
	return t, t > 0 && t < 1 && u > 0 && u < 1
}

// lineDistance is the distance of p to the line a–b.
func lineDistance(p, a, b vec) float64 {
	d := b.minus(a)
	l := d.dot(d)
	if l == 0 {
		return p.to(a)
	}
	t := max(0, min(1, p.minus(a).dot(d)/l))
	return p.to(a.plus(d.times(t)))
}

// A cubic is a Bézier curve of one piece: everything that is drawn here has
// one bend or two.
type cubic [4]vec

func (c cubic) at(t float64) vec {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return vec{
		a*c[0].x + b*c[1].x + d*c[2].x + e*c[3].x,
		a*c[0].y + b*c[1].y + d*c[2].y + e*c[3].y,
	}
}

// part gives the piece from s to t, after de Casteljau.
func (c cubic) part(s, t float64) cubic {
	if s >= 1 {
		return cubic{c[3], c[3], c[3], c[3]}
	}
	_, c = c.split(s)
	c, _ = c.split((t - s) / (1 - s))
	return c
}

func (c cubic) split(t float64) (cubic, cubic) {
	ab, bc, cd := c[0].mix(c[1], t), c[1].mix(c[2], t), c[2].mix(c[3], t)
	abc, bcd := ab.mix(bc, t), bc.mix(cd, t)
	mid := abc.mix(bcd, t)
	return cubic{c[0], ab, abc, mid}, cubic{mid, bcd, cd, c[3]}
}

// grid rounds to 0.01 pt: positions are rounded before they are used, so that
// no processor's last bit reaches an output.
func grid(f float64) float64 {
	r := math.Round(f*100) / 100
	if r == 0 {
		return 0 // no negative zero
	}
	return r
}

func pt(f float64) Pt      { return Pt(grid(f)) }
func (a vec) point() Point { return Point{X: pt(a.x), Y: pt(a.y)} }
func (r rect) rounded() Rect {
	return Rect{X: pt(r.x0), Y: pt(r.y0), W: pt(r.x1 - r.x0), H: pt(r.y1 - r.y0)}
}

// samples gives n+1 points along a curve.
func (c cubic) samples(n int) []vec {
	out := make([]vec, n+1)
	for k := range out {
		out[k] = c.at(float64(k) / float64(n))
	}
	return out
}

// boundsOf gives the least rectangle that holds all points.
func boundsOf(points []vec) rect {
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		r = r.with(p)
	}
	return r
}

// crossings counts how often two lines of straight pieces cross.
func crossings(a, b []vec) int {
	n := 0
	for i := range len(a) - 1 {
		piece := rect{min(a[i].x, a[i+1].x), min(a[i].y, a[i+1].y), max(a[i].x, a[i+1].x), max(a[i].y, a[i+1].y)}
		for j := range len(b) - 1 {
			if piece.beside(b[j], b[j+1]) {
				continue
			}
			if _, ok := crossing(a[i], a[i+1], b[j], b[j+1]); ok {
				n++
			}
		}
	}
	return n
}
