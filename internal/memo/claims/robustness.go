package claims

import (
	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/prose"
)

// RobustSentence says how firm the first places are that BestSentence and
// AverageSentence name: of each its own count, never that of another. Empty if
// there is no first place or nothing was tried.
func (w *Writer) RobustSentence() string { return firsts{w}.robust() }

func (w firsts) robust() string {
	last, average := firmnessOf(w.atLast()), firmnessOf(w.onAverage())
	switch {
	case last != nil && average != nil:
		return w.T("robust.both", w.Moment(w.LastMoment()), w.kept(last), w.Term(w.Horizon()), w.keptToo(average, last))
	case last != nil:
		return w.T("robust.last", w.Moment(w.LastMoment()), w.kept(last))
	case average != nil:
		return w.T("robust.average", w.Term(w.Horizon()), w.kept(average))
	}
	return ""
}

// firmnessOf is that of a first place among at least two; nil if there is none or
// nothing was tried.
func firmnessOf(c *claims.Contest) *claims.Firmness {
	if c == nil || c.Outcome != claims.Won || c.Computed() < 2 || c.Firmness.Tried == 0 {
		return nil
	}
	return &c.Firmness
}

// kept says in how many of the steps tried a first place stays.
func (w firsts) kept(f *claims.Firmness) string {
	if f.Kept == f.Tried {
		return w.T("robust.kept.all", w.Decimal(float64(f.Tried), 0))
	}
	return w.T("robust.kept", w.Decimal(float64(f.Kept), 0), w.Decimal(float64(f.Tried), 0))
}

// keptToo is the same beside another count: what was said isn't said again.
func (w firsts) keptToo(f, before *claims.Firmness) string {
	switch {
	case f.Tried != before.Tried:
		return w.kept(f)
	case f.Kept == f.Tried:
		return w.T("robust.kept.too.all")
	}
	return w.T("robust.kept.too", w.Decimal(float64(f.Kept), 0))
}

// DisputesSentence names the relations on which the group differs and whose word
// decides a first place, or else counts those on which it differs.
func (w *Writer) DisputesSentence() string {
	var all []string
	for _, d := range w.Claims.Disputes {
		if r := w.Model.Relation(d.Relation); d.Matters && r != nil {
			all = append(all, w.T("disputes.relation", w.FactorQ(r.From), w.FactorQ(r.To)))
		}
	}
	switch len(all) {
	case 0:
		return w.DissentCount()
	case 1:
		return w.T("disputes.one", all[0])
	}
	return w.T("disputes.many", w.List(all))
}

// Consequences say what a shifted word changes.
func (w *Writer) Consequences(changes []marvel.Consequence) []string {
	of := func(kind marvel.ConsequenceKind) (found []marvel.Consequence) {
		for _, c := range changes {
			if c.Kind == kind {
				found = append(found, c)
			}
		}
		return found
	}
	var all []string
	if len(of(marvel.BecameUnstable)) > 0 {
		all = append(all, w.T("shift.unstable"))
	}
	single, combination := len(of(marvel.SingleChanged)) > 0, len(of(marvel.CombinationChanged)) > 0
	switch {
	case single && combination:
		all = append(all, w.T("shift.both"))
	case single:
		all = append(all, w.T("shift.single"))
	case combination:
		all = append(all, w.T("shift.combination"))
	}
	switch rankings := of(marvel.RankingChanged); {
	case len(rankings) == 0:
	case len(rankings) == len(w.Moments()) && len(rankings) > 1:
		all = append(all, w.T("shift.ranking.all"))
	default:
		all = append(all, w.T("shift.ranking", w.List(w.momentsOf(rankings))))
	}
	var goals []string
	for _, c := range of(marvel.DirectionTurned) {
		if f := w.Model.Factor(c.Goal); f != nil {
			goals = append(goals, prose.Quoted(f.Label))
		}
	}
	if len(goals) > 0 {
		all = append(all, w.T("shift.direction", w.List(goals)))
	}
	return all
}

// momentsOf names the moments of changed rankings.
func (w *Writer) momentsOf(rankings []marvel.Consequence) []string {
	var moments []string
	for _, c := range rankings {
		moments = append(moments, w.After(c.Moment))
	}
	return moments
}
