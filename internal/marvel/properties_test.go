package marvel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"slotmemo/internal/model"
)

// clone copies a model deeply enough to change it.
func clone(m *model.Model) *model.Model {
	c := *m
	c.Factors, c.Relations = slices.Clone(m.Factors), slices.Clone(m.Relations)
	c.Interventions, c.Loops = slices.Clone(m.Interventions), slices.Clone(m.Loops)
	c.Strengths, c.Speeds = slices.Clone(m.Strengths), slices.Clone(m.Speeds)
	return &c
}

// smallModel is a random model that a test can afford many of.
func smallModel(seed uint64) *model.Model {
	m := randomModel(seed, recipe{factors: 8, relations: 13, interventions: 2, goals: 2, strengths: []string{"weak", "average", "average", "strong"}})
	r := rand.New(rand.NewPCG(seed, 11))
	for i := range m.Relations {
		m.Relations[i].Force = r.IntN(12) == 0
	}
	for i := range m.Interventions {
		m.Interventions[i].Target = r.Float64()
		m.Interventions[i].AdjustmentYears = 0.5 + r.Float64()
		if r.IntN(4) == 0 {
			m.Interventions[i].ActiveFrom = 0.7
		}
		if r.IntN(4) == 0 {
			m.Interventions[i].ActiveUntil = model.Known(6.3)
		}
	}
	return m
}

var quick = Options{SkipRobustness: true}

// sameEffects fails unless two results have the same effects; value turns a
// level or change of the first into what the second should have.
func sameEffects(t *testing.T, what string, a, b *Result, value func(factor string, change bool, v float64) float64) {
	t.Helper()
	const tolerance = 1e-8
	same := func(x, y float64) bool {
		return math.IsNaN(x) && math.IsNaN(y) || math.Abs(x-y) <= tolerance*max(1, math.Abs(x))
	}
	for i, e := range a.Effects {
		f := b.Effects[i]
		if e.Unstable != f.Unstable || !same(e.Score, f.Score) {
			t.Errorf("%s: %v: unstable %v, score %v; want %v, %v", what, e.Interventions, f.Unstable, f.Score, e.Unstable, e.Score)
			return
		}
		for k, p := range a.Structure {
			for m := range a.Options.Moments {
				if x, y := value(p.Factor, false, e.Levels[k][m]), f.Levels[k][m]; !same(x, y) {
					t.Errorf("%s: %v: level of %s is %v, want %v", what, e.Interventions, p.Factor, y, x)
					return
				}
				if x, y := value(p.Factor, true, e.Change[k][m]), f.Change[k][m]; !same(x, y) {
					t.Errorf("%s: %v: change of %s is %v, want %v", what, e.Interventions, p.Factor, y, x)
					return
				}
			}
		}
	}
}

func asItIs(_ string, _ bool, v float64) float64 { return v }

// TestTurningAFactorRound: the opposite of a factor, with the signs of its
// relations turned, is the same system.
func TestTurningAFactorRound(t *testing.T) {
	for seed := range uint64(runs(60)) {
		m := smallModel(seed)
		id := m.Factors[seed%uint64(len(m.Factors))].ID
		turned := clone(m)
		f := turned.Factor(id)
		f.Level.Value, f.Goal = 1-f.Level.Value, -f.Goal
		for i := range turned.Relations {
			if r := &turned.Relations[i]; r.From == id || r.To == id {
				r.Sign = -r.Sign
			}
		}
		for i := range turned.Interventions {
			if c := &turned.Interventions[i]; c.Factor == id {
				c.Target = 1 - c.Target
			}
		}
		a, b := Analyse(m, quick), Analyse(turned, quick)
		sameEffects(t, fmt.Sprintf("seed %d, %s turned", seed, id), a, b, func(factor string, change bool, v float64) float64 {
			switch {
			case factor != id:
				return v
			case change:
				return -v
			}
			return 1 - v
		})
		if a.Loops.Reinforcing != b.Loops.Reinforcing || a.Loops.Balancing != b.Loops.Balancing {
			t.Errorf("seed %d: turning %s changed the kind of loops", seed, id)
		}
	}
}

// TestScalingTime: twice as slow everywhere gives the same at twice the time.
func TestScalingTime(t *testing.T) {
	for seed := range uint64(runs(40)) {
		const s = 2.5
		m := smallModel(seed)
		slow := clone(m)
		for i := range slow.Speeds {
			slow.Speeds[i].Value *= s
		}
		for i := range slow.Interventions {
			c := &slow.Interventions[i]
			c.AdjustmentYears, c.ActiveFrom, c.ActiveUntil.Value = c.AdjustmentYears*s, c.ActiveFrom*s, c.ActiveUntil.Value*s
		}
		o := quick
		o.Horizon, o.Moments = 10*s, []float64{s, 3 * s, 10 * s}
		sameEffects(t, fmt.Sprintf("seed %d", seed), Analyse(m, quick), Analyse(slow, o), asItIs)
	}
}

