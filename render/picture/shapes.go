package picture

import (
	"math"

	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// arcHandle is the length of a handle of a cubic curve that draws a quarter of
// a circle of radius 1: 4/3·tan(π/8).
const arcHandle = 0.5522847498

func moveTo(x, y Pt) Segment { return Segment{Op: Move, Points: [3]Point{{x, y}}} }
func lineTo(x, y Pt) Segment { return Segment{Op: Line, Points: [3]Point{{x, y}}} }
func curveTo(a, b, c Point) Segment {
	return Segment{Op: Curve, Points: [3]Point{a, b, c}}
}

var closed = Segment{Op: Close}

// stroke is a straight line.
func stroke(a, b Point, role templates.Role, width Pt) *Path {
	return &Path{Segments: []Segment{moveTo(a.X, a.Y), lineTo(b.X, b.Y)}, Stroke: role, Width: width}
}

// circle is a disc, or a rim, or both.
func circle(c Point, r Pt, fill, rim templates.Role, width Pt) *Path {
	return &Path{Segments: ellipse(c, r, r), Fill: fill, Stroke: rim, Width: width}
}

func ellipse(c Point, rx, ry Pt) []Segment {
	hx, hy := rx*arcHandle, ry*arcHandle
	return []Segment{
		moveTo(c.X+rx, c.Y),
		curveTo(Point{c.X + rx, c.Y + hy}, Point{c.X + hx, c.Y + ry}, Point{c.X, c.Y + ry}),
		curveTo(Point{c.X - hx, c.Y + ry}, Point{c.X - rx, c.Y + hy}, Point{c.X - rx, c.Y}),
		curveTo(Point{c.X - rx, c.Y - hy}, Point{c.X - hx, c.Y - ry}, Point{c.X, c.Y - ry}),
		curveTo(Point{c.X + hx, c.Y - ry}, Point{c.X + rx, c.Y - hy}, Point{c.X + rx, c.Y}),
		closed,
	}
}

// rounded is the outline of a rectangle with rounded corners. The corners are
// curves of our own: fpdf's RoundedRect leaves a clipping path open.
func rounded(r diagram.Rect, radius Pt) []Segment { return roundedBox(r.X, r.Y, r.W, r.H, radius) }

func roundedBox(x0, y0, w, height, radius Pt) []Segment {
	radius = min(radius, w/2, height/2)
	h := radius * (1 - arcHandle)
	x1, y1 := x0+w, y0+height
	return []Segment{
		moveTo(x0+radius, y0), lineTo(x1-radius, y0),
		curveTo(Point{x1 - h, y0}, Point{x1, y0 + h}, Point{x1, y0 + radius}), lineTo(x1, y1-radius),
		curveTo(Point{x1, y1 - h}, Point{x1 - h, y1}, Point{x1 - radius, y1}), lineTo(x0+radius, y1),
		curveTo(Point{x0 + h, y1}, Point{x0, y1 - h}, Point{x0, y1 - radius}), lineTo(x0, y0+radius),
		curveTo(Point{x0, y0 + h}, Point{x0 + h, y0}, Point{x0 + radius, y0}), closed,
	}
}

// arc is a part of a circle, from one angle to another in radians; angles grow
// clockwise, since y grows downward.
func arc(c Point, r Pt, from, to float64) []Segment {
	pieces := int(math.Ceil(math.Abs(to-from) / (math.Pi / 2)))
	step := (to - from) / float64(pieces)
	handle := r * Pt(4.0/3*math.Tan(step/4))
	at := func(a float64) (Point, Point) {
		cos, sin := Pt(math.Cos(a)), Pt(math.Sin(a))
		return Point{c.X + r*cos, c.Y + r*sin}, Point{-sin, cos}
	}
	p, dir := at(from)
	segments := []Segment{moveTo(p.X, p.Y)}
	for i := range pieces {
		q, next := at(from + step*float64(i+1))
		segments = append(segments, curveTo(
			Point{p.X + dir.X*handle, p.Y + dir.Y*handle},
			Point{q.X - next.X*handle, q.Y - next.Y*handle}, q))
		p, dir = q, next
	}
	return segments
}

// head is a slim arrowhead from the middle of its base to its tip. The base is
// hollow, so that the line seems to grow into it.
func head(base, tip Point, width Pt, role templates.Role) *Path {
	dx, dy := tip.X-base.X, tip.Y-base.Y
	length := Pt(math.Hypot(float64(dx), float64(dy)))
	if length == 0 {
		return &Path{}
	}
	dx, dy = dx/length, dy/length
	half, notch := width/2, length*0.22
	back := Point{base.X - dx*notch*0.5, base.Y - dy*notch*0.5}
	return &Path{Fill: role, Segments: []Segment{
		moveTo(tip.X, tip.Y),
		lineTo(back.X-dy*half, back.Y+dx*half),
		lineTo(base.X+dx*notch*0.5, base.Y+dy*notch*0.5),
		lineTo(back.X+dy*half, back.Y-dx*half),
		closed,
	}}
}

func label(x, y Pt, anchor Anchor, face text.Face, size Pt, color templates.Role, value string) *Text {
	return &Text{X: x, Y: y, Anchor: anchor, Face: face, Size: size, Color: color, Value: value}
}

func point(p diagram.Point) Point { return Point{p.X, p.Y} }
