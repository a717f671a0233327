package findings

import (
	"math"
	"slices"

	"slotmemo/internal/marvel"
)

// BestAlone returns the single intervention that no combination surpasses, or nil.
// It happens: an intervention holds its factor, also against a better one.
func (fs *Findings) BestAlone() *marvel.Effect {
	if x := fs.ByIndex(fs.Result.Best.Any); x != nil && len(x.Interventions) == 1 {
		return x
	}
	return nil
}

// Loop returns a loop by its id; nil if there is none.
func (fs *Findings) Loop(id string) *marvel.Loop {
	for i := range fs.Result.Loops.List {
		if fs.Result.Loops.List[i].ID == id {
			return &fs.Result.Loops.List[i]
		}
	}
	return nil
}

// IDOf returns the id of the first intervention of a ranked effect; empty if it has none.
func (fs *Findings) IDOf(x marvel.Ranked) string {
	if x.Effect < len(fs.Result.Effects) && len(fs.Result.Effects[x.Effect].Interventions) > 0 {
		return fs.Result.Effects[x.Effect].Interventions[0]
	}
	return ""
}

// TopAt returns the id of the single intervention that comes first at moment i;
// empty if there is no ranking.
func (fs *Findings) TopAt(i int) string {
	if i < 0 || i >= len(fs.Result.Rankings) || len(fs.Result.Rankings[i].Singles) == 0 {
		return ""
	}
	return fs.IDOf(fs.Result.Rankings[i].Singles[0])
}

// Combinations returns the effects of two or more interventions, best score first.
func (fs *Findings) Combinations() []*marvel.Effect {
	var all []*marvel.Effect
	for i := range fs.Result.Effects {
		e := &fs.Result.Effects[i]
		if len(e.Interventions) > 1 && !math.IsNaN(fs.MeanGain(e)) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *marvel.Effect) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return all
}

// BestCombination returns the combination with the best score; nil if there is none.
func (fs *Findings) BestCombination() *marvel.Effect { return fs.ByIndex(fs.Result.Best.Combination) }

// LoopIDs are those of the loops that the group named or the search found.
func (fs *Findings) LoopIDs() []string {
	var known []string
	for _, l := range fs.Model.Loops {
		known = append(known, l.ID)
	}
	for _, l := range fs.Result.Loops.List {
		if !slices.Contains(known, l.ID) {
			known = append(known, l.ID)
		}
	}
	return known
}
