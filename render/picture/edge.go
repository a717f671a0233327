package picture

import (
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// bridge is how much wider the ground's line is under an arrow, so that the
// upper arrow seems to cross over the lower.
const bridge = 2.4

// roleOf is the colour of an arrow: that of its sign, where it has one to tell.
func roleOf(e document.Edge) templates.Role {
	switch {
	case e.Light == document.Ghost:
		return templates.Edge
	case e.Light == document.Quiet, e.Change == document.Gone:
		return templates.Faint
	case e.Points != 0, e.Count > 1:
		return templates.Soft
	}
	return signRole(e.Sign)
}

// dashOf tells weak and unknown arrows, and those that are no more.
func dashOf(e document.Edge) (dash []Pt, round bool) {
	switch {
	case e.Light == document.Ghost, e.Points != 0, e.Count > 1:
	case e.Change == document.Gone:
		return []Pt{1.4, 1.6}, false
	case e.Weight == document.WeakLine && e.Light == document.Quiet:
		return []Pt{2, 1.6}, false
	case e.Weight == document.UnknownLine && e.Light == document.Quiet:
		return []Pt{0, 1.8}, true
	case e.Weight == document.WeakLine:
		return []Pt{3, 2}, false
	case e.Weight == document.UnknownLine:
		// Dots, for which no strength of the notation stands.
		return []Pt{0, 2.6}, true
	}
	return nil, false
}

// drawEdge draws an arrow. One without words is for the eye only.
func drawEdge(e diagram.Edge) *Group {
	out := &Group{Kind: "edge", ID: e.ID, Label: e.Label}
	if e.Unnamed {
		out.Kind, out.ID = "ghost", ""
	} else {
		edgeData(out, e.Edge)
	}
	if len(e.Curve) < 4 {
		return out
	}
	role := roleOf(e.Edge)
	line := &Path{Segments: curveOf(e.Curve), Stroke: role, Width: e.Width}
	line.Dash, line.Round = dashOf(e.Edge)
	if e.Light == document.Lit {
		out.add(casing(e)...)
	}
	out.add(line)
	if e.HeadWide > 0 {
		out.add(head(point(e.Curve[len(e.Curve)-1]), point(e.Tip), e.HeadWide, role))
	}
	for _, b := range e.Barriers {
		out.add(stroke(point(b.From), point(b.To), role, barrierWidth))
	}
	switch {
	case e.SignAt == nil:
	case e.Light == document.Quiet:
		out.add(circle(point(*e.SignAt), diagram.DotRadius, templates.Faint, templates.None, 0))
	default:
		out.add(sign(point(*e.SignAt), e.Sign)...)
	}
	if e.CountAt != nil {
		out.add(countPatch(point(*e.CountAt), e.Count)...)
	}
	if e.NumberAt != nil {
		out.add(numbered(point(*e.NumberAt), mark.Number, strconv.Itoa(e.Number), e.Filled, templates.Ink, 8)...)
	}
	return out
}

const barrierWidth = mark.BarrierWidth

func curveOf(points []diagram.Point) []Segment {
	segments := []Segment{moveTo(points[0].X, points[0].Y)}
	for i := 1; i+2 < len(points); i += 3 {
		segments = append(segments, curveTo(point(points[i]), point(points[i+1]), point(points[i+2])))
	}
	return segments
}

// countPatch shows how many relations a bundle holds.
func countPatch(c Point, n int) []Shape {
	s := strconv.Itoa(n)
	w, h := diagram.CountWidth(n), Pt(diagram.CountHigh)
	r := diagram.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h}
	return []Shape{
		&Path{Segments: rounded(r, 5.5), Fill: templates.Paper, Stroke: templates.Soft, Width: 0.6},
		label(c.X, c.Y+8*mark.HalfCapital, Middle, text.Sans, 8, templates.Ink, s),
	}
}

// caseWidth is the width of the rims that mark what changed.
const caseWidth = 0.7

// casing lies under an arrow: ground, and round it a rim if the arrow is new
// (filled) or changed (open).
func casing(e diagram.Edge) []Shape {
	s := curveOf(e.Curve)
	ground := &Path{Segments: s, Stroke: templates.Paper, Width: e.Width + bridge}
	switch e.Change {
	case document.New, document.Changed:
		if e.Number > 0 { // the round says it
			return []Shape{ground}
		}
	default:
		return []Shape{ground}
	}
	fill := templates.Rule
	if e.Change == document.Changed {
		fill = templates.Paper
	}
	inner := e.Width + 4
	return []Shape{
		&Path{Segments: s, Stroke: templates.Soft, Width: inner + 2*caseWidth},
		&Path{Segments: s, Stroke: fill, Width: inner},
	}
}

var (
	signNames = map[document.Sign]string{document.Plus: "plus", document.Minus: "minus", document.UnknownSign: "unknown"}

	strengthNames = map[document.Weight]string{
		document.UnknownLine: "unknown", document.WeakLine: "weak", document.AverageLine: "average",
		document.StrongLine: "strong", document.VeryStrongLine: "very-strong",
	}
	speedNames = map[float64]string{0: "unknown", 0.5: "very-high", 1: "high", 1.5: "average", 2: "low"}
)

func edgeData(g *Group, e document.Edge) {
	g.say("from", e.From)
	g.say("to", e.To)
	if e.Count > 1 {
		g.say("count", strconv.Itoa(e.Count))
	} else {
		g.say("sign", signNames[e.Sign])
		g.say("strength", strengthNames[e.Weight])
		g.say("speed", speedNames[e.Barriers])
	}
	if e.Light != document.Lit {
		g.say("faint", "yes")
	}
	if e.Number > 0 {
		g.say("number", strconv.Itoa(e.Number))
	}
	if e.Change != document.Same {
		g.say("change", changeNames[e.Change])
	}
}
