package marvel

import (
	"cmp"
	"slices"

	"slotmemo/internal/model"
)

// Bounds of the search for repairs, in additions and never in seconds: about
// half a second on one core.
const (
	repairWork = 600_000_000
	maxRepairs = 24 // that are listed
)

// Repairs are changes of one or two words that make every run stable.
type Repairs struct {
	// List holds the smallest: the fewest words, then the fewest steps.
	List []Repair
	// Others are changes of one word too, by more steps.
	Others []Repair
	// Searched is how many words were changed at a time in what was tried: 1 if
	// one word is enough, else 2.
	Searched int
	// Complete: every change up to those listed was tried. If not, the bound on
	// work was hit, and a smaller change may have been missed.
	Complete bool
}

// A Repair is a change of one or two words.
type Repair struct {
	Words []WordChange
	Steps int
	// Free: the system without interventions is stable with it as well.
	Free bool
}

// A WordChange is another word, or the other sign, for a relation.
type WordChange struct {
	Relation string
	Kind     WordKind
	From, To string // words of the scale; of a sign "+" and "-"
	Steps    int    // along the scale; a sign counts as more than any way along a scale
}

// WordKind says which word of a relation is meant.
type WordKind int

const (
	StrengthWord WordKind = iota
	SpeedWord
	SignWord
)

// String gives the key of the kind.
func (k WordKind) String() string {
	return [...]string{"strength", "speed", "sign"}[k]
}

// A remedy is a change of a word in the equations.
type remedy struct {
	WordChange
	arc   int
	value float64 // the new k, τ or sign
}

func (m remedy) apply(a *arc) {
	switch m.Kind {
	case StrengthWord:
		a.strength = m.value
	case SpeedWord:
		a.tau = m.value
	case SignWord:
		a.sign = m.value
	}
}

// repairs searches by the number of words, then by steps.
func (c *concerns) repairs(s *study) Repairs {
	c.work = 0
	remedies := c.remedies(s)
	found := Repairs{Searched: 1, Complete: true}
	var single [][]remedy
	for _, m := range remedies {
		single = append(single, []remedy{m})
	}
	mended := c.mended(single, false, &found.Complete)
	if len(mended) == 0 {
		found.Searched = 2
		c.work = 0
		mended = c.mended(pairs(remedies), true, &found.Complete)
	}
	for _, r := range mended {
		repair := c.repair(r)
		switch {
		case repair.Steps == steps(mended[0]):
			found.List = append(found.List, repair)
		case !slices.ContainsFunc(found.List, repair.furtherThan) && !slices.ContainsFunc(found.Others, repair.furtherThan):
			found.Others = append(found.Others, repair)
		}
	}
	slices.SortStableFunc(found.List, func(a, b Repair) int {
		switch {
		case a.Free == b.Free:
			return 0
		case a.Free:
			return -1
		}
		return 1
	})
	found.List = found.List[:min(len(found.List), maxRepairs)]
	found.Others = found.Others[:min(len(found.Others), maxRepairs)]
	return found
}

// furtherThan reports whether a repair changes the same word the same way as
// another that goes less far. The other stands in the list before it.
func (r Repair) furtherThan(other Repair) bool {
	if len(r.Words) != 1 || len(other.Words) != 1 {
		return false
	}
	a, b := r.Words[0], other.Words[0]
	return a.Relation == b.Relation && a.Kind == b.Kind
}

func (c *concerns) repair(of []remedy) Repair {
	r := Repair{Steps: steps(of)}
	for _, m := range of {
		r.Words = append(r.Words, m.WordChange)
	}
	r.Free = c.allStable(c.free, func(n *network) { applyAll(n, of) })
	return r
}

func applyAll(n *network, of []remedy) {
	for _, m := range of {
		m.apply(&n.arcs[m.arc])
	}
}

func steps(of []remedy) int {
	n := 0
	for _, m := range of {
		n += m.Steps
	}
	return n
}

// remedies lists the changes of one word in the blocks that grow. What the
// group has left open isn't changed but asked.
func (c *concerns) remedies(s *study) []remedy {
	strengths, speeds := scales(s.net.model)
	signSteps := max(len(strengths), len(speeds))
	inside := map[int]bool{}
	for _, one := range c.growing {
		for _, i := range s.net.within(one.factors) {
			inside[i] = true
		}
	}
	var all []remedy
	for i, a := range s.net.arcs {
		if !inside[i] || !a.known() {
			continue
		}
		if !a.force {
			all = append(all, along(strengths, a.strengthWord, StrengthWord, a.id, i)...)
		}
		all = append(all, along(speeds, a.speedWord, SpeedWord, a.id, i)...)
		signs := []string{"+", "-"}
		if a.sign < 0 {
			signs = []string{"-", "+"}
		}
		all = append(all, remedy{WordChange{a.id, SignWord, signs[0], signs[1], signSteps}, i, -a.sign})
	}
	slices.SortStableFunc(all, func(a, b remedy) int { return cmp.Compare(a.Steps, b.Steps) })
	return all
}

// along gives the other words of a scale.
func along(scale model.Scale, word string, kind WordKind, id string, arc int) []remedy {
	at := scale.Index(word)
	var all []remedy
	for i, step := range scale {
		if at < 0 || i == at || step.Value == scale[at].Value {
			continue
		}
		away := i - at
		if away < 0 {
			away = -away
		}
		all = append(all, remedy{WordChange{id, kind, word, step.Name, away}, arc, step.Value})
	}
	return all
}

// pairs gives every two changes of different words, by the steps they take
// together.
func pairs(remedies []remedy) [][]remedy {
	var all [][]remedy
	for i, a := range remedies {
		for _, b := range remedies[i+1:] {
			if a.arc != b.arc || a.Kind != b.Kind {
				all = append(all, []remedy{a, b})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b []remedy) int { return cmp.Compare(steps(a), steps(b)) })
	return all
}

// mended gives the changes that make all concerns stable, in their order; only
// those of the fewest steps if that is enough. It stops at the bound on work
// and then clears complete.
func (c *concerns) mended(changes [][]remedy, fewest bool, complete *bool) [][]remedy {
	var found [][]remedy
	order := slices.Clone(c.watched)
	for _, change := range changes {
		if fewest && len(found) > 0 && steps(change) > steps(found[0]) {
			break
		}
		if c.work > repairWork {
			*complete = *complete && len(found) > 0 && steps(change) > steps(found[0])
			break
		}
		if !c.plausible(change) {
			continue
		}
		if at := c.firstUnstable(order, change); at < 0 {
			found = append(found, change)
		} else { // what stopped one change is likely to stop the next
			stopper := order[at]
			copy(order[1:at+1], order[:at])
			order[0] = stopper
		}
	}
	return found
}

// firstUnstable gives the place of the first concern that a change leaves
// unstable, −1 if there is none.
func (c *concerns) firstUnstable(order []*concern, change []remedy) int {
	for i := range order {
		if !c.allStable(order[i:i+1], func(n *network) { applyAll(n, change) }) {
			return i
		}
	}
	return -1
}

// plausible reports whether a change could help, as far as determinants tell
// without any eigenvalue: see balance.
func (c *concerns) plausible(change []remedy) bool {
	for _, one := range c.growing {
		for _, b := range one.tried() {
			if !b.mayHold(one.net, change) {
				return false
			}
		}
	}
	return true
}
