package claims

import (
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
)

// GoalSentence names the goals with the direction that is wanted.
func (w *Writer) GoalSentence() string {
	var up, down []string
	for _, f := range w.Model.Factors {
		switch f.Goal {
		case model.Higher:
			up = append(up, f.Label)
		case model.Lower:
			down = append(down, f.Label)
		}
	}
	var s []string
	if len(up) > 0 {
		s = append(s, w.T(wording.PluralKey("goals.up", len(up)), w.AllQuoted(up)))
	}
	if len(down) > 0 {
		s = append(s, w.T(wording.PluralKey("goals.down", len(down)), w.AllQuoted(down)))
	}
	return wording.JoinSentences(s)
}

// Busiest names the factor with the most relations. It doesn't call it a lever:
// centrality on such diagrams is contested (Crielaard et al. 2023).
func (w *Writer) Busiest() string {
	best, most, second := "", 0, 0
	in, out := 0, 0
	for _, p := range w.Result.Structure {
		switch n := p.In + p.Out; {
		case n > most:
			second = most
			best, most, in, out = p.Factor, n, p.In, p.Out
		case n > second:
			second = n
		}
	}
	if most < 4 || most == second { // several share the first place
		return ""
	}
	return w.T("landscape.busiest", w.FactorQ(best), w.Count(in), w.Count(out))
}

// DissentCount says how many relations the group didn't agree on.
func (w *Writer) DissentCount() string {
	n := 0
	for _, r := range w.Model.Relations {
		if r.Dissent != "" {
			n++
		}
	}
	if n == 0 {
		return w.T("dissent.none")
	}
	return w.Many("dissent.count", n)
}

// Unknowns says what is missing in the model.
func (w *Writer) Unknowns() string {
	signs, words := 0, 0
	for _, r := range w.Model.Relations {
		if r.Sign == model.Unknown {
			signs++
		}
		if r.Strength == "" && !r.Force || r.Speed == "" {
			words++
		}
	}
	var s []string
	if signs > 0 {
		s = append(s, w.Many("unknown.signs", signs))
	}
	if words > 0 {
		s = append(s, w.Many("unknown.words", words))
	}
	return wording.JoinSentences(s)
}

// LoopSentence counts the loops by kind.
func (w *Writer) LoopSentence() string {
	l := &w.Result.Loops
	switch {
	case l.Count == 0 && l.Complete:
		return w.T("loops.none")
	case !l.Complete:
		return w.T("loops.least", w.Count(l.Count))
	}
	var kinds []string
	if l.Reinforcing > 0 {
		kinds = append(kinds, w.Many("loops.reinforcing", l.Reinforcing))
	}
	if l.Balancing > 0 {
		kinds = append(kinds, w.Many("loops.balancing", l.Balancing))
	}
	if l.Unknown > 0 {
		kinds = append(kinds, w.Many("loops.undetermined", l.Unknown))
	}
	if l.Count == 1 && len(l.List) == 1 {
		return w.T("loops.one", w.T("kind."+l.List[0].Kind.String()))
	}
	return w.T("loops.many", w.Count(l.Count), w.List(kinds))
}
