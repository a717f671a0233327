package snapshot_test

import (
	"fmt"
	"testing"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// TestFormOfAView holds which picture each selector becomes, and what is said of
// what it leaves out.
func TestFormOfAView(t *testing.T) {
	loop, path := &snapshot.Loop{IDs: []string{"L1"}}, &snapshot.Path{From: "i", To: "h"}
	for _, c := range []struct {
		name  string
		view  snapshot.View
		model *model.Model
		form  string // the type of Drawing; "<nil>": a map
		lit   string
		words string
	}{
		{"a loop", snapshot.View{Show: []snapshot.Selector{loop}}, byHand(), "*document.Circles", "[c h] [ch hc]", ""},
		{"a large loop", snapshot.View{Show: []snapshot.Selector{loop}}, ringOf(10), "<nil>", "", ""},
		{"nine on a circle", snapshot.View{Show: []snapshot.Selector{loop}}, ringOf(9), "*document.Circles", "", ""},
		{"a loop with a light", snapshot.View{Show: []snapshot.Selector{loop}, Light: []snapshot.Selector{loop}}, byHand(), "<nil>", "[c h] [ch hc]", ""},
		{"a path", snapshot.View{Show: []snapshot.Selector{path}}, byHand(), "*document.Ribbon", "[a b h] [ab bh]", ""},
		{"one of two ways", snapshot.View{Show: []snapshot.Selector{path}}, twoWays(), "*document.Ribbon", "[a b h] [ab bh]", "Uitgelicht is het sterkste van de twee paden."},
		{"a path from a factor", snapshot.View{Show: []snapshot.Selector{&snapshot.Path{From: "a", To: "h"}}}, byHand(), "<nil>", "[a b h] [ab bh]", ""},
		{"a path to what is no goal", snapshot.View{Show: []snapshot.Selector{&snapshot.Path{From: "i", To: "b"}}}, byHand(), "<nil>", "[a b] [ab]", ""},
		{"two paths", snapshot.View{Show: []snapshot.Selector{path, &snapshot.Path{From: "i", To: "g"}}}, byHand(), "*document.Branches", "[a b g h] [ab bg bh]", "Getekend is het sterkste pad naar elk doel."},
		{"a path and a loop", snapshot.View{Show: []snapshot.Selector{path, loop}}, byHand(), "<nil>", "[a b c h] [ab bh ch hc]", ""},
		{"a factor", snapshot.View{Show: []snapshot.Selector{&snapshot.Factor{ID: "b", In: 1, Out: 1}}}, byHand(), "<nil>", "[a b g h] [ab bg bh]", ""},
		{"the model", snapshot.View{Show: []snapshot.Selector{&snapshot.All{}}}, byHand(), "<nil>", "", ""},
	} {
		c.view.ID = "x"
		r := marvel.Analyse(c.model, marvel.Options{SkipRobustness: true})
		s, problems := snapshot.Make(snapshot.Input{Model: c.model, Answers: answers(c.model, r, c.view), View: c.view, Language: "nl"})
		if s == nil {
			t.Fatalf("%s: %v", c.name, problems)
		}
		if got := fmt.Sprintf("%T", s.Drawing); got != c.form || (s.Drawing == nil) == (s.Diagram == nil) {
			t.Errorf("%s: a %s, want %s", c.name, got, c.form)
		}
		if got := fmt.Sprint(s.Lit.Factors, s.Lit.Relations); c.lit != "" && got != c.lit {
			t.Errorf("%s: lit is %s, want %s", c.name, got, c.lit)
		}
		if c.words != "" && s.Omitted != c.words {
			t.Errorf("%s: %q, want %q", c.name, s.Omitted, c.words)
		}
		if len(s.Table.Rows) != len(shown(s).Edges) {
			t.Errorf("%s: %d rows, %d arrows", c.name, len(s.Table.Rows), len(shown(s).Edges))
		}
	}
}

// ringOf is one loop of so many factors.
func ringOf(n int) *model.Model {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	for i := range n {
		from, to := fmt.Sprintf("f%d", i), fmt.Sprintf("f%d", (i+1)%n)
		m.Factors = append(m.Factors, model.Factor{ID: from, Label: from})
		m.Relations = append(m.Relations, model.Relation{ID: from + to, From: from, To: to, Sign: model.Plus, Strength: "weak", Speed: "high"})
	}
	return m
}

// twoWays is byHand with a weak way around b.
func twoWays() *model.Model {
	m := byHand()
	m.Relations = append(m.Relations, model.Relation{ID: "ac", From: "a", To: "c", Sign: model.Plus, Strength: "weak", Speed: "high"})
	return m
}

// TestShortNames holds how a short name of a table stands in a picture.
func TestShortNames(t *testing.T) {
	m := byHand()
	m.Factors[0].Short, m.Interventions[0].Short, m.Actors[0].Short = "pakkans", "de handreiking", "OM"
	names := snapshot.ShortNamesOf(m, "nl")
	if got := names.Factors["a"] + ", " + names.Interventions["i"] + ", " + names.Actors["us"]; got != "Pakkans, Handreiking, OM" {
		t.Errorf("got %s", got)
	}
	if _, given := names.Factors["b"]; given {
		t.Error("a factor without a short name got one")
	}
	m.Interventions[0].Short = "a higher budget"
	if got := snapshot.ShortNamesOf(m, "en").Interventions["i"]; got != "Higher budget" {
		t.Errorf("got %s", got)
	}
	d := shown(makeView(t, m, snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.Path{From: "i", To: "h"}}}))
	if d.Nodes[0].Label != "Pakkans" || d.Nodes[0].Name != "A" {
		t.Errorf("the picture names a %q, in full %q", d.Nodes[0].Label, d.Nodes[0].Name)
	}
}
