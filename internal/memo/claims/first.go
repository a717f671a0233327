package claims

import (
	"slices"

	"slotmemo/internal/claims"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/prose"
)

// firsts are who comes first, and by what.
type firsts struct{ *Writer }

// BestSentence says who comes first after the last moment, and by how much; who
// couldn't be computed is told before. A tie and a gain that nobody would notice
// have no winner.
func (w *Writer) BestSentence() string { return firsts{w}.best() }

func (w firsts) best() string {
	last := w.atLast()
	if last == nil || !w.HasNumbers() {
		return ""
	}
	return wording.JoinSentences([]string{w.notComputed(last), w.firstAt(last), w.loses(last)})
}

// atLast is the contest after the last moment; nil if there is none.
func (w firsts) atLast() *claims.Contest {
	return w.Claims.Single(claims.AtMoment, len(w.Moments())-1, "")
}

// onAverage is the contest over the whole period; nil if there is none.
func (w firsts) onAverage() *claims.Contest { return w.Claims.Single(claims.OnAverage, -1, "") }

// notComputed names those of the field that have no numbers. A winner is one of
// the others.
func (w firsts) notComputed(c *claims.Contest) string {
	if len(c.Missing) == 0 {
		return ""
	}
	var ids []string
	for _, m := range c.Missing {
		ids = append(ids, m.Interventions...)
	}
	if c.Computed() == 1 {
		return w.T("first.part.one", w.Count(c.Field()), w.named(ids))
	}
	return w.T("first.part.many", w.Count(c.Field()), w.Count(c.Computed()), w.named(ids))
}

// firstAt says who comes first by a contest after a moment.
func (w firsts) firstAt(c *claims.Contest) string {
	when := w.Moment(c.At)
	switch c.Outcome {
	case claims.Won:
		first := c.Winner()
		if c.Computed() == 1 {
			return w.Capital(w.T(w.byGoals("first.only"), when, w.theGoals(), w.named(first.Interventions), w.Prose.Points(first.Value)))
		}
		return w.Capital(w.T(w.byGoals("first.won"), when, w.theGoals(), w.named(first.Interventions), w.Prose.Points(first.Value)))
	case claims.Tied:
		return w.Capital(w.T("first.tied", when, w.near(c)))
	case claims.NothingHelps:
		return w.Capital(w.T(w.byGoals("first.nothing"), when, w.theGoals()))
	}
	return w.T("first.none")
}

// near names those that lie too close together for one to be first.
func (w firsts) near(c *claims.Contest) string {
	var ids []string
	for _, s := range c.Standings[:max(2, min(c.Near, len(c.Standings)))] {
		ids = append(ids, s.Interventions...)
	}
	return w.named(ids)
}

// loses names the goals that fall back with the winner.
func (w firsts) loses(c *claims.Contest) string {
	if c.Outcome != claims.Won {
		return ""
	}
	var all []string
	for _, g := range c.Winner().Loses {
		all = append(all, w.T("first.loses", w.FactorQ(g.Goal), w.Prose.Points(g.Points)))
	}
	return wording.JoinSentences(all)
}

// AverageSentence says who comes first on average over the whole period: the
// same as after the last moment, another, or nobody.
func (w *Writer) AverageSentence() string { return firsts{w}.average() }

func (w firsts) average() string {
	last, average := w.atLast(), w.onAverage()
	if last == nil || average == nil || average.Computed() < 2 {
		return ""
	}
	period := w.Term(w.Horizon())
	switch average.Outcome {
	case claims.Won:
		if sameFirst(average, last) {
			return w.T("average.same", period)
		}
		first := average.Winner()
		return w.T(w.byGoals("average.other"), period, w.theGoals(), w.named(first.Interventions), w.Prose.Points(first.Value))
	case claims.Tied:
		return w.T("average.tied", period, w.near(average))
	}
	return ""
}

// RankingContrast names who comes first after the first moment, where that is
// another than after the last.
func (w *Writer) RankingContrast() string { return firsts{w}.early() }

func (w firsts) early() string {
	early, last := w.Claims.Single(claims.AtMoment, 0, ""), w.atLast()
	if early == nil || last == nil || early.Outcome != claims.Won {
		return ""
	}
	if sameFirst(early, last) {
		return ""
	}
	return w.T("summary.quicker", w.Moment(early.At), w.named(early.Winner().Interventions))
}

// sameFirst reports whether two contests were won by the same.
func sameFirst(a, b *claims.Contest) bool {
	return a.Outcome == claims.Won && b.Outcome == claims.Won && slices.Equal(a.Winner().Interventions, b.Winner().Interventions)
}

// named joins interventions by their short names, or by the kind and the title.
func (w firsts) named(ids []string) string {
	var names []prose.Name
	for _, id := range ids {
		if c := w.Model.Intervention(id); c != nil {
			names = append(names, w.Name(prose.Intervention, c.Short, false, c.Label))
		}
	}
	return w.Names.Names(names).Text
}

// byGoals chooses between the key for one goal and that for more.
func (w firsts) byGoals(key string) string { return wording.PluralKey(key, len(w.Result.Goals)) }
