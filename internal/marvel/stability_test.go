package marvel

import (
	"fmt"
	"math"
	"testing"

	"slotmemo/internal/model"
)

// chain writes a model in shorthand: "a>b +1.0" is a relation with that gain
// and a delay of half a year; "a=>b" a force. The intervention i pushes the
// first factor from 0.5 to 0.6, and the last factor is the goal.
func shorthand(factors []string, relations ...string) *model.Model {
	m := &model.Model{Speeds: model.Scale{{Name: "half", Value: 0.5}}}
	for _, id := range factors {
		m.Factors = append(m.Factors, model.Factor{ID: id, Level: model.Known(0.5)})
	}
	for i, s := range relations {
		var from, to string
		var gain float64
		force := false
		if n, _ := fmt.Sscanf(s, "%1s=>%1s %g", &from, &to, &gain); n == 3 {
			force = true
		} else if n, err := fmt.Sscanf(s, "%1s>%1s %g", &from, &to, &gain); n != 3 {
			panic(err)
		}
		word := fmt.Sprintf("k%d", i)
		m.Strengths = append(m.Strengths, model.Step{Name: word, Value: math.Abs(gain)})
		sign := model.Plus
		if gain < 0 {
			sign = model.Minus
		}
		m.Relations = append(m.Relations, model.Relation{ID: s, From: from, To: to, Sign: sign, Strength: word, Speed: "half", Force: force})
	}
	m.Factors[len(factors)-1].Goal = model.Higher
	m.Interventions = []model.Intervention{{ID: "i", Factor: factors[0], Target: 0.6}}
	return m
}

