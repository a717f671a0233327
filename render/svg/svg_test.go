package svg_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/document"
	_ "slotmemo/layout/diagram/earlycache"

	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/render/svg"
	"slotmemo/templates"
)

var fonts = text.NewFonts()

// place lays diagrams out, without a cache on disk.
func place(t *testing.T, ds ...*document.Diagram) map[string]*diagram.Placed {
	t.Helper()
	places, err := diagram.Place(context.Background(), fonts, nil, ds, diagram.Options{Language: "nl"})
	if err != nil {
		t.Fatal(err)
	}
	return places.Placed
}

func write(t *testing.T, p *picture.Picture) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, p, svg.Words{Language: "nl", Title: "Titel", Desc: "Woorden"}, fonts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	signs     = map[document.Sign]string{document.Plus: "plus", document.Minus: "minus", document.UnknownSign: "unknown"}
	strengths = [...]string{"unknown", "weak", "average", "strong", "very-strong"}
	speeds    = map[float64]string{0: "unknown", 0.5: "very-high", 1: "high", 1.5: "average", 2: "low"}
)

// everyCue has an edge for each sign, strength and speed that there is.
func everyCue() *document.Diagram {
	d := &document.Diagram{ID: "cues", Title: "Alle tekens", Full: true}
	for i := range 15 {
		d.Nodes = append(d.Nodes, document.Node{ID: fmt.Sprintf("n%02d", i), Label: fmt.Sprintf("Factor %d", i), Goal: i%5 == 0, Lever: i%4 == 0})
	}
	barriers := []float64{0, 0.5, 1, 1.5, 2}
	for i := range 15 {
		d.Edges = append(d.Edges, document.Edge{
			ID: fmt.Sprintf("e%02d", i), From: fmt.Sprintf("n%02d", i), To: fmt.Sprintf("n%02d", (i*4+1)%15),
			Sign: document.Sign(i%3 - 1), Weight: document.Weight(i % 5), Barriers: barriers[(i/3)%5],
			Change: document.Change(i % 4 / 3 * 3), Label: "draagt bij",
		})
	}
	return d
}

func randomDiagram(r *rand.Rand) *document.Diagram {
	d := everyCue()
	d.ID = "random"
	for i := range d.Edges {
		e := &d.Edges[i]
		e.Sign, e.Weight = document.Sign(r.IntN(3)-1), document.Weight(r.IntN(5))
		e.Barriers = float64(r.IntN(5)) / 2
	}
	return d
}

// The cues that are drawn, read back without colour, are those of the diagram.
func TestCuesCanBeReadWithoutColour(t *testing.T) {
	ds := []*document.Diagram{everyCue()}
	for seed := range uint64(2) {
		d := randomDiagram(rand.New(rand.NewPCG(seed, 3)))
		d.ID += fmt.Sprint(seed)
		ds = append(ds, d)
	}
	placed := place(t, ds...)
	for _, d := range ds {
		read := map[string]reading{}
		for _, e := range readSVG(t, write(t, picture.Draw(placed[d.ID], fonts))) {
			if e.kind == "edge" {
				read[e.id] = readEdge(e)
			}
		}
		for _, e := range d.Edges {
			want := reading{signs[e.Sign], strengths[e.Weight], speeds[e.Barriers]}
			if read[e.ID] != want {
				t.Errorf("%s %s: read %+v, want %+v", d.ID, e.ID, read[e.ID], want)
			}
		}
	}
}

// Hostile text reaches the file as text only.
func TestEscape(t *testing.T) {
	hostile := []string{
		`<script>alert(1)</script>`, `"><g onload="x`, `' onclick='x`, `]]>`, `&lt;&#60;`, "\x00\x1b\ufffe", "\u202eevil\u202c", "--><!--", "a\nb\tc",
	}
	var ds []*document.Diagram
	for i, h := range hostile {
		ds = append(ds, &document.Diagram{
			ID: fmt.Sprint(i), Title: h,
			Nodes:  []document.Node{{ID: h + "1", Label: h, Group: h}, {ID: h + "2", Label: h + "."}},
			Edges:  []document.Edge{{ID: h, From: h + "1", To: h + "2", Label: h}},
			Groups: []document.Group{{ID: h, Title: h}},
			Key:    []document.KeyEntry{{Cue: document.CuePlus, Text: h}},
		})
	}
	placed := place(t, ds...)
	for i, h := range hostile {
		s := write(t, picture.Draw(placed[fmt.Sprint(i)], fonts))
		readSVG(t, s) // well-formed
		for _, bad := range []string{"<script", "onload=\"", "onclick='", "\u202e", "\x00", "<!--"} {
			if strings.Contains(s, bad) {
				t.Errorf("%q comes out as %q", h, bad)
			}
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "<a>", "&", "\"'", "\x00", "é\ufffd", string([]byte{0xff, 0xfe})} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := &picture.Picture{Width: 10, Height: 10, Shapes: []picture.Shape{
			&picture.Group{Kind: "node", ID: s, Label: s, Data: []picture.Datum{{Name: "label", Value: s}}},
		}}
		readSVG(t, write(t, p))
	})
}

