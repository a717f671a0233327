package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func words(s string) []Run { return []Run{{Text: s, Face: Serif, Size: 10.5, Language: "nl"}} }

// join gives the text of lines as a reader of the file gets it: without soft
// hyphens, spaces as one.
func join(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text())
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00ad", "")), " ")
}

func TestBreakKeepsText(t *testing.T) {
	f := NewFonts()
	for _, s := range []string{
		"", " ", "\n\n", "\u00ad", "slachtofferhulp", "één twee", "a  b", "x\ny",
		strings.Repeat("uitvoeringsorganisaties en slachtofferhulporganisaties, ", 9),
		"https://www.example.org/een/heel/lang/pad/naar-een/document_met_streepjes.html?x=1&y=2",
	} {
		for _, measure := range []Pt{20, 80, 391} {
			for _, ragged := range []bool{true, false} {
				got := join(f.Break(words(s), Setting{Measure: measure, Ragged: ragged}))
				want := strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
				if got != want {
					t.Errorf("Break(%q, %v) lost or made text: got %q", s, measure, got)
				}
			}
		}
	}
}

func FuzzBreak(f *testing.F) {
	for _, s := range []string{"", " ", "\n\n", "\u00ad", "slachtofferhulp", "één twee"} {
		f.Add(s, 80.0)
	}
	fonts := NewFonts()
	f.Fuzz(func(t *testing.T, s string, measure float64) {
		if len(s) > 2000 || !utf8.ValidString(s) || !(measure > 5 && measure < 1000) {
			t.Skip()
		}
		visible := func(s string) string {
			return strings.Map(func(r rune) rune {
				if invisible(r) || isSpace(r) || r == '\n' {
					return -1
				}
				return r
			}, s)
		}
		got := visible(join(fonts.Break(words(s), Setting{Measure: Pt(measure)})))
		if want := visible(strings.Join(strings.Fields(s), " ")); got != want {
			t.Errorf("Break(%q, %v) lost or made text: got %q, want %q", s, measure, got, want)
		}
	})
}
