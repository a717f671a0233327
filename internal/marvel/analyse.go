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
	defaultMinYears = 0.02
)

func (o Options) withDefaults() Options {
	if o.Horizon <= 0 {
		o.Horizon = DefaultHorizon
	}
	if len(o.Moments) == 0 {
		o.Moments = []float64{1, 3, 10}
	}
	o.Moments = slices.Clone(o.Moments)
	slices.Sort(o.Moments)
	o.Moments = slices.Compact(slices.DeleteFunc(o.Moments, func(t float64) bool { return !(t >= 0) || math.IsInf(t, 0) }))
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
	r.Loops = findLoops(n, o)
	r.Structure = structure(n, r.Loops)
	r.Paths = findPaths(n)
	return r
}

// sortedInterventions gives the interventions in the order of their ids.
func sortedInterventions(m *model.Model) []model.Intervention {
	all := slices.Clone(m.Interventions)
	slices.SortStableFunc(all, func(a, b model.Intervention) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
