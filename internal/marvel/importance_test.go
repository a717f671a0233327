package marvel

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"slotmemo/internal/model"
)

// TestImportanceOfChains holds the formula on models that can be reckoned by heart:
// one intervention pushes a from 0.2 to 0.7, levels settle long before year 100.
func TestImportanceOfChains(t *testing.T) {
	for _, c := range []struct {
		name      string
		relations []model.Relation
		want      map[string]float64
	}{
		{"a chain: each relation carries all of it", []model.Relation{
			{ID: "r1", From: "a", To: "b", Sign: model.Plus, Strength: "average", Speed: "very high"},
			{ID: "r2", From: "b", To: "goal", Sign: model.Minus, Strength: "average", Speed: "very high"},
		}, map[string]float64{"r1": 0.125, "r2": 0.125}},
		{"two ways: each carries its own share", []model.Relation{
			{ID: "r1", From: "a", To: "goal", Sign: model.Plus, Strength: "strong", Speed: "very high"},
			{ID: "r2", From: "a", To: "b", Sign: model.Plus, Strength: "weak", Speed: "very high"},
			{ID: "r3", From: "b", To: "goal", Sign: model.Plus, Strength: "average", Speed: "very high"},
		}, map[string]float64{"r1": 0.5, "r2": 0.05, "r3": 0.05}},
		{"what leads nowhere counts nothing, nor does what nothing reaches", []model.Relation{
			{ID: "r1", From: "a", To: "goal", Sign: model.Plus, Strength: "weak", Speed: "very high"},
			{ID: "r2", From: "a", To: "b", Sign: model.Plus, Strength: "strong", Speed: "very high"},
			{ID: "r3", From: "c", To: "goal", Sign: model.Plus, Strength: "strong", Speed: "very high"},
		}, map[string]float64{"r1": 0.1, "r2": 0, "r3": 0}},
		{"a loop on the way makes all of it larger", []model.Relation{
			{ID: "r1", From: "a", To: "b", Sign: model.Plus, Strength: "strong", Speed: "very high"},
			{ID: "r2", From: "b", To: "c", Sign: model.Plus, Strength: "average", Speed: "very high"},
			{ID: "r3", From: "c", To: "b", Sign: model.Plus, Strength: "average", Speed: "very high"},
			{ID: "r4", From: "b", To: "goal", Sign: model.Plus, Strength: "average", Speed: "very high"},
		}, map[string]float64{"r1": 1. / 3, "r2": 1. / 9, "r3": 1. / 9, "r4": 1. / 3}},
		{"an unknown word counts nothing", []model.Relation{
			{ID: "r1", From: "a", To: "goal", Sign: model.Plus, Strength: "weak", Speed: "very high"},
			{ID: "r2", From: "b", To: "goal", Strength: "strong", Speed: "very high"},
			{ID: "r3", From: "c", To: "goal", Sign: model.Plus, Speed: "very high"},
		}, map[string]float64{"r1": 0.1, "r2": 0, "r3": 0}},
	} {
		m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds(), Relations: c.relations}
		for _, id := range []string{"a", "b", "c", "goal"} {
			m.Factors = append(m.Factors, model.Factor{ID: id, Level: model.Known(0.2)})
		}
		m.Factors[3].Goal, m.Factors[3].Weight = model.Higher, 1
		m.Interventions = []model.Intervention{{ID: "i", Factor: "a", Target: 0.7, AdjustmentYears: 1}}
		got := Importance(m, Analyse(m, Options{Horizon: 100, Moments: []float64{100}, SkipRobustness: true}))
		for id, want := range c.want {
			if math.Abs(got[id]-want) > 1e-4 {
				t.Errorf("%s: %s has %g, want %g", c.name, id, got[id], want)
			}
		}
	}
}

// TestImportanceIsAPerturbation compares with what the goals do when one relation is
// made a little stronger and a little weaker: levels at rest by plain repetition,
// in code that shares nothing with the one tested. Interventions act on factors on
// which nothing else acts: elsewhere they hold back what arrives.
func TestImportanceIsAPerturbation(t *testing.T) {
	for seed := range uint64(runs(40)) {
		r := rand.New(rand.NewPCG(seed, 21))
		m := gentle(r, 6+r.IntN(5))
		got := Importance(m, Analyse(m, Options{Horizon: 100, Moments: []float64{100}, SkipRobustness: true}))
		for i, rel := range m.Relations {
			const step = 1e-4
			want := 0.0
			for _, c := range m.Interventions {
				up, down := atRestOf(m, c, i, 1+step), atRestOf(m, c, i, 1-step)
				want += math.Abs(up-down) / (2 * step)
			}
			if math.Abs(got[rel.ID]-want) > 1e-3*want+1e-5 {
				t.Errorf("seed %d: %s has %g, a perturbation says %g", seed, rel.ID, got[rel.ID], want)
			}
		}
	}
}

