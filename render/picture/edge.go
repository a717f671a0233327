package picture

import (
	"fmt"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A look is how an edge is painted.
type look struct {
	line, disc templates.Role // disc: of its rim or area
	width      Pt
	dash       []Pt
	dots       bool
}

func lookOf(e document.Edge) look {
	l := look{line: templates.Ink, disc: templates.Ink, width: diagram.Stroke(e.Weight)}
	switch {
	case e.Light != document.Lit:
		// The disc is darker than the line: its glyph is text and needs 4.5:1.
		l.line, l.disc = templates.Faint, templates.Soft
	case e.Count > 1:
		l.line = templates.Soft
	case e.Sign == document.Plus:
		l.line, l.disc = templates.Plus, templates.Plus
	case e.Sign == document.Minus:
		l.line, l.disc = templates.Minus, templates.Minus
	}
	switch {
	case e.Count > 1: // a bundle says nothing of strength
	case e.Weight == document.WeakLine:
		l.dash = []Pt{3.2, 2.2}
	case e.Weight == document.UnknownLine:
		// Dots, for which no strength of the notation stands.
		l.dash, l.dots, l.width = []Pt{0, 2.6}, true, 1.1
	}
	return l
}

func drawEdge(e diagram.Edge) *Group {
	out := &Group{Kind: "edge", ID: e.ID, Label: e.Label}
	edgeData(out, e.Edge)
	if len(e.Curve) < 4 {
		return out
	}
	l := lookOf(e.Edge)
	out.add(casing(e)...)
	line := &Path{Segments: curveOf(e.Curve), Stroke: l.line, Width: l.width, Dash: l.dash, Round: l.dots}
	_, width := diagram.Head(e.Weight)
	out.add(line, head(point(e.Curve[len(e.Curve)-1]), point(e.Tip), width, l.line))
	for _, b := range e.Barriers {
		out.add(stroke(point(b.From), point(b.To), l.line, barrierWidth))
	}
	if e.Count > 1 {
		if e.CountAt != nil {
			out.add(countPatch(point(*e.CountAt), e.Count)...)
		}
	} else {
		out.add(signDisc(point(e.SignAt), e.Sign, l.disc)...)
	}
	if e.Change == document.Gone {
		out.add(cross(along(e.Curve, 0.45))...)
	}
	if len(e.Tracks) > 0 && e.TagAt != nil {
		out.add(trackTag(point(*e.TagAt), e.Tracks)...)
	}
	return out
}

const barrierWidth = 1

func curveOf(points []diagram.Point) []Segment {
	segments := []Segment{moveTo(points[0].X, points[0].Y)}
	for i := 1; i+2 < len(points); i += 3 {
		segments = append(segments, curveTo(point(points[i]), point(points[i+1]), point(points[i+2])))
	}
	return segments
}

// along gives the point of a curve at a part of the way, counted in pieces.
func along(points []diagram.Point, part float64) Point {
	pieces := (len(points) - 1) / 3
	t := part * float64(pieces)
	i := min(int(t), pieces-1)
	u := Pt(t - float64(i))
	a, b, c, d := point(points[3*i]), point(points[3*i+1]), point(points[3*i+2]), point(points[3*i+3])
	ab, bc, cd := mix(a, b, u), mix(b, c, u), mix(c, d, u)
	return mix(mix(ab, bc, u), mix(bc, cd, u), u)
}

// signDisc shows a sign by its glyph and by the disc under it: light for +,
// filled for −. The colour comes third.
func signDisc(c Point, s document.Sign, role templates.Role) []Shape {
	const rim = 0.8
	r := diagram.SignRadius
	glyph, fill, ink := "?", templates.Paper, role
	switch s {
	case document.Plus:
		glyph = "+"
	case document.Minus:
		glyph, fill, ink = "\u2212", role, templates.Paper
	}
	// In Source Sans 3 the bars of + and − lie at 0.325 em.
	size := Pt(8.5)
	drop := size * 0.325
	if s == document.UnknownSign {
		size, drop = 6.5, 6.5*0.335
	}
	return []Shape{
		circle(c, r-rim/2, fill, role, rim),
		label(c.X, c.Y+drop, Middle, text.SansBold, size, ink, glyph),
	}
}

// countPatch shows how many relations a bundle holds.
func countPatch(c Point, n int) []Shape {
	s := strconv.Itoa(n)
	w, h := diagram.CountWidth(n), diagram.CountHeight
	r := diagram.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h}
	return []Shape{
		&Path{Segments: rounded(r, 5.5), Fill: templates.Paper, Stroke: templates.Soft, Width: 0.6},
		label(c.X, c.Y+8*0.335, Middle, text.Sans, 8, templates.Ink, s),
	}
}

// caseWidth is the width of the rims that mark what changed.
const caseWidth = 0.7

// casing draws a case round an edge: filled if it is new, open if it changed.
func casing(e diagram.Edge) []Shape {
	if len(e.Tracks) > 0 { // a highlighter; the numbers say which path it is
		return []Shape{&Path{Segments: curveOf(e.Curve), Stroke: templates.Rule, Width: diagram.Stroke(e.Weight) + 5, Round: true}}
	}
	fill := templates.Rule
	switch e.Change {
	case document.New:
	case document.Changed:
		fill = templates.Paper
	default:
		return nil
	}
	s, inner := curveOf(e.Curve), diagram.Stroke(e.Weight)+5
	return []Shape{
		&Path{Segments: s, Stroke: templates.Soft, Width: inner + 2*caseWidth},
		&Path{Segments: s, Stroke: fill, Width: inner},
	}
}

// cross marks an edge that is no more.
func cross(c Point) []Shape {
	const r = 3.2
	return []Shape{
		circle(c, r+1.6, templates.Paper, templates.None, 0),
		stroke(Point{c.X - r, c.Y - r}, Point{c.X + r, c.Y + r}, templates.Ink, 1.2),
		stroke(Point{c.X - r, c.Y + r}, Point{c.X + r, c.Y - r}, templates.Ink, 1.2),
	}
}

// trackTag numbers the told-apart paths that run over an edge.
func trackTag(c Point, tracks []int) []Shape {
	var numbers []string
	for _, t := range tracks {
		numbers = append(numbers, strconv.Itoa(t))
	}
	s := strings.Join(numbers, "·")
	w, h := diagram.TagWidth(len(tracks)), diagram.TagHeight
	r := diagram.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h}
	return []Shape{
		&Path{Segments: rounded(r, 2), Fill: templates.Ink},
		label(c.X, c.Y+7*0.335, Middle, text.SansBold, 7, templates.Paper, s),
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
	if len(e.Tracks) > 0 {
		g.say("tracks", strings.Trim(fmt.Sprint(e.Tracks), "[]"))
	}
	if e.Change != document.Same {
		g.say("change", changeNames[e.Change])
	}
}
