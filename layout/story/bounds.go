package story

import "math"

// bounds gives the rectangle that holds all of some parts.
func (s *setter) bounds(parts []Part) Rect {
	b := empty()
	for _, p := range parts {
		for _, shape := range p.Shapes {
			b = b.with(s.boxOf(shape))
		}
	}
	return b.rect()
}

// A span is a rectangle by two corners.
type span struct{ x0, y0, x1, y1 Pt }

func empty() span {
	inf := Pt(math.Inf(1))
	return span{inf, inf, -inf, -inf}
}

func (a span) with(b span) span {
	return span{min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)}
}

func (a span) meets(b span, gap Pt) bool {
	return a.x0 < b.x1+gap && b.x0 < a.x1+gap && a.y0 < b.y1+gap && b.y0 < a.y1+gap
}

func (a span) rect() Rect {
	if a.x0 > a.x1 {
		return Rect{}
	}
	return Rect{X: a.x0, Y: min(a.y0, 0), W: a.x1 - a.x0, H: a.y1 - min(a.y0, 0)}
}

func around(points []Point, by Pt) span {
	b := empty()
	for _, p := range points {
		b = b.with(span{p.X - by, p.Y - by, p.X + by, p.Y + by})
	}
	return b
}

// boxOf gives what a shape covers, a little more where it is curved.
func (s *setter) boxOf(shape Shape) span {
	switch shape := shape.(type) {
	case *Words:
		return s.wordsBox(shape)
	case *Mark:
		return around([]Point{shape.At}, shape.Radius)
	case *Chip:
		b := shape.Box
		return span{b.X, b.Y, b.X + b.W, b.Y + b.H}
	case *Line:
		return around(shape.Points, shape.Width/2)
	case *Area:
		return around(shape.Points, 0)
	case *Arrow:
		return around(append([]Point{shape.Tip}, shape.Curve...), shape.Width/2)
	}
	return empty()
}

// wordsBox gives what a line of words covers: its capitals and its tails.
func (s *setter) wordsBox(w *Words) span {
	width := s.fonts.Width(w.Face, w.Size, w.Text)
	from := Pt(0)
	switch w.Anchor {
	case Middle:
		from = -width / 2
	case End:
		from = -width
	}
	const rise, tail = 0.72, 0.22
	sin, cos := math.Sincos(w.Turn * math.Pi / 180)
	b := empty()
	for _, c := range [4]Point{
		{X: from, Y: -rise * w.Size},
		{X: from + width, Y: -rise * w.Size},
		{X: from, Y: tail * w.Size},
		{X: from + width, Y: tail * w.Size},
	} {
		p := Point{X: w.At.X + c.X*Pt(cos) + c.Y*Pt(sin), Y: w.At.Y - c.X*Pt(sin) + c.Y*Pt(cos)}
		b = b.with(span{p.X, p.Y, p.X, p.Y})
	}
	return b
}
