package snapshot_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// TestLit reads the snapshots of each file of testdata/lit, made of one of the
// examples, and compares what they light, leave as ghosts and say with "want".
func TestLit(t *testing.T) {
	files, err := filepath.Glob("testdata/lit/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			example, yaml := "mensenhandel", ""
			for _, f := range a.Files {
				switch f.Name {
				case "example":
					example = strings.TrimSpace(string(f.Data))
				case "snapshots":
					yaml = string(f.Data)
				}
			}
			compareGolden(t, file, a, litOf(t, example, yaml))
		})
	}
}

func litOf(t *testing.T, example, yaml string) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "model"), os.DirFS("../../examples/"+example+"/model")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "versions/1"), os.DirFS("../../examples/"+example+"/model")); err != nil {
		t.Fatal(err)
	}
	weaken(t, filepath.Join(dir, "versions/1/relaties.csv"))
	if err := os.WriteFile(filepath.Join(dir, "memo.yaml"), snapshotsOf(yaml).Files[0].Data, 0o644); err != nil {
		t.Fatal(err)
	}
	p, problems, err := project.ReadModel(dir)
	if err != nil {
		t.Fatal(err)
	}
	views, problems, err := snapshot.Read(p, problems)
	if err != nil || slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Severity == source.Error }) {
		t.Fatalf("%v: %s", err, told(problems, "en"))
	}
	r := marvel.Analyse(p.Model, marvel.Options{SkipRobustness: true})
	var b bytes.Buffer
	for _, v := range views {
		in := snapshot.Input{Model: p.Model, Answers: answers(p.Model, r, v), View: v, Language: "nl"}
		if old := p.Version(v.Since()); old != nil {
			in.Previous = old.Model
		}
		s, problems := snapshot.Make(in)
		if s == nil {
			t.Fatalf("%s: %v", v.ID, problems)
		}
		in.Language = "en"
		english, _ := snapshot.Make(in)
		fmt.Fprintf(&b, "%s\n", v.ID)
		printLit(&b, p.Model, in.Previous, s.Lit)
		if s.Lit.Words != "" {
			fmt.Fprintf(&b, "  nl: %s\n  en: %s\n", s.Lit.Words, english.Lit.Words)
		}
	}
	return b.Bytes()
}

