package picture

import "slotmemo/templates"

// up is a change upward: a filled triangle of radius r about c.
func up(c Point, r Pt) []Shape {
	return []Shape{&Path{Segments: triangle(c, r, -1), Fill: templates.Plus}}
}

// down is a change downward: an open triangle that stands on its point.
func down(c Point, r Pt) []Shape {
	const line = 1.3
	return []Shape{&Path{
		Segments: triangle(c, max(r-line*0.7, 0.5), 1), Fill: templates.Paper, Stroke: templates.Minus, Width: line,
	}}
}

// triangle has equal sides and its point above (−1) or below (+1).
func triangle(c Point, r, point Pt) []Segment {
	const half = 0.8660254 // of a side, in radii
	return []Segment{
		moveTo(c.X, c.Y+point*r), lineTo(c.X+r*half, c.Y-point*r/2), lineTo(c.X-r*half, c.Y-point*r/2), closed,
	}
}
