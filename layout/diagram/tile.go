package diagram

import (
	"cmp"
	"math"
	"slices"
)

// A tile is a group, or a node without one, with what it needs of the page.
type tile struct {
	members []int
	group   bool
	need    float64 // area
	center  vec
	cell    rect
}

// tile shares out the page among groups, each where it stands and as large as
// its members need, and puts the members into their cells. Pushing groups apart
// bit by bit gets stuck when the page is nearly full; this can't.
//
//	┌────────┬───────────┐
//	│        │           │   cut across the longer side, between groups that
//	├────────┴────┬──────┤   follow each other in that direction, until every
//	│             │      │   group has a cell of its own
//	└─────────────┴──────┘
func (s *sketch) tile() {
	tiles := s.tiles()
	page := rect{s.rim.x / 2, s.rim.y / 2, s.page.x - s.rim.x/2, s.page.y - s.rim.y/2}
	cut(tiles, page)
	s.cells = make([]rect, len(s.bodies))
	for i := range s.cells {
		s.cells[i] = page // names of loops go where they like
	}
	for _, t := range tiles {
		inner := t.cell.grow(-areaGap / 2)
		if t.group {
			inner = inner.grow(-areaAir)
			inner.y0 += areaTitle
		}
		s.fill(t.members, inner)
	}
}

func (s *sketch) tiles() []tile {
	var tiles []tile
	grouped := make([]bool, s.nodes)
	add := func(members []int, group bool) {
		t := tile{members: members, group: group, center: s.center(members)}
		for _, m := range members {
			b := s.bodies[m].box
			t.need += (b.width() + 2*gapWanted) * (b.height() + 2*gapWanted)
			grouped[m] = true
		}
		tiles = append(tiles, t)
	}
	for _, g := range s.groups {
		if len(g.members) > 0 {
			add(g.members, true)
		}
	}
	for i := range s.nodes {
		if !grouped[i] {
			add([]int{i}, false)
		}
	}
	return tiles
}

// cut divides a part of the page among tiles.
func cut(tiles []tile, r rect) {
	if len(tiles) == 1 {
		tiles[0].cell = r
		return
	}
	// Labels are wide: a cell wants to be wider than it is high.
	across := r.width() > 1.2*r.height()
	slices.SortStableFunc(tiles, func(a, b tile) int {
		if across {
			return cmp.Compare(a.center.x, b.center.x)
		}
		return cmp.Compare(a.center.y, b.center.y)
	})
	total := 0.0
	for _, t := range tiles {
		total += t.need
	}
	best, share, sum := 1, 0.0, 0.0
	for i, t := range tiles[:len(tiles)-1] {
		sum += t.need
		if i == 0 || math.Abs(sum/total-0.5) < math.Abs(share-0.5) {
			best, share = i+1, sum/total
		}
	}
	one, two := r, r
	if across {
		one.x1 = r.x0 + share*r.width()
		two.x0 = one.x1
	} else {
		one.y1 = r.y0 + share*r.height()
		two.y0 = one.y1
	}
	cut(tiles[:best], one)
	cut(tiles[best:], two)
}

// fill spreads members over their cell as they stand to each other.
func (s *sketch) fill(members []int, cell rect) {
	lo, hi := s.bodies[members[0]].at, s.bodies[members[0]].at
	for _, m := range members {
		at := s.bodies[m].at
		lo, hi = vec{min(lo.x, at.x), min(lo.y, at.y)}, vec{max(hi.x, at.x), max(hi.y, at.y)}
	}
	for _, m := range members {
		b := s.bodies[m]
		w, h := b.box.width()/2, b.box.height()/2
		fx, fy := 0.5, 0.5
		if hi.x-lo.x > 1 {
			fx = (b.at.x - lo.x) / (hi.x - lo.x)
		}
		if hi.y-lo.y > 1 {
			fy = (b.at.y - lo.y) / (hi.y - lo.y)
		}
		b.at = vec{cell.x0 + w + fx*(cell.width()-2*w), cell.y0 + h + fy*(cell.height()-2*h)}
		s.cells[m] = cell
	}
}

// toCells keeps every body in its cell.
func (s *sketch) toCells() {
	for i, b := range s.bodies {
		c := s.cells[i]
		w, h := min(b.box.width(), c.width())/2, min(b.box.height(), c.height())/2
		b.at.x = max(c.x0+w, min(c.x1-w, b.at.x))
		b.at.y = max(c.y0+h, min(c.y1-h, b.at.y))
	}
}