// TestRowOrder: tables in another order give the same, to the last bit.
func TestRowOrder(t *testing.T) {
	for seed := range uint64(runs(20)) {
		m := smallModel(seed)
		m.Relations[0].Sign = model.Unknown
		shuffled := clone(m)
		r := rand.New(rand.NewPCG(seed, 3))
		r.Shuffle(len(m.Factors), func(i, j int) { swap(shuffled.Factors, i, j) })
		r.Shuffle(len(m.Relations), func(i, j int) { swap(shuffled.Relations, i, j) })
		r.Shuffle(len(m.Interventions), func(i, j int) { swap(shuffled.Interventions, i, j) })
		// Written out, since NaN isn't equal to itself.
		a, b := written(Analyse(m, Options{})), written(Analyse(shuffled, Options{}))
		if a != b {
			t.Errorf("seed %d: another order of rows gives another result\n%s\n%s", seed, a, b)
		}
	}
}

// written is all of a result, what stands behind its pointer included.
func written(r *Result) string {
	shown := *r
	shown.Instability = nil
	if r.Instability == nil {
		return fmt.Sprintf("%+v", shown)
	}
	return fmt.Sprintf("%+v %+v", shown, *r.Instability)
}

func swap[T any](s []T, i, j int) { s[i], s[j] = s[j], s[i] }

// TestLongRunIsTheLimit: the exact solution against a run of 600 years.
func TestLongRunIsTheLimit(t *testing.T) {
	checked := 0
	for seed := range uint64(runs(15)) {
		m := smallModel(seed)
		for i := range m.Interventions {
			m.Interventions[i].ActiveUntil = model.Number{}
		}
		o := quick
		o.Horizon, o.Moments = 600, []float64{600}
		r := Analyse(m, o)
		for _, e := range r.Effects {
			for g, id := range r.Goals {
				if long := e.LongRun[g]; !math.IsNaN(long) && !e.Unstable {
					// What still decays slower than 1/40 a year isn't there yet.
					near(t, fmt.Sprintf("seed %d: %v on %s in the long run", seed, e.Interventions, id), e.Change[r.Factor(id)][0], long, 1e-4)
					checked++
				}
			}
		}
	}
	if checked < 40 {
		t.Errorf("only %d long runs were checked", checked)
	}
}

// TestStableByEigenvaluesIsStableBySimulation follows the runs themselves,
// whatever the verdict on them.
func TestStableByEigenvaluesIsStableBySimulation(t *testing.T) {
	var count [2]int
	for seed := range uint64(runs(40)) {
		m := randomModel(seed, recipe{factors: 6, relations: 12, interventions: 1, goals: 1, strengths: []string{"weak", "average", "strong", "very strong"}})
		o := Options{Horizon: 400, Moments: []float64{200, 400}}.withDefaults()
		n := newNetwork(m, o.MinYears)
		s := newStudy(n, sortedInterventions(m), [][]int{nil, {0}}, o, fineness, false)
		verdicts := s.verdicts().worst
		traces, _ := s.runAll(false)
		half, full := 0.0, 0.0
		for f := range n.factors {
			half = max(half, math.Abs(traces[1].moments[0][f]))
			full = max(full, math.Abs(traces[1].moments[1][f]))
		}
		grows := full > 1.5*half && full > 2 // a zero eigenvalue doubles it
		if grows != (verdicts[1] == unstable) {
			t.Errorf("seed %d: verdict %d, but |Δx| goes from %g at 200 years to %g at 400", seed, verdicts[1], half, full)
		}
		if grows {
			count[1]++
		} else {
			count[0]++
		}
	}
	if count[0] < 4 || count[1] < 4 {
		t.Errorf("%d stable and %d unstable models; want enough of both", count[0], count[1])
	}
}

// TestKrylovAgreesWithDense: the search for the rightmost eigenvalue against
// all eigenvalues.
func TestKrylovAgreesWithDense(t *testing.T) {
	var count [3]int
	for seed := range uint64(runs(40)) {
		strengths := []string{"weak", "average"}
		if seed%2 == 0 {
			strengths = []string{"average", "strong", "strong"}
		}
		m := randomModel(seed, recipe{factors: 40, relations: 90 + int(seed), core: 40, strengths: strengths})
		for _, b := range newNetwork(m, defaultMinYears).blocks() {
			hold := map[int]float64{}
			if seed%3 == 0 {
				hold[b.factors[0]] = 1
			}
			rates, own := b.ownRates(hold)
			want, fastest := b.dense(rates, own)
			got, growth := b.krylov(rates)
			if want == unstable && math.Abs(real(growth)-real(fastest)) > 1e-2*real(fastest) {
				t.Errorf("seed %d: growth %g a year by Krylov, %g by all eigenvalues", seed, real(growth), real(fastest))
			}
			count[want]++
			if got != want {
				t.Errorf("seed %d: verdict %d by Krylov, %d by all eigenvalues", seed, got, want)
			}
		}
	}
	if count[stable] < 5 || count[unstable] < 5 {
		t.Errorf("verdicts %v; want enough of each", count)
	}
}

