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
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	marks "slotmemo/layout/mark"
	"slotmemo/layout/text"
)

// Kinds of things in a picture.
type kind int

const (
	station kind = iota // of a factor, ghosts included
	label               // a line of text at a station, or of the name of a loop, or a chip
	mark                // a disc, a barrier, a number, the mark of a verdict, a ring
	title               // of a group
	arrow               // a piece of a lit arrow
	quiet               // a piece of another arrow
	head                // of an arrow
)

// clashing are the kinds that may not lie on each other. A label and a mark may
// lie on the line of an arrow; arrows may cross.
var clashing = [7][7]bool{
	station: {station: true, label: true, mark: true, title: true, arrow: true, quiet: true},
	label:   {station: true, label: true, mark: true, title: true, head: true},
	mark:    {station: true, label: true, mark: true, title: true},
	title:   {station: true, label: true, mark: true, title: true},
	arrow:   {station: true},
	quiet:   {station: true},
	head:    {label: true},
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
	for _, l := range linesOf(p) {
		if l.Size < diagram.LabelMin {
			out = append(out, fmt.Sprintf("%q has letters of %g pt", l.Text, l.Size))
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

// linesOf gives every line of text but those of the key.
func linesOf(p *diagram.Placed) []diagram.Line {
	var all []diagram.Line
	sheet := func(s diagram.Sheet) {
		for _, g := range s.Groups {
			all = append(all, g.Title...)
		}
		for _, n := range s.Nodes {
			all = append(all, n.Lines...)
		}
		for _, r := range s.Rings {
			all = append(all, r.Lines...)
		}
	}
	sheet(p.Sheet)
	for _, panel := range p.Panels {
		sheet(panel.Sheet)
		all = append(all, panel.Words...)
	}
	return all
}

func thingsOf(p *diagram.Placed, fonts *text.Fonts) []thing {
	all := thingsOfSheet(p.Sheet, "", fonts)
	for i, panel := range p.Panels {
		name := fmt.Sprintf(" on map %d", i+1)
		all = append(all, thingsOfSheet(panel.Sheet, name, fonts)...)
		for _, l := range panel.Words {
			all = append(all, thing{"words" + name, label, []string{"words" + name}, []shape{letters(l, fonts)}})
		}
	}
	return all
}

func thingsOfSheet(s diagram.Sheet, suffix string, fonts *text.Fonts) []thing {
	var all []thing
	for _, n := range s.Nodes {
		all = append(all, thingsOfNode(n, fonts)...)
	}
	for _, e := range s.Edges {
		all = append(all, thingsOfEdge(e)...)
	}
	for _, r := range s.Rings {
		name := "ring " + r.ID
		all = append(all, thing{name, mark, []string{name}, []shape{disc(at(r.Center), diagram.RingRadius)}})
		for _, l := range r.Lines {
			all = append(all, thing{"name of " + name, label, []string{name}, []shape{letters(l, fonts)}})
		}
	}
	for _, g := range s.Groups {
		for _, l := range g.Title {
			x, y, w := float64(l.X), float64(l.Y), float64(fonts.Width(l.Face, l.Size, l.Text))+diagram.TitleSpace*float64(utf8.RuneCountInString(l.Text)-1)
			all = append(all, thing{"title " + l.Text, title, []string{"title " + g.ID}, []shape{box(x, y-capitals*float64(l.Size), x+w, y)}})
		}
	}
	for i := range all {
		all[i].name += suffix
		for k := range all[i].owners {
			all[i].owners[k] += suffix
		}
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
func letters(l diagram.Line, fonts *text.Fonts) shape {
	x, y, size := float64(l.X), float64(l.Y), float64(l.Size)
	return box(x, y-ascenders*size, x+float64(fonts.Width(l.Face, l.Size, l.Text)), y+descenders*size)
}

// thingsOfNode gives the station of a node and what stands beside it.
func thingsOfNode(n diagram.Node, fonts *text.Fonts) []thing {
	all := []thing{{"station " + n.ID, station, []string{n.ID}, []shape{disc(at(n.At), float64(max(n.Radius, n.Ring)))}}}
	words := "label of " + n.ID
	for _, l := range n.Lines {
		if l.Text != "" {
			all = append(all, thing{words, label, []string{words}, []shape{letters(l, fonts)}})
		}
	}
	for _, c := range n.Chips {
		all = append(all, thing{"chip of " + n.ID, label, []string{words}, []shape{rectangle(c.Box)}})
	}
	if n.Verdict != nil {
		all = append(all, thing{"verdict of " + n.ID, mark, []string{words}, []shape{disc(at(*n.Verdict), float64(marks.Verdict)-0.2)}})
	}
	if n.Dial != nil {
		all = append(all, thing{"dial of " + n.ID, mark, []string{n.ID}, []shape{disc(at(*n.Dial), float64(marks.Dial))}})
	}
	return all
}

// thingsOfEdge gives the marks of an arrow and the arrow itself.
func thingsOfEdge(e diagram.Edge) []thing {
	var all []thing
	part := func(name string, k kind, s ...shape) {
		name += " of " + e.ID
		all = append(all, thing{name, k, []string{name}, s})
	}
	if e.SignAt != nil {
		r := float64(marks.Disc)
		if e.Light == document.Quiet {
			r = diagram.DotRadius
		}
		part("sign", mark, disc(at(*e.SignAt), r))
	}
	if e.CountAt != nil {
		part("count", mark, pill(*e.CountAt, diagram.CountWidth(e.Count), diagram.CountHigh))
	}
	if e.NumberAt != nil {
		part("number", mark, disc(at(*e.NumberAt), float64(marks.Number)))
	}
	var barriers []shape
	for _, b := range e.Barriers {
		barriers = append(barriers, bar(at(b.From), at(b.To), 1))
	}
	if len(barriers) > 0 {
		part("barriers", mark, barriers...)
	}
	if len(e.Curve) < 4 {
		return all
	}
	var curve []point
	for _, p := range e.Curve {
		curve = append(curve, at(p))
	}
	line := thing{"arrow " + e.ID, quiet, []string{e.From, e.To}, outline(curve, float64(e.Width))}
	if e.Light == document.Lit {
		line.kind = arrow
	}
	all = append(all, line)
	if e.HeadWide > 0 {
		side := bar(curve[len(curve)-1], at(e.Tip), float64(e.HeadWide))
		all = append(all, thing{"head of " + e.ID, head, []string{e.From, e.To}, []shape{{side[0], at(e.Tip), side[3]}}})
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
