package picture_test

import (
	"fmt"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// uncoloured describes shapes by outline, fill and dash only: what is left of a
// picture on a bad copier.
func uncoloured(shapes []picture.Shape) string {
	var b strings.Builder
	for _, s := range shapes {
		switch s := s.(type) {
		case *picture.Group:
			b.WriteString(uncoloured(s.Shapes))
		case *picture.Path:
			dark := s.Fill != templates.None && s.Fill != templates.Paper
			fmt.Fprintf(&b, "[%d filled %v line %v %.1f dash %v]", len(s.Segments), dark, s.Stroke != templates.None && s.Stroke != templates.Paper, s.Width, s.Dash)
		case *picture.Text:
			fmt.Fprintf(&b, "(%s)", s.Value)
		}
	}
	return b.String()
}

// groups gives the groups of a kind.
func groups(p *picture.Picture, kind string) []*picture.Group {
	var all []*picture.Group
	for _, s := range p.Shapes {
		if g, ok := s.(*picture.Group); ok && g.Kind == kind {
			all = append(all, g)
		}
	}
	return all
}

func said(g *picture.Group, name string) string {
	for _, d := range g.Data {
		if d.Name == name {
			return d.Value
		}
	}
	return ""
}

// twoNodes is a loop of two factors with one kind of arrow.
func twoNodes(e document.Edge) *document.Circles {
	back := document.Edge{ID: "back", Sign: document.Plus, Weight: document.AverageLine}
	return &document.Circles{Common: document.Common{ID: "c"}, Loops: []document.Circle{{
		Letter: "R", Nodes: []document.Node{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}, Edges: []document.Edge{e, back},
	}}}
}

// Every sign, strength and slowness looks another way without any colour.
func TestArrowsDifferWithoutColour(t *testing.T) {
	fonts := text.NewFonts()
	seen := map[string]string{}
	for sign := document.Minus; sign <= document.Plus; sign++ {
		for weight := document.UnknownLine; weight <= document.VeryStrongLine; weight++ {
			for _, barriers := range []float64{1, 2} {
				d := twoNodes(document.Edge{ID: "e", Sign: sign, Weight: weight, Barriers: barriers})
				g := groups(picture.Story(story.Place(d, fonts, "nl"), fonts), "edge")[0]
				what := fmt.Sprintf("%s %s slow=%v", said(g, "sign"), said(g, "strength"), barriers == 2)
				look := uncoloured(g.Shapes)
				if other, ok := seen[look]; ok {
					t.Errorf("%s looks like %s: %s", what, other, look)
				}
				seen[look] = what
			}
		}
	}
	if len(seen) != 30 {
		t.Errorf("%d looks, want 30", len(seen))
	}
}

// Goals, points of intervention and factors, verdicts, ranks, chips, bands and
// the looks of interventions: each differs from its neighbours without colour.
func TestMarksDifferWithoutColour(t *testing.T) {
	fonts := text.NewFonts()
	key := func(cues ...document.Cue) map[string]string {
		looks := map[string]string{}
		for _, cue := range cues {
			for rank := range 8 {
				d := &document.Bump{Common: document.Common{ID: "k", Key: []document.KeyEntry{{Cue: cue, Text: "", Sample: "OM", Rank: rank}}}}
				g := groups(picture.Story(story.Place(d, fonts, "nl"), fonts), "key")[0].Shapes[0].(*picture.Group)
				what := fmt.Sprint(said(g, "cue"), " ", rank)
				look := uncoloured(g.Shapes)
				if other, ok := looks[look]; ok {
					t.Errorf("%s looks like %s: %s", what, other, look)
				}
				looks[look] = what
				if cue != document.CueIdentity {
					break
				}
			}
		}
		return looks
	}
	all := key(document.CueGoal, document.CueLever, document.CueCloser, document.CueFarther, document.CueFixed, document.CueLoose,
		document.CueOwnChip, document.CuePartnerChip, document.CueRising, document.CueFalling, document.CueUpward, document.CueDownward,
		document.CueBefore, document.CueAfter, document.CueWeak, document.CueAverage, document.CueStrong, document.CueVeryStrong,
		document.CueBarrierTwo, document.CuePlus, document.CueMinus, document.CueUnknownSign, document.CueIdentity)
	if len(all) != 30 {
		t.Errorf("%d looks, want 30", len(all))
	}
}

// A band is hatched where it falls and plain where it rises.
func TestBandsAreHatchedWhereTheyFall(t *testing.T) {
	fonts := text.NewFonts()
	d := &document.Ribbon{Common: document.Common{ID: "r"}}
	for i, points := range []float64{40, 40, -20} {
		d.Stops = append(d.Stops, document.Stop{Node: document.Node{ID: fmt.Sprint(i), Label: "A"}, Points: points, Text: "x"})
	}
	d.Edges = []document.Edge{{ID: "rises", Sign: document.Plus}, {ID: "falls", Sign: document.Minus}}
	for _, g := range groups(picture.Story(story.Place(d, fonts, "nl"), fonts), "edge") {
		strokes := strings.Count(uncoloured(g.Shapes), "[2 filled false line true 0.8")
		if hatched := strokes > 6; hatched != (g.ID == "falls") {
			t.Errorf("%s has %d strokes", g.ID, strokes)
		}
	}
}

// Ranks that no shift changes are filled, others open, and the data say so.
func TestFixedRanksAreFilled(t *testing.T) {
	fonts := text.NewFonts()
	d := &document.Bump{Common: document.Common{ID: "b"}, Criteria: []document.Criterion{{Label: "Na 1 jaar"}}, Rows: []document.BumpRow{
		{ID: "a", Label: "A", Ranks: []int{1}, Fixed: []bool{true}}, {ID: "b", Label: "B", Ranks: []int{2}, Fixed: []bool{false}},
	}}
	for _, g := range groups(picture.Story(story.Place(d, fonts, "nl"), fonts), "rank") {
		ring := g.Shapes[0].(*picture.Path)
		if filled := ring.Fill != templates.Paper; filled != (said(g, "fixed") == "yes") {
			t.Errorf("rank of %s: filled %v, data %s", g.ID, filled, said(g, "fixed"))
		}
	}
}

// Every colour that lies on another in a drawing has contrast enough, light and
// dark.
func TestStoryContrast(t *testing.T) {
	fonts := text.NewFonts()
	p := &pairs{fonts: fonts, texts: map[pair]bool{}, lines: map[templates.Role]bool{}}
	for _, d := range example(t, short) {
		p.areas = nil
		p.walk(picture.Story(story.Place(d, fonts, "nl"), fonts).Shapes)
	}
	theme := templates.DefaultTheme()
	for name, colour := range map[string]map[templates.Role]string{"light": theme.Light, "dark": theme.Dark} {
		for q := range p.texts {
			if r := contrast(t, colour[q.on], colour[q.under]); r < 4.5 {
				t.Errorf("%s: text in %s on %s has contrast %.2f", name, q.on, q.under, r)
			}
		}
		for role := range p.lines {
			if !decoration[role] && contrast(t, colour[role], colour[templates.Paper]) < 3 {
				t.Errorf("%s: %s on paper has contrast %.2f", name, role, contrast(t, colour[role], colour[templates.Paper]))
			}
		}
	}
	if len(p.texts) < 3 || len(p.lines) < 8 {
		t.Errorf("only %d pairs of text and %d colours of lines were met", len(p.texts), len(p.lines))
	}
}
