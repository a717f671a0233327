package snapshot_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/templates"
)

// small has a loop, a side branch and one relation of which little is known.
func small() *model.Model {
	f := func(id, label string) model.Factor {
		return model.Factor{ID: id, Label: label, Level: model.Known(0.5), Weight: 1}
	}
	m := &model.Model{
		Factors:   []model.Factor{f("a", "Aangifte"), f("b", "Vervolging"), f("c", "Vertrouwen"), f("d", "Drukte")},
		Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds(),
		Relations: []model.Relation{
			{ID: "r1", From: "a", To: "b", Sign: model.Plus, Strength: "strong", Speed: "low"},
			{ID: "r2", From: "b", To: "c", Sign: model.Plus, Strength: "average", Speed: "average"},
			{ID: "r3", From: "c", To: "a", Sign: model.Plus, Strength: "weak", Speed: "very high"},
			{ID: "r4", From: "d", To: "b", Sign: model.Minus, Strength: "very strong"},
			{ID: "r5", From: "b", To: "d"},
		},
		Interventions: []model.Intervention{{ID: "c1", Label: "Meer opvang", Factor: "a", Target: 0.8, AdjustmentYears: 1}},
		Loops:         []model.NamedLoop{{ID: "trust", Factors: []string{"a", "b", "c"}, Name: "vertrouwen", Story: "Wie resultaat ziet, doet aangifte."}},
	}
	m.Factors[2].Goal = model.Higher
	return m
}

// answers asks of a model what a view needs.
func answers(m *model.Model, r *marvel.Result, v snapshot.View) *marvel.Answers {
	return marvel.Request{Model: m, Effects: snapshot.Needs(v)}.Answer(r)
}

func makeView(t *testing.T, m *model.Model, v snapshot.View, more ...func(*snapshot.Input)) *snapshot.Snapshot {
	t.Helper()
	in := snapshot.Input{Model: m, Answers: answers(m, marvel.Analyse(m, marvel.Options{SkipRobustness: true}), v), View: v, Language: "nl"}
	for _, change := range more {
		change(&in)
	}
	s, problems := snapshot.Make(in)
	if s == nil {
		t.Fatalf("no snapshot: %v", problems)
	}
	return s
}

func TestSentences(t *testing.T) {
	m := small()
	for id, want := range map[string][2]string{
		"r1": {"‘Aangifte’ draagt sterk en traag bij aan ‘Vervolging’.", "‘Aangifte’ contributes strongly and slowly to ‘Vervolging’."},
		"r2": {"‘Vervolging’ draagt gemiddeld sterk en gemiddeld snel bij aan ‘Vertrouwen’.", "‘Vervolging’ contributes with average strength and at average speed to ‘Vertrouwen’."},
		"r4": {"‘Drukte’ remt ‘Vervolging’ zeer sterk (snelheid niet bekend).", "‘Drukte’ inhibits ‘Vervolging’ very strongly (speed not known)."},
		"r5": {
			"‘Vervolging’ werkt door op ‘Drukte’; of het bijdraagt of remt, is niet bekend (sterkte en snelheid niet bekend).",
			"‘Vervolging’ acts on ‘Drukte’; whether it contributes or inhibits is not known (strength and speed not known).",
		},
	} {
		for i, language := range []string{"nl", "en"} {
			if got := snapshot.Sentence(m, *m.Relation(id), language); got != want[i] {
				t.Errorf("%s in %s: got %q, want %q", id, language, got, want[i])
			}
		}
	}
	m.Strengths = model.Scale{{Name: "fors", Value: 0.9}}
	if got := snapshot.Sentence(m, model.Relation{From: "a", To: "b", Sign: model.Plus, Strength: "fors", Force: true}, "nl"); got != "‘Aangifte’ draagt met sterkte ‘fors’ bij aan ‘Vervolging’ (snelheid niet bekend; trekt naar het eigen niveau)." {
		t.Errorf("a word of the project's own and a force: %q", got)
	}
}

