package engine

import (
	"fmt"
	"strings"
)

// A Request is a graph of boxes and arrows to be laid out. It holds numbers
// only: no text of the user's ever reaches Graphviz.
type Request struct {
	Engine string // "dot", "neato", …
	Graph  string // attributes of the graph, ours: "nodesep=0.2,ranksep=0.3"
	Nodes  []Box
	Edges  []Link
	Groups [][]int // clusters of nodes; dot only
}

// A Box is a node by its size and, if Hinted, where it would like to stand.
// Lengths are points, y downward.
type Box struct {
	W, H   float64
	X, Y   float64
	Hinted bool
}

// A Link is an arrow between two nodes by their index. Len is the length that
// neato aims at, in points; 0: its own choice.
type Link struct {
	From, To int
	Len      float64
	Weight   float64
	Hidden   bool // pulls, but isn't drawn
}

// dot writes the request in Graphviz's language. Numbers are written with %.4f,
// since "1e+09" isn't a number there; label=" " rather than "" because
// go-graphviz patches every empty label, which takes a third of the parsing.
func (r Request) dot(name string) string {
	const inch = 72
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %s {\n", name)
	if r.Graph != "" {
		fmt.Fprintf(&b, "graph[%s];\n", r.Graph)
	}
	b.WriteString("node[shape=box,fixedsize=true,label=\" \"];\nedge[arrowsize=0.7];\n")
	for i, n := range r.Nodes {
		fmt.Fprintf(&b, "n%d[width=%.4f,height=%.4f", i, n.W/inch, n.H/inch)
		if n.Hinted {
			fmt.Fprintf(&b, ",pos=\"%.4f,%.4f\"", n.X/inch, -n.Y/inch)
		}
		b.WriteString("];\n")
	}
	for i, g := range r.Groups {
		fmt.Fprintf(&b, "subgraph cluster_%d{margin=8;", i)
		for _, n := range g {
			fmt.Fprintf(&b, "n%d;", n)
		}
		b.WriteString("}\n")
	}
	for i, e := range r.Edges {
		fmt.Fprintf(&b, "n%d->n%d[id=e%d", e.From, e.To, i)
		if e.Len > 0 {
			fmt.Fprintf(&b, ",len=%.4f", e.Len/inch)
		}
		if e.Weight > 0 {
			fmt.Fprintf(&b, ",weight=%.4f", e.Weight)
		}
		if e.Hidden {
			b.WriteString(",style=invis")
		}
		b.WriteString("];\n")
	}
	b.WriteString("}\n")
	return b.String()
}
