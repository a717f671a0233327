package marvel

import (
	"cmp"
	"math"

	"gonum.org/v1/gonum/mat"

	"slotmemo/internal/model"
)

// Importance returns how much each relation, by id, has to do with what the
// interventions do to the goals:
//
//	Σ over single interventions of |Δx of its source at the last moment| · k · |λ of its target|
//
// where λ = g + Kᵀλ, with g the signed weights of the goals: the worth to the
// goals, in the long run, of a unit that arrives at a factor. It is the share of
// the outcome that passes the relation, to first order; in the long run, and where
// no intervention holds a factor that others act on, it is also |∂G/∂ln k|.
//
// Where such numbers don't follow (an intervention runs away, levels are missing,
// λ has no solution) it is the sum over interventions and goals of the weight of
// the goal times |gain| of the strongest path through the relation. A path is
// then put together of the strongest chain to the relation and the strongest one
// from it on; gains above 1 count as 1, so that no loop makes a chain stronger.
//
// A relation with an unknown sign, strength or speed counts 0. The numbers are
// rounded to six digits, in which no processor differs; they order relations and
// aren't told.
func Importance(m *model.Model, r *Result) map[string]float64 {
	n := newNetwork(m, max(r.Options.MinYears, defaultMinYears))
	arrived, worth := r.arrivals(n), n.worth()
	if arrived == nil || worth == nil {
		arrived, worth = n.strongestTo(), n.strongestOn()
	}
	all := map[string]float64{}
	for _, a := range n.arcs {
		all[a.id] = 0
		if a.known() {
			all[a.id] = sixDigits(arrived[a.from] * math.Abs(a.strength) * worth[a.to])
		}
	}
	return all
}

// arrivals returns Σ |Δx| over the single interventions, per factor, at the last
// moment; nil if one runs away or if no number follows. A change that doesn't
// follow, because of an unknown sign or word, adds nothing.
func (r *Result) arrivals(n *network) []float64 {
	sum, any := make([]float64, len(n.factors)), false
	for _, e := range r.Effects {
		if len(e.Interventions) != 1 {
			continue
		}
		if e.Unstable || len(e.Change) != len(n.factors) {
			return nil
		}
		for f, change := range e.Change {
			if v := math.Abs(change[len(change)-1]); v > 0 && !math.IsInf(v, 0) {
				sum[f] += v
				any = true
			}
		}
	}
	if !any {
		return nil
	}
	return sum
}

// worth returns |λ| per factor, nil if the equations have no solution.
func (n *network) worth() []float64 {
	size := len(n.factors)
	if size == 0 {
		return nil
	}
	left, right := mat.NewDense(size, size, nil), mat.NewVecDense(size, nil)
	for f := range size {
		left.Set(f, f, 1)
	}
	for _, a := range n.arcs {
		if a.known() {
			left.Set(a.from, a.to, left.At(a.from, a.to)-a.gain())
		}
	}
	for _, g := range n.goals {
		right.SetVec(g.factor, g.weight*g.direction)
	}
	var lu mat.LU
	lu.Factorize(left)
	var solved mat.VecDense
	if !(lu.Cond() < singular) || lu.SolveVecTo(&solved, false, right) != nil {
		return nil
	}
	lambda := make([]float64, size)
	for f := range lambda {
		lambda[f] = math.Abs(solved.AtVec(f))
	}
	return lambda
}

// strongestTo returns, per factor, the sum over interventions of |gain| of the
// strongest chain from the intervention to the factor.
func (n *network) strongestTo() []float64 {
	sum := make([]float64, len(n.factors))
	for _, c := range sortedInterventions(n.model) {
		if f, ok := n.index[c.Factor]; ok {
			addTo(sum, n.strongest(f, n.out, func(a arc) int { return a.to }), 1)
		}
	}
	return sum
}

// strongestOn returns, per factor, the sum over goals of weight times |gain| of
// the strongest chain from the factor to the goal.
func (n *network) strongestOn() []float64 {
	sum := make([]float64, len(n.factors))
	for _, g := range n.goals {
		addTo(sum, n.strongest(g.factor, n.in, func(a arc) int { return a.from }), g.weight)
	}
	return sum
}

func addTo(sum, more []float64, weight float64) {
	for i, v := range more {
		sum[i] += weight * v
	}
}

// strongest returns the largest product of |k| along a chain of known arcs from a
// factor to each other, 0 where there is none (Dijkstra 1959, on products).
func (n *network) strongest(from int, next [][]int, end func(arc) int) []float64 {
	best, done := make([]float64, len(n.factors)), make([]bool, len(n.factors))
	best[from] = 1
	for {
		at := -1
		for f, v := range best {
			if !done[f] && v > 0 && (at < 0 || v > best[at]) {
				at = f
			}
		}
		if at < 0 {
			return best
		}
		done[at] = true
		for _, i := range next[at] {
			if a := n.arcs[i]; a.known() {
				best[end(a)] = max(best[end(a)], best[at]*min(math.Abs(a.strength), 1))
			}
		}
	}
}

// sixDigits rounds to six significant digits.
func sixDigits(v float64) float64 {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-5)
	return math.Round(v/unit) * unit
}

// CompareImportance orders the ids of relations: the more important first, equal
// ones by id.
func CompareImportance(importance map[string]float64, a, b string) int {
	return cmp.Or(cmp.Compare(importance[b], importance[a]), cmp.Compare(a, b))
}
