package story

import (
	"slotmemo/internal/document"
	"slotmemo/templates"
)

// Measures of a matrix.
const (
	matrixRow   Pt = 12.4
	matrixDot   Pt = 3
	matrixEnd   Pt = 262 // where its lines end
	matrixLabel Pt = 92  // of a name in front of a row, at most
)

// A matrixSetter places dots where rows and columns meet.
type matrixSetter struct{ *setter }

// matrix places a dot where a row and a column meet; it gives where it ends.
func (s matrixSetter) matrix(m document.Matrix, y Pt) Pt {
	if len(m.Rows) == 0 || len(m.Columns) == 0 {
		return y
	}
	first, apart := s.matrixColumns(m)
	head := s.wrap(m.Head, nameStyle, first-8)
	s.part(Part{Kind: "head", Label: m.Head}, s.lines(head, nameStyle, Start, 0, y+16)...)
	heads := Part{Kind: "axis"}
	for i, c := range m.Columns {
		heads.Shapes = append(heads.Shapes, s.lines(s.wrap(c, tickStyle, apart-4), tickStyle, Middle, first+apart*(Pt(i)+0.5), y+12)...)
	}
	s.part(heads)
	at := y + s.matrixTop(m)
	for _, r := range m.Rows {
		at += s.matrixRow(r, first, apart, at)
	}
	return at
}

// matrixColumns gives where the first column begins and how wide each is.
func (s matrixSetter) matrixColumns(m document.Matrix) (first, apart Pt) {
	first = 70
	for _, r := range m.Rows {
		first = max(first, s.widest(s.wrap(r.Label, labelStyle, matrixLabel), labelStyle)+8)
	}
	return first, min((matrixEnd-first)/Pt(len(m.Columns)), 60)
}

// matrixTop is what the heads take.
func (s matrixSetter) matrixTop(m document.Matrix) Pt {
	first, apart := s.matrixColumns(m)
	most := len(s.wrap(m.Head, nameStyle, first-8))
	for _, c := range m.Columns {
		most = max(most, len(s.wrap(c, tickStyle, apart-4)))
	}
	return 14 + Pt(most)*tickStyle.leading + 4
}

func (s matrixSetter) matrixHeight(m document.Matrix) Pt {
	if len(m.Rows) == 0 || len(m.Columns) == 0 {
		return 0
	}
	h := s.matrixTop(m)
	for _, r := range m.Rows {
		h += s.matrixRowHeight(r)
	}
	return h
}

func (s matrixSetter) matrixRowHeight(r document.MatrixRow) Pt {
	return matrixRow + Pt(len(s.wrap(r.Label, labelStyle, matrixLabel))-1)*labelStyle.leading
}

func (s matrixSetter) matrixRow(r document.MatrixRow, first, apart, y Pt) Pt {
	h := s.matrixRowHeight(r)
	mid := y + h/2
	p := Part{Kind: "row", Label: r.Label}
	p.Shapes = append(p.Shapes, rule(first, first+apart*Pt(len(r.Dots)), mid))
	p.Shapes = append(p.Shapes, s.centred(s.wrap(r.Label, labelStyle, matrixLabel), labelStyle, Start, 0, mid)...)
	set := ""
	for i, dot := range r.Dots {
		m := &Mark{Kind: Dot, At: Point{X: first + apart*(Pt(i)+0.5), Y: mid}, Radius: 1, Color: templates.Rule}
		if dot {
			m.Radius, m.Color = matrixDot, templates.Ink
			set += "1"
		} else {
			set += "0"
		}
		p.Shapes = append(p.Shapes, m)
	}
	p.Facts = append(p.Facts, Fact{"dots", set})
	s.part(p)
	return h
}
