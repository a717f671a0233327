package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// A stub answers everything with its name, and hides internal parts.
type stub struct{}

func (stub) Schemes() Schemes {
	return Schemes{
		Links:  []string{"factor", "loop", "intervention", "actor", "snapshot", "table", "chapter", "effect"},
		Images: []string{"snapshot", "table", "chart", "session"},
	}
}

func (stub) Part(_ source.Pos, readers []string) (*document.Aside, bool, []source.Problem) {
	return &document.Aside{Label: strings.Join(readers, " ")}, len(readers) > 0, nil
}

func (stub) Link(a Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	return append(slices.Clone(kids), document.Text("<"+a.Scheme+" "+a.Name+">")), nil
}

func (stub) Place(a Address, caption []document.Inline) ([]document.Block, []source.Problem) {
	return []document.Block{&document.Figure{ID: a.Name, Caption: document.Caption{Message: caption}}}, nil
}

func (stub) Heading(*document.Heading, []Attribute) ([]document.Block, []source.Problem) {
	return nil, nil
}

// FuzzParse: nothing a file can hold makes the reader fail, every problem has a
// place in the file, and what is hidden stays hidden.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", " ", "\n\n", "# Kop\n\nTekst.", "::: intern\n\nSECRET\n\n:::\n", "::: {for=\"JenV\"}\n:::",
		"> - 1. a\n\n  : b", "[^a]: x\n\n[^a][^a]", "| a | b |\n|---|---|\n| c |", "```\n::: intern\n```", "<!-- a\n\nb -->",
		"[](factor:a)[x](snapshot:b)![c](table:d)", "*a **b _c `d` e_ f** g*", "\\[a][b]\\*", "&amp;&#0;&#x202E;",
		"### a {.aanbeveling for=\"b\" intervention=\"c\"}", "\u202egespiegeld", "a\x00b\xffc", "[a]: <b> 'c'\n[a]", "Term\n: uitleg\n\n  nog",
		"<javascript:alert(1)> <mail@b.c> <http://a.b/c>", strings.Repeat(">", 100) + "a", strings.Repeat("*a ", 50), "- [ ] a\n- [x] b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pos := source.Pos{Path: "a.md", Line: 3, Column: 1}
		text, problems := Parse(s, pos, "nl", stub{})
		lines := strings.Count(s, "\n") + 1
		for _, p := range problems {
			if p.Pos.Path != "a.md" || p.Pos.Line < 3 || p.Pos.Line > 3+lines || p.Pos.Column < 1 {
				t.Errorf("problem at %v in a file of %d lines: %s", p.Pos, lines, p.Text("nl"))
			}
		}
		again, _ := Parse(s, pos, "nl", stub{})
		if fmt.Sprint(len(text.Blocks), len(text.Notes)) != fmt.Sprint(len(again.Blocks), len(again.Notes)) {
			t.Error("the second reading differs from the first")
		}
	})
}

// FuzzTypeset: setting a line twice is setting it once, and letters stay.
func FuzzTypeset(f *testing.F) {
	for _, s := range []string{"", "'", "\"\"", "'s morgens", "foto's", "\"a 'b' c\"", "a -- b...", "€ 5 en art. 3 lid 2", "6 september 2018", "--- ....", "'68 'n '"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, dutch bool) {
		language := map[bool]string{true: "nl", false: "en"}[dutch]
		s = strings.ToValidUTF8(s, "?")
		once := Polish(s, language)
		if twice := Polish(once, language); twice != once {
			t.Errorf("%q: once %q, twice %q", s, once, twice)
		}
		if got, want := letters(once), letters(s); got != want {
			t.Errorf("%q became %q", s, once)
		}
	})
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"'“”‘’.…-– \u00a0", r) {
			return -1
		}
		return r
	}, s)
}

