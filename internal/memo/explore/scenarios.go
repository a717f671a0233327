package explore

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// maxScenarios is how many combinations of interventions an HTML file carries,
// maxChanges how many numbers they hold together: at five characters each, a
// megabyte.
const (
	maxScenarios = 500
	maxChanges   = 200_000
)

// scenarios puts the computed effects in: in the order of the nodes, rounded to
// what is shown, the base run first.
func (w *writer) scenarios(e *document.Explore) {
	if !w.HasNumbers() {
		e.Omitted = w.WhyNoNumbers()
		return
	}
	most := min(maxScenarios, maxChanges/max(1, len(e.Nodes)*len(e.Moments)))
	for i := range w.Result.Effects {
		if len(e.Scenarios) == most {
			break
		}
		s := w.scenario(e, &w.Result.Effects[i])
		if s.Void == "" {
			s.Places = w.rankingPlaces(i)
		}
		e.Scenarios = append(e.Scenarios, s)
	}
	combine := w.Result.Options.Combine
	switch {
	case len(w.Result.Effects) > most:
		e.Omitted = w.T("explore.omitted.first", w.Decimal(float64(most), 0), w.Decimal(float64(len(w.Result.Effects)), 0))
	case len(w.Model.Interventions) > combine:
		e.Omitted = w.T("explore.omitted", w.Count(combine))
	}
}

func (w *writer) scenario(e *document.Explore, x *marvel.Effect) document.Scenario {
	s := document.Scenario{Levers: x.Interventions}
	if x.Unstable {
		s.Void = w.T("effect.unstable", w.WithEachOther(x.Interventions))
		return s
	}
	for m := range w.Moments() {
		changes := make([]float64, len(e.Nodes))
		for i, n := range e.Nodes {
			f := w.Place(n.ID)
			if f < 0 || f >= len(x.Change) || m >= len(x.Change[f]) || math.IsNaN(x.Change[f][m]) {
				s = document.Scenario{Levers: x.Interventions, Void: w.T("explore.void")}
				return s
			}
			changes[i] = printed(100*x.Change[f][m], 1)
		}
		s.Changes = append(s.Changes, changes)
		g := math.NaN()
		if m < len(x.Gain) {
			g = x.Gain[m]
		}
		if math.IsNaN(g) {
			g = 0
		}
		s.Gain = append(s.Gain, 100*printed(g/100, 2))
	}
	s.Score = math.Round(x.Score*10) / 10
	return s
}

// rankingPlaces returns the place of an effect in the ranking of each moment. Gains are
// rounded and may look equal where the ranking isn't.
func (w *writer) rankingPlaces(effect int) []int {
	places := make([]int, len(w.Result.Rankings))
	for m, r := range w.Result.Rankings {
		places[m] = 1 + slices.IndexFunc(r.All, func(one marvel.Ranked) bool { return one.Effect == effect })
	}
	return places
}

// printed rounds a number once, by the rule with which the memo prints it. (At
// first two decimals were kept for a page that shows one: 1.846 became 1.85, and
// that 1.9 where the memo says 1.8.)
func printed(v float64, decimals int) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	if err != nil {
		panic(fmt.Sprintf("memo: a number that strconv wrote isn't one: %v", v))
	}
	return rounded
}
