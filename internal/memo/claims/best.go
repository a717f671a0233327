package claims

import (
	"math"
	"slices"

	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/wording"
)

// theGoals is "het doel" or "de doelen".
func (w *Writer) theGoals() string { return w.T(wording.PluralKey("the.goals", len(w.Result.Goals))) }

// CombinationSentence names the best combination by score.
func (w *Writer) CombinationSentence() string {
	e := w.BestCombination()
	if e == nil || math.IsNaN(w.MeanGain(e)) || len(w.Combinations()) < 2 {
		return ""
	}
	if x := w.BestAlone(); x != nil {
		return w.T("best.alone", w.InterventionQ(x.Interventions[0]))
	}
	return w.T("best.combination", w.WithEachOther(e.Interventions))
}

// CombinationSum compares the best combination with the sum of its parts: since
// each intervention holds its factor, effects don't simply add up.
func (w *Writer) CombinationSum() string {
	e := w.BestCombination()
	if e == nil {
		return ""
	}
	for _, c := range w.Claims.Combinations {
		if slices.Equal(c.Interventions, e.Interventions) {
			return w.besideSum(c.Average)
		}
	}
	return ""
}

func (w *Writer) besideSum(p claims.Part) string {
	switch p.Verdict {
	case claims.Stronger:
		return w.T("best.more", w.Signed(p.Value, 2), w.Signed(p.Sum, 2))
	case claims.Weaker:
		return w.T("best.less", w.Signed(p.Value, 2), w.Signed(p.Sum, 2))
	}
	return ""
}

// MomentBest says where another combination is best at one of the moments.
func (w *Writer) MomentBest() string {
	best := w.BestCombination()
	if best == nil {
		return ""
	}
	m := len(w.Moments()) - 1
	var at *marvel.Effect
	for _, e := range w.Combinations() {
		if g := findings.Gain(e, m); !math.IsNaN(g) && (at == nil || g > findings.Gain(at, m)) && len(e.Interventions) == len(best.Interventions) {
			at = e
		}
	}
	if at == nil || at == best {
		return ""
	}
	return w.T("best.moment", w.After(w.LastMoment()), w.WithEachOther(at.Interventions))
}

// CombinationShort says in a sentence or two which combination does most; empty if
// fewer than two were computed.
func (w *Writer) CombinationShort() string {
	e := w.BestCombination()
	if e == nil || math.IsNaN(w.MeanGain(e)) || len(w.Combinations()) < 2 {
		return ""
	}
	if x := w.BestAlone(); x != nil {
		return w.T("best.alone", w.InterventionQ(x.Interventions[0]))
	}
	return w.T("summary.combination", firsts{w}.named(e.Interventions), w.Term(w.Horizon()))
}

// BestInSummary says what the best combination, or the best intervention if no
// combination surpasses it, does to each goal.
func (w *Writer) BestInSummary() string {
	e, key := w.BestCombination(), "summary.best"
	if x := w.BestAlone(); x != nil || e == nil || len(w.Combinations()) < 2 {
		if x == nil {
			x = w.ByIndex(w.Result.Best.Single)
		}
		if x == nil {
			return ""
		}
		e, key = x, "summary.best.single"
	}
	if e.Unstable {
		return ""
	}
	m := len(w.Moments()) - 1
	var parts []string
	for g, goal := range w.Result.Goals {
		if c, ok := w.GoalChange(e, g, m); ok {
			parts = append(parts, w.T("summary.goal", w.FactorQ(goal), w.movedBy(c)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.T(key, w.After(w.LastMoment()), w.List(parts), w.WithEachOther(e.Interventions), w.theGoals())
}
