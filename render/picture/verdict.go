package picture

import "slotmemo/templates"

// good says that a goal comes nearer: a filled round with a tick. Shape and fill
// say it without hue, and so does the word that stands beside it.
func good(c Point, r Pt) []Shape {
	tick := &Path{
		Segments: []Segment{
			moveTo(c.X-r*0.48, c.Y+r*0.05), lineTo(c.X-r*0.12, c.Y+r*0.4), lineTo(c.X+r*0.5, c.Y-r*0.36),
		},
		Stroke: templates.Paper, Width: r * 0.3,
	}
	return []Shape{circle(c, r, templates.Ink, templates.None, 0), tick}
}

// bad says that a goal moves away: an open square with a cross.
func bad(c Point, r Pt) []Shape {
	const rim = 1.1
	side, arm := r-rim/2, r*0.45
	box := &Path{
		Segments: []Segment{
			moveTo(c.X-side, c.Y-side), lineTo(c.X+side, c.Y-side), lineTo(c.X+side, c.Y+side), lineTo(c.X-side, c.Y+side), closed,
		},
		Fill: templates.Paper, Stroke: templates.Ink, Width: rim,
	}
	return []Shape{
		box,
		stroke(Point{c.X - arm, c.Y - arm}, Point{c.X + arm, c.Y + arm}, templates.Ink, 1.2),
		stroke(Point{c.X - arm, c.Y + arm}, Point{c.X + arm, c.Y - arm}, templates.Ink, 1.2),
	}
}
