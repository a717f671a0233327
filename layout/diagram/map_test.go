package diagram

import (
	"fmt"

	"slotmemo/internal/document"
)

// viewOf gives the view of a node and its neighbours up to so many nodes.
func viewOf(d *document.Diagram, center, most int) *document.Diagram {
	in := map[string]bool{d.Nodes[center].ID: true}
	queue := []string{d.Nodes[center].ID}
	for len(queue) > 0 && len(in) < most {
		id := queue[0]
		queue = queue[1:]
		for _, e := range d.Edges {
			for _, next := range [2]string{e.From, e.To} {
				if (e.From == id || e.To == id) && !in[next] && len(in) < most {
					in[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
	v := &document.Diagram{ID: fmt.Sprintf("view-%d", center), Key: d.Key, Groups: d.Groups}
	for _, n := range d.Nodes {
		if in[n.ID] {
			v.Nodes = append(v.Nodes, n)
		}
	}
	for _, e := range d.Edges {
		if in[e.From] && in[e.To] {
			v.Edges = append(v.Edges, e)
		}
	}
	return v
}