// weaken makes an older state in which the first twelve relations are weak; it does
// nothing where there is no such table.
func weaken(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		return
	}
	lines := strings.SplitAfter(string(b), "\n")
	for i := 1; i < 13; i++ {
		cells := strings.Split(lines[i], ";")
		cells[4] = "zwak"
		lines[i] = strings.Join(cells, ";")
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

func printLit(b *bytes.Buffer, m, old *model.Model, l *snapshot.Lit) {
	list := func(head string, ids []string) {
		if len(ids) > 0 {
			fmt.Fprintf(b, "  %s (%d): %s\n", head, len(ids), strings.Join(ids, " "))
		}
	}
	var plain, goals []string
	for _, id := range l.Factors {
		if f := m.Factor(id); f != nil && f.Goal != model.NoGoal {
			goals = append(goals, id)
		} else {
			plain = append(plain, id)
		}
	}
	list("lit", plain)
	list("goals", goals)
	var arrows []string
	for _, id := range l.Relations {
		r := m.Relation(id)
		if r == nil && old != nil {
			r = old.Relation(id)
		}
		arrow := id
		if r != nil {
			arrow = r.From + ">" + r.To
		}
		if points, ok := l.Points[id]; ok {
			arrow += fmt.Sprintf(":%.1f", points)
		}
		arrows = append(arrows, arrow)
	}
	list("relations", arrows)
	list("domains", l.Domains)
	list("soft", l.Soft)
	list("marked", l.Marked)
	if len(l.Quiet) > 0 {
		fmt.Fprintf(b, "  quiet: %d relations\n", len(l.Quiet))
	}
	fmt.Fprintf(b, "  ghosts: %d factors\n", len(m.Factors)-len(l.Factors)-len(l.Soft)-len(l.Marked))
}

// TestLitOfRandomModels holds what is true of every view of every model.
func TestLitOfRandomModels(t *testing.T) {
	for seed := range uint64(runs(25)) {
		r := rand.New(rand.NewPCG(seed, 5))
		m := random(r, 4+r.IntN(30))
		for i := range m.Relations {
			m.Relations[i].Session = fmt.Sprint(1 + r.IntN(3))
		}
		res := marvel.Analyse(m, marvel.Options{SkipRobustness: true})
		views := append(allViews(m, res),
			snapshot.View{ID: "session", Show: []snapshot.Selector{&snapshot.Session{Number: 1}}},
			snapshot.View{ID: "lit", Show: []snapshot.Selector{&snapshot.All{}}, Light: []snapshot.Selector{&snapshot.Factor{ID: m.Factors[0].ID, In: 2, Out: 2}}},
			snapshot.View{ID: "both", Show: []snapshot.Selector{&snapshot.Session{Number: 2}, &snapshot.Factor{ID: m.Factors[1].ID, In: 1, Out: 1}}, Hide: []string{m.Factors[2].ID}},
		)
		turned := *m
		turned.Factors, turned.Relations = slices.Clone(m.Factors), slices.Clone(m.Relations)
		slices.Reverse(turned.Factors)
		slices.Reverse(turned.Relations)
		again := marvel.Analyse(&turned, marvel.Options{SkipRobustness: true})
		for _, v := range views {
			name := fmt.Sprintf("seed %d, view %s", seed, v.ID)
			s, problems := snapshot.Make(snapshot.Input{Model: m, Answers: answers(m, res, v), View: v, Language: "nl"})
			if s == nil {
				t.Fatalf("%s: %v", name, problems)
			}
			soundLit(t, name, m, v, s.Lit)
			drawnAsLit(t, name, s)
			other, _ := snapshot.Make(snapshot.Input{Model: &turned, Answers: answers(&turned, again, v), View: v, Language: "nl"})
			if diff := cmp.Diff(s.Lit, other.Lit); diff != "" {
				t.Errorf("%s: the order of the rows of the model's tables changes what is lit:\n%s", name, diff)
			}
		}
	}
}

// soundLit checks the limit, that each lit arrow has both its labels, that nothing is
// lit and soft at once, and that the words have no hole.
func soundLit(t *testing.T, name string, m *model.Model, v snapshot.View, l *snapshot.Lit) {
	t.Helper()
	lit := map[string]bool{}
	n := 0
	for _, id := range l.Factors {
		lit[id] = true
		if f := m.Factor(id); f.Goal == model.NoGoal {
			n++
		}
		if slices.Contains(v.Hide, id) {
			t.Errorf("%s: %s is hidden and lit", name, id)
		}
	}
	limit := 9
	switch {
	case v.ID == "all" || v.ID == "hidden" || v.ID == "loop" || v.ID == "path": // a spine, a loop and a way are whole
		limit = len(m.Factors)
	case v.ID == "actor":
		limit = 12
	}
	if n > limit {
		t.Errorf("%s: %d factors are lit", name, n)
	}
	for _, id := range l.Relations {
		if r := m.Relation(id); !lit[r.From] || !lit[r.To] {
			t.Errorf("%s: %s is lit without both its ends", name, id)
		}
		if slices.Contains(l.Quiet, id) {
			t.Errorf("%s: %s is lit and quiet", name, id)
		}
	}
	for _, id := range slices.Concat(l.Soft, l.Marked) {
		if lit[id] {
			t.Errorf("%s: %s is lit and not", name, id)
		}
	}
	if strings.Contains(l.Words, "%") || l.Words != "" && !strings.HasSuffix(l.Words, ".") {
		t.Errorf("%s: %q", name, l.Words)
	}
	if !slices.IsSorted(l.Factors) || !slices.IsSorted(l.Relations) || !slices.IsSorted(l.Quiet) || !slices.IsSorted(l.Soft) {
		t.Errorf("%s: not sorted: %+v", name, l)
	}
}

// made is a model of a chain f0 > f1 > … of so many factors, the last one a goal, all
// in domain D with an owner A; c1 acts on the first.
func made(n int) *model.Model {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds(), Actors: []model.Actor{{ID: "A", Label: "De politie"}}}
	for i := range n {
		m.Factors = append(m.Factors, model.Factor{ID: fmt.Sprintf("f%02d", i), Label: fmt.Sprint("F", i), Domain: "D", Level: model.Known(0.5), Owners: []string{"A"}})
		if i > 0 {
			m.Relations = append(m.Relations, model.Relation{ID: fmt.Sprintf("r%02d", i), From: m.Factors[i-1].ID, To: m.Factors[i].ID, Sign: model.Plus, Strength: "strong", Speed: "high"})
		}
	}
	m.Factors[n-1].Goal, m.Factors[n-1].Weight = model.Higher, 1
	m.Interventions = []model.Intervention{{ID: "c1", Label: "C", Factor: "f00", Target: 0.9, AdjustmentYears: 1}}
	return m
}

