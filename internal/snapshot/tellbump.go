package snapshot

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// A Bump chart shows all interventions up to mostRanked; of more, those that are
// ever among the firstShown.
const (
	mostRanked = 10
	firstShown = 5
)

// Bump tells the ranks of the interventions at each moment, and at the last per
// unit of push. It returns false where fewer than two are ranked.
func (t *Teller) Bump(c document.Common) (*document.Bump, bool) {
	d := &document.Bump{Common: c, Same: t.words.Get("same_order")}
	var orders [][]string
	for m, r := range t.r.Rankings {
		d.Criteria = append(d.Criteria, document.Criterion{
			Label: t.words.Format("criterion", t.years(r.Moment)), Same: t.same(t.r.Robustness.StableRankings, m),
		})
		orders = append(orders, t.order(r.Singles))
	}
	if n := len(t.r.Rankings); n > 0 {
		if byPush := t.order(marvel.ByPush(t.r.Rankings[n-1].Singles)); len(byPush) > 0 {
			d.Criteria = append(d.Criteria, document.Criterion{
				Label: t.words.Format("per_push", t.years(t.last())), Same: t.same([]int{t.r.Robustness.StablePush}, 0),
			})
			orders = append(orders, byPush)
		}
	}
	contenders := leaders(orders)
	for _, i := range t.m.Interventions {
		if row, ok := t.bumpRow(i.ID, orders); ok {
			row.Strong = slices.Contains(contenders, i.ID)
			d.Rows = append(d.Rows, row)
		}
	}
	if len(d.Rows) < 2 {
		return nil, false
	}
	if len(d.Rows) > mostRanked {
		d.Rows = slices.DeleteFunc(d.Rows, func(r document.BumpRow) bool { return !everFirst(r.Ranks) })
	}
	slices.SortStableFunc(d.Rows, func(a, b document.BumpRow) int { return cmp.Compare(a.Ranks[0], b.Ranks[0]) })
	if t.r.Robustness.Tried > 0 {
		d.Key = []document.KeyEntry{
			{Cue: document.CueFixed, Text: t.words.Get("fixed")}, {Cue: document.CueLoose, Text: t.words.Get("loose")},
		}
	}
	return d, true
}

// order returns the interventions of some places of a ranking.
func (t *Teller) order(places []marvel.Ranked) []string {
	var ids []string
	for _, p := range places {
		if !math.IsNaN(p.Gain) || !math.IsNaN(p.PerPush) {
			ids = append(ids, t.r.Effects[p.Effect].Interventions[0])
		}
	}
	return ids
}

// same says in how many of the trials an order stayed; empty if none was made.
func (t *Teller) same(stable []int, m int) string {
	if t.r.Robustness.Tried == 0 || m >= len(stable) {
		return ""
	}
	return t.words.Format("of", stable[m], t.r.Robustness.Tried)
}

// leaders returns the two that come first most often: what the choice is about.
// Where one is first by every criterion, the second of the last stands beside
// it.
func leaders(orders [][]string) []string {
	count := map[string]int{}
	var ids []string
	for _, o := range orders {
		if len(o) == 0 {
			continue
		}
		if count[o[0]]++; count[o[0]] == 1 {
			ids = append(ids, o[0])
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return -cmp.Compare(count[a], count[b]) })
	if len(ids) == 1 {
		if last := orders[len(orders)-1]; len(last) > 1 {
			ids = append(ids, last[1])
		}
	}
	return ids[:min(len(ids), 2)]
}

func (t *Teller) bumpRow(id string, orders [][]string) (document.BumpRow, bool) {
	row := document.BumpRow{ID: id, Label: t.intervention(id), Rank: t.ranks[id]}
	ranked := false
	for m, o := range orders {
		rank := slices.Index(o, id) + 1
		ranked = ranked || rank > 0
		row.Ranks = append(row.Ranks, rank)
		row.Fixed = append(row.Fixed, rank > 0 && t.fixed(id, m))
	}
	return row, ranked
}

// fixed reports whether no shift changes the rank by the m-th criterion.
func (t *Teller) fixed(id string, m int) bool {
	for _, r := range t.r.Robustness.Ranges {
		if t.r.Effects[r.Effect].Interventions[0] != id {
			continue
		}
		if m < len(r.Fixed) {
			return r.Fixed[m]
		}
		return r.FixedPush
	}
	return false
}

// everFirst reports whether a rank is among the first that are shown.
func everFirst(ranks []int) bool {
	return slices.ContainsFunc(ranks, func(r int) bool { return r > 0 && r <= firstShown })
}
