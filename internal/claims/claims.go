// Package claims says what may be claimed of a model's results: who comes first
// by which criterion and how firmly, what a combination adds, which disputed
// word would change it, what can't be said and what the group should look at.
//
// It takes a model and its marvel.Result and gives ids and numbers, from which
// each sentence can be written without computing anything. It runs no model,
// knows no words and leaves to internal/memo which claims are told and how.
// Effects are in points: hundredths of the scale 0–1, for goals in the
// direction that is wanted. A number that doesn't follow is NaN.
package claims

import (
	"math"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// Thresholds of the claims, printed in the memo's annex.
const (
	Noticeable = 0.5  // points: a smaller effect isn't told
	Lead       = 0.5  // points between first and second: less is a tie
	SumOfParts = 0.5  // points between a combination and the sum of its parts: less adds up
	Firm       = 0.95 // of the steps tried keep a first place
	MostlyFirm = 0.80
)

// Claims are all that may be claimed.
type Claims struct {
	// Singles are the contests of the single interventions, in a fixed order:
	// after each moment, on average, per equal push and without harm after each
	// moment, and for each goal after each moment.
	Singles []Contest
	// Together are those of the combinations: after each moment and on average.
	Together []Contest

	Agreement    Agreement
	Combinations []Combination // as in Result.Effects
	Disputes     []Dispute     // relations with a difference of view, as in the model

	// Quiet, per moment: no single intervention that was computed changes any
	// goal noticeably by then.
	Quiet []bool
	// Nothing: none of those computed brings the goals noticeably nearer, at any
	// moment or on average.
	Nothing bool
	// TogetherAddsNothing: no combination brings noticeably more, on average,
	// than the best single intervention.
	TogetherAddsNothing bool

	// Cut are single interventions of which not everything could be computed.
	Cut []Missing

	Session Session
}

// Make computes the claims.
func Make(m *model.Model, r *marvel.Result) *Claims {
	b := newBench(m, r)
	c := &Claims{Quiet: b.quiet(), Cut: b.cut()}
	for _, criterion := range b.criteria() {
		c.Singles = append(c.Singles, b.contest(criterion, b.singles))
		if criterion.Measure == AtMoment || criterion.Measure == OnAverage {
			c.Together = append(c.Together, b.contest(criterion, b.together))
		}
	}
	c.Agreement = agreement(c.Singles, len(r.Options.Moments))
	c.Combinations = b.combinations()
	c.Disputes = b.disputes(c.Singles)
	c.Nothing = nothing(c.Singles)
	c.TogetherAddsNothing = addsNothing(c.Single(OnAverage, -1, ""), c.of(c.Together, OnAverage, -1, ""))
	c.Session = b.session(c)
	return c
}

// Single gives a contest of the single interventions; moment is −1 on average,
// goal empty but for ForGoal. nil if there is none.
func (c *Claims) Single(measure Measure, moment int, goal string) *Contest {
	return c.of(c.Singles, measure, moment, goal)
}

func (c *Claims) of(all []Contest, measure Measure, moment int, goal string) *Contest {
	for i := range all {
		if k := all[i].Criterion; k.Measure == measure && k.Moment == moment && k.Goal == goal {
			return &all[i]
		}
	}
	return nil
}

// nothing reports whether some intervention was computed and none helps.
func nothing(singles []Contest) bool {
	computed := false
	for _, c := range singles {
		if c.Measure != AtMoment && c.Measure != OnAverage {
			continue
		}
		computed = computed || len(c.Standings) > 0
		if len(c.Standings) > 0 && c.Standings[0].Value >= Noticeable {
			return false
		}
	}
	return computed
}

func addsNothing(single, together *Contest) bool {
	if single == nil || together == nil || len(single.Standings) == 0 || len(together.Standings) == 0 {
		return false
	}
	return together.Standings[0].Value-single.Standings[0].Value < SumOfParts
}

// quiet tells per moment whether no goal has moved noticeably.
func (b *bench) quiet() []bool {
	all := make([]bool, len(b.result.Options.Moments))
	for m := range all {
		computed, moved := false, false
		for _, i := range b.singles {
			for g := range b.goals {
				v := b.goalAt(b.yields[i], g, m)
				computed = computed || !math.IsNaN(v)
				moved = moved || math.Abs(v) >= Noticeable
			}
		}
		all[m] = computed && !moved
	}
	return all
}