// A text that stands at an angle turns against the clock about its anchor.
func TestTurnedText(t *testing.T) {
	p := &picture.Picture{Width: 10, Height: 10, Shapes: []picture.Shape{
		&picture.Text{X: 5, Y: 6, Face: text.Sans, Size: 8, Color: templates.Ink, Value: "langs", Turn: 30},
	}}
	if s := write(t, p); !strings.Contains(s, ` transform="rotate(-30 5 6)"`) {
		t.Errorf("no turn in %s", s)
	}
}

// No attribute that a strict content policy would refuse, and no address.
func TestInlineIsPlain(t *testing.T) {
	d := everyCue()
	s := svg.Inline(picture.Draw(place(t, d)["cues"], fonts), svg.Options{Root: ` role="img"`})
	for _, bad := range []string{" style=", "<style", "href", "url(", " id=", "#"} {
		if strings.Contains(s, bad) {
			t.Errorf("an inline picture has %q", bad)
		}
	}
}

// TestGolden shows small pictures whole.
func TestGolden(t *testing.T) {
	two := &document.Diagram{
		ID: "two", Title: "Twee factoren",
		Nodes: []document.Node{{ID: "a", Label: "Training", Lever: true}, {ID: "b", Label: "Signalering", Goal: true, More: 2}},
		Edges: []document.Edge{
			{ID: "r1", From: "a", To: "b", Sign: document.Plus, Weight: document.StrongLine, Barriers: 1.5, Label: "‘Training’ draagt sterk bij aan ‘Signalering’."},
			{ID: "r2", From: "b", To: "a", Sign: document.Minus, Weight: document.WeakLine, Barriers: 0.5, Label: "‘Signalering’ remt ‘Training’ zwak."},
		},
		Key: []document.KeyEntry{{Cue: document.CuePlus, Text: "draagt bij"}, {Cue: document.CueMinus, Text: "remt"}},
	}
	chart := &document.Chart{
		ID: "chart", Title: "Niveau", X: document.Axis{Title: "jaar", Max: 2, Ticks: []document.Tick{{At: 0, Label: "0"}, {At: 2, Label: "2"}}},
		Y: document.Axis{Title: "niveau", Max: 10, Ticks: []document.Tick{{At: 0, Label: "0"}, {At: 10, Label: "10"}}},
		Lines: []document.Line{
			{ID: "base", Label: "zonder interventies", X: []float64{0, 1, 2}, Y: []float64{5, 5, 5}, Base: true},
			{ID: "c1", Label: "Training", X: []float64{0, 1, 2}, Y: []float64{5, 6, 8}, Dash: 1, Strong: true},
		},
	}
	for name, p := range map[string]*picture.Picture{
		"two": picture.Draw(place(t, two)["two"], fonts), "chart": picture.Chart(chart, fonts),
	} {
		golden(t, name, svg.Inline(p, svg.Options{Root: ` role="img"`}))
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".svg")
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from its golden; SLOTMEMO_UPDATE=1 accepts it:\n%s", name, got)
	}
}

// TestOnItsOwnNeedsNoBrowser holds that a file of its own writes its colours out:
// programs that aren't browsers know no custom properties and paint all black.
func TestOnItsOwnNeedsNoBrowser(t *testing.T) {
	d := everyCue()
	var b bytes.Buffer
	if err := svg.Write(&b, picture.Draw(place(t, d)["cues"], fonts), svg.Words{Language: "nl", Title: "Proef"}, fonts); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "var(") || !strings.Contains(b.String(), ".f-ink{fill:#1b1f24}") {
		t.Errorf("the colours aren't written out:\n%.600s", b.String())
	}
}
