package picture

import (
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Draw draws a placed diagram in the notation of the memo:
//
//	width of the line   strength; weak is dashed, unknown is dotted
//	barriers            speed: more are slower; in most figures only of slow ones
//	disc and glyph      sign: + on a light disc, − on a filled one, ? unknown
//	colour              sign once more; nothing depends on it
//
// What the diagram isn't about is a ghost: to be recognised, not read.
func Draw(p *diagram.Placed, fonts *text.Fonts) *Picture {
	pic := &Picture{ID: p.ID, Width: p.Width, Height: p.Height}
	pic.add(drawSheet(p.Sheet, false)...)
	for _, panel := range p.Panels {
		pic.add(drawPanel(panel))
	}
	if len(p.Key) > 0 {
		pic.add(keyLine(p.Key, point(p.KeyAt)))
	}
	pic.round()
	return pic
}

func (p *Picture) add(s ...Shape) { p.Shapes = append(p.Shapes, s...) }

func (g *Group) add(s ...Shape) { g.Shapes = append(g.Shapes, s...) }

func (g *Group) say(name, value string) { g.Data = append(g.Data, Datum{name, value}) }

// drawSheet draws a map from the ground up: areas, arrows from the faintest to
// the heaviest, titles, stations with their names.
func drawSheet(s diagram.Sheet, small bool) []Shape {
	var out []Shape
	for _, g := range s.Groups {
		out = append(out, drawArea(g))
	}
	for light := document.Ghost; light >= document.Lit; light-- {
		for _, e := range s.Edges {
			if e.Light == light {
				out = append(out, drawEdge(e))
			}
		}
	}
	for _, g := range s.Groups {
		if len(g.Title) > 0 {
			out = append(out, drawTitle(g))
		}
	}
	for _, n := range s.Nodes {
		out = append(out, drawNode(n, small))
	}
	for _, r := range s.Rings {
		out = append(out, drawRing(r))
	}
	return out
}

// drawPanel draws a small map with the words above and below.
func drawPanel(p diagram.Panel) *Group {
	out := &Group{Kind: "panel"}
	out.add(drawSheet(p.Sheet, p.Small)...)
	for _, l := range p.Words {
		out.add(lineOf(l))
	}
	return out
}

// groupRadius rounds the corners of a domain.
const groupRadius = 6

func drawArea(g diagram.Group) *Group {
	out := &Group{Kind: "group", ID: g.ID, Label: g.Group.Title}
	out.add(&Path{Segments: rounded(g.Box, groupRadius), Fill: templates.Tint})
	return out
}

func drawTitle(g diagram.Group) *Group {
	out := &Group{Kind: "title"}
	for _, l := range g.Title {
		if l.Patch {
			out.add(patch(l, templates.Tint))
		}
		out.add(lineOf(l))
	}
	return out
}

func lineOf(l diagram.Line) *Text {
	color := templates.Ink
	if l.Soft {
		color = templates.Soft
	}
	t := label(l.X, l.Y, Start, l.Face, l.Size, color, l.Text)
	if l.Spaced {
		t.Space = diagram.TitleSpace
	}
	return t
}

// patch lies under a line of text, so that no arrow runs through the letters. It
// is as wide as the line, not as the name: arrows come close to a short line.
func patch(l diagram.Line, ground templates.Role) Shape {
	return &Path{
		Segments: rounded(diagram.Rect{X: l.X - 1, Y: l.Y - l.Size*0.78, W: l.Width + 2, H: l.Size * 1.02}, 1),
		Fill:     ground,
	}
}

func drawNode(n diagram.Node, small bool) *Group {
	out := &Group{Kind: "node", ID: n.ID, Label: nodeLabel(n)}
	if n.Unnamed {
		out.Kind, out.Label = "ghost", ""
	}
	nodeData(out, n)
	out.add(symbol(n, small)...)
	for _, l := range n.Lines {
		if l.Patch {
			ground := templates.Tint
			if l.Ground {
				ground = templates.Paper
			}
			out.add(patch(l, ground))
		}
	}
	for _, l := range n.Lines {
		out.add(lineOf(l))
	}
	if n.Verdict != nil {
		out.add(verdict(n.Value.Verdict, point(*n.Verdict))...)
	}
	for _, c := range n.Chips {
		out.add(chip(c.Box.X, c.Box.Y, c.Box.W, c.Text, c.Filled)...)
	}
	return out
}

// verdict is the mark of what a change means for a goal: shape, fill and the
// word beside it say it, no hue.
func verdict(v document.Verdict, c Point) []Shape {
	const r = mark.Verdict - 0.2
	if v == document.Nearer {
		return good(c, r)
	}
	return bad(c, r)
}

// symbol is what stands at a station: a triangle where something moves, a
// bull's-eye at a goal, a dial at a point of intervention, a dot elsewhere.
func symbol(n diagram.Node, small bool) []Shape {
	c, ghost := point(n.At), n.Light == document.Ghost
	switch {
	case n.Value != nil:
		return triangleOf(n, c)
	case small && ghost:
		return station(c, n.Radius, templates.Ghost)
	case small && n.Goal:
		return eye(c, n.Radius, templates.Ink)
	case small:
		return station(c, n.Radius, templates.Ink)
	case n.Change == document.Gone:
		return []Shape{circle(c, n.Radius-0.4, templates.Paper, templates.Ink, 0.8)}
	case n.Goal && ghost:
		return eye(c, n.Radius, templates.Faint)
	case n.Goal:
		shapes := eye(c, n.Radius, templates.Goal)
		if n.Dial != nil {
			shapes = append(shapes, gauge(point(*n.Dial), mark.Dial, templates.Intervention)...)
		}
		return shapes
	case n.Lever && ghost:
		return gauge(c, n.Radius, templates.Faint)
	case n.Lever:
		return gauge(c, n.Radius, templates.Intervention)
	case ghost:
		return station(c, n.Radius, templates.Ghost)
	}
	return station(c, n.Radius, templates.Ink)
}

func triangleOf(n diagram.Node, c Point) []Shape {
	const rim = 1.1
	var shapes []Shape
	if n.Ring > 0 {
		shapes = append(shapes, circle(c, n.Ring-rim/2, templates.None, templates.Goal, rim))
	}
	if n.Value.Points < 0 {
		return append(shapes, down(c, n.Radius)...)
	}
	return append(shapes, up(c, n.Radius)...)
}

// nodeLabel is what a node says to those who don't see it.
func nodeLabel(n diagram.Node) string {
	s := n.Label
	if n.Value != nil && n.Value.Text != "" {
		s += " " + n.Value.Text
		if n.Value.Word != "" {
			s += ", " + n.Value.Word
		}
	}
	return s
}

// nodeData tells a node in words, and where its station stands, in points of the
// figure.
func nodeData(g *Group, n diagram.Node) {
	g.say("x", length(n.At.X))
	g.say("y", length(n.At.Y))
	if n.Unnamed {
		return
	}
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
	if n.Value != nil {
		g.say("value", n.Value.Text)
		if name := verdictNames[n.Value.Verdict]; name != "" {
			g.say("verdict", name)
		}
	}
	if len(n.Chips) > 0 {
		var names []string
		for _, c := range n.Chips {
			names = append(names, c.Text)
		}
		g.say("chips", strings.Join(names, ", "))
	}
	if n.Change != document.Same {
		g.say("change", changeNames[n.Change])
	}
}

// length writes points with two decimals at most.
func length(v Pt) string { return strconv.FormatFloat(float64(v), 'f', -1, 64) }

var (
	changeNames  = map[document.Change]string{document.New: "new", document.Gone: "gone", document.Changed: "changed"}
	verdictNames = map[document.Verdict]string{document.Nearer: "nearer", document.Further: "further"}
)