// gentle is a random model that comes to rest: gains into a factor stay under 0.9
// together.
func gentle(r *rand.Rand, n int) *model.Model {
	m := &model.Model{Speeds: model.StandardSpeeds()}
	for i := range n {
		m.Factors = append(m.Factors, model.Factor{ID: fmt.Sprintf("f%d", i), Level: model.Known(0.5)})
	}
	left := make([]float64, n)
	for i := range left {
		left[i] = 0.9
	}
	for i := range 2 * n {
		from, to := r.IntN(n), 2+r.IntN(n-2)
		k := math.Round((0.1+0.5*r.Float64())*100) / 100
		if from == to || k > left[to] {
			continue
		}
		left[to] -= k
		word := fmt.Sprintf("w%d", i)
		m.Strengths = append(m.Strengths, model.Step{Name: word, Value: k})
		m.Relations = append(m.Relations, model.Relation{
			ID: fmt.Sprintf("r%d", i), From: m.Factors[from].ID, To: m.Factors[to].ID,
			Sign: model.Sign(1 - 2*r.IntN(2)), Strength: word, Speed: "very high",
		})
	}
	for i := range 2 {
		m.Interventions = append(m.Interventions, model.Intervention{ID: fmt.Sprintf("i%d", i), Factor: m.Factors[i].ID, Target: 0.1 + 0.9*r.Float64(), AdjustmentYears: 0.5})
		g := &m.Factors[n-1-i]
		g.Goal, g.Weight = model.Direction(1-2*r.IntN(2)), 0.5+r.Float64()
	}
	return m
}

// atRestOf is the weighted sum of the goals in the long run with an intervention,
// the strength of one relation times a number.
func atRestOf(m *model.Model, c model.Intervention, changed int, times float64) float64 {
	x := map[string]float64{}
	for range 400 {
		next := map[string]float64{c.Factor: c.Target - 0.5}
		for i, r := range m.Relations {
			k := m.Strengths[m.Strengths.Index(r.Strength)].Value * float64(r.Sign)
			if i == changed {
				k *= times
			}
			next[r.To] += k * x[r.From]
		}
		x = next
	}
	sum := 0.0
	for _, f := range m.Factors {
		sum += float64(f.Goal) * f.Weight * x[f.ID]
	}
	return sum
}

// TestImportanceWithoutNumbers compares with all chains walked one by one, on
// models that run away or have no levels.
func TestImportanceWithoutNumbers(t *testing.T) {
	unstableModels := 0
	for seed := range uint64(runs(40)) {
		m := randomModel(seed, recipe{factors: 7, relations: 13, core: 4, interventions: 2, goals: 2})
		if seed%4 == 0 {
			for i := range m.Factors {
				m.Factors[i].Level = model.Number{}
			}
		}
		r := Analyse(m, quick)
		runsAway := slices.ContainsFunc(r.Effects, func(e Effect) bool { return len(e.Interventions) == 1 && e.Unstable })
		if seed%4 != 0 && !runsAway {
			continue
		}
		unstableModels++
		got := Importance(m, r)
		for _, rel := range m.Relations {
			want := 0.0
			for _, c := range m.Interventions {
				for _, g := range m.Factors {
					if g.Goal != model.NoGoal {
						want += g.Weight * strongestChain(m, c.Factor, rel.From, nil) * strengthOf(m, rel) * strongestChain(m, rel.To, g.ID, nil)
					}
				}
			}
			if math.Abs(got[rel.ID]-want) > 1e-5*want {
				t.Errorf("seed %d: %s has %g, all chains say %g", seed, rel.ID, got[rel.ID], want)
			}
		}
	}
	if unstableModels < 5 {
		t.Errorf("only %d models had no numbers", unstableModels)
	}
}

func strengthOf(m *model.Model, r model.Relation) float64 {
	return m.Strengths[m.Strengths.Index(r.Strength)].Value
}

// strongestChain walks all chains without a factor twice.
func strongestChain(m *model.Model, from, to string, been []string) float64 {
	if from == to {
		return 1
	}
	best := 0.0
	for _, r := range m.Relations {
		if r.From == from && !slices.Contains(been, r.To) {
			best = max(best, min(strengthOf(m, r), 1)*strongestChain(m, r.To, to, append(slices.Clone(been), from)))
		}
	}
	return best
}

// TestImportanceOfExample holds the order on a published model, and that the order
// of rows doesn't matter.
func TestImportanceOfExample(t *testing.T) {
	m := softwareRelease(t)
	r := Analyse(m, quick)
	first := byImportance(Importance(m, r))
	turned := clone(m)
	slices.Reverse(turned.Factors)
	slices.Reverse(turned.Relations)
	if again := byImportance(Importance(turned, Analyse(turned, quick))); !slices.Equal(first, again) {
		t.Errorf("the order of rows changes the order of importance:\n%v\n%v", first, again)
	}
	if len(first) != len(m.Relations) {
		t.Errorf("%d of %d relations", len(first), len(m.Relations))
	}
}

// byImportance returns the ids of the relations, the most important first.
func byImportance(importance map[string]float64) []string {
	ids := slices.Collect(maps.Keys(importance))
	slices.SortFunc(ids, func(a, b string) int { return CompareImportance(importance, a, b) })
	return ids
}
