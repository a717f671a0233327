package picture

import (
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// chip is the name of an actor below a station: filled for the reader's own.
// left and top are those of its box.
func chip(left, top, width Pt, words string, filled bool) []Shape {
	return brokenChip(left, top, width, []string{words}, filled)
}

// brokenChip is a chip whose name is broken; each line more makes it higher.
func brokenChip(left, top, width Pt, lines []string, filled bool) []Shape {
	fill, ink, face, rim := templates.Paper, templates.Ink, text.Sans, templates.Soft
	if filled {
		fill, ink, face, rim = templates.Ink, templates.Paper, text.SansBold, templates.Ink
	}
	height := mark.ChipHeight + Pt(len(lines)-1)*mark.ChipLead
	box := roundedBox(left+mark.ChipLine/2, top+mark.ChipLine/2, width-mark.ChipLine, height-mark.ChipLine, mark.ChipRound)
	shapes := []Shape{&Path{Segments: box, Fill: fill, Stroke: rim, Width: mark.ChipLine}}
	for i, l := range lines {
		if l == "" { // in a key the box alone is the sample
			continue
		}
		y := top + mark.ChipHeight/2 + mark.ChipSize*mark.HalfCapital + Pt(i)*mark.ChipLead
		shapes = append(shapes, label(left+width/2, y, Middle, face, mark.ChipSize, ink, l))
	}
	return shapes
}

// numbered is a ring with a number or a letter in it: filled, or open.
func numbered(c Point, r Pt, s string, filled bool, role templates.Role, size Pt) []Shape {
	const rim = 1
	fill, ink := templates.Paper, role
	if filled {
		fill, ink = role, templates.Paper
	}
	face := text.SansBold
	if role != templates.Ink {
		face = text.Sans
	}
	return []Shape{
		circle(c, r-rim/2, fill, role, rim),
		label(c.X, c.Y+size*mark.HalfCapital, Middle, face, size, ink, s),
	}
}