func TestLoopIsTold(t *testing.T) {
	s := makeView(t, small(), snapshot.View{ID: "x", Message: "Resultaat wekt vertrouwen.", Show: []snapshot.Selector{&snapshot.Loop{IDs: []string{"trust"}}}})
	if want := "Lus ‘vertrouwen’: Resultaat wekt vertrouwen. De tabel eronder geeft alle verbanden."; s.Alt != want {
		t.Errorf("got %q, want %q", s.Alt, want)
	}
	want := "De lus ‘vertrouwen’ is versterkend: wat er verandert, versterkt zichzelf. ‘Aangifte’ draagt bij aan ‘Vervolging’, ‘Vervolging’ draagt bij aan ‘Vertrouwen’ en ‘Vertrouwen’ draagt bij aan ‘Aangifte’. Wie resultaat ziet, doet aangifte."
	if !slices.Contains(plain(s.Long), want) {
		t.Errorf("the loop isn't told as %q in %q", want, plain(s.Long))
	}
	d, ok := s.Drawing.(*document.Circles)
	if !ok || len(d.Loops) != 1 || d.Loops[0].Letter != "R" || len(shown(s).Edges) != 3 {
		t.Errorf("drawn as %+v", s.Drawing)
	}
}

func TestAltIsShort(t *testing.T) {
	long := strings.Repeat("woord ", 60)
	m := small()
	m.Factors[0].Label = strings.Repeat("Zeer lange naam ", 12)
	m.Interventions[0].Label = long
	for _, v := range []snapshot.View{
		{ID: "m", Message: long, Show: []snapshot.Selector{&snapshot.All{}}},
		{ID: "p", Message: long, Show: []snapshot.Selector{&snapshot.Path{From: "c1", To: "c"}}},
		{ID: "u", Show: []snapshot.Selector{&snapshot.All{}, &snapshot.Loop{IDs: []string{"trust"}}, &snapshot.Factor{ID: "a"}, &snapshot.Path{From: "a", To: "c"}}},
		{ID: "own", Alt: long, Show: []snapshot.Selector{&snapshot.All{}}},
		{ID: "none"},
	} {
		s := makeView(t, m, v)
		if n := utf8.RuneCountInString(s.Alt); n == 0 || n > snapshot.AltMax || !utf8.ValidString(s.Alt) {
			t.Errorf("%s: %d characters: %q", v.ID, n, s.Alt)
		}
		if v.ID != "own" && !strings.HasSuffix(s.Alt, "De tabel eronder geeft alle verbanden.") {
			t.Errorf("%s has lost its pointer: %q", v.ID, s.Alt)
		}
	}
}

func TestChange(t *testing.T) {
	old, now := small(), small()
	now.Relations[0].Sign = model.Minus // r1 turned round
	now.Relations = now.Relations[:4]   // r5 is gone
	now.Factors = append(now.Factors, model.Factor{ID: "e", Label: "Opvang"})
	now.Relations = append(now.Relations, model.Relation{ID: "r6", From: "e", To: "c", Sign: model.Plus, Strength: "weak", Speed: "low"})
	s := makeView(t, now, snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.Change{Since: "versions/1"}}}, func(in *snapshot.Input) { in.Previous = old })
	got := map[string]document.Change{}
	for _, e := range shown(s).Edges {
		got[e.ID] = e.Change
	}
	want := map[string]document.Change{"r1": document.Changed, "r5": document.Gone, "r6": document.New}
	if !maps.Equal(got, want) {
		t.Errorf("changes %v, want %v", got, want)
	}
	for _, line := range []string{
		"Gewijzigd: ‘Aangifte’ remt ‘Vervolging’ sterk en traag. Dat was: ‘Aangifte’ draagt sterk en traag bij aan ‘Vervolging’.",
		"Nieuw: ‘Opvang’ draagt zwak en traag bij aan ‘Vertrouwen’.",
		"‘Opvang’ is nieuw.",
	} {
		if !slices.Contains(plain(s.Long), line) {
			t.Errorf("%q isn't among %q", line, plain(s.Long))
		}
	}
}

func TestEffectValues(t *testing.T) {
	v := snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.Effect{Of: []string{"c1"}, At: 2.5}}}
	m := small()
	m.Relations = m.Relations[:3] // all words known
	s := makeView(t, m, v)
	for _, n := range shown(s).Nodes {
		if n.Value == nil || !strings.HasPrefix(n.Value.Text, "+") || !strings.Contains(n.Value.Text, ",") || n.Value.Points <= 0 || n.Value.Points > 100 {
			t.Errorf("%s: value %+v", n.ID, n.Value)
		}
	}
	if s.Values == nil || len(s.Values.Rows) != len(shown(s).Nodes) {
		t.Errorf("table of values: %+v", s.Values)
	}
	if n := small(); true {
		for i := range n.Factors {
			n.Factors[i].Level = model.Number{}
		}
		s, problems := snapshot.Make(snapshot.Input{Model: n, Answers: answers(n, marvel.Analyse(n, marvel.Options{}), v), View: v, Language: "nl"})
		if s == nil || s.Values != nil || len(problems) != 1 || problems[0].Severity != source.Warning {
			t.Errorf("without levels: %v", problems)
		}
	}
}

