package picture

import (
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// chip is the name of an actor below a station: filled for the reader's own.
// left and top are those of its box.
func chip(left, top, width Pt, words string, filled bool) []Shape {
	fill, ink, face, rim := templates.Paper, templates.Ink, text.Sans, templates.Soft
	if filled {
		fill, ink, face, rim = templates.Ink, templates.Paper, text.SansBold, templates.Ink
	}
	outline := roundedBox(left+mark.ChipLine/2, top+mark.ChipLine/2, width-mark.ChipLine, mark.ChipHeight-mark.ChipLine, mark.ChipRound)
	return []Shape{
		&Path{Segments: outline, Fill: fill, Stroke: rim, Width: mark.ChipLine},
		label(left+width/2, top+mark.ChipHeight/2+mark.ChipSize*mark.HalfCapital, Middle, face, mark.ChipSize, ink, words),
	}
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
