package snapshot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// ForYou tells what lies with one actor: the interventions that it owns, the
// strongest way of each to the goal that it moves most, and with whom. It returns
// false where the actor owns no intervention with an effect.
func (t *Teller) ForYou(c document.Common, actor string) (*document.ForYou, bool) {
	owned := t.owned(actor)
	if len(owned) == 0 {
		return nil, false
	}
	goals := t.goalColumns(owned)
	d := &document.ForYou{Common: c, Years: t.years(t.r.Options.Horizon)}
	for _, g := range goals {
		d.Goals = append(d.Goals, t.node(t.r.Goals[g]))
	}
	shown := owned[:min(len(owned), document.MostRows)]
	var partners []map[string]bool
	for _, e := range shown {
		row, with := t.ownRow(e, goals, actor)
		d.Rows, partners = append(d.Rows, row), append(partners, with)
	}
	d.Matrix = t.matrix(shown, partners)
	d.Warning = t.warning(shown)
	d.Rest = t.rest(owned[len(shown):])
	d.Key = t.forYouKey(d, actor)
	return d, true
}

// owned returns the effects of the interventions that an actor owns, the largest
// change of a goal first.
func (t *Teller) owned(actor string) []*marvel.Effect {
	var all []*marvel.Effect
	for _, i := range t.m.Interventions {
		if e := t.single(i.ID); e != nil && t.moves(e) && slices.Contains(i.Owners, actor) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *marvel.Effect) int {
		return cmp.Compare(t.ranks[a.Interventions[0]], t.ranks[b.Interventions[0]])
	})
	return all
}

// sparkColumns is how many goals have a column.
const sparkColumns = 3

// goalColumns returns the goals that these effects move most, the most first.
func (t *Teller) goalColumns(effects []*marvel.Effect) []int {
	most := make([]float64, len(t.r.Goals))
	var all []int
	for g := range t.r.Goals {
		all = append(all, g)
		for _, e := range effects {
			if v := math.Abs(lastChange(t.r, e, g)); !math.IsNaN(v) {
				most[g] = max(most[g], math.Round(v*1e4))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return -cmp.Compare(most[a], most[b]) })
	return all[:min(len(all), sparkColumns)]
}

// ownRow tells one intervention, and which other actors stand on its way.
func (t *Teller) ownRow(e *marvel.Effect, goals []int, actor string) (document.OwnRow, map[string]bool) {
	id := e.Interventions[0]
	row := document.OwnRow{ID: id, Name: t.intervention(id), Change: t.pushed(id)}
	partners := map[string]bool{}
	if p, ok := t.strongest(id, t.r.Goals[t.byChange(e)[0]]); ok {
		row.Edges = t.edges(p.Strongest.Relations)
		for i, f := range p.Strongest.Factors {
			n := document.OwnedNode{Node: t.node(f)}
			n.Lever = i == 0
			n.Chips = t.chips(f, actor, partners)
			row.Nodes = append(row.Nodes, n)
		}
	}
	for _, g := range goals {
		row.Sparks = append(row.Sparks, t.spark(e, g))
		row.Bad = append(row.Bad, verdict(t.goals[g], lastChange(t.r, e, g)) == document.Further)
	}
	return row, partners
}

// pushed says what an intervention does to its factor: "landelijke regie: 40 →
// 70".
func (t *Teller) pushed(id string) string {
	i := t.m.Intervention(id)
	f := t.m.Factor(i.Factor)
	if f == nil {
		return ""
	}
	from := "?"
	if f.Level.Known {
		from = t.prose.Short(100 * f.Level.Value)
	}
	return t.words.Format("change", t.factor(f.ID), from, t.prose.Short(100*i.Target))
}

// chips returns those who hold a factor, the reader first, at most three; a goal
// is nobody's. Others are noted as partners.
func (t *Teller) chips(factor, actor string, partners map[string]bool) []document.Chip {
	f := t.m.Factor(factor)
	if f == nil || f.Goal != model.NoGoal {
		return nil
	}
	var chips []document.Chip
	for _, own := range []bool{true, false} {
		for _, o := range f.Owners {
			if (o == actor) != own {
				continue
			}
			if !own {
				partners[o] = true
			}
			if len(chips) < document.MostChips {
				chips = append(chips, document.Chip{Text: t.actor(o), Filled: own})
			}
		}
	}
	return chips
}

// matrix sets partners against interventions, those that are met most first.
func (t *Teller) matrix(shown []*marvel.Effect, partners []map[string]bool) document.Matrix {
	m := document.Matrix{Head: t.words.Get("matrix_head")}
	count := map[string]int{}
	for i, e := range shown {
		m.Columns = append(m.Columns, t.intervention(e.Interventions[0]))
		for id := range partners[i] {
			count[id]++
		}
	}
	var ids []string
	for _, a := range t.m.Actors {
		if count[a.ID] > 0 {
			ids = append(ids, a.ID)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(-cmp.Compare(count[a], count[b]), cmp.Compare(t.actor(a), t.actor(b)))
	})
	for _, id := range ids {
		row := document.MatrixRow{Label: t.actor(id)}
		for i := range shown {
			row.Dots = append(row.Dots, partners[i][id])
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// warning names the goals that move away.
func (t *Teller) warning(shown []*marvel.Effect) string {
	var told []string
	for _, e := range shown {
		for g, goal := range t.goals {
			if v := lastChange(t.r, e, g); verdict(goal, v) == document.Further {
				told = append(told, t.words.Format("warning", t.intervention(e.Interventions[0]), t.factor(goal.ID), t.points(v)))
			}
		}
	}
	return strings.Join(told, " ")
}

// rest names the interventions without a row.
func (t *Teller) rest(effects []*marvel.Effect) string {
	var names []string
	for _, e := range effects {
		names = append(names, t.intervention(e.Interventions[0]))
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return t.words.Format("rest_one", names[0])
	}
	return t.words.Format("rest_many", t.list(names))
}

func (t *Teller) forYouKey(d *document.ForYou, actor string) []document.KeyEntry {
	var edges []document.Edge
	own, partner, bad := false, "", false
	for _, r := range d.Rows {
		edges = append(edges, r.Edges...)
		bad = bad || slices.Contains(r.Bad, true)
		for _, n := range r.Nodes {
			for _, c := range n.Chips {
				own = own || c.Filled
				if !c.Filled && (partner == "" || len(c.Text) < len(partner)) {
					partner = c.Text
				}
			}
		}
	}
	var key []document.KeyEntry
	if own {
		key = append(key, document.KeyEntry{Cue: document.CueOwnChip, Sample: t.actor(actor), Text: t.words.Get("own")})
	}
	if partner != "" {
		key = append(key, document.KeyEntry{Cue: document.CuePartnerChip, Sample: partner, Text: t.words.Get("partner")})
	}
	key = append(key, without(t.storyKey(nil, edges), document.CueAverage, document.CuePlus)...)
	if bad {
		key = append(key, document.KeyEntry{Cue: document.CueFarther, Text: t.words.Get("farther_goal")})
	}
	return append(key, document.KeyEntry{Cue: document.CueEffectLine, Text: fmt.Sprintf(t.words.Get("effect_line"), d.Years)})
}
