package marvel

import (
	"slices"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// components gives the strongly connected components with a loop in them:
// factors rising, components by their first factor.
func (n *network) components() [][]int {
	g := simple.NewDirectedGraph()
	for f := range n.factors {
		g.AddNode(simple.Node(f))
	}
	self := map[int]bool{}
	for _, a := range n.arcs {
		if a.from == a.to {
			self[a.from] = true
			continue
		}
		g.SetEdge(g.NewEdge(simple.Node(a.from), simple.Node(a.to)))
	}
	var all [][]int
	for _, nodes := range topo.TarjanSCC(g) {
		if len(nodes) == 1 && !self[int(nodes[0].ID())] {
			continue
		}
		c := make([]int, len(nodes))
		for i, v := range nodes {
			c[i] = int(v.ID())
		}
		slices.Sort(c)
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b []int) int { return a[0] - b[0] })
	return all
}

// within gives the arcs that stay within a set of factors, rising.
func (n *network) within(factors []int) []int {
	inside := make([]bool, len(n.factors))
	for _, f := range factors {
		inside[f] = true
	}
	var arcs []int
	for i, a := range n.arcs {
		if inside[a.from] && inside[a.to] {
			arcs = append(arcs, i)
		}
	}
	return arcs
}
