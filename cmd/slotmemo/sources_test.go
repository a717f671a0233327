package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"slotmemo/internal/project"
)

var (
	headingLine  = regexp.MustCompile(`(?m)^#{1,4} (.+?)(?: \{[^}]*\})?$`)
	footnoteLine = regexp.MustCompile(`(?m)^\[\^[^\]]+\]: (.+)$`)
	markup       = regexp.MustCompile(`[*_\x60]|“|”|‘|’|"|'`)
)

// TestSourcesAreInTheMemo looks for each heading of the texts, in order, each
// footnote, once, and each factor and relation in the tables of the memo.
func TestSourcesAreInTheMemo(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := built(t, name)
			paragraphs := htmlParagraphs(t, filepath.Join(dir, "out/memo.html"))
			for i := range paragraphs {
				paragraphs[i] = bare(paragraphs[i])
			}
			texts, err := filepath.Glob(filepath.Join(dir, "text/*.md"))
			if err != nil || len(texts) == 0 {
				t.Fatalf("no texts: %v", err)
			}
			for _, path := range texts {
				checkText(t, path, paragraphs)
			}
			checkTables(t, dir, paragraphs)
		})
	}
}

// bare drops white space, quotes and marks of emphasis.
func bare(s string) string { return markup.ReplaceAllString(squeeze(s), "") }

func checkText(t *testing.T, path string, paragraphs []string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	outside := regexp.MustCompile(`(?s)::: intern.*?\n:::`).ReplaceAllString(string(b), "")
	at := 0
	for _, m := range headingLine.FindAllStringSubmatch(outside, -1) {
		found := find(paragraphs[at:], bare(m[1]), strings.HasSuffix)
		if found < 0 {
			t.Errorf("%s: heading %q isn't at its place", filepath.Base(path), m[1])
			continue
		}
		at += found + 1
	}
	for _, m := range footnoteLine.FindAllStringSubmatch(outside, -1) {
		if n := strings.Count(strings.Join(paragraphs, "\n"), bare(m[1])); n != 1 {
			t.Errorf("%s: footnote %q stands %d times", filepath.Base(path), m[1], n)
		}
	}
}

// checkTables looks for each factor's definition and each relation's argument.
func checkTables(t *testing.T, dir string, paragraphs []string) {
	t.Helper()
	p, _, err := project.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range p.Model.Factors {
		if find(paragraphs, bare(f.Definition), strings.Contains) < 0 {
			t.Errorf("factor %s isn't in its table", f.ID)
		}
	}
	for _, r := range p.Model.Relations {
		if find(paragraphs, bare(r.Argument), strings.Contains) < 0 {
			t.Errorf("relation %s isn't in its table", r.ID)
		}
	}
}

func find(paragraphs []string, want string, holds func(s, want string) bool) int {
	for i, p := range paragraphs {
		if holds(p, want) {
			return i
		}
	}
	return -1
}
