// Package inspect finds what a reader would hold against a placed diagram:
// small letters, and things that lie on each other.
//
// It is for tests, and shares no geometry with layout/diagram, which would
// judge itself by its own mistakes: here everything is a convex polygon, made
// of what is drawn (letters as the fonts measure them, discs, strokes of their
// width), and two things overlap if no line separates them.
package inspect

import (
	"fmt"
	"strings"

	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
)

// Kinds of things in a picture.
type kind int

const (
	node  kind = iota // all of a node, with the air round its letters
	label             // a line of the label of a node, or of the name of a loop
	mark              // a disc, barrier, number, bull's-eye, badge or ring
	title             // of a group
	arrow             // a piece of one, head included
)

// clashing are the kinds that may not lie on each other. A mark may lie on the
// line of another arrow where there is no other place; arrows may cross.
var clashing = [5][5]bool{
	node:  {node: true, mark: true, title: true, arrow: true},
	label: {label: true, mark: true, title: true, arrow: true},
	mark:  {node: true, label: true, mark: true, title: true},
	title: {node: true, label: true, mark: true, title: true, arrow: true},
	arrow: {node: true, label: true, title: true},
}

// A thing has a name, a kind, and owners: things with the same owner may touch.
type thing struct {
	name   string
	kind   kind
	owners []string
	shapes []shape
}

// slack is how far things may lie in each other: positions are rounded to 0.01 pt.
const slack = 0.05

// Faults lists what is wrong with a diagram in a column of some width and
// height, in words.
func Faults(p *diagram.Placed, fonts *text.Fonts, width, height text.Pt) []string {
	var out []string
	things := thingsOf(p, fonts)
	for i, a := range things {
		if outside(a, p) {
			out = append(out, a.name+" is outside the picture")
		}
		for _, b := range things[i+1:] {
			if clashing[a.kind][b.kind] && !related(a, b) && lieIn(a, b) {
				out = append(out, a.name+" lies on "+b.name)
			}
		}
	}
	for _, n := range p.Nodes {
		if n.Size < diagram.LabelMin {
			out = append(out, fmt.Sprintf("the label of %s has letters of %g pt", n.ID, n.Size))
		}
	}
	if p.Width > width+0.5 || p.Height > height+0.5 {
		out = append(out, fmt.Sprintf("%g × %g is larger than the column, %g × %g", p.Width, p.Height, width, height))
	}
	return out
}

func outside(t thing, p *diagram.Placed) bool {
	const rim = 0.5
	for _, s := range t.shapes {
		for _, q := range s {
			if q.x < -rim || q.y < -rim || q.x > float64(p.Width)+rim || q.y > float64(p.Height)+rim {
				return true
			}
		}
	}
	return false
}

func related(a, b thing) bool {
	for _, o := range a.owners {
		for _, q := range b.owners {
			if o == q {
				return true
			}
		}
	}
	return false
}

func lieIn(a, b thing) bool {
	for _, s := range a.shapes {
		for _, t := range b.shapes {
			if depth(s, t) > slack {
				return true
			}
		}
	}
	return false
}

func thingsOf(p *diagram.Placed, fonts *text.Fonts) []thing {
	var all []thing
	for _, n := range p.Nodes {
		all = append(all, thingsOfNode(n, fonts)...)
	}
	for _, e := range p.Edges {
		all = append(all, thingsOfEdge(e)...)
	}
	for _, r := range p.Rings {
		name := "ring " + r.ID
		all = append(all, thing{name, mark, []string{name}, []shape{disc(at(r.Center), float64(diagram.RingRadius))}})
		for _, l := range r.Lines {
			all = append(all, thing{"name of " + name, label, []string{name}, []shape{letters(l, text.SansItalic, diagram.RingSize, fonts)}})
		}
	}
	for _, g := range p.Groups {
		if g.Box.W == 0 {
			continue
		}
		w := float64(fonts.Width(text.Sans, diagram.GroupSize, strings.ToUpper(g.Title)))
		x, y := float64(g.TitleAt.X), float64(g.TitleAt.Y)
		all = append(all, thing{"title " + g.Title, title, nil, []shape{box(x, y-capitals*float64(diagram.GroupSize), x+w, y)}})
	}
	return all
}

// Heights of letters in parts of their size: Source Sans 3.
const (
	capitals   = 0.66
	ascenders  = 0.712
	descenders = 0.205
)

