package story

import (
	"cmp"
	"fmt"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Width is that of the text column of the memo, 138 mm. A drawing is narrower
// never, and wider only where look and limits leave no other way.
const Width Pt = 391

// headHeight is what a printed head takes.
const headHeight Pt = 20

// Place finds positions for all that is in a drawing. language is that of the
// hyphenation.
func Place(d document.Drawing, fonts *text.Fonts, language string) *Placed {
	base := d.Base()
	s := &setter{fonts: fonts, language: language, width: Width}
	if base.Head != "" {
		s.part(Part{Kind: "head", Label: base.Head}, s.line(base.Head, headStyle, Start, 0, 9))
		s.top = headHeight
	}
	s.form(d)
	all := s.bounds(s.parts)
	s.moveParts(0, max(0, -all.X), max(0, -all.Y)) // what hangs out at the left or above
	all.X, all.Y = max(0, all.X), max(0, all.Y)
	out := &Placed{ID: base.ID, Title: base.Title, Width: max(s.width, all.X+all.W), Height: all.Y + all.H, Parts: s.parts}
	if len(base.Key) > 0 {
		out.Key, _ = mark.Key(fonts, base.Key, out.Width)
		out.KeyAt = Point{X: 0, Y: out.Height + mark.KeyAbove}
		out.Height += mark.KeyAbove + mark.KeyHeight
	}
	return out
}

func (s *setter) form(d document.Drawing) {
	switch d := d.(type) {
	case *document.Circles:
		circleSetter{s}.circles(d)
	case *document.Ribbon:
		ribbonSetter{s}.ribbon(d)
	case *document.Branches:
		branchSetter{s}.branches(d)
	case *document.Dispute:
		disputeSetter{s}.dispute(d)
	case *document.ForYou:
		forYouSetter{s}.forYou(d)
	case *document.Multiples:
		multiplesSetter{s}.multiples(d)
	case *document.Scatter:
		scatterSetter{s}.scatter(d)
	case *document.Bump:
		bumpSetter{s}.bump(d)
	case *document.Shift:
		shiftSetter{s}.shift(d)
	default:
		panic(fmt.Sprintf("story: no rule for %T", d))
	}
}

// A setter places one drawing.
type setter struct {
	fonts    *text.Fonts
	language string
	width    Pt // of the drawing
	top      Pt // where the drawing begins, below its head
	parts    []Part
}

// part adds a part.
func (s *setter) part(p Part, shapes ...Shape) {
	p.Shapes = append(p.Shapes, shapes...)
	s.parts = append(s.parts, p)
}

// moveParts moves all parts from the i-th on.
func (s *setter) moveParts(i int, dx, dy Pt) {
	for _, p := range s.parts[i:] {
		for _, shape := range p.Shapes {
			shape.move(dx, dy)
		}
	}
}

// rule is a hair line across.
func rule(x0, x1, y Pt) *Line {
	return &Line{Points: []Point{{X: x0, Y: y}, {X: x1, Y: y}}, Color: templates.Rule, Width: 0.6}
}

// stationOf gives the mark of a node: bull's-eye, dial or dot.
func stationOf(n document.Node, at Point) *Mark {
	switch {
	case n.Goal:
		return &Mark{Kind: Eye, At: at, Radius: mark.Goal, Color: templates.Goal}
	case n.Lever:
		return &Mark{Kind: Gauge, At: at, Radius: mark.Dial, Color: templates.Intervention}
	}
	return &Mark{Kind: Dot, At: at, Radius: mark.Station, Color: templates.Ink}
}

// room is what a station takes from its centre.
func room(n document.Node) Pt {
	switch {
	case n.Goal:
		return mark.Goal
	case n.Lever:
		return mark.Dial
	}
	return mark.Station
}

// nodePart begins the part of a node.
func nodePart(n document.Node) Part {
	name := cmp.Or(n.Name, n.Label)
	p := Part{Kind: "node", ID: n.ID, Label: name, Facts: []Fact{{"label", name}}}
	if n.Goal {
		p.Facts = append(p.Facts, Fact{"goal", "yes"})
	}
	if n.Lever {
		p.Facts = append(p.Facts, Fact{"lever", "yes"})
	}
	return p
}
