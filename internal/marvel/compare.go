package marvel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/model"
)

// effectThreshold is the difference in the change of a goal that counts as a
// changed effect: a tenth of a point on a scale of 0–100.
const effectThreshold = 1e-3

// Compare tells what changed from an older model to a newer one, given what
// follows from each. Both results should come from the same horizon and
// moments; moments that only one has aren't compared.
func Compare(older, newer *model.Model, before, after *Result) *Difference {
	d := &Difference{
		Factors:       compareItems(factorItems(older), factorItems(newer)),
		Relations:     compareItems(relationItems(older), relationItems(newer)),
		Interventions: compareItems(interventionItems(older), interventionItems(newer)),
	}
	d.compareLoops(before.Loops, after.Loops)
	d.compareEffects(before, after)
	d.compareRankings(before, after)
	return d
}

// None tells whether nothing changed.
func (d *Difference) None() bool {
	return len(d.Factors)+len(d.Relations)+len(d.Interventions)+len(d.LoopsBorn)+len(d.LoopsGone)+len(d.LoopsTurned)+
		len(d.Effects)+len(d.Rankings)+len(d.BestChanged) == 0
}

// An item is a thing of the model with its attributes in a fixed order.
type item struct {
	id     string
	fields []Field // New only
}

func compareItems(older, newer []item) []Changed {
	was := map[string]item{}
	for _, i := range older {
		was[i.id] = i
	}
	var all []Changed
	is := map[string]bool{}
	for _, i := range newer {
		is[i.id] = true
		old, ok := was[i.id]
		switch {
		case !ok:
			all = append(all, Changed{ID: i.id, State: Born})
		default:
			if fields := alteredFields(old, i); len(fields) > 0 {
				all = append(all, Changed{ID: i.id, State: Altered, Fields: fields})
			}
		}
	}
	for _, i := range older {
		if !is[i.id] {
			all = append(all, Changed{ID: i.id, State: Gone})
		}
	}
	slices.SortStableFunc(all, func(a, b Changed) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

func alteredFields(old, now item) []Field {
	var fields []Field
	for i, f := range now.fields {
		if was := old.fields[i].New; was != f.New {
			fields = append(fields, Field{f.Name, was, f.New})
		}
	}
	return fields
}

func factorItems(m *model.Model) []item {
	var all []item
	for _, f := range m.Factors {
		weight := ""
		if f.Goal != model.NoGoal {
			weight = decimal(f.Weight)
		}
		all = append(all, item{f.ID, []Field{
			{Name: "label", New: f.Label},
			{Name: "definition", New: f.Definition},
			{Name: "domain", New: f.Domain},
			{Name: "level", New: optional(f.Level)},
			{Name: "controllable", New: strconv.FormatBool(f.Controllable)},
			{Name: "goal", New: signed(int(f.Goal))},
			{Name: "weight", New: weight},
			{Name: "owner", New: sortedIDs(f.Owners)},
		}})
	}
	return all
}

func relationItems(m *model.Model) []item {
	var all []item
	for _, r := range m.Relations {
		kind := "ordinary"
		if r.Force {
			kind = "force"
		}
		all = append(all, item{r.ID, []Field{
			{Name: "from", New: r.From},
			{Name: "to", New: r.To},
			{Name: "sign", New: signed(int(r.Sign))},
			{Name: "strength", New: r.Strength},
			{Name: "speed", New: r.Speed},
			{Name: "kind", New: kind},
			{Name: "argument", New: r.Argument},
			{Name: "dissent", New: r.Dissent},
		}})
	}
	return all
}

func interventionItems(m *model.Model) []item {
	var all []item
	for _, c := range m.Interventions {
		all = append(all, item{c.ID, []Field{
			{Name: "label", New: c.Label},
			{Name: "factor", New: c.Factor},
			{Name: "target", New: decimal(c.Target)},
			{Name: "adjustment_years", New: decimal(c.AdjustmentYears)},
			{Name: "active_from", New: decimal(c.ActiveFrom)},
			{Name: "active_until", New: optional(c.ActiveUntil)},
			{Name: "owner", New: sortedIDs(c.Owners)},
		}})
	}
	return all
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func optional(n model.Number) string {
	if !n.Known {
		return ""
	}
	return decimal(n.Value)
}

// signed writes a sign or a direction; unknown and none are empty.
func signed(v int) string {
	switch {
	case v > 0:
		return "+"
	case v < 0:
		return "-"
	}
	return ""
}

func sortedIDs(ids []string) string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return strings.Join(ids, "|")
}

// compareLoops matches loops by their relations. Where a count hit its bound,
// only loops that the other count would have met are told.
func (d *Difference) compareLoops(before, after Loops) {
	d.LoopsBounded = !before.Complete || !after.Complete
	was, is := loopsByKey(before), loopsByKey(after)
	for _, l := range after.List {
		old, ok := was[LoopKey(l)]
		switch {
		case !ok && before.reaches(l):
			d.LoopsBorn = append(d.LoopsBorn, l)
		case ok && old.Kind != l.Kind:
			d.LoopsTurned = append(d.LoopsTurned, Turn{l, old.Kind})
		}
	}
	for _, l := range before.List {
		if _, ok := is[LoopKey(l)]; !ok && after.reaches(l) {
			d.LoopsGone = append(d.LoopsGone, l)
		}
	}
}

// reaches tells whether a loop, were it there, would stand in the list.
func (l Loops) reaches(other Loop) bool {
	return (l.Complete || len(other.Relations) <= l.MaxLength) && l.Count <= len(l.List)
}

func loopsByKey(l Loops) map[string]Loop {
	all := map[string]Loop{}
	for _, loop := range l.List {
		all[LoopKey(loop)] = loop
	}
	return all
}

// compareEffects tells of every effect on a goal that both have, or that
// follows in one of the two only.
func (d *Difference) compareEffects(before, after *Result) {
	was := map[string]Effect{}
	for _, e := range before.Effects {
		was[strings.Join(e.Interventions, " ")] = e
	}
	for _, e := range after.Effects {
		old, ok := was[strings.Join(e.Interventions, " ")]
		if !ok || len(e.Interventions) == 0 {
			continue
		}
		for _, goal := range after.Goals {
			for m, at := range after.Options.Moments {
				m0 := slices.Index(before.Options.Moments, at)
				f0 := before.Factor(goal)
				if m0 < 0 || f0 < 0 || !slices.Contains(before.Goals, goal) {
					continue
				}
				a, b := old.Change[f0][m0], e.Change[after.Factor(goal)][m]
				if math.IsNaN(a) != math.IsNaN(b) || math.Abs(a-b) > effectThreshold {
					d.Effects = append(d.Effects, EffectChange{e.Interventions, goal, at, a, b})
				}
			}
		}
	}
}

// Factor gives the place of a factor in Structure, Levels and Change, −1 if it isn't there.
func (r *Result) Factor(id string) int {
	i, ok := slices.BinarySearchFunc(r.Structure, id, func(p Place, id string) int { return cmp.Compare(p.Factor, id) })
	if !ok {
		return -1
	}
	return i
}

// compareRankings compares the orders of single interventions, and the best.
func (d *Difference) compareRankings(before, after *Result) {
	for _, r := range after.Rankings {
		i := slices.IndexFunc(before.Rankings, func(b Ranking) bool { return b.Moment == r.Moment })
		if i < 0 {
			continue
		}
		old, now := before.order(before.Rankings[i]), after.order(r)
		if !slices.Equal(old, now) {
			d.Rankings = append(d.Rankings, RankingChange{r.Moment, old, now})
		}
	}
	for _, combination := range []bool{false, true} {
		old, now := before.best(combination), after.best(combination)
		if !slices.Equal(old, now) {
			d.BestChanged = append(d.BestChanged, BestChange{combination, old, now})
		}
	}
}

func (r *Result) order(ranking Ranking) []string {
	var ids []string
	for _, p := range ranking.Singles {
		ids = append(ids, r.Effects[p.Effect].Interventions[0])
	}
	return ids
}

func (r *Result) best(combination bool) []string {
	i := r.Best.Single
	if combination {
		i = r.Best.Combination
	}
	if i < 0 {
		return nil
	}
	return r.Effects[i].Interventions
}

// String gives the name of a state, for tests and messages of our own.
func (s State) String() string {
	switch s {
	case Born:
		return "born"
	case Gone:
		return "gone"
	case Altered:
		return "altered"
	}
	return fmt.Sprintf("state %d", int(s))
}
