package diagram

import (
	"fmt"

	"slotmemo/internal/document"
)

// hints gives the places on the map, or for a node that stands for a group the
// middle of its members there. Without any place there are no hints; a node
// without one stands among its neighbours that have.
func (p *placer) hints(d *document.Diagram) ([]*vec, bool) {
	hints := make([]*vec, len(d.Nodes))
	if d.Layout == document.FreshLayout || len(p.positions) == 0 {
		return hints, false
	}
	known := 0
	for i, n := range d.Nodes {
		if at, ok := p.hint(n.ID); ok {
			hints[i] = &at
			known++
		}
	}
	if known*2 < len(d.Nodes) || known == 0 {
		return make([]*vec, len(d.Nodes)), false
	}
	p.guess(d, hints)
	return hints, true
}

func (p *placer) hint(id string) (vec, bool) {
	if at, ok := p.positions[id]; ok {
		return vec{at.X, at.Y}, true
	}
	members := p.groupOf[id]
	var sum vec
	for _, m := range members {
		sum = sum.plus(vec{p.positions[m].X, p.positions[m].Y})
	}
	return sum.times(1 / float64(max(1, len(members)))), len(members) > 0
}

// guess places what the map doesn't know among its neighbours.
func (p *placer) guess(d *document.Diagram, hints []*vec) {
	index := map[string]int{}
	for i, n := range d.Nodes {
		index[n.ID] = i
	}
	for i := range d.Nodes {
		if hints[i] != nil {
			continue
		}
		var sum vec
		n := 0.0
		for _, e := range d.Edges {
			a, b := index[e.From], index[e.To]
			if b == i {
				a, b = b, a
			}
			if a == i && hints[b] != nil {
				sum, n = sum.plus(*hints[b]), n+1
			}
		}
		if n == 0 {
			sum, n = *firstHint(hints), 1
		}
		at := sum.times(1 / n).plus(vec{float64(i%5)*7 - 14, 11})
		hints[i] = &at
	}
}

func firstHint(hints []*vec) *vec {
	for _, h := range hints {
		if h != nil {
			return h
		}
	}
	panic(fmt.Sprintf("diagram: no hint among %d", len(hints)))
}

// spots gives hints as numbers, for the key of the cache.
func spots(hints []*vec) [][2]float64 {
	out := make([][2]float64, len(hints))
	for i, h := range hints {
		if h != nil {
			out[i] = [2]float64{h.x, h.y}
		}
	}
	return out
}
