package marvel

import (
	"math/cmplx"
	"slices"
)

// Bounds on gradual repairs: more words are another model, and a list that
// doesn't get there is worth reading at its beginning only.
const (
	maxGradual   = 12
	shownGradual = 6
)

// A Gradual repair changes the strengths of more than two words, each time that
// which, for its steps, works hardest against what grows fastest.
type Gradual struct {
	Words  []WordChange
	Growth []float64 // per year, of what grows fastest once each word is changed too
	// Stable: together they make all runs stable, and every one of them is
	// needed; whether another choice needs fewer isn't known. Else they are only
	// the words that weigh most.
	Stable bool
}

func (c *concerns) gradual(s *study) Gradual {
	var chosen []remedy
	left := slices.DeleteFunc(c.remedies(s), func(m remedy) bool { return m.Kind != StrengthWord })
	worst := c.fastestAfter(nil)
	for worst != nil {
		at := worst.hardest(left)
		if at < 0 {
			break
		}
		before := slices.IndexFunc(chosen, func(m remedy) bool { return m.arc == left[at].arc })
		switch {
		case before >= 0: // further along the scale
			chosen[before] = left[at]
		case len(chosen) == maxGradual:
			return c.weightiest(chosen, false)
		default:
			chosen = append(chosen, left[at])
		}
		left = slices.Delete(left, at, at+1)
		worst = c.fastestAfter(chosen)
	}
	return c.weightiest(chosen, worst == nil)
}

// weightiest tells what was chosen.
func (c *concerns) weightiest(chosen []remedy, stable bool) Gradual {
	g := Gradual{Stable: stable}
	if g.Stable {
		chosen = c.needed(chosen)
	} else {
		chosen = chosen[:min(len(chosen), shownGradual)]
	}
	for i, m := range chosen {
		g.Words = append(g.Words, m.WordChange)
		g.Growth = append(g.Growth, c.growthAfter(chosen[:i+1]))
	}
	return g
}

// growthAfter gives the growth that a change leaves, 0 if none.
func (c *concerns) growthAfter(change []remedy) float64 {
	if left := c.fastestAfter(change); left != nil {
		return max(0, real(left.growth))
	}
	return 0
}

// fastestAfter gives the concern that is unstable after a change, as it then
// stands; nil if none is. The one that grew fastest at first is asked first.
func (c *concerns) fastestAfter(change []remedy) *concern {
	for _, one := range c.watched {
		changed := *one.net
		changed.arcs = slices.Clone(one.net.arcs)
		applyAll(&changed, change)
		now := &concern{net: &changed, factors: one.factors, hold: one.hold}
		if now.verdict, now.growth = known(&changed).block(one.factors).weigh(one.hold); now.verdict == unstable {
			return now
		}
	}
	return nil
}

// hardest gives the place of the step that lowers the growth most: just above
// an eigenvalue the balance is nearly singular, and what lifts its determinant
// most moves the eigenvalue down most. −1 if no step does.
func (c *concern) hardest(steps []remedy) int {
	if cmplx.IsNaN(c.growth) {
		return -1
	}
	b := c.balance(1.02*real(c.growth) + 1e-3)
	best, most := -1, 1e-9
	if b == nil {
		return best
	}
	for i, m := range steps {
		if lift := grid(b.lift(c.net, m)/float64(m.Steps)) / 1e6; lift > most {
			best, most = i, lift
		}
	}
	return best
}

// lift gives by what part a change of one word raises the determinant.
func (b *balance) lift(n *network, m remedy) float64 {
	a := n.arcs[m.arc]
	from, ok := b.place[a.from]
	to, ok2 := b.place[a.to]
	if a.force || !ok || !ok2 {
		return 0
	}
	changed := a
	m.apply(&changed)
	return -(changed.passes(b.at) - a.passes(b.at)) * b.into[to] * b.inverse.At(from, to)
}

// needed takes back every step without which all is stable too.
func (c *concerns) needed(chosen []remedy) []remedy {
	for i := len(chosen) - 1; i >= 0; i-- {
		without := slices.Delete(slices.Clone(chosen), i, i+1)
		if c.fastestAfter(without) == nil {
			chosen = without
		}
	}
	return chosen
}
