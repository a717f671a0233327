package picture

import (
	"math"

	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// drawRing marks a loop: its letter in an arrow that turns the way the loop
// does, its name under it.
func drawRing(r diagram.Ring) *Group {
	out := &Group{Kind: "ring", ID: r.ID, Label: r.Name}
	out.say("letter", r.Letter)
	turns := "left"
	if r.Clockwise {
		turns = "right"
	}
	out.say("turns", turns)
	out.add(ringMark(point(r.Center), diagram.RingRadius, r.Letter, r.Clockwise)...)
	for _, l := range r.Lines {
		out.add(lineOf(l))
	}
	return out
}

// ringMark is an arc of five sixths of a circle, open at the top where its head
// points, with a letter inside.
func ringMark(c Point, radius Pt, letter string, clockwise bool) []Shape {
	width := radius * 0.14
	r := radius - width/2 - 0.4
	const top, gap = -math.Pi / 2, 0.62
	from, to := top+gap/2, top+2*math.Pi-gap
	if !clockwise {
		from, to = top-gap/2, top-2*math.Pi+gap
	}
	line := &Path{Segments: arc(c, r, from, to), Stroke: templates.Ink, Width: width}
	at := func(a float64) Point {
		return Point{c.X + r*Pt(math.Cos(a)), c.Y + r*Pt(math.Sin(a))}
	}
	end := at(to)
	// The head follows the tangent where the arc ends.
	dir := Point{-Pt(math.Sin(to)), Pt(math.Cos(to))}
	if !clockwise {
		dir = Point{-dir.X, -dir.Y}
	}
	length := radius * 0.52
	tip := Point{end.X + dir.X*length, end.Y + dir.Y*length}
	size := radius * 1.1
	return []Shape{
		circle(c, radius, templates.Paper, templates.None, 0), line,
		head(end, tip, radius*0.5, templates.Ink),
		label(c.X, c.Y+size*0.33, Middle, text.SansBold, size, templates.Ink, letter),
	}
}
