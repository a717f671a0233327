package claims

import (
	"fmt"
	"math"

	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
)

// LevelSentence says where a goal stands at the end with the intervention that
// moves it most.
func (w *Writer) LevelSentence(g int) string {
	m := len(w.Moments()) - 1
	var best *marvel.Effect
	most := 0.0
	for _, e := range w.Singles() {
		if c, ok := w.GoalChange(e, g, m); ok && math.Abs(c) > math.Abs(most) {
			best, most = e, c
		}
	}
	if best == nil {
		return w.T("levels.still", w.FactorQ(w.Result.Goals[g]))
	}
	return w.T("levels.most", w.InterventionQ(best.Interventions[0]), w.FactorQ(w.Result.Goals[g]), w.movedBy(most), w.After(w.LastMoment()))
}

// LeaveSentence names the factors that leave the scale: there the model says
// more than the group meant.
func (w *Writer) LeaveSentence() string {
	var names []string
	seen := map[string]bool{}
	for _, e := range w.Singles() {
		for _, l := range e.Excursions {
			if !seen[l.Factor] {
				seen[l.Factor] = true
				names = append(names, w.FactorQ(l.Factor))
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.T(wording.PluralKey("leaves", len(names)), w.List(names))
}

// Sizes of a change in points on a scale of 0–100. They only choose the symbol
// and the word; the number stands beside them. Under half a point a change is
// smaller than what a group can tell apart when it gives levels.
const (
	smallChange = 0.5
	largeChange = 5
)

// Symbol marks the direction and size of a change.
func Symbol(points float64) string {
	switch size := math.Abs(math.Round(points*10) / 10); {
	case size < smallChange:
		return "·"
	case size < largeChange && points > 0:
		return "▲"
	case size < largeChange:
		return "▼"
	case points > 0:
		return "▲▲"
	}
	return "▼▼"
}

// movement says a change in words: "stijgt sterk".
func (w *Writer) movement(points float64) string {
	return w.T("move." + map[string]string{"·": "still", "▲": "up", "▲▲": "up.much", "▼": "down", "▼▼": "down.much"}[Symbol(points)])
}

// TrendWord says which way a factor goes, for models without numbers.
func (w *Writer) TrendWord(t marvel.Trend) string {
	return w.T("trend." + [...]string{"unclear", "rises", "falls", "still"}[t])
}

// GoalTitle names a goal with the direction that is wanted.
func (w *Writer) GoalTitle(id string) string {
	f := w.Model.Factor(id)
	if f != nil && f.Goal == model.Lower {
		return w.T("goal.lower", f.Label)
	}
	return w.T("goal.higher", w.Factor(id))
}

// InWords says what an intervention does to a goal at the last moment, and
// whether it first does the opposite.
func (w *Writer) InWords(e *marvel.Effect, g int) string {
	m := len(w.Moments()) - 1
	c, ok := w.GoalChange(e, g, m)
	if !ok {
		if e.Unstable {
			return w.T("unstable.words")
		}
		return w.TrendWord(w.Trend(e, g, m))
	}
	words := w.movement(c * 100)
	if d := findings.DipOf(e, w.Result.Goals[g]); d != nil {
		words += "; " + w.T("dip.short", w.After(roundHalf(d.Time)))
	}
	return words
}

// DipSentences tell where a goal gets worse before it gets better.
func (w *Writer) DipSentences() []string {
	var all []string
	for _, e := range w.Singles() {
		for _, goal := range w.Result.Goals {
			d := findings.DipOf(e, goal)
			if d == nil {
				continue
			}
			depth := w.Decimal(d.Depth*100, 1)
			s := w.T("dip", w.InterventionQ(e.Interventions[0]), w.FactorQ(goal), depth, w.Years(roundHalf(d.Time)))
			if !math.IsNaN(d.Until) && !math.IsInf(d.Until, 0) && d.Until > d.Time {
				s += " " + w.T("dip.until", w.Years(roundHalf(d.Until)))
			}
			all = append(all, s)
		}
	}
	return all
}

// roundHalf rounds years to halves: the model knows no months.
func roundHalf(years float64) float64 { return math.Max(0.5, math.Round(years*2)/2) }

// movedBy says a change with its number: "stijgt met 12,4 punten".
func (w *Writer) movedBy(change float64) string {
	p := change * 100
	rounded := math.Abs(math.Round(p*10) / 10)
	key := "moved.up"
	switch {
	case rounded == 0:
		return w.T("moved.still")
	case p < 0:
		key = "moved.down"
	}
	return w.T(key, w.PointsInFigures(rounded))
}

// EffectOf tells the computed effect of interventions on the goals, for beside a
// recommendation; empty if there are none.
func (w *Writer) EffectOf(ids []string) string {
	if len(ids) == 0 || len(w.Result.Goals) == 0 {
		return ""
	}
	e := w.Answers.Effect(ids)
	if e == nil {
		return ""
	}
	if e.Unstable {
		return w.T("effect.unstable", w.WithEachOther(ids))
	}
	m := len(w.Moments()) - 1
	var parts []string
	numbers := false
	for g, goal := range w.Result.Goals {
		if c, ok := w.GoalChange(e, g, m); ok {
			numbers = true
			parts = append(parts, fmt.Sprintf("%s %s", w.FactorQ(goal), w.Points(c)))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s", w.FactorQ(goal), w.TrendWord(w.Trend(e, g, m))))
	}
	key := "effect.trend"
	if numbers {
		key = "effect.points"
	}
	s := w.T(key, w.WithEachOther(ids), w.After(w.LastMoment()), w.List(parts))
	for _, goal := range w.Result.Goals {
		if d := findings.DipOf(e, goal); d != nil {
			s += " " + w.T("effect.dip", w.FactorQ(goal), w.Decimal(d.Depth*100, 1))
		}
	}
	return s
}

// SideSentence names the largest side effect.
func (w *Writer) SideSentence() string {
	var best *marvel.SideEffect
	var lever string
	for _, e := range w.Singles() {
		for i := range e.Side {
			s := &e.Side[i]
			if c := findings.Last(s.Change); !math.IsNaN(c) && (best == nil || math.Abs(c) > math.Abs(findings.Last(best.Change))) {
				best, lever = s, e.Interventions[0]
			}
		}
	}
	if best == nil {
		return ""
	}
	return w.T("side.largest", w.FactorQ(best.Factor), w.InterventionQ(lever), w.After(w.LastMoment()), w.movedBy(findings.Last(best.Change)))
}
