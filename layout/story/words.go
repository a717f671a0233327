package story

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A style is how words look. Leading is from line to line.
type style struct {
	face    text.Face
	size    Pt
	leading Pt
	color   templates.Role
}

var (
	headStyle  = style{text.SansBold, 9, 12, templates.Ink}
	softStyle  = style{text.Sans, mark.SmallSize, mark.SmallLead, templates.Soft}
	labelStyle = style{text.Sans, mark.LabelSize, mark.Leading, templates.Ink}
	toldStyle  = style{text.Sans, mark.LabelSize, 11, templates.Ink}
	boldStyle  = style{text.SansBold, mark.LabelSize, 11, templates.Ink}
	nameStyle  = style{text.SansBold, 9.5, 11.5, templates.Ink}
	tickStyle  = style{text.Sans, 7.5, 9.6, templates.Soft}
)

// styleOf gives the style of the name of a node: bold for a goal, italic for a
// point of intervention.
func styleOf(n document.Node) style {
	st := labelStyle
	switch {
	case n.Goal:
		st.face = text.SansBold
	case n.Lever:
		st.face = text.SansItalic
	}
	return st
}

func (s *setter) measure(st style, words string) Pt { return s.fonts.Width(st.face, st.size, words) }

// line sets words on one line; y is the baseline.
func (s *setter) line(words string, st style, anchor Anchor, x, y Pt) *Words {
	return &Words{At: Point{X: x, Y: y}, Anchor: anchor, Face: st.face, Size: st.size, Color: st.color, Text: words}
}

// lines sets lines below each other; y is the baseline of the first.
func (s *setter) lines(lines []string, st style, anchor Anchor, x, y Pt) []Shape {
	var shapes []Shape
	for i, l := range lines {
		shapes = append(shapes, s.line(l, st, anchor, x, y+Pt(i)*st.leading))
	}
	return shapes
}

// centred sets lines about a height.
func (s *setter) centred(lines []string, st style, anchor Anchor, x, middle Pt) []Shape {
	first := middle - Pt(len(lines)-1)*st.leading/2 + st.size*mark.HalfCapital
	return s.lines(lines, st, anchor, x, first)
}

// wrap breaks words for a measure into as few lines as they need, about as long
// as each other.
func (s *setter) wrap(words string, st style, measure Pt) []string {
	lines := s.broken(words, st, measure, true)
	if s.widest(lines, st) > measure { // a word is longer: then it is divided
		return s.broken(words, st, measure, false)
	}
	for narrower := measure * 0.95; len(lines) > 1 && hyphens(lines) == 0 && narrower > measure/2; narrower -= measure * 0.05 {
		next := s.broken(words, st, narrower, true)
		if len(next) > len(lines) || hyphens(next) > hyphens(lines) {
			break
		}
		lines = next
	}
	return lines
}

func (s *setter) broken(words string, st style, measure Pt, whole bool) []string {
	run := text.Run{Text: words, Face: st.face, Size: st.size, Language: s.language}
	var lines []string
	for _, l := range s.fonts.Break([]text.Run{run}, text.Setting{Measure: measure, Ragged: true, Whole: whole}) {
		lines = append(lines, printed(l.Text()))
	}
	return lines
}

// printed gives the characters of a line as they are printed: no space at its
// end, and a hyphen where a word is divided.
func printed(line string) string {
	line = strings.TrimRight(line, " ")
	if whole, divided := strings.CutSuffix(line, "\u00ad"); divided {
		return whole + "-"
	}
	return line
}

func hyphens(lines []string) int {
	n := 0
	for _, l := range lines {
		if strings.HasSuffix(l, "-") {
			n++
		}
	}
	return n
}

// widest gives the width of the widest of some lines.
func (s *setter) widest(lines []string, st style) Pt {
	w := Pt(0)
	for _, l := range lines {
		w = max(w, s.measure(st, l))
	}
	return w
}
