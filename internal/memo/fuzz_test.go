package memo

import (
	"os"
	"strings"
	"testing"

	"slotmemo/internal/marvel"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// FuzzWrite: whatever a text or a session says, a document comes out, and
// without an error each id in it is given once.
func FuzzWrite(f *testing.F) {
	files, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if b, err := os.ReadFile("testdata/" + file.Name()); err == nil && strings.HasSuffix(file.Name(), ".txtar") {
			f.Add(string(b), false, "")
		}
	}
	f.Add("::: intern\n\n![](snapshot:kring)\n\n:::", true, "JenV")
	f.Add("# a\n\n## a\n\n### a {.aanbeveling intervention=\"i1\"}\n\n[](effect:i1/c@7) [a](#a)", false, "SZW")
	var p *project.Project
	var r *marvel.Result
	f.Fuzz(func(t *testing.T, text string, internal bool, to string) {
		if p == nil {
			p = read(t, nil)
			r = marvel.Analyse(p.Model, marvel.Options{})
		}
		if to != "" && to != "JenV" {
			to = "SZW"
		}
		fuzzed := *p
		body := project.Markdown{Pos: source.Pos{Path: "text/02-background.md", Line: 1, Column: 1}, Text: text}
		fuzzed.Texts = []project.Text{{Pos: body.Pos, Number: 2, Name: "background", Chapter: "background", Body: body}}
		body.Pos.Path = "sessions/1.md"
		fuzzed.Sessions = []project.Session{{Pos: body.Pos, Number: 1, Body: body}}
		doc, problems := Write(&fuzzed, viewsOf(t, p), r, Edition{For: to, Internal: internal})
		for _, x := range problems {
			if x.Pos.Path == "" || x.Text("nl") == "" {
				t.Errorf("problem without place: %+v", x)
			}
		}
		checkIDs(t, doc)
		_ = dump(doc)
	})
}
