package page

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// codeHang is how far a line of code that is too long goes in where it goes on,
// besides its own indent.
const codeHang Pt = 20

// A codeSetter sets code.
type codeSetter struct{ *setter }

// code keeps lines and spaces. A line that is too long goes on below, further
// in.
func (s codeSetter) code(b *document.Code) {
	speller(s).check(b.Text)
	c := s.content(s.column.parent.add("P").add("Code"))
	start := len(s.frames)
	code := strings.TrimRight(strings.ReplaceAll(b.Text, "\t", "    "), "\n")
	for _, line := range strings.Split(code, "\n") {
		s.codeLine(line, c)
	}
	frames := s.frames[start:]
	frames[0].snap = true
	frames[0].keep = len(frames) > 1
	if len(frames) > 1 {
		frames[len(frames)-2].keep = true
	}
	s.space(frames, s.column.gap+2, s.column.gap+2)
}

func (s codeSetter) codeLine(line string, c Content) {
	st := codeStyle
	p := &prose{
		runs:  []text.Run{{Text: line, Face: st.face, Size: st.size, Fixed: true}},
		parts: []part{{content: c, color: st.color}},
	}
	w := s.column.w
	indent := s.fonts.Width(st.face, st.size, line[:len(line)-len(strings.TrimLeft(line, " "))])
	hang := min(indent, s.column.w/3) + codeHang
	if s.fonts.Width(st.face, st.size, line) > w {
		w -= hang
	}
	lines := s.lines(p, st, w)
	if len(lines) == 0 {
		lines = []text.Line{{Pieces: []text.Piece{{Size: st.size}}}}
	}
	s.endWithSpace(lines, st)
	for i, l := range lines {
		f := &frame{height: st.leading}
		x := s.column.x
		if i > 0 {
			x += hang
		}
		f.line(l, p, x, st.baseline())
		s.emit(f)
	}
}

// endWithSpace puts a space behind the last line, so that the lines of code
// don't grow together when they are taken out of the page.
func (s codeSetter) endWithSpace(lines []text.Line, st style) {
	l := &lines[len(lines)-1]
	last := &l.Pieces[len(l.Pieces)-1]
	last.Glyphs = append(last.Glyphs, s.fonts.Shape(st.face, " ")...)
}
