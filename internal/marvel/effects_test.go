package marvel

import (
	"slices"
	"testing"
)

// effect finds the effect of these interventions.
func effect(t testing.TB, r *Result, ids ...string) *Effect {
	t.Helper()
	for i := range r.Effects {
		if slices.Equal(r.Effects[i].Interventions, ids) {
			return &r.Effects[i]
		}
	}
	t.Fatalf("no effect of %v", ids)
	return nil
}

// TestScoresOfTheExample holds the reproduction to the figures of S2.
func TestScoresOfTheExample(t *testing.T) {
	r := Analyse(softwareRelease(t), Options{SkipRobustness: true})
	for _, c := range []struct {
		ids       []string
		published float64 // image of S2, whole basis points
		want      float64 // the equations of S1 with the numbers of S2
	}{
		{nil, 4000, 4000},
		{[]string{"c1"}, 4466, 4466.2},
		{[]string{"c1", "c2"}, 4770, 4773.8},
		{[]string{"c1", "c3"}, 4919, 4921.0},
		{[]string{"c1", "c4"}, 4750, 4750.4},
		{[]string{"c2", "c3"}, 4820, 4830.5},
		{[]string{"c2", "c4"}, 4875, 4873.9},
		{[]string{"c3", "c4"}, 5063, 5063.8},
	} {
		got := effect(t, r, c.ids...).Score
		near(t, "score of "+join(c.ids), got, c.want, 0.5)
		near(t, "score of "+join(c.ids)+" against S2", got, c.published, 12)
	}
	if ids := r.Effects[r.Best.Combination].Interventions; join(ids) != "c3 c4" {
		t.Errorf("the best combination is %v, S2 says c3 c4", ids)
	}
}

// TestLevelsOfTheExample: S2, the run with c1 alone.
func TestLevelsOfTheExample(t *testing.T) {
	m := softwareRelease(t)
	r := Analyse(m, Options{SkipRobustness: true})
	e := effect(t, r, "c1")
	for _, c := range []struct {
		goal string
		want [3]float64 // at 1, 3 and 10 years
	}{
		{"costEffectiveness", [3]float64{.2990, .2821, .3552}},
		{"prodQuality", [3]float64{.8002, .8142, .8776}},
		{"swUsage", [3]float64{.1014, .1419, .2570}},
	} {
		for i, want := range c.want {
			near(t, c.goal, e.Levels[place(r, c.goal)][i], want, 5e-4)
		}
	}
	// Cost effectiveness dips before it rises.
	if len(e.Dips) != 1 || e.Dips[0].Goal != "costEffectiveness" || e.Dips[0].Time >= e.Dips[0].Until {
		t.Errorf("dips of c1: %+v; want one of costEffectiveness", e.Dips)
	}
	// With budget clamped the gain on usage is .4495/(1 − .24 + .048), × 0.3;
	// .4495 is the sum over the ways from budget to usage (S2's numbers).
	usage := slices.Index(r.Goals, "swUsage")
	near(t, "long run of usage", e.LongRun[usage], 0.3*.4495/(1-.24+.048), 1e-6)
}

func place(r *Result, factor string) int {
	return slices.IndexFunc(r.Structure, func(p Place) bool { return p.Factor == factor })
}

// TestRankingOfTheExample: S2; the order changes with the moment.
func TestRankingOfTheExample(t *testing.T) {
	r := Analyse(softwareRelease(t), Options{SkipRobustness: true})
	for _, c := range []struct {
		moment int
		order  []string
		gains  []float64
		within []float64
	}{
		{0, []string{"c4", "c3", "c1", "c2"}, []float64{71.5, 3.3, 2.1, 1.2}, []float64{.05, .05, .05, .05}},
		{2, []string{"c1", "c3", "c4", "c2"}, []float64{966, 911, 763, 626}, []float64{.5, .5, .5, .5}},
	} {
		for i, p := range r.Rankings[c.moment].Singles {
			if got := r.Effects[p.Effect].Interventions[0]; got != c.order[i] {
				t.Errorf("moment %d, place %d: %s, want %s", c.moment, i+1, got, c.order[i])
			}
			near(t, "gain of "+c.order[i], p.Gain, c.gains[i], c.within[i])
		}
	}
	for _, ranking := range r.Rankings {
		first := slices.MaxFunc(ranking.Singles, func(a, b Ranked) int { return int(a.PerPush - b.PerPush) })
		if got := r.Effects[first.Effect].Interventions[0]; got != "c4" {
			t.Errorf("per unit of push %s is first at %g, want c4", got, ranking.Moment)
		}
	}
	// Best by score and best at year 10 differ.
	last := r.Rankings[2].All
	if got := r.Effects[last[0].Effect].Interventions; join(got) != "c1 c3" {
		t.Errorf("best at year 10: %v, want c1 c3", got)
	}
	near(t, "c1 c3 at year 10", last[0].Gain, 1742, .5)
	near(t, "c3 c4 at year 10", effect(t, r, "c3", "c4").Gain[2], 1707, .5)
	// Combined interventions don't add up.
	near(t, "c1 and c2 together", effect(t, r, "c1", "c2").Score-4000, 774, .5)
}
