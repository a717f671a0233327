package memo

import (
	"math"
	"slices"
	"strings"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// Questions to the results, answered with numbers and ids.

// hasNumbers tells whether any effect has a number.
func (w *writer) hasNumbers() bool {
	return slices.ContainsFunc(w.r.Effects, func(e marvel.Effect) bool {
		return len(e.Interventions) > 0 && len(e.Gain) > 0 && !math.IsNaN(last(e.Gain))
	})
}

// hasTrends tells whether at least directions are known.
func (w *writer) hasTrends() bool {
	return slices.ContainsFunc(w.r.Effects, func(e marvel.Effect) bool {
		return len(e.Interventions) > 0 && len(e.Trends) > 0
	})
}

func last(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	return v[len(v)-1]
}

func (w *writer) moments() []float64 {
	if len(w.r.Options.Moments) > 0 {
		return w.r.Options.Moments
	}
	return w.p.Memo.Moments
}

func (w *writer) lastMoment() float64 {
	m := w.moments()
	if len(m) == 0 {
		return w.horizon()
	}
	return m[len(m)-1]
}

// singles gives the effects of one intervention each, in the order of memo's table.
func (w *writer) singles() []*marvel.Effect {
	var all []*marvel.Effect
	for _, c := range w.m.Interventions {
		if e := w.computed([]string{c.ID}); e != nil {
			all = append(all, e)
		}
	}
	return all
}

// computed gives the effect of interventions if it is among the results.
func (w *writer) computed(ids []string) *marvel.Effect {
	for i := range w.r.Effects {
		if slices.Equal(w.r.Effects[i].Interventions, ids) {
			return &w.r.Effects[i]
		}
	}
	return nil
}

// run gives the effect of interventions at the usual moments: from the results,
// or computed now if the combination is larger than those.
func (w *writer) run(ids []string) *marvel.Effect {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if e := w.computed(ids); e != nil || len(ids) == 0 {
		return e
	}
	return w.analyse(ids, w.moments())
}

// analyse computes one combination at moments of its own.
func (w *writer) analyse(ids []string, moments []float64) *marvel.Effect {
	var key strings.Builder
	for _, id := range ids {
		key.WriteString(id + "\x00")
	}
	for _, t := range moments {
		key.WriteString(w.short(t) + "\x00")
	}
	if e, ok := w.runs[key.String()]; ok {
		return e
	}
	part := *w.m
	part.Interventions = slices.DeleteFunc(slices.Clone(w.m.Interventions), func(c model.Intervention) bool { return !slices.Contains(ids, c.ID) })
	part.Loops = nil
	o := w.r.Options
	o.Moments, o.Combine, o.OnlyEffects = moments, len(ids), true
	r := marvel.Analyse(&part, o)
	var found *marvel.Effect
	for i := range r.Effects {
		if slices.Equal(r.Effects[i].Interventions, ids) {
			found = &r.Effects[i]
		}
	}
	w.runs[key.String()] = found
	return found
}

// change gives the change of a factor at a moment; false if it doesn't follow.
func (w *writer) change(ids []string, factor string, at float64) (float64, bool) {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	e, moment := w.computed(ids), slices.Index(w.moments(), at)
	if e == nil || moment < 0 {
		e, moment = w.analyse(ids, []float64{at}), 0
	}
	f := slices.IndexFunc(w.r.Structure, func(p marvel.Place) bool { return p.Factor == factor })
	if e == nil || e.Unstable || f < 0 || f >= len(e.Change) || moment >= len(e.Change[f]) || math.IsNaN(e.Change[f][moment]) {
		return 0, false
	}
	return e.Change[f][moment], true
}

// place gives the index of a factor in Effect.Change, or −1.
func (w *writer) place(factor string) int {
	return slices.IndexFunc(w.r.Structure, func(p marvel.Place) bool { return p.Factor == factor })
}

// goalChange gives the change of the g-th goal at the m-th moment.
func (w *writer) goalChange(e *marvel.Effect, g, m int) (float64, bool) {
	f := w.place(w.r.Goals[g])
	if e.Unstable || f < 0 || f >= len(e.Change) || m >= len(e.Change[f]) || math.IsNaN(e.Change[f][m]) {
		return 0, false
	}
	return e.Change[f][m], true
}

func (w *writer) trend(e *marvel.Effect, g, m int) marvel.Trend {
	if g < len(e.Trends) && m < len(e.Trends[g]) {
		return e.Trends[g][m]
	}
	return marvel.Unclear
}

func (w *writer) bestCombination() *marvel.Effect { return w.effectAt(w.r.Best.Combination) }

func (w *writer) effectAt(i int) *marvel.Effect {
	if i <= 0 || i >= len(w.r.Effects) { // 0 is the base run
		return nil
	}
	return &w.r.Effects[i]
}

// meanGain is how much better than the base run the goals stand over the whole
// horizon, in points on a scale of 0–100.
func (w *writer) meanGain(e *marvel.Effect) float64 {
	if len(w.r.Effects) == 0 || e.Unstable {
		return math.NaN()
	}
	return (e.Score - w.r.Effects[0].Score) / 100
}

// gain is that of a moment, in points.
func gain(e *marvel.Effect, m int) float64 {
	if e.Unstable || m >= len(e.Gain) {
		return math.NaN()
	}
	return e.Gain[m] / 100
}
