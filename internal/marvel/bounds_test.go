package marvel

import (
	"slices"
	"testing"

	"slotmemo/internal/model"
)

// TestCombinationsAreBounded: 40 interventions have 780 pairs and 9,880 threes.
func TestCombinationsAreBounded(t *testing.T) {
	m := randomModel(1, recipe{factors: 50, relations: 60, interventions: 40, goals: 1, strengths: []string{"weak"}})
	o := quick
	o.Combine = 3
	r := Analyse(m, o)
	if !r.CombineCut || r.Options.Combine != 2 || len(r.Effects) != 1+40+780 {
		t.Errorf("cut %v to %d, %d effects; want true, 2, 821", r.CombineCut, r.Options.Combine, len(r.Effects))
	}
}

// TestShortDelaysAreBounded: a model with the shortest delay and the longest
// horizon that a project may have gives fewer combinations, not more time.
func TestShortDelaysAreBounded(t *testing.T) {
	m := randomModel(1, recipe{factors: 60, relations: 200, interventions: 30, goals: 1, strengths: []string{"weak"}})
	m.Speeds[3].Value = 0.01
	n := newNetwork(m, defaultMinYears)
	interventions := sortedInterventions(m)
	o := Options{Horizon: 100}.withDefaults()
	combos, _ := combinations(len(interventions), 2)
	if work := newStudy(n, interventions, combos, o, fineness, true).work(0); work < runWork {
		t.Errorf("work %d of all pairs is within the bound %d", work, runWork)
	}
}

// TestMomentsFitTheHorizon when the options are silent.
func TestMomentsFitTheHorizon(t *testing.T) {
	for horizon, want := range map[float64][]float64{0: {1, 3, 10}, 5: {1, 3}, 0.5: {0.5}, 30: {1, 3, 10}} {
		if got := (Options{Horizon: horizon}).withDefaults().Moments; !slices.Equal(got, want) {
			t.Errorf("horizon %g: moments %v, want %v", horizon, got, want)
		}
	}
}

// TestChartMeetsItsEnds: the series of a goal runs from its level now to that
// at the horizon.
func TestChartMeetsItsEnds(t *testing.T) {
	r := Analyse(softwareRelease(t), quick)
	if len(r.Times) != chartPoints+1 || r.Times[0] != 0 || r.Times[chartPoints] != 10 {
		t.Fatalf("times %v", r.Times)
	}
	for _, e := range r.Effects {
		for g, id := range r.Goals {
			f := r.Factor(id)
			near(t, "start of the series", e.Series[g][0], softwareRelease(t).Factor(id).Level.Value, 1e-12)
			near(t, "end of the series", e.Series[g][chartPoints], e.Levels[f][2], 1e-12)
		}
	}
}

// TestPathsHitTheBound: a dense model counts all paths up to a length and says so.
func TestPathsHitTheBound(t *testing.T) {
	m := randomModel(2, recipe{factors: 40, relations: 500, core: 40})
	n := newNetwork(m, defaultMinYears)
	p := n.pathsBetween(0, 20, 20)
	if p.Complete || p.MaxLength < 3 || p.Count == 0 || len(p.Shortest.Relations) == 0 {
		t.Errorf("complete %v up to %d, %d paths", p.Complete, p.MaxLength, p.Count)
	}
	if len(p.Shortest.Relations) > p.MaxLength {
		t.Errorf("the shortest path has %d relations, beyond %d", len(p.Shortest.Relations), p.MaxLength)
	}
}

// TestHeldGoal: the path from an intervention to the goal that it holds has no
// relations.
func TestHeldGoal(t *testing.T) {
	m := &model.Model{
		Factors:       []model.Factor{{ID: "g", Level: model.Known(0.2), Goal: model.Lower, Weight: 2}},
		Interventions: []model.Intervention{{ID: "i", Factor: "g", Target: 0.1}},
	}
	r := Analyse(m, Options{})
	if p := r.Paths[0]; p.Count != 1 || p.GainSum != 1 || len(p.Shortest.Relations) != 0 {
		t.Errorf("path %+v", p)
	}
	near(t, "long run", r.Effects[1].LongRun[0], -0.1, 1e-12)
	near(t, "base score, a goal that should fall", r.Effects[0].Score, 8000, 1e-9)
}
