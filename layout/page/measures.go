package page

import (
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// The page, in points. Left of the text stands the margin column with what a
// reader looks up: numbers and labels.
//
//	|← left →|← margin →|gutter|←──── measure ────→|← right →|
const (
	pageWidth  Pt = 595.28
	pageHeight Pt = 841.89
	left       Pt = 20 * text.MM
	right      Pt = 20 * text.MM
	top        Pt = 26 * text.MM
	bottom     Pt = 30 * text.MM
	marginW    Pt = 28 * text.MM
	gutter     Pt = 4 * text.MM
	textX      Pt = left + marginW + gutter
	measure    Pt = pageWidth - right - textX
	fullWidth  Pt = pageWidth - left - right

	sourceWhite Pt = 2 // between a quotation and the line that tells its source

	grid Pt = 15
	half Pt = grid / 2
	// area is what a page holds: whole lines of the grid between the margins.
	area Pt = 45 * grid
)

// A style is how a kind of text looks.
type style struct {
	face    text.Face
	size    Pt
	leading Pt
	color   templates.Role
	ragged  bool
	hyphens bool
}

// baseline gives the distance from the top of a line to its baseline: the x
// height stands in the middle of the leading, give or take.
func (s style) baseline() Pt { return s.leading/2 + s.size*0.34 }

// narrow tells whether a style is that of text in narrow columns, or of a few
// lines that one looks at: tables, captions, labels. A hyphen that saves no line
// is a blemish there.
func (s style) narrow() bool {
	return s.size <= tableStyle.size && s.face != text.Serif && s.face != text.SerifItalic
}

var (
	bodyStyle    = style{text.Serif, 10.5, 15, templates.Ink, true, true}
	leadStyle    = style{text.Serif, 12, 17.5, templates.Ink, true, true}
	tableStyle   = style{text.Sans, 9, 13, templates.Ink, true, true}
	headRowStyle = style{text.SansBold, 9, 13, templates.Ink, true, true}
	captionStyle = style{text.Sans, 9, 13, templates.Ink, true, true}
	noteStyle    = style{text.Serif, 8.5, 12, templates.Ink, true, true}
	sourceStyle  = style{text.Sans, 9, 13, templates.Soft, true, true}
	codeStyle    = style{text.Mono, 8.5, 13, templates.Ink, true, false}
	labelStyle   = style{text.Sans, 8.5, 12, templates.Soft, true, false}
	runningStyle = style{text.Sans, 8, 12, templates.Soft, true, false}
	markingStyle = style{text.SansBold, 9, 12, templates.Ink, true, false}
	kindStyle    = style{text.SansLight, 32, 38, templates.Ink, true, false}
	titleStyle   = style{text.SansBold, 20, 26, templates.Ink, true, false}
	subStyle     = style{text.Sans, 13, 18, templates.Soft, true, false}
)

// headings gives the style of a heading by its level, with the white above and
// below.
func headings(level int) (s style, above, below Pt) {
	switch level {
	case 1:
		return style{text.SansBold, 20, 26, templates.Ink, true, false}, 2 * grid, grid
	case 2:
		return style{text.SansBold, 13, 18, templates.Ink, true, false}, grid + half, half
	default:
		return style{text.SansBold, 10.5, 15, templates.Ink, true, false}, grid, 0
	}
}

// bold and italic give the face for strong and emphasised text.
func bold(f text.Face) text.Face {
	switch f {
	case text.Serif:
		return text.SerifBold
	case text.SerifItalic:
		return text.SerifBoldItalic
	case text.Sans, text.SansLight, text.SansItalic:
		return text.SansBold
	}
	return f
}

func italic(f text.Face) text.Face {
	switch f {
	case text.Serif:
		return text.SerifItalic
	case text.SerifBold:
		return text.SerifBoldItalic
	case text.Sans, text.SansLight, text.SansBold:
		return text.SansItalic
	}
	return f
}
