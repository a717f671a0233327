package snapshot_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/testenv"
)

// runs is how many random models a test makes: SLOTMEMO_RUNS scales it.
func runs(few int) int { return few * testenv.Runs(1) }

// random makes a model of n factors with unknown signs, words and levels here
// and there, parallel relations and words of the project's own.
func random(r *rand.Rand, n int) *model.Model {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	if r.IntN(3) == 0 {
		m.Strengths = model.Scale{{Name: "beetje", Value: 0.1}, {Name: "fors", Value: 0.9}}
	}
	word := func(s model.Scale) string {
		if i := r.IntN(len(s) + 1); i < len(s) {
			return s[i].Name
		}
		return ""
	}
	domains := []string{"", "Beleid", "Zorg", "Wonen"}
	for i := range n {
		f := model.Factor{ID: fmt.Sprintf("f%02d", i), Label: fmt.Sprintf("Factor %d & <co>", i), Domain: domains[r.IntN(4)], Weight: 1}
		if r.IntN(4) > 0 {
			f.Level = model.Known(float64(r.IntN(11)) / 10)
		}
		if i == n-1 || r.IntN(6) == 0 {
			f.Goal = model.Higher
		}
		if r.IntN(3) == 0 {
			f.Owners = []string{"a1"}
		}
		m.Factors = append(m.Factors, f)
	}
	for i := range n * 2 {
		from, to := r.IntN(n), r.IntN(n)
		if from == to {
			continue
		}
		m.Relations = append(m.Relations, model.Relation{
			ID: fmt.Sprintf("r%03d", i), From: m.Factors[from].ID, To: m.Factors[to].ID,
			Sign: model.Sign(r.IntN(3) - 1), Strength: word(m.Strengths), Speed: word(m.Speeds), Force: r.IntN(9) == 0,
		})
	}
	m.Actors = []model.Actor{{ID: "a1", Label: "Gemeente"}}
	m.Interventions = []model.Intervention{{ID: "c1", Label: "Ingreep", Factor: m.Factors[0].ID, Target: 0.9, AdjustmentYears: 1}}
	return m
}

// allViews asks for every kind of snapshot that the model offers.
func allViews(m *model.Model, res *marvel.Result) []snapshot.View {
	views := []snapshot.View{
		{ID: "all", Show: []snapshot.Selector{&snapshot.All{}}},
		{ID: "hidden", Show: []snapshot.Selector{&snapshot.All{}}, Hide: []string{m.Factors[1].ID}},
		{ID: "factor", Show: []snapshot.Selector{&snapshot.Factor{ID: m.Factors[0].ID, In: 1, Out: 2}}},
		{ID: "path", Show: []snapshot.Selector{&snapshot.Path{From: "c1", To: m.Factors[len(m.Factors)-1].ID}}},
		{ID: "actor", Show: []snapshot.Selector{&snapshot.Actor{ID: "a1"}}},
		{ID: "effect", Show: []snapshot.Selector{&snapshot.Effect{Of: []string{"c1"}, At: 2.5}}},
	}
	for _, d := range m.Domains() {
		views = append(views, snapshot.View{ID: "domain-" + d, Show: []snapshot.Selector{&snapshot.Domain{Names: []string{d}}}})
	}
	if len(res.Loops.List) > 0 {
		views = append(views, snapshot.View{ID: "loop", Show: []snapshot.Selector{&snapshot.Loop{IDs: []string{res.Loops.List[0].ID}}}})
	}
	return views
}

func TestRandomModels(t *testing.T) {
	for seed := range uint64(runs(25)) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := random(r, 4+r.IntN(12))
		res := marvel.Analyse(m, marvel.Options{SkipRobustness: true})
		turned := *m
		turned.Factors, turned.Relations = slices.Clone(m.Factors), slices.Clone(m.Relations)
		slices.Reverse(turned.Factors)
		slices.Reverse(turned.Relations)
		for _, v := range allViews(m, res) {
			name := fmt.Sprintf("seed %d, view %s", seed, v.ID)
			s, problems := snapshot.Make(snapshot.Input{Model: m, Answers: answers(m, res, v), View: v, Language: "nl"})
			if s == nil {
				t.Fatalf("%s: %v", name, problems)
			}
			agree(t, name, m, s, "nl")
			if _, band := s.Drawing.(*document.Ribbon); !band { // which tells strength by its height, not by its line
				d := shown(s)
				if s.Drawing != nil { // its key goes by what strikes the eye first
					d.Key = slices.SortedFunc(slices.Values(d.Key), func(a, b document.KeyEntry) int { return int(a.Cue) - int(b.Cue) })
				}
				wholeDiagram(t, name, d)
			}
			other, _ := snapshot.Make(snapshot.Input{Model: &turned, Answers: answers(&turned, marvel.Analyse(&turned, marvel.Options{SkipRobustness: true}), v), View: v, Language: "nl"})
			if other.Fingerprint != s.Fingerprint || other.Alt != s.Alt {
				t.Errorf("%s: the order of the rows of the model's tables changes the snapshot", name)
			}
		}
	}
}

// wholeDiagram checks what those who lay out and draw rely on: sorted, unique,
// no edge without its ends, a key of exactly the cues that occur.
func wholeDiagram(t *testing.T, name string, d *document.Diagram) {
	t.Helper()
	nodes := map[string]bool{}
	last := ""
	for i, n := range d.Nodes {
		if i > 0 && n.ID <= last {
			t.Errorf("%s: node %s comes after %s", name, n.ID, last)
		}
		last, nodes[n.ID] = n.ID, true
	}
	cues := map[document.Cue]bool{}
	for i, e := range d.Edges {
		if i > 0 && e.ID <= d.Edges[i-1].ID {
			t.Errorf("%s: edge %s comes after %s", name, e.ID, d.Edges[i-1].ID)
		}
		if !nodes[e.From] || !nodes[e.To] {
			t.Errorf("%s: edge %s leads to a node that isn't there", name, e.ID)
		}
		if e.Light != document.Lit || e.Points != 0 { // no sign, no head; or a neutral arrow
			continue
		}
		cues[map[document.Sign]document.Cue{document.Plus: document.CuePlus, document.Minus: document.CueMinus, document.UnknownSign: document.CueUnknownSign}[e.Sign]] = true
		if e.Weight != document.UnknownLine {
			cues[document.CueWeak+document.Cue(e.Weight-1)] = true
		}
		if e.Barriers == 2 { // outside the full notation only the slow ones have barriers
			cues[document.CueBarrierTwo] = true
		}
	}
	key := map[document.Cue]bool{}
	for i, k := range d.Key {
		if k.Text == "" || i > 0 && k.Cue <= d.Key[i-1].Cue {
			t.Errorf("%s: key entry %d (%q) is empty or out of order", name, k.Cue, k.Text)
		}
		key[k.Cue] = true
	}
	for _, e := range d.Edges {
		if e.Light == document.Lit && e.Points == 0 {
			cues[document.CueUnknownStrength] = cues[document.CueUnknownStrength] || e.Weight == document.UnknownLine
		}
	}
	for c := document.CuePlus; c <= document.CueUnknownSpeed; c++ {
		if c > document.CueBarrierTwo && c < document.CueUnknownStrength {
			continue // marks of nodes, loops, paths and versions
		}
		if key[c] != cues[c] {
			t.Errorf("%s: cue %d occurs: %v, is explained: %v", name, c, cues[c], key[c])
		}
	}
}