// TestInstability holds the cases of the method's description: the gain of
// single loops doesn't decide.
func TestInstability(t *testing.T) {
	for _, c := range []struct {
		name string
		m    *model.Model
		want bool
	}{
		{"one reinforcing loop of 0.6", shorthand([]string{"a", "b", "c"}, "a>b 1", "b>c 1", "c>b 0.6"), false},
		{"two reinforcing loops of 0.6 through one factor", shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 1", "c>b 0.6", "b>d 1", "d>b 0.6"), true},
		{"1.2 beside −0.6", shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 1", "c>b 1.2", "b>d 1", "d>b -0.6"), false},
		{"a balancing loop of −1.73", shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 1.2", "c>d 1.2", "d>b -1.2"), false},
		{"a reinforcing loop of 1: linear growth", shorthand([]string{"a", "b", "c"}, "a>b 1", "b>c 1", "c>b 1"), true},
		{"a loop of 1.2 whose factor is held", shorthand([]string{"a", "b"}, "a>b 1", "b>a 1.2"), false},
		{"a loop of 1.2 that the intervention doesn't reach", shorthand([]string{"a", "b", "c", "d"}, "b>c 1", "c>b 1.2", "a>d 1"), false},
		{"factors that draw each other", shorthand([]string{"a", "b", "c"}, "a>b 1", "b=>c 1", "c=>b 1"), false},
		{"a factor that feeds what draws it", shorthand([]string{"a", "b", "c"}, "a>b 1", "b=>c 1", "c>b 1"), true},
	} {
		r := Analyse(c.m, quick)
		e := effect(t, r, "i")
		if e.Unstable != c.want {
			t.Errorf("%s: unstable %v, want %v", c.name, e.Unstable, c.want)
		}
		if e.Unstable && (!isNaN(e.Score) || !isNaN(e.Gain[2]) || !isNaN(e.LongRun[0]) || len(e.Excursions) > 0 || len(e.Causes) == 0) {
			t.Errorf("%s: an unstable run tells numbers after it left the scale, or no cause: %+v", c.name, e)
		}
		if e.Unstable && (!(e.Until > 3 && e.Until < 10) || e.LeftBy != "b" || isNaN(e.Gain[1])) {
			t.Errorf("%s: b leaves the scale after year 3; got %v by %q, gains %v", c.name, e.Until, e.LeftBy, e.Gain)
		}
		if !e.Unstable && isNaN(e.Gain[2]) {
			t.Errorf("%s: a stable run tells no gain", c.name)
		}
	}
}

// TestCausesAreTheLargestLoops of what runs away, without those that a held
// factor interrupts.
func TestCausesAreTheLargestLoops(t *testing.T) {
	m := shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 1", "c>b 1.2", "b>d 1", "d>b 0.1")
	m.Loops = []model.NamedLoop{{ID: "small", Factors: []string{"b", "d"}, Name: "small"}}
	r := Analyse(m, quick)
	e := effect(t, r, "i")
	if len(e.Causes) != 2 || e.Causes[1] != "small" {
		t.Errorf("causes %v; want the loop of 1.2 first, then the small one", e.Causes)
	}
	if n := r.Numbers; n.Unstable || !n.FreeUnstable || len(n.Causes) == 0 {
		t.Errorf("the base run rests, though the free system runs away: %+v", n)
	}
}

// TestForce: b is drawn to a, with τ = 0.5 year. The base run moves, and the
// change is against it.
func TestForce(t *testing.T) {
	m := shorthand([]string{"a", "b"}, "a=>b 1")
	m.Factors[1].Level = model.Known(0.2)
	o := quick
	o.Moments = []float64{1}
	r := Analyse(m, o)
	// b(t) = 0.5 − 0.3·e^(−2t); with a held at 0.6 from 0.5 by T = 1, the
	// change is 0.1·(1 − 2e^(−t) + e^(−2t)).
	b := r.Factor("b")
	near(t, "base run of b", effect(t, r).Levels[b][0], 0.5-0.3*math.Exp(-2), 1e-5)
	near(t, "change of b", effect(t, r, "i").Change[b][0], 0.1*(1-2*math.Exp(-1)+math.Exp(-2)), 1e-5)
	near(t, "long run of b", effect(t, r, "i").LongRun[0], 0.1, 1e-12)
}

// TestStepResponse: a unit step of a, held in place, moves b by σk(1−e^(−t/τ));
// a is held by T = 0.01 year, so within a hundredth.
func TestStepResponse(t *testing.T) {
	m := shorthand([]string{"a", "b"}, "a>b -0.8")
	m.Interventions[0].AdjustmentYears = 0.01
	o := quick
	o.Moments = []float64{0.5, 1.5}
	e := effect(t, Analyse(m, o), "i")
	near(t, "after τ", e.Change[1][0]/0.1, -0.8*(1-math.Exp(-1)), 0.02)
	near(t, "after 3τ", e.Change[1][1]/0.1, -0.8*(1-math.Exp(-3)), 0.01)
}

// TestWindows: an intervention acts from and until its years, and one that has
// ended has no long run.
func TestWindows(t *testing.T) {
	m := shorthand([]string{"a", "b"}, "a>b 1")
	m.Interventions[0].ActiveFrom, m.Interventions[0].ActiveUntil = 2, model.Known(3)
	o := quick
	o.Moments = []float64{2, 3, 10}
	e := effect(t, Analyse(m, o), "i")
	near(t, "before it starts", e.Change[0][0], 0, 1e-12)
	near(t, "at its end", e.Change[0][1], 0.1*(1-math.Exp(-1)), 1e-6)
	near(t, "long after", e.Change[0][2], 0.1*(1-math.Exp(-1)), 1e-6)
	if !isNaN(e.LongRun[0]) || e.Trends[0][0] != Still || e.Trends[0][1] != Rises {
		t.Errorf("long run %v, trends %v", e.LongRun, e.Trends)
	}
}

// TestTwoInterventionsOnOneFactor hold it between their targets.
func TestTwoInterventionsOnOneFactor(t *testing.T) {
	m := shorthand([]string{"a", "b"}, "a>b 1")
	m.Interventions = append(m.Interventions, model.Intervention{ID: "j", Factor: "a", Target: 0.9, AdjustmentYears: 0.5})
	e := effect(t, Analyse(m, quick), "i", "j")
	near(t, "long run", e.LongRun[0], (0.1*1+0.4*2)/3, 1e-9)
	near(t, "year 10", e.Change[0][2], (0.1*1+0.4*2)/3, 1e-6)
}

// TestLeavingTheScale is told and never clipped.
func TestLeavingTheScale(t *testing.T) {
	m := shorthand([]string{"a", "b"}, "a>b 6")
	e := effect(t, Analyse(m, quick), "i")
	if len(e.Excursions) != 1 || e.Excursions[0].Factor != "b" || e.Excursions[0].Time <= 0 {
		t.Fatalf("excursions: %+v", e.Excursions)
	}
	near(t, "the level farthest outside", e.Excursions[0].Level, 0.5+6*0.1, 1e-3)
	near(t, "its level at year 10", e.Levels[1][2], 0.5+6*0.1, 1e-3)
}

// TestNothingToCompute: models without interventions, goals, relations or
// factors don't fail.
func TestNothingToCompute(t *testing.T) {
	full := softwareRelease(t)
	for name, cut := range map[string]func(m *model.Model){
		"no interventions": func(m *model.Model) { m.Interventions = nil },
		"no goals": func(m *model.Model) {
			for i := range m.Factors {
				m.Factors[i].Goal = model.NoGoal
			}
		},
		"no relations": func(m *model.Model) { m.Relations = nil },
		"nothing":      func(m *model.Model) { *m = model.Model{} },
		"no levels": func(m *model.Model) {
			for i := range m.Factors {
				m.Factors[i].Level = model.Number{}
			}
		},
		"no words": func(m *model.Model) {
			for i := range m.Relations {
				m.Relations[i].Strength, m.Relations[i].Speed = "", ""
			}
		},
	} {
		m := clone(full)
		cut(m)
		r := Analyse(m, Options{})
		if len(r.Effects) == 0 || len(r.Rankings) != 3 {
			t.Errorf("%s: %d effects, %d rankings", name, len(r.Effects), len(r.Rankings))
		}
	}
}

// TestWithoutLevels: rankings per unit of rise still follow.
func TestWithoutLevels(t *testing.T) {
	m := softwareRelease(t)
	for i := range m.Factors {
		m.Factors[i].Level = model.Number{}
	}
	r := Analyse(m, Options{})
	if !r.Numbers.NoLevels || !r.Rankings[0].ByPush || len(r.Rankings[0].Singles) != 4 {
		t.Fatalf("numbers %+v, ranking %+v", r.Numbers, r.Rankings[0])
	}
	whole := Analyse(softwareRelease(t), quick)
	for _, id := range []string{"c1", "c2", "c3", "c4"} {
		e := effect(t, r, id)
		near(t, id+" per unit", e.PerPush[2], effect(t, whole, id).PerPush[2], 1e-6)
		if !isNaN(e.Score) || !isNaN(e.Gain[2]) || !isNaN(e.Levels[0][2]) {
			t.Errorf("%s: a number that needs a level: %+v", id, e)
		}
	}
}
