package snapshot

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// Branches tells the strongest way from an intervention to each of the goals, with
// what the goal does. Over three goals it tells the three that change most and gives
// the others for the text. It returns false where the intervention reaches no
// goal, or its effect isn't known.
func (t *Teller) Branches(c document.Common, intervention string, goals []string) (d *document.Branches, rest []string, ok bool) {
	e := t.single(intervention)
	if e == nil || !t.moves(e) {
		return nil, nil, false
	}
	d = &document.Branches{Common: c, Years: [2]string{t.words.Get("zero"), t.years(t.r.Options.Horizon)}}
	seen := map[string]bool{}
	var edges []document.Edge
	for _, g := range t.byChange(e) {
		if !slices.Contains(goals, t.r.Goals[g]) {
			continue
		}
		p, ok := t.strongest(intervention, t.r.Goals[g])
		if !ok || len(p.Strongest.Factors) < 2 || math.IsNaN(lastChange(t.r, e, g)) {
			continue
		}
		if len(d.Ways) == document.MostBranches {
			rest = append(rest, t.r.Goals[g])
			continue
		}
		d.Ways = append(d.Ways, t.way(p.Strongest, e, g))
		edges = append(edges, d.Ways[len(d.Ways)-1].Edges...)
		for i, id := range p.Strongest.Factors {
			if seen[id] {
				continue
			}
			seen[id] = true
			n := t.node(id)
			n.Lever = i == 0
			d.Nodes = append(d.Nodes, n)
		}
	}
	d.Key = t.storyKey(d.Nodes, edges)
	return d, rest, len(d.Ways) > 0
}

// byChange returns the goals, those that change most at the last moment first.
func (t *Teller) byChange(e *marvel.Effect) []int {
	var all []int
	for g := range t.r.Goals {
		all = append(all, g)
	}
	size := func(g int) float64 {
		if v := lastChange(t.r, e, g); !math.IsNaN(v) {
			return math.Round(math.Abs(v) * 1e4)
		}
		return -1
	}
	slices.SortStableFunc(all, func(a, b int) int { return -cmp.Compare(size(a), size(b)) })
	return all
}

func (t *Teller) way(p marvel.Path, e *marvel.Effect, g int) document.Way {
	change := lastChange(t.r, e, g)
	v := verdict(t.goals[g], change)
	return document.Way{
		Nodes: p.Factors, Edges: t.edges(p.Relations), Effect: t.spark(e, g),
		Verdict: v, Word: t.verdictWord(v),
	}
}

// spark returns the change of a goal over time, with its number at the last
// moment.
func (t *Teller) spark(e *marvel.Effect, g int) document.Spark {
	change := lastChange(t.r, e, g)
	if math.IsNaN(change) {
		return document.Spark{Text: "–"}
	}
	return document.Spark{Points: t.series(e, g), Text: t.points(change)}
}
