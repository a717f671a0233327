package snapshot_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// views asks for a snapshot of every kind.
func views(m *model.Model) []snapshot.View {
	show := func(id string, s ...snapshot.Selector) snapshot.View {
		return snapshot.View{ID: id, Message: "Wie vervolging ziet slagen, doet eerder aangifte.", Show: s}
	}
	goal := marvel.GoalIDs(m)[0]
	return []snapshot.View{
		show("all", &snapshot.All{}),
		show("domain", &snapshot.Domain{Names: m.Domains()[:1]}),
		show("loop", &snapshot.Loop{IDs: []string{m.Loops[0].ID}}),
		show("factor", &snapshot.Factor{ID: m.Factors[0].ID, In: 1, Out: 2}),
		show("path", &snapshot.Path{From: m.Interventions[0].ID, To: goal}),
		show("actor", &snapshot.Actor{ID: m.Actors[0].ID}),
		show("effect", &snapshot.Effect{Of: []string{m.Interventions[0].ID}, At: 3}),
		show("union", &snapshot.Loop{IDs: []string{m.Loops[0].ID}}, &snapshot.Domain{Names: m.Domains()[1:2]}),
	}
}

// Picture, table and words of a snapshot hold the same relations.
func TestSameRelations(t *testing.T) {
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		m := example(t, name)
		r := marvel.Analyse(m, marvel.Options{SkipRobustness: true})
		for _, language := range []string{"nl", "en"} {
			for _, v := range views(m) {
				s, _ := snapshot.Make(snapshot.Input{Model: m, Answers: answers(m, r, v), View: v, Language: language})
				if s == nil {
					t.Fatalf("%s %s: no snapshot", name, v.ID)
				}
				agree(t, name+" "+language+" "+v.ID, m, s, language)
			}
		}
	}
}

func agree(t *testing.T, name string, m *model.Model, s *snapshot.Snapshot, language string) {
	t.Helper()
	if n := utf8.RuneCountInString(s.Alt); n == 0 || n > snapshot.AltMax {
		t.Errorf("%s: alternative of %d characters: %q", name, n, s.Alt)
	}
	sentences := map[string]int{}
	for _, line := range plain(s.Long) {
		sentences[line]++
	}
	if len(s.Table.Rows) != len(shown(s).Edges) {
		t.Errorf("%s: %d rows, %d edges", name, len(s.Table.Rows), len(shown(s).Edges))
	}
	rows := map[string]bool{}
	for _, row := range s.Table.Rows {
		rows[row.ID] = true
	}
	for _, e := range shown(s).Edges {
		if !rows["rel-"+s.ID+"-"+e.ID] {
			t.Errorf("%s: relation %s isn't in the table", name, e.ID)
		}
		want := snapshot.Sentence(m, *m.Relation(e.ID), language)
		if e.Label != want || sentences[want] == 0 {
			t.Errorf("%s: relation %s is told as %q, expected %q in the words too", name, e.ID, e.Label, want)
		}
	}
}

func plain(blocks []document.Block) []string {
	var lines []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			lines = append(lines, document.Plain(b.Text))
		case *document.List:
			for _, i := range b.Items {
				lines = append(lines, strings.Join(plain(i.Blocks), " "))
			}
		}
	}
	return lines
}

// shown returns what the picture of a snapshot holds, on the map or in a form of
// its own.
func shown(s *snapshot.Snapshot) *document.Diagram {
	if s.Drawing != nil {
		return snapshot.DrawingOf(s.Drawing)
	}
	return s.Diagram
}
