package marvel

import (
	"math"

	"slotmemo/internal/model"
)

// What the model leaves open (a level, a sign, a word) spreads along relations:
// a number follows for a factor only if nothing that reaches it is open.

// moving marks the factors that may move in the base run: those that a force
// acts on, and what comes after them.
func (n *network) moving() []bool {
	var drawn []int
	for _, a := range n.arcs {
		if a.force {
			drawn = append(drawn, a.to)
		}
	}
	return n.after(drawn, nil)
}

// baseUnknown marks the factors whose level in the base run doesn't follow.
func (n *network) baseUnknown() []bool {
	moving := n.moving()
	var open []int
	for _, a := range n.arcs {
		switch {
		case a.force && (!a.known() || math.IsNaN(n.level[a.from]) || math.IsNaN(n.level[a.to])):
			open = append(open, a.to)
		case !a.force && !a.known() && moving[a.from]:
			open = append(open, a.to)
		}
	}
	unknown := n.after(open, nil)
	for f, level := range n.level {
		unknown[f] = unknown[f] || math.IsNaN(level)
	}
	return unknown
}

// changeUnknown marks the factors whose response to a push on the seeds
// doesn't follow, the push itself being known.
func (n *network) changeUnknown(seeds []int) []bool {
	reached := n.after(seeds, nil)
	var open []int
	for _, a := range n.arcs {
		if !a.known() && (reached[a.from] || a.force && reached[a.to]) { // a force also damps its target
			open = append(open, a.to)
		}
	}
	return n.after(open, nil)
}

// trendBySigns gives the direction of a factor if the signs alone tell it:
// every way there from the factors that are held has the same sign, ways with
// rounds in them too, so that nothing ever works against it. A held factor that
// something on the way acts on may swing about its target; then nothing
// follows. pushes gives the sign of the push on each held factor.
func (n *network) trendBySigns(pushes map[int]float64, target int) Trend {
	var seeds []int
	for f := range pushes {
		seeds = append(seeds, f)
	}
	reached, leads := n.after(seeds, nil), n.before([]int{target})
	if !reached[target] {
		return Still
	}
	side := make([]float64, len(n.factors)) // direction of each factor on the way, 0 if not known yet
	var queue []int
	for f, push := range pushes {
		if push == 0 {
			return Unclear
		}
		if leads[f] {
			side[f] = push
			queue = append(queue, f)
		}
	}
	for len(queue) > 0 {
		f := queue[0]
		queue = queue[1:]
		for _, i := range n.out[f] {
			a := n.arcs[i]
			if !leads[a.to] {
				continue
			}
			_, held := pushes[a.to]
			push := side[f] * a.sign
			switch {
			case held || math.IsNaN(push) || side[a.to] == -push:
				return Unclear
			case side[a.to] == 0:
				side[a.to] = push
				queue = append(queue, a.to)
			}
		}
	}
	if side[target] > 0 {
		return Rises
	}
	return Falls
}

// numbers tells what the model leaves open as a whole.
func numbers(n *network) Numbers {
	var open Numbers
	for f, level := range n.level {
		if math.IsNaN(level) {
			open.MissingLevels = append(open.MissingLevels, n.factors[f])
		}
	}
	if open.NoLevels = len(open.MissingLevels) == len(n.factors); open.NoLevels {
		open.MissingLevels = nil
	}
	for _, a := range n.arcs {
		if math.IsNaN(a.sign) {
			open.UnknownSigns = append(open.UnknownSigns, a.id)
		}
		if math.IsNaN(a.strength) || math.IsNaN(a.tau) {
			open.UnknownWords = append(open.UnknownWords, a.id)
		}
	}
	return open
}

// signOf gives −1, 0 or +1.
func signOf(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// held gives the factor of an intervention, −1 if it isn't there.
func (n *network) held(c model.Intervention) int {
	if f, ok := n.index[c.Factor]; ok {
		return f
	}
	return -1
}