func TestTypeset(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"nl", `"Ja", zei 'hij'.`, "“Ja”, zei ‘hij’."},
		{"nl", "'s Morgens, in 't huis van '68", "’s Morgens, in ’t huis van ’68"},
		{"nl", "foto's en thema's", "foto’s en thema’s"},
		{"nl", `("aangehaald")`, "(“aangehaald”)"},
		{"nl", "de jaren '90 van 'een' zaak", "de jaren ’90 van ‘een’ zaak"},
		{"nl", "art. 5.2, nr. 3, p. 12, € 1.000, 5 km, 3 jaar", "art.\u00a05.2, nr.\u00a03, p.\u00a012, €\u00a01.000, 5\u00a0km, 3\u00a0jaar"},
		{"nl", "J. Jansen op 6 september 2018", "J.\u00a0Jansen op 6\u00a0september 2018"},
		{"nl", "een kaart. 5 mensen", "een kaart. 5 mensen"},
		{"en", "the group's 'first step'", "the group’s ‘first step’"},
		{"en", "'tis done -- or not...", "’tis done – or not…"},
	} {
		if got := Polish(c.in, c.language); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.language, c.in, got, c.want)
		}
	}
}

func TestLooksLikeFence(t *testing.T) {
	for line, want := range map[string]bool{
		"::: intern": true, ":::": true, ":: intern": true, " ::: intern": true, "> ::: intern": true,
		"- ::: intern": true, "1. ::: intern": true, "> 2) :::": true, "\u200b::: intern": true, "：：： intern": true,
		": : : intern": true, "\ufeff:::": true, "\t:::": true, ":::: intern": true,
		": uitleg": false, "a ::: b": false, "": false, "12:30 uur": false, "10. tekst": false, "---": false,
	} {
		if got := looksLikeFence(line); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

func TestOutsideAddress(t *testing.T) {
	for address, want := range map[string]bool{
		"https://a.example/b?c=d#e":  true,
		"http://a.example":           true,
		"mailto:a@b.example":         true,
		"HTTPS://a.example":          true,
		"javascript:alert(1)":        false,
		"javascript&colon;alert(1)":  false,
		"java\nscript:alert(1)":      false,
		"https&colon;//a.example":    false,
		"data:text/html,a":           false,
		"//a.example":                false,
		"/etc/passwd":                false,
		"../a":                       false,
		"file:///etc/passwd":         false,
		"https:javascript:alert(1)":  false,
		"https://user:pw@a.example":  false,
		"mailto:geen-adres":          false,
		"https://a.example/\u202eb":  false,
		"http%3A//a.example":         false,
		"ht\ttps://a.example":        false,
		"vbscript:x":                 false,
		"https://":                   false,
		"https://a.example/a b":      false,
		"https://é.example/pad/naam": true,
	} {
		if _, got := outsideAddress(address); got != want {
			t.Errorf("%q: %v, want %v", address, got, want)
		}
	}
}

// TestRealNotes reads notes that real people wrote; they may warn, not fail.
func TestRealNotes(t *testing.T) {
	files, err := filepath.Glob("../../../shared/data/notes/*.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("../shared/data/notes isn't here")
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, problems := Parse(string(b), source.Pos{Path: filepath.Base(file), Line: 1, Column: 1}, "nl", stub{})
		if len(text.Blocks) < 5 {
			t.Errorf("%s: only %d blocks", file, len(text.Blocks))
		}
		for _, p := range problems {
			t.Logf("%s: %s", p.Pos, p.Text("nl"))
		}
	}
}

// TestQuotation: the last line of a quotation says whose words it holds if it
// is a short line after others that begins with a dash or isn't a sentence.
func TestQuotation(t *testing.T) {
	for s, want := range map[string]bool{
		"> Zo gaat het.\n>\n> Deelnemer aan de eerste sessie":           true,
		"> Zo gaat het.\n>\n> — Deelnemer, 2018.":                       true,
		"> Zo gaat het.\n>\n> En zo blijft het.":                        false,
		"> Zo gaat het.\n>\n> En zo blijft het: ‘jammer’":               false,
		"> Deelnemer aan de eerste sessie":                              false,
		"> Zo gaat het.\n>\n> " + strings.Repeat("lang ", 30) + "einde": false,
	} {
		text, problems := Parse(s, source.Pos{Path: "a.md", Line: 1, Column: 1}, "nl", stub{})
		if len(problems) > 0 || len(text.Blocks) != 1 {
			t.Fatalf("%q: %d blocks, %v", s, len(text.Blocks), problems)
		}
		q := text.Blocks[0].(*document.Quote)
		for i, b := range q.Blocks {
			if got := b.(*document.Paragraph).Source; got != (want && i == len(q.Blocks)-1) {
				t.Errorf("%q: paragraph %d: Source = %v", s, i+1, got)
			}
		}
	}
}