func TestOverview(t *testing.T) {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	for i := range 120 {
		m.Factors = append(m.Factors, model.Factor{ID: fmt.Sprintf("f%03d", i), Label: fmt.Sprint("F", i), Domain: []string{"Zorg", "Wonen", ""}[i%3]})
	}
	for i := range 119 {
		m.Relations = append(m.Relations, model.Relation{ID: fmt.Sprintf("r%03d", i), From: fmt.Sprintf("f%03d", i), To: fmt.Sprintf("f%03d", i+1), Sign: model.Sign(1 - 2*(i%2)), Strength: "weak", Speed: "low"})
	}
	s := makeView(t, m, snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.All{}}})
	if len(shown(s).Nodes) != 3 || len(shown(s).Edges) != 3 {
		t.Fatalf("%d domains, %d bundles", len(shown(s).Nodes), len(shown(s).Edges))
	}
	sum := 0
	for _, e := range shown(s).Edges {
		sum += e.Count
	}
	if sum != 119 {
		t.Errorf("the bundles hold %d relations, want 119", sum)
	}
	if !strings.Contains(s.Omitted, "120 factoren") || !strings.Contains(e0(s), "dragen bij") {
		t.Errorf("omitted %q; %q", s.Omitted, e0(s))
	}
}

func e0(s *snapshot.Snapshot) string { return shown(s).Edges[0].Label }

func TestOverrides(t *testing.T) {
	m := small()
	v := snapshot.View{ID: "x", Alt: "Eigen tekst.", Show: []snapshot.Selector{&snapshot.All{}}}
	diagrams := func(m *model.Model) map[string]*document.Diagram {
		return map[string]*document.Diagram{"x": makeView(t, m, v).Diagram}
	}
	kept, problems := snapshot.Overrides([]snapshot.View{v}, diagrams(m), nil)
	if len(kept) != 1 || len(problems) != 0 {
		t.Fatalf("first build: %v, %v", kept, problems)
	}
	if again, problems := snapshot.Overrides([]snapshot.View{v}, diagrams(m), kept); !maps.Equal(again, kept) || len(problems) != 0 {
		t.Errorf("nothing changed: %v, %v", again, problems)
	}
	m.Relations[0].Sign = model.Minus
	stale, problems := snapshot.Overrides([]snapshot.View{v}, diagrams(m), kept)
	if len(problems) != 1 || !maps.Equal(stale, kept) {
		t.Errorf("the picture changed: %v, %v", stale, problems)
	}
	v.Alt = "Herzien."
	if revised, problems := snapshot.Overrides([]snapshot.View{v}, diagrams(m), stale); len(problems) != 0 || maps.Equal(revised, kept) {
		t.Errorf("the text was revised: %v, %v", revised, problems)
	}
	v.Alt = ""
	if none, problems := snapshot.Overrides([]snapshot.View{v}, diagrams(m), stale); len(none)+len(problems) != 0 {
		t.Errorf("the text is gone: %v, %v", none, problems)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		show snapshot.Selector
		hide []string
		want string
	}{
		{show: &snapshot.Loop{IDs: []string{"trest"}}, want: `geen lus "trest"; verwacht een id uit de tabel met lussen, of een id van een lus die het model heeft; bedoelde u "trust"?`},
		{show: &snapshot.Domain{Names: []string{"Zorg"}}, want: `geen domein "Zorg"; verwacht een domein uit de tabel met factoren`},
		{show: &snapshot.Factor{ID: "zz"}, want: `geen factor "zz"; verwacht een id uit de tabel met factoren`},
		{show: &snapshot.Path{From: "zz", To: "c"}, want: `geen interventie of factor "zz"; verwacht een id uit de tabel met interventies of factoren`},
		{show: &snapshot.Path{From: "a", To: "zz"}, want: `geen factor "zz"; verwacht een id uit de tabel met factoren`},
		{show: &snapshot.Actor{ID: "om"}, want: `geen actor "om"; verwacht een id uit de tabel met actoren`},
		{show: &snapshot.Effect{Of: []string{"c9"}}, want: `geen interventie "c9"; verwacht een id uit de tabel met interventies; bedoelde u "c1"?`},
		{show: &snapshot.Change{Since: "versions/1"}, want: `er is geen oudere versie van het model om mee te vergelijken ("versions/1")`},
		{show: &snapshot.All{}, hide: []string{"zz"}, want: `geen factor "zz"; verwacht een id uit de tabel met factoren`},
	} {
		s, problems := snapshot.Make(snapshot.Input{Model: small(), View: snapshot.View{ID: "x", Show: []snapshot.Selector{c.show}, Hide: c.hide}, Language: "nl"})
		if s != nil || len(problems) != 1 || problems[0].Text("nl") != c.want {
			t.Errorf("%+v: snapshot %v, problems %v; want %q", c.show, s != nil, texts(problems), c.want)
		}
	}
}

