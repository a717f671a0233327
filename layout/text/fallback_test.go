package text_test

import (
	"testing"

	"slotmemo/layout/text"
)

// Characters come from the face, from another face, or as a box that stands for
// them; their text stays what was written.
func TestFallback(t *testing.T) {
	fonts := text.NewFonts()
	box := fonts.Shape(text.Sans, "□")[0]
	for _, c := range []struct {
		s     string
		face  text.Face // of its first glyph
		lacks bool
	}{
		{"é", text.Serif, false},
		{"Ω", text.Serif, false},
		{"⇒", text.Sans, false},
		{"├", text.Mono, false},
		{"漢", text.Sans, true},
		{"😀", text.Sans, true},
	} {
		glyphs := fonts.Shape(text.Serif, c.s)
		if len(glyphs) != 1 || glyphs[0].Text != c.s || glyphs[0].ID == 0 {
			t.Errorf("%s: glyphs %+v", c.s, glyphs)
			continue
		}
		if lacks := fonts.Lacks([]rune(c.s)[0]); lacks != c.lacks {
			t.Errorf("Lacks(%s) = %v", c.s, lacks)
		}
		if glyphs[0].Face != c.face || c.lacks != (glyphs[0].ID == box.ID) {
			t.Errorf("%s: glyph %d of face %d, expected face %d", c.s, glyphs[0].ID, glyphs[0].Face, c.face)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for s, want := range map[string]bool{"א": true, "ع": true, "ܫ": true, "ﷲ": true, "a": false, "Ω": false, "漢": false, "\u200f": false, "٠": true} {
		if got := text.RightToLeft([]rune(s)[0]); got != want {
			t.Errorf("RightToLeft(%q) = %v", s, got)
		}
	}
}
