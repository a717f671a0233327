package marvel

import (
	"math"
	"slices"

	"slotmemo/internal/model"
)

// maxReadings bounds the readings of what a model leaves open.
const maxReadings = 64

// An unknown sign is + or −, an unknown word one of its scale. If these are
// few, every reading of the model can be tried; a direction or an order that
// all of them give follows from the model, whatever the group would have said;
// so does instability. No number is taken from a reading.

// readOpen fills in the directions and orders that don't follow from signs or
// numbers alone but from every reading.
func (r *Result) readOpen(s *study) {
	all := s.readings()
	if len(all) == 0 {
		return
	}
	var found []findings
	var judgedFirst verdicts
	for i, n := range all {
		// A few steps are enough for directions, as they are for robustness.
		reading := newStudy(n, s.interventions, s.combos, r.Options, robustFineness, false)
		if i == 0 && reading.work(0)*len(all) > robustWork {
			return
		}
		judged := reading.verdicts()
		if i == 0 {
			judgedFirst = judged
		}
		found = append(found, reading.findings(judged.worst))
	}
	for i := range r.Effects {
		if e := &r.Effects[i]; !e.Unstable && !slices.ContainsFunc(found, func(f findings) bool { return !f.effects[i].Unstable }) {
			e.Unstable, e.Causes = true, causes(s.net, judgedFirst.at[i], s.combos[i], s.factor, r.Loops)
			r.endEarliest(e, found, i)
		}
		r.Effects[i].readTrends(found, i)
	}
	for m := range r.Rankings {
		r.Rankings[m].readOrder(found, m)
	}
}

// endEarliest ends the numbers of an effect with the reading that leaves the
// scale first.
func (r *Result) endEarliest(e *Effect, found []findings, i int) {
	for _, f := range found {
		if now := f.effects[i]; now.Until < e.Until {
			e.Until, e.LeftBy = now.Until, now.LeftBy
		}
	}
	e.end(r.Options, r.Times)
}

// readings gives the network with every choice for what is open between the
// interventions and the goals; none if nothing is, or too many.
func (s *study) readings() []*network {
	strengths, speeds := scales(s.net.model)
	var goals []int
	for _, g := range s.net.goals {
		goals = append(goals, g.factor)
	}
	reached, leads := s.net.after(s.factor, nil), s.net.before(goals)
	all := []*network{s.net}
	for i, a := range s.net.arcs {
		if a.known() || !leads[a.to] || !reached[a.from] && !(a.force && reached[a.to]) {
			continue
		}
		var next []*network
		for _, n := range all {
			for _, choice := range a.choices(strengths, speeds) {
				chosen := *n
				chosen.arcs = slices.Clone(n.arcs)
				chosen.arcs[i] = choice
				next = append(next, &chosen)
			}
			if len(next) > maxReadings {
				return nil
			}
		}
		all = next
	}
	if len(all) == 1 && all[0] == s.net {
		return nil
	}
	return all
}

// choices gives what an arc may be.
func (a arc) choices(strengths, speeds model.Scale) []arc {
	all := []arc{a}
	choose := func(open bool, values []float64, set func(*arc, float64)) {
		if !open {
			return
		}
		var next []arc
		for _, a := range all {
			for _, v := range values {
				set(&a, v)
				next = append(next, a)
			}
		}
		all = next
	}
	choose(math.IsNaN(a.sign), []float64{1, -1}, func(a *arc, v float64) { a.sign = v })
	choose(math.IsNaN(a.strength), values(strengths), func(a *arc, v float64) { a.strength = v })
	choose(math.IsNaN(a.tau), values(speeds), func(a *arc, v float64) { a.tau = v })
	return all
}

func values(s model.Scale) []float64 {
	var all []float64
	for _, step := range s {
		all = append(all, step.Value)
	}
	return all
}

// readTrends sets the directions that all readings agree on.
func (e *Effect) readTrends(found []findings, effect int) {
	for g := range e.Trends {
		for m := range e.Trends[g] {
			if e.Trends[g][m] == Unclear {
				e.Trends[g][m] = agreed(found, effect, g*len(e.Trends[g])+m)
			}
		}
	}
}

// agreed gives the direction that all readings have.
func agreed(found []findings, effect, place int) Trend {
	trend := Unclear
	for i, f := range found {
		now := trendOf(f.changes[effect][place])
		if i > 0 && now != trend {
			return Unclear
		}
		trend = now
	}
	return trend
}

// trendOf gives the direction of a change.
func trendOf(change float64) Trend {
	switch {
	case math.IsNaN(change):
		return Unclear
	case math.Abs(change) < still:
		return Still
	case change > 0:
		return Rises
	}
	return Falls
}

// readOrder sets the order of the single interventions if no gains give it but
// all readings agree on it.
func (r *Ranking) readOrder(found []findings, moment int) {
	if len(r.Singles) > 0 {
		return
	}
	for i, f := range found {
		var order []int
		for _, p := range f.rankings[moment].Singles {
			order = append(order, p.Effect)
		}
		if i > 0 && !slices.Equal(order, r.Order) {
			r.Order = nil
			return
		}
		r.Order = order
	}
}
