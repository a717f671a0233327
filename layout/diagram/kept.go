package diagram

import (
	"math"
	"slices"

	"slotmemo/internal/document"
)

// Kept is what a build leaves for the next: where stations stand and how arrows
// bow. Both are obligations: what is kept stays as it is.
type Kept struct {
	Spots map[string]Spot    // by id of the node
	Bows  map[string]float64 // by id of the edge, in parts of its length
}

// A Spot is a place on the map, x to the right, y downward: points of the whole
// map, or any other unit if a person gave them.
type Spot struct{ X, Y float64 }

// A scale brings spots to points of the whole map and back. Spots in points stay
// as they are; a map that is wider than a page was drawn in another unit.
type scale struct{ x0, y0, fx, fy float64 }

func (s scale) in(p Spot) vec { return vec{(p.X - s.x0) * s.fx, (p.Y - s.y0) * s.fy} }

func (s scale) out(p vec) Spot {
	return Spot{math.Round(p.x/s.fx + s.x0), math.Round(p.y/s.fy + s.y0)}
}

// scaleOf finds the frame of kept spots and how they come to points in it.
func scaleOf(spots map[string]Spot, nodes int) (frame vec, s scale) {
	if len(spots) == 0 {
		return vec{pageWidth, heightFor(nodes)}, scale{0, 0, 1, 1}
	}
	var points []vec
	for _, id := range sortedIDs(spots) {
		points = append(points, vec{spots[id].X, spots[id].Y})
	}
	b := boundsOf(points)
	if b.x0 >= 0 && b.x1 <= pageWidth && b.y0 >= 0 {
		for _, h := range heights {
			if b.y1 <= h-8 {
				return vec{pageWidth, h}, scale{0, 0, 1, 1}
			}
		}
	}
	frame = vec{pageWidth, heightFor(len(spots))}
	fx := (frame.x - 2*margin) / max(b.width(), b.height()*0.2, 1e-6)
	fy := (frame.y - 2*margin) / max(b.height(), b.width()*0.2, 1e-6)
	return frame, scale{b.x0 - margin/fx, b.y0 - margin/fy, fx, fy}
}

// firstSpots gives the first positions of the tables. Tables that give them for
// less than half of the nodes are left alone.
func firstSpots(d *document.Diagram) map[string]Spot {
	spots := map[string]Spot{}
	for _, n := range d.Nodes {
		if n.HasSpot {
			spots[n.ID] = Spot{n.X, n.Y}
		}
	}
	if 2*len(spots) < len(d.Nodes) {
		return nil
	}
	return spots
}

// keep gives what is to be kept of a land: kept spots as they were.
func (l *land) keep(s scale, spots map[string]Spot) Kept {
	k := Kept{Spots: map[string]Spot{}, Bows: map[string]float64{}}
	for i, id := range l.ids {
		if was, ok := spots[id]; ok {
			k.Spots[id] = was
		} else {
			k.Spots[id] = s.out(l.stations[i])
		}
	}
	for i, link := range l.links {
		k.Bows[link.id] = l.bows[i]
	}
	return k
}

func sortedIDs[V any](m map[string]V) []string {
	ids := make([]string, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
