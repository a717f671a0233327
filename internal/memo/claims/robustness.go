package claims

import (
	"slotmemo/internal/marvel"
	"slotmemo/internal/prose"
)

// RobustSentence says how often the best intervention stayed the same when one
// word was shifted by a step; empty if nothing was tried.
func (w *Writer) RobustSentence() string {
	r := &w.Result.Robustness
	if r.Tried == 0 {
		return ""
	}
	switch share := float64(r.StableSingle) / float64(r.Tried); {
	case share == 1:
		return w.T("robust.always")
	case share >= 0.9:
		return w.T("robust.mostly", w.Decimal(float64(r.StableSingle), 0), w.Decimal(float64(r.Tried), 0))
	}
	return w.T("robust.depends", w.Decimal(float64(r.Tried-r.StableSingle), 0), w.Decimal(float64(r.Tried), 0))
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
