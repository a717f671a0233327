package marvel

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/model"
)

// Defaults of Options.
const (
	defaultCombine  = 2
	defaultMinYears = 0.01 // as the tables demand
)

func (o Options) withDefaults() Options {
	if o.Horizon <= 0 {
		o.Horizon = DefaultHorizon
	}
	if len(o.Moments) == 0 {
		o.Moments = slices.DeleteFunc([]float64{1, 3, 10}, func(t float64) bool { return t > o.Horizon })
	}
	o.Moments = slices.DeleteFunc(slices.Clone(o.Moments), func(t float64) bool { return !(t >= 0) || math.IsInf(t, 0) })
	if len(o.Moments) == 0 {
		o.Moments = []float64{o.Horizon}
	}
	slices.Sort(o.Moments)
	o.Moments = slices.Compact(o.Moments)
	if o.Combine <= 0 {
		o.Combine = defaultCombine
	}
	if o.MinYears <= 0 {
		o.MinYears = defaultMinYears
	}
	return o
}

// Analyse computes all that follows from a model.
func Analyse(m *model.Model, o Options) *Result {
	o = o.withDefaults()
	n := newNetwork(m, o.MinYears)
	r := &Result{Options: o, Goals: GoalIDs(m)}
	if !o.OnlyEffects {
		parallel(2, func(i int) {
			if i == 0 {
				r.Loops = findLoops(n, o)
			} else {
				r.Paths = findPaths(n)
			}
		})
	}
	r.Structure = structure(n, r.Loops)
	r.Numbers = numbers(n)
	r.simulate(n)
	return r
}

// fineness is the number of steps in the smallest of τ and T: a tenth agrees
// with Euler's method at 0.005 year to half a point on the example of S1.
const fineness = 10

// runWork bounds the combinations of models with very short delays and a long
// horizon: additions of one feed to one run, ten seconds or so on one core.
const runWork = 10_000_000_000

// simulate fills in what comes from runs.
func (r *Result) simulate(n *network) {
	interventions := slices.DeleteFunc(sortedInterventions(n.model), func(c model.Intervention) bool { return n.held(c) < 0 })
	combos, reached := combinations(len(interventions), r.Options.Combine)
	s := newStudy(n, interventions, combos, r.Options, fineness, true)
	for reached > 1 && s.work(0) > runWork {
		combos, reached = combinations(len(interventions), reached-1)
		s = newStudy(n, interventions, combos, r.Options, fineness, true)
	}
	r.CombineCut = reached < r.Options.Combine
	r.Options.Combine = reached
	r.judgeFree(s)
	r.Times = s.time.years()
	r.Effects = s.effects(r.Loops)
	if r.Effects[0].Unstable {
		r.Numbers.Unstable, r.Numbers.Causes = true, r.Effects[0].Causes
	}
	for i, at := range r.Options.Moments {
		r.Rankings = append(r.Rankings, rank(r.Effects, i, at))
	}
	r.readOpen(s)
	r.Best = best(r.Effects, r.Rankings)
	if !r.Options.SkipRobustness && !r.Options.OnlyEffects {
		r.Settling = s.settling()
		r.explainInstability(s)
		r.Robustness = robustness(s, r.Options)
	}
}

// judgeFree tells whether the system would run away without interventions.
// Blocks of which something is unknown aren't judged.
func (r *Result) judgeFree(s *study) {
	var away []*block
	for _, b := range s.blocks {
		if !s.net.changeUnknown(b.factors)[b.factors[0]] && b.judge(nil) == unstable {
			away = append(away, b)
		}
	}
	if r.Numbers.FreeUnstable = len(away) > 0; r.Numbers.FreeUnstable {
		r.Numbers.Causes = causes(s.net, away, nil, nil, r.Loops)
	}
}

// sortedInterventions gives the interventions in the order of their ids.
func sortedInterventions(m *model.Model) []model.Intervention {
	all := slices.Clone(m.Interventions)
	slices.SortStableFunc(all, func(a, b model.Intervention) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
