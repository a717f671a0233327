package html

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
)

// write gives the page of a Document, with the picture of the demo.
func write(t testing.TB, doc *document.Document) string {
	t.Helper()
	return writeWith(t, doc, demoPictures())
}

func writeWith(t testing.TB, doc *document.Document, pictures map[string]*picture.Picture) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, pictures, text.NewFonts()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func draft() *document.Document {
	return &document.Document{
		Language: "nl", Title: "Titel & meer", Short: "Kort", Draft: true, Internal: true,
		States: []string{"Editie voor JenV", "Concept", "Versie 0.9"}, Marks: []string{"TLP:AMBER", "INTERN"},
		Meta: document.Meta{Date: "2026-11-24", Description: "Over \"dit\"", Keywords: []string{"a", "b"}, Author: "Bureau"},
	}
}

func TestPolicyMatchesPage(t *testing.T) {
	page := write(t, draft())
	for _, tag := range []string{"style", "script"} {
		open, end := "<"+tag+">", "</"+tag+">"
		if n := strings.Count(page, open); n != 1 {
			t.Fatalf("%d elements %s, want 1", n, tag)
		}
		_, content, _ := strings.Cut(page, open)
		content, _, _ = strings.Cut(content, end)
		want := tag + "-src " + strings.ReplaceAll(hash(content), "'", "&#39;")
		if !strings.Contains(strings.ReplaceAll(page, "&#43;", "+"), want) {
			t.Errorf("the policy has no %s", want)
		}
	}
	if strings.Contains(page, "ZgotmplZ") {
		t.Error("the template refused a value")
	}
}

func TestPageSaysWhatItIs(t *testing.T) {
	page := write(t, draft())
	for _, want := range []string{
		`<html lang="nl">`, `<title>Titel &amp; meer</title>`, `<body class="draft internal">`,
		`<p class="marks">TLP:AMBER · INTERN</p>`, `Editie voor JenV · Concept · Versie 0.9`,
		`content="Over &#34;dit&#34;"`, `@top-left{content:"Kort"}`, `content:"Editie voor JenV \b7  Concept \b7  Versie 0\2e 9"`, `content:"Pagina " counter(page) " van " counter(pages) ""`,
		`body.draft::before{content:"CONCEPT" / ""}`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, "TLP:AMBER · INTERN"); n != 2 {
		t.Errorf("marking stands %d times as text, want at top and bottom", n)
	}
}

// outside finds what would be fetched.
var outside = regexp.MustCompile(`(?i)\ssrc=|<link|@import|xlink:|url\((?:[^d]|d[^a])|\sstyle=|\son[a-z]+=`)

func TestNothingFromOutside(t *testing.T) {
	if found := outside.FindString(write(t, draft())); found != "" {
		t.Errorf("the page has %q", found)
	}
}

func TestSameBytes(t *testing.T) {
	doc := &document.Document{Language: "nl", Title: "T"}
	for i, c := range blockCases() {
		doc.Blocks = append(doc.Blocks, &document.Heading{ID: fmt.Sprint("h", i), Level: 1, Text: words(c.name)})
		doc.Blocks = append(doc.Blocks, c.blocks...)
	}
	first := write(t, doc)
	for range 20 {
		if write(t, doc) != first {
			t.Fatal("two pages of one Document differ")
		}
	}
}
