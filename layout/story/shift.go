package story

import (
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a shift.
const (
	mapWidth    Pt = 188 // of the map above either half
	changeInset Pt = 15
	bellApart   Pt = 15
	bellName    Pt = 86 // of a name, at most
	bellBefore  Pt = 2.9
	bellNow     Pt = 3.4
)

// A shiftSetter places numbers before and after a change.
type shiftSetter struct{ *setter }

// shift places the changes in words at the left, and what they did to the effects
// at the right, as wide as the two maps that stand above.
func (s shiftSetter) shift(d *document.Shift) {
	right := Pt(0)
	if len(d.Changes) > 0 {
		s.numberedChanges(d.Changes, s.top)
		right = s.width - mapWidth
	}
	s.dumbbells(d, right, s.top)
}

func (s shiftSetter) numberedChanges(changes []document.NumberedChange, y Pt) {
	for i, c := range changes {
		lines := s.wrap(c.Text, toldStyle, mapWidth-changeInset)
		now := s.wrap(c.Now, boldStyle, mapWidth-changeInset)
		p := Part{Kind: "change", Label: c.Text + ": " + c.Now, Facts: []Fact{{"number", strconv.Itoa(i + 1)}}}
		p.Shapes = append(p.Shapes, &Mark{
			Kind: Numbered, At: Point{X: mark.Number, Y: y + mark.Number}, Radius: mark.Number,
			Color: templates.Ink, Filled: true, Text: strconv.Itoa(i + 1), Size: 8,
		})
		p.Shapes = append(p.Shapes, s.lines(lines, toldStyle, Start, changeInset, y+8.5)...)
		y += Pt(len(lines)) * toldStyle.leading
		p.Shapes = append(p.Shapes, s.lines(now, boldStyle, Start, changeInset, y+8.5)...)
		y += Pt(len(now))*boldStyle.leading + 3
		s.part(p)
	}
}

// dumbbells sets each effect before and after on one scale.
func (s shiftSetter) dumbbells(d *document.Shift, left, y Pt) {
	width := s.width - left
	if d.Effect != "" {
		lines := s.wrap(d.Effect, softStyle, width)
		s.part(Part{Kind: "head", Label: d.Effect}, s.lines(lines, softStyle, Start, left, y+8)...)
		y += Pt(len(lines))*softStyle.leading + 8
	}
	low, high := 0.0, 0.0
	names, number := Pt(0), Pt(0)
	for i, r := range d.Rows {
		if i == 0 {
			low, high = r.Before, r.Before
		}
		low, high = min(low, r.Before, r.Now), max(high, r.Before, r.Now)
		names = max(names, s.widest(s.wrap(r.Label, labelStyle, bellName), labelStyle))
		number = max(number, s.measure(boldStyle, r.Text))
	}
	from, to := left+names+10, s.width-number-10
	for _, r := range d.Rows {
		lines := s.wrap(r.Label, labelStyle, bellName)
		h := max(bellApart, Pt(len(lines))*labelStyle.leading+3)
		s.dumbbell(r, lines, left, between(r.Before, low, high, from, to), between(r.Now, low, high, from, to), y+h/2)
		y += h
	}
	if d.Rest != "" {
		s.part(Part{Kind: "rest", Label: d.Rest}, s.lines(s.wrap(d.Rest, softStyle, width), softStyle, Start, left, y+13)...)
	}
}

func (s shiftSetter) dumbbell(r document.Dumbbell, name []string, left, before, now, y Pt) {
	p := Part{Kind: "dumbbell", ID: r.ID, Label: r.Label + " " + r.Text, Facts: []Fact{{"value", r.Text}}}
	p.Shapes = append(p.Shapes, s.centred(name, labelStyle, Start, left, y)...)
	a, b := before, now
	if a > b {
		a, b = b, a
	}
	p.Shapes = append(p.Shapes,
		&Line{Points: []Point{{X: a, Y: y}, {X: b, Y: y}}, Color: templates.Ink, Width: 1.1},
		&Mark{Kind: Hollow, At: Point{X: before, Y: y}, Radius: bellBefore, Color: templates.Ink},
		&Mark{Kind: Dot, At: Point{X: now, Y: y}, Radius: bellNow, Color: templates.Ink},
		s.line(r.Text, style{text.SansBold, mark.LabelSize, 11, templates.Ink}, Start, b+7, y+mark.LabelSize*mark.HalfCapital))
	s.part(p)
}
