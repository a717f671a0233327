package picture

import (
	"math"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Draw draws a placed diagram in the notation of the memo:
//
//	width of the line   strength; weak is dashed, unknown is dotted
//	barriers            speed: more are slower; none: unknown
//	disc and glyph      sign: + on a light disc, − on a filled one, ? unknown
//	colour              sign once more; nothing depends on it
func Draw(p *diagram.Placed, fonts *text.Fonts) *Picture {
	pic := &Picture{ID: p.ID, Width: p.Width, Height: p.Height}
	for _, g := range p.Groups {
		pic.add(drawGroup(g))
	}
	for _, faint := range []bool{true, false} {
		for _, e := range p.Edges {
			if (e.Light != document.Lit) == faint {
				pic.add(drawEdge(e))
			}
		}
	}
	for _, n := range p.Nodes {
		pic.add(drawNode(n, fonts))
	}
	for _, r := range p.Rings {
		pic.add(drawRing(r))
	}
	if len(p.Key) > 0 {
		pic.add(drawKey(p.Key))
	}
	pic.round()
	return pic
}

func (p *Picture) add(s ...Shape) { p.Shapes = append(p.Shapes, s...) }

func (g *Group) add(s ...Shape) { g.Shapes = append(g.Shapes, s...) }

func (g *Group) say(name, value string) { g.Data = append(g.Data, Datum{name, value}) }

// groupRadius rounds the corners of a domain.
const groupRadius = 6

func drawGroup(g diagram.Group) *Group {
	out := &Group{Kind: "group", ID: g.ID, Label: g.Title}
	out.add(
		&Path{Segments: rounded(g.Box, groupRadius), Fill: templates.Tint},
		label(g.TitleAt.X, g.TitleAt.Y, Start, text.Sans, diagram.GroupSize, templates.Soft, strings.ToUpper(g.Title)),
	)
	return out
}

func drawNode(n diagram.Node, fonts *text.Fonts) *Group {
	out := &Group{Kind: "node", ID: n.ID, Label: nodeLabel(n)}
	nodeData(out, n)
	patch := templates.Paper
	if n.Group != "" {
		patch = templates.Tint
	}
	out.add(nodeFrame(n)...)
	color := templates.Ink
	if n.Light != document.Lit || n.Change == document.Gone {
		color = templates.Soft
	}
	for _, l := range n.Lines {
		out.add(linePatch(n, l, patch, fonts))
	}
	for _, l := range n.Lines {
		out.add(label(l.X, l.Y, Middle, diagram.Face(n.Node), n.Size, color, l.Text))
		if n.Change == document.Gone {
			out.add(strike(n, l, fonts))
		}
	}
	out.add(nodeMarks(n)...)
	if n.Value != nil && n.Badge != nil {
		out.add(drawBadge(*n.Value, *n.Badge, n.Size/diagram.LabelSize)...)
	}
	if n.More > 0 && n.MoreAt != nil {
		size := diagram.MoreSize * n.Size / diagram.LabelSize
		out.add(label(n.MoreAt.X, n.MoreAt.Y, Start, text.Sans, size, templates.Soft, diagram.MoreText(n.More)))
	}
	return out
}

// nodeLabel is what a node says to those who don't see it.
func nodeLabel(n diagram.Node) string {
	s := n.Label
	if n.Value != nil {
		s += " " + n.Value.Text
	}
	return s
}

func nodeData(g *Group, n diagram.Node) {
	flag := func(name string, set bool) {
		if set {
			g.say(name, "yes")
		}
	}
	g.say("label", n.Label)
	flag("goal", n.Goal)
	flag("lever", n.Lever)
	flag("faint", n.Light != document.Lit)
	if n.Group != "" {
		g.say("group", n.Group)
	}
	if n.More > 0 {
		g.say("more", strconv.Itoa(n.More))
	}
	if n.Value != nil {
		g.say("value", n.Value.Text)
	}
	if n.Change != document.Same {
		g.say("change", changeNames[n.Change])
	}
}

var changeNames = map[document.Change]string{document.New: "new", document.Gone: "gone", document.Changed: "changed"}

// nodeFrame marks a new node by a thick frame and a changed one by a thin one.
func nodeFrame(n diagram.Node) []Shape {
	frame := &Path{Segments: rounded(grow(n.Box, 1.5), 4), Stroke: templates.Soft, Width: caseWidth}
	switch n.Change {
	case document.New:
		frame.Width = 3 * caseWidth
	case document.Changed:
	default:
		return nil
	}
	return []Shape{frame}
}

// strike draws a line through a line of the name of a node that is no more.
func strike(n diagram.Node, l diagram.Line, fonts *text.Fonts) Shape {
	half := fonts.Width(diagram.Face(n.Node), n.Size, l.Text)/2 + 1
	y := l.Y - n.Size*0.24
	return stroke(Point{l.X - half, y}, Point{l.X + half, y}, templates.Ink, 0.8)
}

func nodeMarks(n diagram.Node) []Shape {
	if n.Mark == nil {
		return nil
	}
	at, scale := point(*n.Mark), n.Size/diagram.LabelSize
	if !n.Goal {
		return dial(at, scale)
	}
	shapes := bullsEye(at, scale)
	if n.Dial != nil {
		shapes = append(shapes, dial(point(*n.Dial), scale)...)
	}
	return shapes
}

// bullsEye is the mark of a goal: two rims and a dot.
func bullsEye(c Point, scale Pt) []Shape {
	r := diagram.MarkRadius * scale
	return []Shape{
		circle(c, r-0.45, templates.Paper, templates.Goal, 0.9),
		circle(c, r*0.52, templates.None, templates.Goal, 0.9),
		circle(c, r*0.18, templates.Goal, templates.None, 0),
	}
}

// dial is the mark of a point of intervention: a scale of three quarters of a
// circle, open below, with a hand that points to the right of its top.
func dial(c Point, scale Pt) []Shape {
	r := diagram.MarkRadius*scale - 0.5
	c.Y += r * 0.12 // the gap below makes it look high
	hand := Point{c.X + r*0.5, c.Y - r*0.58}
	face := &Path{Segments: arc(c, r, 0.77*math.Pi, 2.23*math.Pi), Stroke: templates.Intervention, Width: 1, Round: true}
	needle := stroke(c, hand, templates.Intervention, 1)
	needle.Round = true
	return []Shape{face, needle, circle(c, r*0.27, templates.Intervention, templates.None, 0)}
}

// linePatch lies under a line of a name, so that no arrow runs through the
// letters. It is as wide as the line, not as the name: arrows come close to a
// short line, and a patch would cut off their heads.
func linePatch(n diagram.Node, l diagram.Line, patch templates.Role, fonts *text.Fonts) Shape {
	w := fonts.Width(diagram.Face(n.Node), n.Size, l.Text)
	return &Path{
		Segments: rounded(diagram.Rect{X: l.X - w/2 - 1, Y: l.Y - n.Size*0.78, W: w + 2, H: n.Size * 1.02}, 1),
		Fill:     patch,
	}
}

// drawBadge is the signed number of a node. The shade of its patch is one of
// four steps: it supports the number, nobody reads it off.
func drawBadge(v document.Value, r diagram.Rect, scale Pt) []Shape {
	fill := templates.Tint
	if v.Points != 0 {
		fill = shadeOf(v.Points / 40)
	}
	size := diagram.ValueSize * scale
	return []Shape{
		&Path{Segments: rounded(r, 2.5), Fill: fill},
		label(r.X+r.W/2, r.Y+r.H/2+size*0.335, Middle, text.Sans, size, templates.Ink, v.Text),
	}
}

func shadeOf(shade float64) templates.Role {
	steps, size := templates.Rises, shade
	if shade < 0 {
		steps, size = templates.Falls, -shade
	}
	return steps[min(3, int(size*4))]
}
