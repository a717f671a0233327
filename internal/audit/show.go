package audit

import (
	"fmt"
	"math"
	"strings"
	"unicode"
)

func (in *interpreter) move(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.times(in.line)
	in.tm = in.line
}

// show shows strings, with the numbers between them.
func (in *interpreter) show(list []any) {
	f := in.g.font
	in.painted()
	if f == nil {
		return
	}
	if !in.c.hasCatalogLanguage() && !in.isArtifact() && !in.hasLanguage(nil) && !in.appearance {
		in.fail("language-text", "")
	}
	const invisible = 3
	start := in.tm
	private := false
	var text strings.Builder
	for _, v := range list {
		s, isText := v.(str)
		if !isText {
			n, _ := in.c.f.Number(v)
			in.advance(-n / 1000 * in.g.size * in.g.scale)
			continue
		}
		f.Split(s, func(code int) {
			in.c.fonts.checkCode(f, code, in.page.Index, in.g.mode == invisible)
			if t, ok := f.Text(code); ok {
				text.WriteString(t)
				private = private || len(t) > 1 && isPrivate(t)
			}
			w := f.Width(code)/1000*in.g.size + in.g.char
			if code == ' ' && !f.Composite {
				w += in.g.word
			}
			in.advance(w * in.g.scale)
		})
	}
	if private && !in.hasActualText() {
		in.fail("text-private", "")
	}
	if in.g.mode != invisible {
		in.checkLook(start, text.String())
	}
	if !in.isArtifact() && !in.inSpanText() {
		in.addText(text.String())
		in.checkRepeated(text.String())
	}
}

func (in *interpreter) advance(x float64) { in.tm = matrix{1, 0, 0, 1, x, 0}.times(in.tm) }

func (in *interpreter) inSpanText() bool {
	for _, m := range in.marks {
		if m.spanText {
			return true
		}
	}
	return false
}

// hasActualText tells whether something says what private characters mean.
func (in *interpreter) hasActualText() bool {
	if in.inSpanText() {
		return true
	}
	if m := in.here(); m != nil {
		for n := m.owner; n != nil; n = n.Parent {
			if _, ok := in.c.f.Text(n.Dict["ActualText"]); ok {
				return true
			}
		}
	}
	return false
}

// checkLook checks size and contrast of a text on what is painted under it.
func (in *interpreter) checkLook(start matrix, text string) {
	if strings.TrimSpace(text) == "" || in.appearance {
		return
	}
	for _, m := range in.marks {
		if m.subtype == "Watermark" {
			in.c.content.watermark[in.page.Index] = true
			in.water = in.g.fill
			return
		}
	}
	size := in.g.size * start.height() * in.g.ctm.height()
	const smallest = 4.5
	if size > 0 && size < smallest && !in.isArtifact() {
		in.c.remark("small-text", in.page.Index, text)
	}
	from, to := start.times(in.g.ctm), in.tm.times(in.g.ctm)
	x1, x2 := math.Min(from[4], to[4]), math.Max(from[4], to[4])
	y1, y2 := math.Min(from[5], to[5]), math.Max(from[5], to[5])+size*0.4
	ground, bare := color{known: true, r: 1, g: 1, b: 1}, true
	for i := len(in.fills) - 1; i >= 0; i-- {
		if in.fills[i].holds(x1+1, y1, x2-1, y2) {
			ground, bare = in.fills[i].color, false
			break
		}
	}
	if !ground.known || !in.g.fill.known {
		return
	}
	want := 4.5
	bold := in.g.font != nil && strings.Contains(strings.ToLower(string(in.c.f.Name(in.g.font.Dict["BaseFont"]))), "bold")
	if size >= 18 || size >= 14 && bold {
		want = 3
	}
	got := contrast(in.g.fill, ground)
	if bare && in.water.known && !in.isArtifact() {
		// Where exactly the watermark lies isn't asked: any text may lie on it.
		got = min(got, contrast(in.g.fill, in.water))
	}
	if got < want-0.05 {
		in.c.remark("contrast", in.page.Index, fmt.Sprintf("%.1f: %s", got, strings.TrimSpace(text)))
	}
}

// checkRepeated looks for leaders that are read aloud: the same character five
// times in a row.
func (in *interpreter) checkRepeated(text string) {
	for _, r := range text {
		if r != in.lastRune || unicode.IsSpace(r) || unicode.IsDigit(r) {
			in.lastRune, in.repeated = r, 1
			continue
		}
		if in.repeated++; in.repeated == 5 {
			in.c.remark("repeated-characters", in.page.Index, strings.Repeat(string(r), 5))
		}
	}
}
