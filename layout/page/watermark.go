package page

import (
	"math"

	"slotmemo/layout/text"
	"slotmemo/templates"
)

// watermark sets CONCEPT across the page where the memo asks for it, in a tint of
// its own: letters in that of the areas of figures read as areas. It is pale
// enough for text over it to keep its contrast.
func (s finisher) watermark(p *Page) {
	if !s.doc.Watermark {
		return
	}
	const size Pt = 118
	const angle = 54.0
	mark := s.texts.Get("watermark")
	w := s.fonts.Width(text.SansBold, size, mark)
	sin, cos := math.Sincos(angle * math.Pi / 180)
	// The middle of the word, half its height above the baseline, stands in the
	// middle of the page.
	cap := size * 0.33
	x := pageWidth/2 - w/2*Pt(cos) + cap*Pt(sin)
	y := pageHeight/2 + w/2*Pt(sin) + cap*Pt(cos)
	p.Items = append(p.Items, &Glyphs{
		X: x, Y: y, Size: size, Color: templates.Watermark, Angle: angle,
		Glyphs: s.fonts.Shape(text.SansBold, mark), Artifact: Mark,
	})
}