// TestAgreesWithEuler integrates the equations of S1 as they stand there,
// levels and quantities in transit, with steps of 0.005 year.
func TestAgreesWithEuler(t *testing.T) {
	models := []*model.Model{softwareRelease(t)}
	for seed := range uint64(runs(5)) {
		models = append(models, smallModel(seed))
	}
	for i, m := range models {
		r := Analyse(m, quick)
		for _, e := range r.Effects {
			if e.Unstable {
				continue
			}
			levels := euler(m, e.Interventions, 10, 0.005)
			for _, p := range r.Structure {
				near(t, fmt.Sprintf("model %d: %v: level of %s", i, e.Interventions, p.Factor), e.Levels[r.Factor(p.Factor)][2], levels[p.Factor], 3e-3)
			}
		}
	}
}

func euler(m *model.Model, active []string, years, dt float64) map[string]float64 {
	x, q := map[string]float64{}, make([]float64, len(m.Relations))
	for _, f := range m.Factors {
		x[f.ID] = f.Level.Value
	}
	value := func(s model.Scale, name string) float64 { return s[s.Index(name)].Value }
	for step := range int(math.Round(years / dt)) {
		at := (float64(step) + 0.5) * dt
		dx := map[string]float64{}
		for i, r := range m.Relations {
			tau := value(m.Speeds, r.Speed)
			switch {
			case !r.Force:
				dx[r.To] += q[i] / tau
			case r.Sign == model.Plus:
				dx[r.To] += (x[r.From] - x[r.To]) / tau
			default:
				dx[r.To] += (1 - x[r.From] - x[r.To]) / tau
			}
		}
		for _, id := range active {
			c := m.Intervention(id)
			if at > c.ActiveFrom && (!c.ActiveUntil.Known || at < c.ActiveUntil.Value) {
				dx[c.Factor] += (c.Target - x[c.Factor]) / c.AdjustmentYears
			}
		}
		for i, r := range m.Relations {
			if !r.Force {
				q[i] += dt * (float64(r.Sign)*value(m.Strengths, r.Strength)*dx[r.From] - q[i]/value(m.Speeds, r.Speed))
			}
		}
		for id, v := range dx {
			x[id] += dt * v
		}
	}
	return x
}

// TestSignsTellTheTruth: where the signs alone give a direction, the run has it.
func TestSignsTellTheTruth(t *testing.T) {
	told := 0
	for seed := range uint64(runs(300)) {
		m := randomModel(seed, recipe{factors: 7, relations: 6 + int(seed%5), interventions: 2, goals: 3})
		r := Analyse(m, quick)
		n := newNetwork(m, defaultMinYears)
		for _, e := range r.Effects[1:] {
			pushes, clash := map[int]float64{}, false
			for _, id := range e.Interventions {
				c := m.Intervention(id)
				f := n.index[c.Factor]
				push := signOf(c.Target - n.level[f])
				clash = clash || pushes[f] == -push
				pushes[f] = push
			}
			if clash || e.Unstable {
				continue
			}
			for g, id := range r.Goals {
				trend := n.trendBySigns(pushes, n.index[id])
				if trend == Unclear {
					continue
				}
				told++
				for m := range r.Options.Moments {
					if got := e.Trends[g][m]; got != trend && !(got == Still && abs(e.Change[r.Factor(id)][m]) < still) {
						t.Errorf("seed %d: %v on %s: trend %d by its signs, %d in the run", seed, e.Interventions, id, trend, got)
					}
				}
			}
		}
	}
	if told < 200 {
		t.Errorf("the signs told %d directions only", told)
	}
}

// TestUnknownsSpread: with one sign unknown, what still has a number has the
// number of the whole model, whatever that sign was.
func TestUnknownsSpread(t *testing.T) {
	numbers, none := 0, 0
	for seed := range uint64(runs(60)) {
		m := smallModel(seed)
		whole := Analyse(m, quick)
		open := clone(m)
		open.Relations[seed%uint64(len(open.Relations))].Sign = model.Unknown
		r := Analyse(open, quick)
		for i, e := range r.Effects {
			for k, p := range r.Structure {
				for at, v := range e.Change[k] {
					switch want := whole.Effects[i].Change[k][at]; {
					case math.IsNaN(v):
						none++
					case math.IsNaN(want): // the open relation was part of an unstable block
					case math.Abs(v-want) > 1e-6: // the open relation may have had the smallest τ, and set the step
						t.Errorf("seed %d: %v: change of %s is %v, %v in the whole model", seed, e.Interventions, p.Factor, v, want)
					default:
						numbers++
					}
				}
			}
		}
	}
	if numbers < 100 || none < 100 {
		t.Errorf("%d numbers, %d unknown; want enough of both", numbers, none)
	}
}

// TestSameOnAnyCores: work in parallel changes nothing.
func TestSameOnAnyCores(t *testing.T) {
	m := softwareRelease(t)
	first := Analyse(m, Options{})
	for range 2 {
		if again := Analyse(m, Options{}); !reflect.DeepEqual(fmt.Sprint(first), fmt.Sprint(again)) {
			t.Fatal("two analyses of one model differ")
		}
	}
}
