package picture

import (
	"fmt"

	"slotmemo/layout/mark"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Story draws a placed drawing: circles, ribbons, branches, disputes, charts,
// and what lies with one reader.
func Story(p *story.Placed, fonts *text.Fonts) *Picture {
	pic := &Picture{ID: p.ID, Width: p.Width, Height: p.Height}
	for i := range p.Parts {
		pic.add(drawPart(&p.Parts[i], fonts))
	}
	if len(p.Key) > 0 {
		pic.add(keyLine(p.Key, Point(p.KeyAt)))
	}
	pic.round()
	return pic
}

func drawPart(p *story.Part, fonts *text.Fonts) *Group {
	out := &Group{Kind: p.Kind, ID: p.ID, Label: p.Label}
	for _, shape := range p.Shapes {
		if a, ok := shape.(*story.Arrow); ok {
			edgeData(out, a.Edge)
		}
	}
	for _, f := range p.Facts {
		out.say(f.Name, f.Value)
	}
	for _, shape := range p.Shapes {
		out.add(drawShape(shape, fonts)...)
	}
	return out
}

func drawShape(shape story.Shape, fonts *text.Fonts) []Shape {
	switch s := shape.(type) {
	case *story.Words:
		return drawWords(s, fonts)
	case *story.Line:
		return []Shape{&Path{Segments: outline(s.Points, s.Curved, false), Stroke: s.Color, Width: s.Width, Dash: s.Dash, Round: s.Round}}
	case *story.Area:
		return []Shape{&Path{Segments: outline(s.Points, s.Curved, true), Fill: s.Color}}
	case *story.Mark:
		return drawMark(s)
	case *story.Chip:
		return brokenChip(s.Box.X, s.Box.Y, s.Box.W, s.Lines, s.Own)
	case *story.Arrow:
		return drawArrow(s)
	}
	panic(fmt.Sprintf("picture: no rule for %T", shape))
}

// drawWords draws a line of words, on paper of its own where lines pass.
func drawWords(w *story.Words, fonts *text.Fonts) []Shape {
	words := label(w.At.X, w.At.Y, Anchor(w.Anchor), w.Face, w.Size, w.Color, w.Text)
	words.Turn = w.Turn
	if !w.Ground {
		return []Shape{words}
	}
	width := fonts.Width(w.Face, w.Size, w.Text)
	left := w.At.X
	switch w.Anchor {
	case story.Middle:
		left -= width / 2
	case story.End:
		left -= width
	}
	ground := roundedBox(left-1, w.At.Y-w.Size*0.76, width+2, w.Size, 1)
	return []Shape{&Path{Segments: ground, Fill: templates.Paper}, words}
}

func outline(points []story.Point, curved, close bool) []Segment {
	if len(points) == 0 {
		return nil
	}
	segments := []Segment{moveTo(points[0].X, points[0].Y)}
	if curved {
		for i := 1; i+2 < len(points); i += 3 {
			segments = append(segments, curveTo(Point(points[i]), Point(points[i+1]), Point(points[i+2])))
		}
	} else {
		for _, p := range points[1:] {
			segments = append(segments, lineTo(p.X, p.Y))
		}
	}
	if close {
		segments = append(segments, closed)
	}
	return segments
}

func drawMark(m *story.Mark) []Shape {
	at := Point(m.At)
	switch m.Kind {
	case story.Dot:
		return station(at, m.Radius, m.Color)
	case story.Hollow:
		return []Shape{circle(at, m.Radius-0.5, templates.Paper, m.Color, 1)}
	case story.Eye:
		return eye(at, m.Radius, m.Color)
	case story.Gauge:
		return gauge(at, m.Radius, m.Color)
	case story.Ringed:
		return ringed(at, m.Radius)
	case story.Good:
		return good(at, m.Radius)
	case story.Bad:
		return bad(at, m.Radius)
	case story.Numbered:
		return numbered(at, m.Radius, m.Text, m.Filled, m.Color, m.Size)
	case story.Turning:
		return ringMark(at, m.Radius, m.Text, !m.Left)
	}
	panic(fmt.Sprintf("picture: no rule for mark %d", m.Kind))
}

// drawArrow draws line, head, barriers and sign; of a band the sign only.
func drawArrow(a *story.Arrow) []Shape {
	role := signRole(a.Sign)
	var shapes []Shape
	if len(a.Curve) > 3 {
		line := &Path{Segments: outline(a.Curve, true, false), Stroke: role, Width: a.Width, Dash: a.Dash}
		line.Round = len(a.Dash) > 0 && a.Dash[0] == 0
		base := Point(a.Curve[len(a.Curve)-1])
		shapes = append(shapes, line, head(base, Point(a.Tip), a.Across, role))
	}
	for _, b := range a.Barriers {
		shapes = append(shapes, stroke(Point(b[0]), Point(b[1]), role, mark.BarrierWidth))
	}
	return append(shapes, sign(Point(a.SignAt), a.Sign)...)
}
