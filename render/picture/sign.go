package picture

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// sign shows what an arrow does by a glyph and by the disc under it: light for
// +, filled for −. The colour comes third. The glyph is drawn, so that it looks
// the same where the face is missing. A rim of paper keeps the disc off lines.
func sign(c Point, s document.Sign) []Shape {
	const rim, bar = 0.8, 2.1
	role := signRole(s)
	fill, ink := templates.Paper, role
	if s == document.Minus {
		fill, ink = role, templates.Paper
	}
	shapes := []Shape{
		circle(c, mark.Disc+1, templates.Paper, templates.None, 0),
		circle(c, mark.Disc-rim/2, fill, role, rim),
	}
	if s == document.UnknownSign {
		return append(shapes, label(c.X, c.Y+7*mark.HalfCapital, Middle, text.SansBold, 7, ink, "?"))
	}
	shapes = append(shapes, stroke(Point{c.X - bar, c.Y}, Point{c.X + bar, c.Y}, ink, 1.1))
	if s == document.Plus {
		shapes = append(shapes, stroke(Point{c.X, c.Y - bar}, Point{c.X, c.Y + bar}, ink, 1.1))
	}
	return shapes
}

// signRole is the colour that says the sign once more.
func signRole(s document.Sign) templates.Role {
	switch s {
	case document.Plus:
		return templates.Plus
	case document.Minus:
		return templates.Minus
	}
	return templates.Ink
}
