package marvel

import (
	"cmp"
	"math/bits"
	"slices"
)

// independentLoops gives a shortest independent loop set of the components, as
// circuits from their smallest factor: e − n + 1 loops per component, by which
// all its loops can be told (Oliva, "Model structure analysis through graph
// theory", System Dynamics Review 20, 2004).
//
// Oliva takes loops from short to long while they bring a relation not seen
// before, which can end with fewer than e − n + 1. Here a loop is taken if it
// is independent of those taken: the sum, relation by relation and modulo 2, of
// no choice of them. Candidates are a shortest way out, a relation, and a
// shortest way back, as for minimum cycle bases (Horton 1987; for circuits of
// strongly connected digraphs Gleiss, Leydold and Stadler 2003). The tie-break
// is fixed: length, then the relations in the order of their ids.
func (n *network) independentLoops(components [][]int) [][]int {
	var set [][]int
	for _, c := range components {
		set = append(set, n.independentIn(c)...)
	}
	return set
}

func (n *network) independentIn(component []int) [][]int {
	arcs := n.within(component)
	want := len(arcs) - len(component) + 1
	place := map[int]int{} // of an arc in the bit rows
	for i, a := range arcs {
		place[a] = i
	}
	basis := make([][]uint64, len(arcs)) // by their lowest bit
	var set [][]int
	for _, chain := range n.candidates(component, arcs) {
		row := make([]uint64, (len(arcs)+63)/64)
		for _, a := range chain {
			row[place[a]/64] |= 1 << (place[a] % 64)
		}
		if reduce(row, basis) {
			if set = append(set, chain); len(set) == want {
				break
			}
		}
	}
	return set
}

// reduce takes the basis away from a row, and adds what is left to it. It
// tells whether something was left.
func reduce(row []uint64, basis [][]uint64) bool {
	for i := range row {
		for row[i] != 0 {
			pivot := 64*i + bits.TrailingZeros64(row[i])
			if basis[pivot] == nil {
				basis[pivot] = row
				return true
			}
			for j, w := range basis[pivot] {
				row[j] ^= w
			}
		}
	}
	return false
}

// candidates gives circuits from short to long, each once.
func (n *network) candidates(component, arcs []int) [][]int {
	g := newGraph(n, arcs)
	var all [][]int
	for _, root := range component {
		away, home := g.tree(root, g.out), g.tree(root, g.in)
		for _, a := range arcs {
			if chain := n.join(root, a, away, home); chain != nil {
				all = append(all, chain)
			}
		}
	}
	slices.SortFunc(all, func(a, b []int) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b))
	})
	return slices.CompactFunc(all, slices.Equal)
}

// tree finds shortest ways from the root along links: for each vertex the arc
// by which it was reached first, −1 at the root.
func (g *graph) tree(root int, links [][]link) []int {
	by := make([]int, len(links))
	for i := range by {
		by[i] = -2
	}
	by[root] = -1
	queue := []int{root}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		for _, l := range links[v] {
			if by[l.end] == -2 {
				by[l.end] = l.arc
				queue = append(queue, l.end)
			}
		}
	}
	return by
}

// join makes the circuit root → … → arc → … → root, turned to its smallest
// factor; nil if it meets a factor twice.
func (n *network) join(root, arc int, away, home []int) []int {
	var chain []int
	seen := map[int]bool{}
	for v := n.arcs[arc].from; ; v = n.arcs[away[v]].from {
		seen[v] = true
		if v == root {
			break
		}
		chain = append(chain, away[v])
	}
	slices.Reverse(chain)
	chain = append(chain, arc)
	for v := n.arcs[arc].to; v != root; v = n.arcs[home[v]].to {
		if seen[v] {
			return nil
		}
		seen[v] = true
		chain = append(chain, home[v])
	}
	return n.turn(chain)
}

// turn makes a closed chain begin with its smallest factor.
func (n *network) turn(chain []int) []int {
	first := 0
	for i, a := range chain {
		if n.arcs[a].from < n.arcs[chain[first]].from {
			first = i
		}
	}
	return slices.Concat(chain[first:], chain[:first])
}
