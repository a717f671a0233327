package picture

import (
	"math"

	"slotmemo/templates"
)

// station is a factor: a dot.
func station(c Point, r Pt, role templates.Role) []Shape {
	return []Shape{circle(c, r, role, templates.None, 0)}
}

// eye is the mark of a goal: two rims and a dot.
func eye(c Point, r Pt, role templates.Role) []Shape {
	return []Shape{
		circle(c, r-0.45, templates.Paper, role, 0.9),
		circle(c, r*0.52, templates.None, role, 0.9),
		circle(c, r*0.18, role, templates.None, 0),
	}
}

// gauge is the mark of a point of intervention: a scale of three quarters of a
// circle, open below, with a hand that points to the right of its top.
func gauge(c Point, r Pt, role templates.Role) []Shape {
	ring := r - 0.5
	y := c.Y + ring*0.12 // the gap below makes it look high
	c.Y = y
	face := &Path{Segments: arc(c, ring, 0.77*math.Pi, 2.23*math.Pi), Stroke: role, Width: 1, Round: true}
	needle := stroke(c, Point{c.X + ring*0.5, y - ring*0.58}, role, 1)
	needle.Round = true
	return []Shape{face, needle, circle(c, ring*0.27, role, templates.None, 0)}
}

// ringed draws a ring round what stands at c: it is met in another picture too.
func ringed(c Point, r Pt) []Shape {
	return []Shape{circle(c, r-0.5, templates.None, templates.Ink, 1)}
}
