package main

import (
	"bytes"
	"strings"
	"testing"

	"slotmemo/internal/audit"
	"slotmemo/internal/document"
	"slotmemo/internal/project"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
)

// A book that breaks a clause is written without the claim, and says so.
func TestAClauseThatFailsIsNotClaimed(t *testing.T) {
	t.Parallel()
	fonts := text.NewFonts()
	doc := &document.Document{
		Language: "nl", Title: "Proef", Draft: true, Meta: document.Meta{Date: "2018-09-06"},
		Blocks: []document.Block{&document.Heading{ID: "a", Level: 1, Text: document.Words("Kop")}},
	}
	w := &work{doc: doc, fonts: fonts, project: &project.Project{Dir: "proef"}}
	w.book, _ = page.Set(doc, fonts, nil)
	claims := func() (ua, a bool) {
		b, err := w.writePDF()
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(b, []byte("<pdfuaid:part>")), bytes.Contains(b, []byte("<pdfaid:part>"))
	}
	if ua, a := claims(); !ua || !a || len(w.broken) > 0 {
		t.Fatalf("a good book: PDF/UA %v, PDF/A %v, %v", ua, a, w.broken)
	}
	figure := &page.Element{Kind: "Figure"} // without Alt: a fault of PDF/UA only
	w.book.Root.Kids = append(w.book.Root.Kids, page.Kid{Element: figure})
	if ua, a := claims(); ua || !a {
		t.Errorf("a figure without Alt: PDF/UA %v, PDF/A %v", ua, a)
	}
	var stderr bytes.Buffer
	app := &app{stderr: &stderr}
	for _, c := range []struct{ strict, draft, fails bool }{{false, true, false}, {true, true, true}, {false, false, true}} {
		doc.Draft = c.draft
		if err := app.tellClaims(w, c.strict); (err != nil) != c.fails {
			t.Errorf("strict %v, draft %v: %v", c.strict, c.draft, err)
		}
	}
	if !strings.Contains(stderr.String(), audit.UA1.Title()) || !strings.Contains(stderr.String(), "7.3-1") {
		t.Errorf("told %q", stderr.String())
	}
}

func TestEpoch(t *testing.T) {
	t.Parallel()
	for s, ok := range map[string]bool{"": true, "0": true, "1536192000": true, "-1": false, "gisteren": false, "99999999999999": false} {
		if _, err := epoch(s); (err == nil) != ok {
			t.Errorf("%q: %v", s, err)
		}
	}
}