func texts(problems []source.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Text("nl"))
	}
	return out
}

// Both languages have the same texts; every cue has a word.
func TestWords(t *testing.T) {
	m := small()
	for _, language := range []string{"nl", "en"} {
		words := templates.Texts(language, "snapshot")
		for _, key := range []string{"plus", "minus", "bundle"} {
			if !strings.Contains(words.Get(key), "%[1]s") || !strings.Contains(words.Get(key), "%[2]s") {
				t.Errorf("%s %s: %q names not both ends", language, key, words.Get(key))
			}
		}
		s := makeView(t, m, snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.All{}}}, func(in *snapshot.Input) { in.Language = language })
		for _, line := range plain(s.Long) {
			if strings.ContainsAny(line, "%!") {
				t.Errorf("%s: %q", language, line)
			}
		}
	}
}

// A picture that isn't about loops names those that lie in it.
func TestLoopsAreNamed(t *testing.T) {
	s := makeView(t, small(), snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.All{}}})
	if want := "Binnen de figuur ligt de lus ‘vertrouwen’ (versterkend)."; !slices.Contains(plain(s.Long), want) {
		t.Errorf("%q isn't among %q", want, plain(s.Long))
	}
}

// Of a hub with fifty neighbours nine factors speak; the caption says of how many.
func TestTooManyNeighbours(t *testing.T) {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	m.Factors = append(m.Factors, model.Factor{ID: "hub", Label: "Spil", Domain: "Zorg"}, model.Factor{ID: "in", Label: "Binnen", Domain: "Zorg"})
	m.Relations = append(m.Relations, model.Relation{ID: "r", From: "hub", To: "in", Sign: model.Plus})
	for i := range 50 {
		id := fmt.Sprintf("f%02d", i)
		m.Factors = append(m.Factors, model.Factor{ID: id, Label: id, Domain: "Wonen"})
		m.Relations = append(m.Relations, model.Relation{ID: "r" + id, From: id, To: "hub", Sign: model.Plus})
	}
	s := makeView(t, m, snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.Domain{Names: []string{"Zorg"}}}})
	if len(shown(s).Nodes) != 9 || len(shown(s).Edges) != 8 || len(s.Table.Rows) != 8 {
		t.Errorf("%d nodes, %d edges, %d rows", len(shown(s).Nodes), len(shown(s).Edges), len(s.Table.Rows))
	}
	if want := "Uitgelicht zijn de negen belangrijkste van de 52 factoren."; s.Omitted != want {
		t.Errorf("got %q, want %q", s.Omitted, want)
	}
}

// TestNeedsIsAllThatAnEffectViewComputes holds that a view asks for its effect
// before it is made, and that nothing is computed behind its back.
func TestNeedsIsAllThatAnEffectViewComputes(t *testing.T) {
	m := small()
	m.Relations = m.Relations[:3] // all words known
	r := marvel.Analyse(m, marvel.Options{SkipRobustness: true})
	v := snapshot.View{ID: "x", Show: []snapshot.Selector{&snapshot.Effect{Of: []string{"c1"}, At: 2}}, Light: []snapshot.Selector{&snapshot.Effect{Of: []string{"c1"}, At: 4}}}
	want := []marvel.EffectAt{{Interventions: []string{"c1"}, Moments: []float64{2}}, {Interventions: []string{"c1"}, Moments: []float64{4}}}
	if got := snapshot.Needs(v); !slices.EqualFunc(got, want, func(a, b marvel.EffectAt) bool {
		return slices.Equal(a.Interventions, b.Interventions) && slices.Equal(a.Moments, b.Moments)
	}) {
		t.Errorf("needs %v, want %v", got, want)
	}
	for _, c := range []struct {
		answers  *marvel.Answers
		numbers  bool
		problems int
	}{
		{answers(m, r, v), true, 0},
		{answers(m, r, snapshot.View{}), false, 1}, // nobody asked
	} {
		s, problems := snapshot.Make(snapshot.Input{Model: m, Answers: c.answers, View: v, Language: "nl"})
		if s == nil || (s.Values != nil) != c.numbers || len(problems) != c.problems {
			t.Errorf("numbers %v: %+v, %v", c.numbers, s, problems)
		}
	}
}