// TestLitOnTheEdge holds the limits where they begin to count.
func TestLitOnTheEdge(t *testing.T) {
	domain, actor := &snapshot.Domain{Names: []string{"D"}}, &snapshot.Actor{ID: "A"}
	path := &snapshot.Path{From: "c1", To: "f11"}
	for _, c := range []struct {
		name      string
		model     *model.Model
		show      snapshot.Selector
		lit       int // goals among them
		relations int
		words     string
	}{
		{"nine factors and a goal fit", made(10), domain, 10, 9, ""},
		{"ten don't", made(11), domain, 10, 8, "Uitgelicht zijn de negen belangrijkste van de tien factoren."},
		{"a way is lit whole, however long", made(12), path, 12, 11, ""},
		{"twelve owned factors and a goal fit", made(13), actor, 13, 12, ""},
		{"of thirteen one is told", made(14), actor, 13, 0, "Nog één factor van De politie is niet uitgelicht."},
		{"a spine of a third", made(7), &snapshot.All{}, 0, 2, "Dik en gekleurd: de twee verbanden die het meest doen met de doelen."},
		{"a spine of one", made(4), &snapshot.All{}, 0, 1, "Dik en gekleurd: het verband dat het meest doet met de doelen."},
		{"nothing moves a point", made(12), &snapshot.Effect{Of: []string{"c1"}, At: 0}, 1, 0, "Geen enkele factor verandert een punt of meer."},
	} {
		s, problems := snapshot.Make(snapshot.Input{Model: c.model, Answers: answers(c.model, marvel.Analyse(c.model, marvel.Options{}), snapshot.View{ID: "x", Show: []snapshot.Selector{c.show}}), View: snapshot.View{ID: "x", Show: []snapshot.Selector{c.show}}, Language: "nl"})
		if s == nil {
			t.Fatal(problems)
		}
		if c.lit > 0 && len(s.Lit.Factors) != c.lit || c.relations > 0 && len(s.Lit.Relations) != c.relations || s.Lit.Words != c.words {
			t.Errorf("%s: %d factors, %d relations, %q; want %d, %d, %q", c.name, len(s.Lit.Factors), len(s.Lit.Relations), s.Lit.Words, c.lit, c.relations, c.words)
		}
	}
}

// drawnAsLit checks that the picture says what Lit says, no more and no less.
func drawnAsLit(t *testing.T, name string, s *snapshot.Snapshot) {
	t.Helper()
	var lit, soft, marked, relations, quiet []string
	for _, n := range shown(s).Nodes {
		switch {
		case n.Light == document.Lit && n.Value != nil && n.Value.Text == "":
			marked = append(marked, n.ID)
		case n.Light == document.Lit:
			lit = append(lit, n.ID)
		case n.Light == document.Quiet:
			soft = append(soft, n.ID)
		}
	}
	for _, e := range shown(s).Edges {
		if e.Light == document.Lit {
			relations = append(relations, e.ID)
		} else {
			quiet = append(quiet, e.ID)
		}
		if e.Points != s.Lit.Points[e.ID] {
			t.Errorf("%s: %g points over %s, want %g", name, e.Points, e.ID, s.Lit.Points[e.ID])
		}
	}
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"lit", lit, s.Lit.Factors},
		{"soft", soft, s.Lit.Soft},
		{"marked", marked, s.Lit.Marked},
		{"lit relations", relations, s.Lit.Relations},
		{"quiet relations", quiet, s.Lit.Quiet},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %s are %v, want %v", name, c.what, c.got, c.want)
		}
	}
}
