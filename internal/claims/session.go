package claims

import (
	"cmp"
	"slices"
)

// A Session is what a group may look at between two meetings, beside what it
// left open (Result.Settling) and what makes the model unstable
// (Result.Instability).
type Session struct {
	Words    []Weight // relations whose words change who comes first, or are disputed
	Unnamed  []string // ids of the strongest loops that nobody has named
	Loops    int      // loops that nobody has named, as far as they were listed
	Orphans  []string // factors without an owner; nil if no factor has one
	NoOwners bool     // no factor has an owner
	Astray   []string // factors from which no goal can be reached
}

// maxUnnamed bounds the loops that are listed.
const maxUnnamed = 12

// A Weight is how much depends on the words of a relation.
type Weight struct {
	Relation string
	Turns    int // steps times main contests in which another comes first, or nobody
	Disputed bool
	Open     bool
}

func (b *bench) session(c *Claims) Session {
	s := Session{Words: b.weights(c)}
	for _, l := range b.result.Loops.List {
		if l.Name != "" {
			continue
		}
		s.Loops++
		if len(s.Unnamed) < maxUnnamed {
			s.Unnamed = append(s.Unnamed, l.ID)
		}
	}
	leads, owned := b.before(), false
	for _, f := range b.model.Factors {
		if len(f.Owners) == 0 {
			s.Orphans = append(s.Orphans, f.ID)
		} else {
			owned = true
		}
		if len(b.goals) > 0 && !leads[f.ID] {
			s.Astray = append(s.Astray, f.ID)
		}
	}
	if s.NoOwners = !owned; s.NoOwners {
		s.Orphans = nil
	}
	slices.Sort(s.Orphans)
	slices.Sort(s.Astray)
	return s
}

// weights orders the relations: those of which the group doesn't agree and on
// which a first place depends come first.
func (b *bench) weights(c *Claims) []Weight {
	turns := map[string]int{}
	for i := range c.Singles {
		if one := &c.Singles[i]; one.Main(len(b.result.Options.Moments)) {
			for _, t := range one.Firmness.Turns {
				turns[t.Step.Relation]++
			}
		}
	}
	var all []Weight
	for _, r := range b.model.Relations {
		w := Weight{r.ID, turns[r.ID], r.Dissent != "", b.isOpen(r)}
		if w.Turns > 0 || w.Disputed {
			all = append(all, w)
		}
	}
	first := func(w Weight) int {
		if w.Disputed && w.Turns > 0 {
			return 0
		}
		return 1
	}
	slices.SortFunc(all, func(a, b Weight) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), -cmp.Compare(a.Turns, b.Turns), cmp.Compare(a.Relation, b.Relation))
	})
	return all
}