// letters is the room of a line of text.
func letters(l diagram.Line, face text.Face, size text.Pt, fonts *text.Fonts) shape {
	w := float64(fonts.Width(face, size, l.Text)) / 2
	x, y := float64(l.X), float64(l.Y)
	return box(x-w, y-ascenders*float64(size), x+w, y+descenders*float64(size))
}

// thingsOfNode gives a node as others see it, and its parts, which may not lie
// on each other.
func thingsOfNode(n diagram.Node, fonts *text.Fonts) []thing {
	whole := thing{"node " + n.ID, node, []string{n.ID}, []shape{rectangle(n.Box)}}
	var all []thing
	part := func(name string, k kind, s shape) {
		name += " of " + n.ID
		all = append(all, thing{name, k, []string{name}, []shape{s}})
		whole.owners = append(whole.owners, name)
	}
	scale := float64(n.Size / diagram.LabelSize)
	for _, l := range n.Lines {
		if l.Text != "" {
			part("label", label, letters(l, diagram.Face(n.Node), n.Size, fonts))
		}
	}
	if n.Mark != nil {
		part("mark", mark, disc(at(*n.Mark), float64(diagram.MarkRadius)))
	}
	if n.Dial != nil {
		part("dial", mark, disc(at(*n.Dial), float64(diagram.MarkRadius)))
	}
	if n.Badge != nil {
		part("badge", mark, rectangle(*n.Badge))
	}
	if n.MoreAt != nil {
		size := float64(diagram.MoreSize) * scale
		w := float64(fonts.Width(text.Sans, text.Pt(size), diagram.MoreText(n.More)))
		x, y := float64(n.MoreAt.X), float64(n.MoreAt.Y)
		part("number", mark, box(x, y-capitals*size, x+w, y))
	}
	return append(all, whole)
}

// thingsOfEdge gives the marks of an arrow and the arrow itself.
func thingsOfEdge(e diagram.Edge) []thing {
	var all []thing
	part := func(name string, k kind, s ...shape) {
		all = append(all, thing{name + " of " + e.ID, k, []string{name + " of " + e.ID}, s})
	}
	if e.Count > 1 && e.CountAt != nil {
		part("count", mark, pill(*e.CountAt, diagram.CountWidth(e.Count), diagram.CountHeight))
	} else {
		part("sign", mark, disc(at(e.SignAt), float64(diagram.SignRadius)))
	}
	var barriers []shape
	for _, b := range e.Barriers {
		barriers = append(barriers, bar(at(b.From), at(b.To), 1))
	}
	if len(barriers) > 0 {
		part("barriers", mark, barriers...)
	}
	if len(e.Tracks) > 0 && e.TagAt != nil {
		part("numbers", mark, pill(*e.TagAt, diagram.TagWidth(len(e.Tracks)), diagram.TagHeight))
	}
	if len(e.Curve) >= 4 {
		var curve []point
		for _, p := range e.Curve {
			curve = append(curve, at(p))
		}
		pieces := outline(curve, float64(diagram.Stroke(e.Weight)))
		_, width := diagram.Head(e.Weight)
		base, tip := curve[len(curve)-1], at(e.Tip)
		side := bar(base, tip, float64(width))
		head := shape{side[0], tip, side[3]}
		all = append(all, thing{"arrow " + e.ID, arrow, []string{e.From, e.To}, append(pieces, head)})
	}
	return all
}

// pill is a patch whose corners are rounded by at least 2 pt.
func pill(c diagram.Point, width, height text.Pt) shape {
	const cut = 0.58
	p, w, h := at(c), float64(width)/2, float64(height)/2
	return shape{
		{p.x - w + cut, p.y - h},
		{p.x + w - cut, p.y - h},
		{p.x + w, p.y - h + cut},
		{p.x + w, p.y + h - cut},
		{p.x + w - cut, p.y + h},
		{p.x - w + cut, p.y + h},
		{p.x - w, p.y + h - cut},
		{p.x - w, p.y - h + cut},
	}
}

func at(p diagram.Point) point { return point{float64(p.X), float64(p.Y)} }

func rectangle(r diagram.Rect) shape {
	return box(float64(r.X), float64(r.Y), float64(r.X+r.W), float64(r.Y+r.H))
}
