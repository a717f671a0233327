package marvel

import (
	"cmp"
	"math"
	"slices"
)

// Bounds on paths count arcs looked at. All pairs of intervention and goal
// share them, so that many pairs take no longer than few.
const (
	pathSteps      = 10_000_000
	shortPathSteps = 15_000_000
)

// findPaths finds the paths from each intervention to each goal.
func findPaths(n *network) []Paths {
	held := sortedInterventions(n.model)
	var all []Paths
	pairs := max(1, len(held)*len(n.goals))
	for _, c := range held {
		from, ok := n.index[c.Factor]
		if !ok {
			continue
		}
		for _, g := range n.goals {
			p := n.pathsBetween(from, g.factor, pairs)
			p.Intervention, p.Goal = c.ID, n.factors[g.factor]
			all = append(all, p)
		}
	}
	return all
}

// pathsBetween counts the paths between two factors: all, or if there are too
// many all up to a length.
func (n *network) pathsBetween(from, to, pairs int) Paths {
	if from == to { // held itself: the path without relations
		own := Path{Factors: []string{n.factors[to]}, Gain: 1}
		return Paths{Count: 1, GainSum: 1, Complete: true, Shortest: own, Quickest: own, Strongest: own}
	}
	g := n.pathGraph(from, to)
	steps := pathSteps / pairs
	t := &pathTally{net: n}
	if newSearch(g, &steps, t.add).through(0) {
		return t.paths(from, 0, true)
	}
	steps = shortPathSteps / pairs
	t = &pathTally{net: n}
	for l := 2; ; l++ {
		longer := &pathTally{net: n}
		if !newSearch(g, &steps, longer.add).shortThrough(0, l) {
			return t.paths(from, l-2, false)
		}
		t = longer
	}
}

// pathGraph makes a graph whose circuits through vertex 0 are the paths: the
// start is numbered 0, nothing returns to it but one closing arc from the end
// (−1), and nothing else leaves the end.
func (n *network) pathGraph(from, to int) *graph {
	number := func(f int) int {
		switch {
		case f == from:
			return 0
		case f < from:
			return f + 1
		}
		return f
	}
	g := &graph{make([][]link, len(n.factors)), make([][]link, len(n.factors))}
	for i, a := range n.arcs {
		if a.to != from && a.from != to {
			g.add(i, number(a.from), number(a.to))
		}
	}
	g.add(-1, number(to), 0)
	return g
}

// A pathTally counts paths and keeps the notable ones.
type pathTally struct {
	net                           *network
	count, negative, undetermined int
	sum                           float64
	shortest, quickest, strongest *foundPath
}

// A foundPath is a path with what it is compared by.
type foundPath struct {
	chain             []int
	gain, size, delay float64
}

func (t *pathTally) add(closed []int) {
	p := foundPath{chain: closed[:len(closed)-1]} // without the closing arc
	p.gain, p.delay = t.net.product(p.chain)
	p.size = t.net.size(p.chain)
	t.count++
	switch t.net.kind(p.chain) {
	case Balancing:
		t.negative++
	case Undetermined:
		t.undetermined++
	}
	t.sum += p.gain
	keepFirst(&t.shortest, p, func(p foundPath) [3]float64 {
		return [3]float64{float64(len(p.chain)), -p.size, last(p.delay)}
	})
	keepFirst(&t.quickest, p, func(p foundPath) [3]float64 {
		return [3]float64{last(p.delay), -p.size, float64(len(p.chain))}
	})
	keepFirst(&t.strongest, p, func(p foundPath) [3]float64 {
		return [3]float64{-p.size, last(p.delay), float64(len(p.chain))}
	})
}

// last sorts an unknown delay behind all known ones.
func last(delay float64) float64 {
	if math.IsNaN(delay) {
		return math.Inf(1)
	}
	return delay
}

// keepFirst keeps the path that comes first; equal ones by their relations.
func keepFirst(best **foundPath, p foundPath, key func(foundPath) [3]float64) {
	if *best != nil {
		k, b := key(p), key(**best)
		if cmp.Or(slices.Compare(k[:], b[:]), slices.Compare(p.chain, (*best).chain)) >= 0 {
			return
		}
	}
	p.chain = slices.Clone(p.chain)
	*best = &p
}

// paths gives the result; length is the bound that was used if not complete.
func (t *pathTally) paths(from, length int, complete bool) Paths {
	p := Paths{
		Count: t.count, Negative: t.negative, Undetermined: t.undetermined, GainSum: t.sum,
		Complete: complete, MaxLength: length,
		Shortest: t.net.path(from, t.shortest), Quickest: t.net.path(from, t.quickest), Strongest: t.net.path(from, t.strongest),
	}
	if t.count > 0 {
		gains := []float64{p.Shortest.Gain, p.Quickest.Gain, p.Strongest.Gain, p.GainSum}
		p.Opposite = slices.Min(gains) < 0 && slices.Max(gains) > 0
	}
	return p
}

func (n *network) path(from int, f *foundPath) Path {
	if f == nil {
		return Path{Gain: math.NaN(), Delay: math.NaN()}
	}
	p := Path{Factors: []string{n.factors[from]}, Relations: n.arcIDs(f.chain), Gain: f.gain, Delay: f.delay}
	for _, a := range f.chain {
		p.Factors = append(p.Factors, n.factors[n.arcs[a].to])
	}
	return p
}
