package marvel

import (
	"cmp"
	"math"
	"slices"
)

// A Range is what one single intervention does over all shifts that were tried,
// the unshifted model among them.
type Range struct {
	Effect    int     // index in Result.Effects
	Low, High float64 // Gain at the last moment; NaN if none follows
	// Fixed tells per moment whether no shift changed its rank among the single
	// interventions; FixedPush the same for the rank by PerPush at the last moment.
	Fixed     []bool
	FixedPush bool
}

// A standing is where the single interventions stand in one model.
type standing struct {
	gains  []float64 // at the last moment
	ranks  [][]int   // per moment and single, from 1; 0: it has none
	byPush []int     // at the last moment
}

// standing tells where the single interventions stand.
func (f findings) standing() standing {
	var s standing
	singles := f.singles()
	last := f.rankings[len(f.rankings)-1]
	for _, i := range singles {
		s.gains = append(s.gains, f.effects[i].Gain[len(f.rankings)-1])
	}
	for _, r := range f.rankings {
		s.ranks = append(s.ranks, ranksOf(r.Singles, singles))
	}
	s.byPush = ranksOf(ByPush(last.Singles), singles)
	return s
}

// singles gives the indices of the effects of one intervention.
func (f findings) singles() []int {
	var all []int
	for i, e := range f.effects {
		if len(e.Interventions) == 1 {
			all = append(all, i)
		}
	}
	return all
}

func ranksOf(order []Ranked, singles []int) []int {
	ranks := make([]int, len(singles))
	for k, i := range singles {
		ranks[k] = slices.IndexFunc(order, func(r Ranked) bool { return r.Effect == i }) + 1
	}
	return ranks
}

// ByPush returns places of a ranking in the order of the gain per unit of push;
// those without one are left out.
func ByPush(places []Ranked) []Ranked {
	all := slices.DeleteFunc(slices.Clone(places), func(r Ranked) bool { return math.IsNaN(r.PerPush) })
	slices.SortStableFunc(all, func(a, b Ranked) int {
		return cmp.Or(-cmp.Compare(grid(a.PerPush), grid(b.PerPush)), cmp.Compare(a.Effect, b.Effect))
	})
	return all
}

// span fills in the ranges from where the interventions stand before and after
// each shift.
func (r *Robustness) span(before findings, shifted []standing) {
	base := before.standing()
	for k, i := range before.singles() {
		one := Range{Effect: i, Low: base.gains[k], High: base.gains[k], FixedPush: base.byPush[k] > 0}
		for m := range base.ranks {
			one.Fixed = append(one.Fixed, base.ranks[m][k] > 0)
		}
		for _, s := range shifted {
			if !math.IsNaN(s.gains[k]) {
				one.Low, one.High = min(one.Low, s.gains[k]), max(one.High, s.gains[k])
			}
			for m := range one.Fixed {
				one.Fixed[m] = one.Fixed[m] && s.ranks[m][k] == base.ranks[m][k]
			}
			one.FixedPush = one.FixedPush && s.byPush[k] == base.byPush[k]
		}
		r.Ranges = append(r.Ranges, one)
	}
	for _, s := range shifted {
		if slices.Equal(s.byPush, base.byPush) {
			r.StablePush++
		}
	}
}
