package findings

import (
	"math"
	"slices"

	"slotmemo/internal/marvel"
)

// leastDip is the smallest setback that is told, on a scale of 0–1: a tenth of
// a point, the smallest number in the tables.
const leastDip = 0.001

// DipOf returns the setback of a goal that is worth telling; nil if there is none.
func DipOf(e *marvel.Effect, goal string) *marvel.Dip {
	for i := range e.Dips {
		if e.Dips[i].Goal == goal && e.Dips[i].Depth >= leastDip {
			return &e.Dips[i]
		}
	}
	return nil
}

// Horizon of the runs, in years.
func (fs *Findings) Horizon() float64 {
	for _, h := range []float64{fs.Result.Options.Horizon, fs.Project.Memo.Horizon} {
		if h > 0 {
			return h
		}
	}
	return marvel.DefaultHorizon
}

// HasNumbers reports whether any effect has a number.
func (fs *Findings) HasNumbers() bool {
	return slices.ContainsFunc(fs.Result.Effects, func(e marvel.Effect) bool {
		return len(e.Interventions) > 0 && len(e.Gain) > 0 && !math.IsNaN(Last(e.Gain))
	})
}

// HasTrends reports whether at least directions are known.
func (fs *Findings) HasTrends() bool {
	return slices.ContainsFunc(fs.Result.Effects, func(e marvel.Effect) bool {
		return len(e.Interventions) > 0 && len(e.Trends) > 0
	})
}

// Last returns the last of some numbers; NaN if there is none.
func Last(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	return v[len(v)-1]
}

// Moments are the years at which effects are told.
func (fs *Findings) Moments() []float64 {
	if len(fs.Result.Options.Moments) > 0 {
		return fs.Result.Options.Moments
	}
	return fs.Project.Memo.Moments
}

// LastMoment is the last of Moments, or the horizon (years).
func (fs *Findings) LastMoment() float64 {
	m := fs.Moments()
	if len(m) == 0 {
		return fs.Horizon()
	}
	return m[len(m)-1]
}

// Singles returns the effects of one intervention each, in the order of memo's table.
func (fs *Findings) Singles() []*marvel.Effect {
	var all []*marvel.Effect
	for _, c := range fs.Model.Interventions {
		if e := fs.Computed([]string{c.ID}); e != nil {
			all = append(all, e)
		}
	}
	return all
}

// Computed returns the effect of interventions (sorted ids) if it is one of those
// that the memo compares; nil otherwise.
func (fs *Findings) Computed(ids []string) *marvel.Effect { return fs.Answers.Computed(ids) }

// Place returns the index of a factor in Effect.Change, or −1.
func (fs *Findings) Place(factor string) int {
	return slices.IndexFunc(fs.Result.Structure, func(p marvel.Place) bool { return p.Factor == factor })
}

// GoalChange returns the change of the g-th goal at the m-th moment.
func (fs *Findings) GoalChange(e *marvel.Effect, g, m int) (float64, bool) {
	f := fs.Place(fs.Result.Goals[g])
	if e.Unstable || f < 0 || f >= len(e.Change) || m >= len(e.Change[f]) || math.IsNaN(e.Change[f][m]) {
		return 0, false
	}
	return e.Change[f][m], true
}

// Trend returns the direction of the g-th goal at the m-th moment.
func (fs *Findings) Trend(e *marvel.Effect, g, m int) marvel.Trend {
	if g < len(e.Trends) && m < len(e.Trends[g]) {
		return e.Trends[g][m]
	}
	return marvel.Unclear
}

// ByIndex returns an effect by its index in Result.Effects; nil for none and for
// the base run.
func (fs *Findings) ByIndex(i int) *marvel.Effect {
	if i <= 0 || i >= len(fs.Result.Effects) { // 0 is the base run
		return nil
	}
	return &fs.Result.Effects[i]
}

// MeanGain is how much better than the base run the goals stand over the whole
// horizon, in points on a scale of 0–100.
func (fs *Findings) MeanGain(e *marvel.Effect) float64 {
	if len(fs.Result.Effects) == 0 || e.Unstable {
		return math.NaN()
	}
	return (e.Score - fs.Result.Effects[0].Score) / 100
}

// Gain is that of a moment, in points.
func Gain(e *marvel.Effect, m int) float64 {
	if e.Unstable || m >= len(e.Gain) {
		return math.NaN()
	}
	return e.Gain[m] / 100
}
