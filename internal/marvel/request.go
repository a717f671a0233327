package marvel

import (
	"math"
	"slices"

	"slotmemo/internal/model"
)

// A Request is what is asked of a model beyond what Analyse gives: everything a
// memo will tell, known before it is written.
type Request struct {
	Model   *model.Model // the model of the result
	Effects []EffectAt
	Older   *model.Model // an older state to compare with; nil: none
}

// An EffectAt asks for the effect of a combination at moments of its own.
type EffectAt struct {
	Interventions []string  // ids, in any order
	Moments       []float64 // years; empty: the moments of the result
}

// Answers are a result with what a Request asked besides.
type Answers struct {
	*Result
	Importance map[string]float64 // of each relation of the model, by id: see Importance
	Difference *Difference        // from the older state to now; nil if none was asked for
	runs       []extraRun
}

// An extraRun is the effect of a combination at moments that the result doesn't have,
// or of a combination that is larger than those.
type extraRun struct {
	interventions []string // sorted
	moments       []float64
	effect        *Effect // nil: nothing follows
}

// Answer computes what a request asks and the result doesn't tell. Without a
// result nothing follows.
func (q Request) Answer(r *Result) *Answers {
	if r == nil {
		r = &Result{}
		return &Answers{Result: r, Importance: Importance(q.Model, r)}
	}
	a := &Answers{Result: r, Importance: Importance(q.Model, r)}
	for _, e := range q.Effects {
		ids, moments := combination(e.Interventions), e.Moments
		if len(moments) == 0 {
			moments = r.Options.Moments
		}
		if len(ids) > 0 && !a.has(ids, moments) {
			a.runs = append(a.runs, extraRun{ids, moments, runAlone(q.Model, r.Options, ids, moments)})
		}
	}
	if q.Older != nil {
		o := r.Options
		o.SkipRobustness = true
		a.Difference = Compare(q.Older, q.Model, Analyse(q.Older, o), r)
	}
	return a
}

// combination gives ids in the order of Effect.Interventions.
func combination(ids []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

// runAlone computes the effect of one combination in a model without other
// interventions.
func runAlone(m *model.Model, o Options, ids []string, moments []float64) *Effect {
	part := *m
	part.Interventions = slices.DeleteFunc(slices.Clone(m.Interventions), func(c model.Intervention) bool { return !slices.Contains(ids, c.ID) })
	part.Loops = nil
	o.Horizon = max(o.Horizon, slices.Max(moments))
	o.Moments, o.Combine, o.OnlyEffects = moments, len(ids), true
	return find(Analyse(&part, o).Effects, ids)
}

func find(effects []Effect, ids []string) *Effect {
	i := slices.IndexFunc(effects, func(e Effect) bool { return slices.Equal(e.Interventions, ids) })
	if i < 0 {
		return nil
	}
	return &effects[i]
}

func (a *Answers) has(ids []string, moments []float64) bool {
	for _, at := range moments {
		if e, _ := a.EffectAt(ids, at); e == nil {
			return false
		}
	}
	return true
}

// Computed gives the effect of a combination (ids, sorted) among those of the
// result; nil if it isn't one of them.
func (a *Answers) Computed(ids []string) *Effect { return find(a.Effects, ids) }

// Effect gives the effect of a combination (ids, in any order) at the moments of
// the result; nil if nothing follows or nobody asked for it.
func (a *Answers) Effect(ids []string) *Effect {
	ids = combination(ids)
	if e := a.Computed(ids); e != nil {
		return e
	}
	for _, r := range a.runs {
		if slices.Equal(r.interventions, ids) && slices.Equal(r.moments, a.Options.Moments) {
			return r.effect
		}
	}
	return nil
}

// EffectAt gives the effect of a combination (ids, in any order) and the index
// at which a moment (years) stands in it; nil if nothing follows or nobody asked
// for it.
func (a *Answers) EffectAt(ids []string, moment float64) (*Effect, int) {
	ids = combination(ids)
	if i := slices.Index(a.Options.Moments, moment); i >= 0 {
		if e := a.Computed(ids); e != nil {
			return e, i
		}
	}
	for _, r := range a.runs {
		if i := slices.Index(r.moments, moment); i >= 0 && slices.Equal(r.interventions, ids) && r.effect != nil {
			return r.effect, i
		}
	}
	return nil, -1
}

// Change gives the change of a factor at a moment (years) against the base run,
// on a scale of 0–1; false if it doesn't follow or nobody asked for it.
func (a *Answers) Change(ids []string, factor string, moment float64) (float64, bool) {
	e, m := a.EffectAt(ids, moment)
	f := slices.IndexFunc(a.Structure, func(p Place) bool { return p.Factor == factor })
	if e == nil || e.Unstable || f < 0 || f >= len(e.Change) || m >= len(e.Change[f]) || math.IsNaN(e.Change[f][m]) {
		return 0, false
	}
	return e.Change[f][m], true
}
