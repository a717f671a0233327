package text

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// divided shows a word with its divisions.
func divided(f *Fonts, lang, w string) string {
	var b strings.Builder
	at := 0
	for _, p := range f.Hyphenate(lang, w) {
		b.WriteString(w[at:p.At])
		if p.Preferred {
			b.WriteByte('=')
		} else {
			b.WriteByte('-')
		}
		at = p.At
	}
	return b.String() + w[at:]
}

func TestCompounds(t *testing.T) {
	f := NewFonts()
	b, err := os.ReadFile("testdata/compounds.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, want := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(want, "#") {
			continue
		}
		n++
		if got := divided(f, "nl", strings.NewReplacer("-", "", "=", "").Replace(want)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if n < 300 {
		t.Errorf("only %d compounds", n)
	}
}

func TestHyphenate(t *testing.T) {
	f := NewFonts()
	if p := f.Learn("nl", "layout/hyphenation.txt", "# eigen woorden\nkwartsla-gen\nComensha\n"); p != nil {
		t.Fatalf("Learn: %v", p)
	}
	for _, c := range []struct{ lang, want string }{
		{"nl", "beëin-di-gen"},     // not be-ëindigen
		{"nl", "coör-di-na-tie"},   // not co-ördinatie
		{"nl", "pa-ra-pluutje"},    // not parapluu-tje, which is paraplu-tje
		{"nl", "omaatje"},          // oma-tje
		{"nl", "col-le-ga's"},      // nothing at the apostrophe
		{"nl", "sher-ry'tje"},      // not at the apostrophe: sherry-tje
		{"nl", "regio"},            // not regi-o, and too short
		{"nl", "Eu-ropa"},          // not Euro-pa: three letters after it
		{"nl", "UITVOERING"},       // capitals
		{"nl", "covid19maatregel"}, // figures
		{"nl", "kwartsla-gen"},     // the project's list
		{"nl", "comensha"},
		{"en", "gov-ern-ment"},
		{"en", "na\u00efvety"}, // not na-ïvety
		{"fr", "gouvernement"}, // no patterns
	} {
		w := strings.NewReplacer("-", "", "=", "").Replace(c.want)
		if got := divided(f, c.lang, w); got != c.want {
			t.Errorf("%s: got %s, want %s", c.lang, got, c.want)
		}
	}
}

// TestForbidden holds the rules of the official spelling on a word list that
// has nothing to do with the patterns: every fourth of its 413,000 words.
func TestForbidden(t *testing.T) {
	b, err := os.ReadFile("/usr/share/dict/dutch")
	if err != nil {
		if os.Getenv("SLOTMEMO_REQUIRE_TOOLS") == "1" {
			t.Fatal(err)
		}
		t.Skip("no Dutch word list (package wdutch)")
	}
	f := NewFonts()
	words := strings.Fields(string(b))
	for i := 0; i < len(words); i += 4 {
		for _, p := range f.Hyphenate("nl", words[i]) {
			if why := forbidden(words[i], p.At); why != "" {
				t.Errorf("%s-%s: %s", words[i][:p.At], words[i][p.At:], why)
			}
		}
	}
}

// forbidden says which rule a division breaks. It shares nothing with the code
// that makes divisions.
func forbidden(w string, at int) string {
	before, after := w[:at], w[at:]
	next, _ := utf8.DecodeRuneInString(after)
	prev, _ := utf8.DecodeLastRuneInString(before)
	count := func(s string) int {
		return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })) *
			len([]rune(strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, s)))
	}
	switch {
	case strings.ContainsRune("äëïöüÄËÏÖÜ", next):
		return "the trema would go"
	case !unicode.IsLetter(next) || !unicode.IsLetter(prev):
		return "at a sign that isn't a letter"
	case count(before) < 2 || count(after) < 3:
		return "too few letters on one side"
	case strings.HasPrefix(after, "tje") && len(before) > 1 && before[len(before)-1] == before[len(before)-2] &&
		strings.ContainsRune("aeou", prev):
		return "the vowel would go"
	case strings.ContainsAny(w, "0123456789") || strings.ToUpper(w) == w:
		return "not a word to be divided"
	case prev == 'i' && next == 'j':
		return "ij is one letter"
	}
	return ""
}

func TestLearnReports(t *testing.T) {
	got := NewFonts().Learn("nl", "layout/hyphenation.txt", "goed-e\n-fout\ntwee woorden\n3-2\n")
	if len(got) != 3 || got[0].Pos.Line != 2 || got[2].Pos.Line != 4 {
		t.Errorf("got %v", got)
	}
}

func BenchmarkHyphenate(b *testing.B) {
	f := NewFonts()
	f.Hyphenate("nl", "uitvoering")
	for b.Loop() {
		f.Hyphenate("nl", "slachtofferhulporganisaties")
	}
}
