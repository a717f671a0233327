package html

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/folder"
	"slotmemo/internal/kept"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
)

// testPages are the pages to look at in a browser: the demo, and both examples if
// there is time.
func testPages(t testing.TB) []testPage {
	t.Helper()
	doc := demo()
	pages := []testPage{{"demo", write(t, doc), doc}}
	if thorough() {
		for _, name := range []string{"mensenhandel", "softwarerelease"} {
			page, doc := examplePage(t, name)
			pages = append(pages, testPage{name, page, doc})
		}
	}
	return pages
}

type testPage struct {
	name, html string
	doc        *document.Document
}

// examplePage builds the page of a memo of examples/, once for all tests.
func examplePage(t testing.TB, name string) (string, *document.Document) {
	t.Helper()
	if made[name] == nil {
		made[name] = buildExample(t, name)
	}
	return made[name].page, made[name].doc
}

type example struct {
	page string
	doc  *document.Document
}

var made = map[string]*example{}

func buildExample(t testing.TB, name string) *example {
	t.Helper()
	p, problems, err := project.Read("../../examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if worst, any := source.Worst(problems); any && worst == source.Error {
		t.Fatal(problems[0].Text("en"))
	}
	views, _, err := snapshot.Read(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := marvel.Analyse(p.Model, marvel.Options{Horizon: p.Memo.Horizon, Moments: p.Memo.Moments, Combine: p.Memo.Combine, LoopIDs: p.Kept.Loops})
	planned := memo.Plan(p, views, memo.Edition{})
	doc, _ := planned.Write(planned.Request().Answer(r))
	fonts := text.NewFonts()
	pictures, err := draw(doc, fonts, keptMap(t, p.Dir))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, doc, pictures, fonts); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("SLOTMEMO_PAGES"); dir != "" { // to be looked at
		if err := os.WriteFile(filepath.Join(dir, name+".html"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return &example{b.String(), doc}
}

// keptMap reads where the factors of an example stand, and how its relations bow.
func keptMap(t testing.TB, dir string) diagram.Kept {
	t.Helper()
	root, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	positions, _, err := kept.ReadPositions(root)
	if err != nil {
		t.Fatal(err)
	}
	bows, _, err := kept.ReadBows(root)
	if err != nil {
		t.Fatal(err)
	}
	k := diagram.Kept{Spots: map[string]diagram.Spot{}, Bows: bows}
	for id, at := range positions {
		k.Spots[id] = diagram.Spot(at)
	}
	return k
}

// draw makes the pictures of a Document as a build does.
func draw(doc *document.Document, fonts *text.Fonts, kept diagram.Kept) (map[string]*picture.Picture, error) {
	var diagrams []*document.Diagram
	for _, f := range document.Figures(doc) {
		if f.Diagram != nil {
			diagrams = append(diagrams, f.Diagram)
		}
	}
	places, err := diagram.Place(context.Background(), fonts, doc.Map, diagrams, diagram.Options{Language: doc.Language, Kept: kept})
	if err != nil {
		return nil, err
	}
	pictures := map[string]*picture.Picture{}
	for _, f := range document.Figures(doc) {
		switch {
		case f.Diagram != nil:
			pictures[f.ID] = picture.Draw(places.Placed[f.Diagram.ID], fonts)
		case f.Chart != nil:
			pictures[f.ID] = picture.Chart(f.Chart, fonts)
		case f.Drawing != nil:
			pictures[f.ID] = picture.Story(story.Place(f.Drawing, fonts, doc.Language), fonts)
		}
	}
	return pictures, nil
}

func TestExampleSize(t *testing.T) {
	takesTime(t)
	for _, name := range []string{"mensenhandel", "softwarerelease"} {
		html, _ := examplePage(t, name)
		t.Logf("%s: %d bytes", name, len(html))
		if len(html) > 2<<20 {
			t.Errorf("examples/%s is %d bytes, over 2 MB", name, len(html))
		}
	}
}
