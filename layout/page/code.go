package page

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// codeHang is how far a line of code that is too long goes in where it goes on.
const codeHang Pt = 20

// code keeps lines and spaces. A line that is too long goes on below, further
// in.
func (s *setter) code(b *document.Code) {
	s.check(b.Text)
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

func (s *setter) codeLine(line string, c Content) {
	st := codeStyle
	p := &prose{
		runs:  []text.Run{{Text: line + " ", Face: st.face, Size: st.size, Fixed: true}},
		parts: []part{{content: c, color: st.color}},
	}
	w := s.column.w
	if s.fonts.Width(st.face, st.size, line) > w {
		w -= codeHang
	}
	for i, l := range s.lines(p, st, w+st.size) {
		f := &frame{height: st.leading}
		x := s.column.x
		if i > 0 {
			x += codeHang
		}
		f.line(l, p, x, st.baseline())
		s.emit(f)
	}
}
