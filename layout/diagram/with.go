package diagram

import (
	"maps"
	"slices"

	"slotmemo/internal/document"
)

// with gives the land with what a diagram shows and the map hasn't: what was
// dropped since an older version, relations bundled between groups, and the
// groups themselves, which stand in the middle of their fields. The map and what
// is kept of it stay as they are.
func (l *land) with(d *document.Diagram) *land {
	nodes, edges := l.missing(d)
	if len(nodes)+len(edges) == 0 {
		return l
	}
	c := *l
	c.index, c.linkOf = maps.Clone(l.index), maps.Clone(l.linkOf)
	c.ids, c.stations, c.fieldOf = slices.Clip(l.ids), slices.Clone(l.stations), slices.Clip(l.fieldOf)
	c.marks = slices.Clip(l.marks)
	c.links, c.bows, c.fields = slices.Clip(l.links), slices.Clone(l.bows), slices.Clone(l.fields)
	for i := range c.fields {
		c.fields[i].members = slices.Clip(c.fields[i].members)
	}
	known := len(l.ids)
	for _, n := range nodes {
		f := max(0, slices.IndexFunc(c.fields, func(f field) bool { return f.id == n.Group }))
		c.add(n, f)
		if n.ForGroup {
			c.stations[len(c.ids)-1] = onPoint(c.fields[f].room.center())
			known++
		}
	}
	for _, e := range edges {
		c.tie(e)
	}
	placed := make([]bool, len(c.ids))
	for i := range placed {
		placed[i] = i < len(l.ids)
	}
	for i := known; i < len(c.ids); i++ {
		c.settle(i, c.fields[c.fieldOf[i]].inner(), placed, nil)
		placed[i] = true
	}
	kept := map[string]float64{}
	for i, link := range l.links {
		kept[link.id] = l.bows[i]
	}
	c.bend(kept)
	return &c
}

// missing gives the nodes and edges of a diagram, its panels included, that the
// map hasn't; nodes that stand for a group come first.
func (l *land) missing(d *document.Diagram) (nodes []document.Node, edges []document.Edge) {
	seen := map[string]bool{}
	look := func(ns []document.Node, es []document.Edge) {
		for _, n := range ns {
			if _, ok := l.index[n.ID]; !ok && !seen[n.ID] {
				seen[n.ID] = true
				nodes = append(nodes, n)
			}
		}
		for _, e := range es {
			if _, ok := l.linkOf[e.ID]; !ok {
				edges = append(edges, e)
			}
		}
	}
	look(d.Nodes, d.Edges)
	for _, p := range d.Panels {
		look(p.Nodes, p.Edges)
	}
	slices.SortStableFunc(nodes, func(a, b document.Node) int {
		switch {
		case a.ForGroup == b.ForGroup:
			return 0
		case a.ForGroup:
			return -1
		}
		return 1
	})
	return nodes, edges
}
