package marvel

import (
	"cmp"
	"math"
	"slices"
)

// rank orders the effects at a moment. Where no gain follows because levels
// are missing, the gain per unit of push still may.
func rank(effects []Effect, moment int, at float64) Ranking {
	r := Ranking{Moment: at, ByPush: true}
	for _, e := range effects {
		if len(e.Interventions) > 0 && !math.IsNaN(e.Gain[moment]) {
			r.ByPush = false
		}
	}
	ranked := false
	for i, e := range effects {
		place := Ranked{i, e.Gain[moment], e.PerPush[moment]}
		switch {
		case len(e.Interventions) == 0:
		case math.IsNaN(r.key(place)):
			r.Unranked = append(r.Unranked, i)
		default:
			ranked = true
			r.All = append(r.All, place)
			if len(e.Interventions) == 1 {
				r.Singles = append(r.Singles, place)
			}
		}
	}
	r.ByPush = r.ByPush && ranked
	byKey := func(a, b Ranked) int {
		return cmp.Or(-cmp.Compare(grid(r.key(a)), grid(r.key(b))), cmp.Compare(a.Effect, b.Effect))
	}
	slices.SortFunc(r.Singles, byKey)
	slices.SortFunc(r.All, byKey)
	return r
}

// key is what the order goes by.
func (r *Ranking) key(p Ranked) float64 {
	if r.ByPush {
		return p.PerPush
	}
	return p.Gain
}

// grid rounds to what no processor computes differently, so that equal gains
// rank by id everywhere.
func grid(v float64) float64 { return math.Round(v * 1e6) }

// best finds the best effects.
func best(effects []Effect, rankings []Ranking) Best {
	b := Best{Single: -1, Combination: -1, Any: -1}
	first := func(best *int, i int) {
		if *best < 0 || grid(effects[i].Score) > grid(effects[*best].Score) {
			*best = i
		}
	}
	for i, e := range effects {
		switch {
		case math.IsNaN(e.Score) || len(e.Interventions) == 0:
			continue
		case len(e.Interventions) == 1:
			first(&b.Single, i)
		default:
			first(&b.Combination, i)
		}
		first(&b.Any, i)
	}
	for _, r := range rankings {
		place := -1
		if len(r.All) > 0 {
			place = r.All[0].Effect
		}
		b.PerMoment = append(b.PerMoment, place)
	}
	return b
}

// causes names the loops with the largest |gain| of unstable blocks that no
// held factor interrupts: the likely cause.
func causes(n *network, at []*block, combo, factor []int, loops Loops) []string {
	held := map[string]bool{}
	for _, i := range combo {
		held[n.factors[factor[i]]] = true
	}
	inside := map[string]bool{}
	for _, b := range at {
		for _, f := range b.factors {
			inside[n.factors[f]] = !held[n.factors[f]]
		}
	}
	var all []Loop
	for _, l := range loops.List {
		out := slices.ContainsFunc(l.Factors, func(id string) bool { return !inside[id] })
		if !out && !math.IsNaN(l.Gain) {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(a, b Loop) int { return -cmp.Compare(math.Abs(a.Gain), math.Abs(b.Gain)) })
	var ids []string
	for _, l := range all[:min(len(all), maxCauses)] {
		ids = append(ids, l.ID)
	}
	return ids
}

// maxCauses is how many loops are named as the likely cause of an instability.
const maxCauses = 3
