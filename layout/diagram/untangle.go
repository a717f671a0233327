package diagram

import "math"

// Costs of a place for a node, with arrows taken as straight.
const (
	tangleCross  = 1.0
	tangleOver   = 1.6  // an arrow through a node
	tangleLength = 0.55 // an arrow as long as the page is wide
	tangleGroup  = 1.2  // a node as far from the middle of its group
	tangleOrder  = 0.02 // another node that stands on the other side than on the map
	tangleGain   = 0.05 // less isn't worth a move
)

// untangle moves nodes, one at a time or two that change places, as long as
// that takes away crossings of straight arrows and arrows through nodes. The
// engines minimise lengths, not crossings; on the trial of docs/snapshots.md
// this takes away a third of what they leave. Work is bounded by passes.
func (s *sketch) untangle(passes int) {
	t := &tangle{s: s, at: make([]vec, s.nodes), touch: make([][]int, s.nodes), group: make([]int, s.nodes)}
	for i := range s.nodes {
		t.at[i], t.group[i] = s.bodies[i].at, -1
	}
	for k, g := range s.groups {
		for _, m := range g.members {
			t.group[m] = k
		}
	}
	for k, l := range s.links {
		t.touch[l.from] = append(t.touch[l.from], k)
		t.touch[l.to] = append(t.touch[l.to], k)
	}
	for range passes {
		moved := false
		for i := range s.nodes {
			moved = t.improve(i) || moved
		}
		if !moved {
			break
		}
	}
	for i := range s.nodes {
		s.bodies[i].at = t.at[i]
	}
}

// A tangle is an arrangement with straight arrows.
type tangle struct {
	s     *sketch
	at    []vec
	touch [][]int // links of each node
	group []int   // of each node; −1 if none
}

// improve finds the best place for node i: a free one, or that of another node
// that takes its own.
func (t *tangle) improve(i int) bool {
	best, with, to := tangleGain, -1, t.at[i]
	before := t.cost(i)
	for j := range t.at {
		if j == i || !t.mayStand(i, t.at[j]) || !t.mayStand(j, t.at[i]) {
			continue
		}
		sum := before + t.cost(j)
		t.at[i], t.at[j] = t.at[j], t.at[i]
		if gain := sum - t.cost(i) - t.cost(j); gain > best+1e-9 {
			best, with, to = gain, j, t.at[i]
		}
		t.at[i], t.at[j] = t.at[j], t.at[i]
	}
	home := t.at[i]
	for _, p := range t.spots(i) {
		if !t.free(i, p) {
			continue
		}
		t.at[i] = p
		if gain := before - t.cost(i); gain > best+1e-9 {
			best, with, to = gain, -1, p
		}
		t.at[i] = home
	}
	if best <= tangleGain {
		return false
	}
	if with >= 0 {
		t.at[with] = home
	}
	t.at[i] = to
	return true
}

// spots are places over the page, and round the middle of i's neighbours.
func (t *tangle) spots(i int) []vec {
	const columns, rows = 7, 11
	room := rect{0, 0, t.s.page.x, t.s.page.y}
	if t.s.cells != nil {
		room = t.s.cells[i]
	}
	spots := make([]vec, 0, columns*rows+9)
	for r := range rows {
		for c := range columns {
			spots = append(spots, vec{
				room.x0 + (float64(c)+0.5)*room.width()/columns,
				room.y0 + (float64(r)+0.5)*room.height()/rows,
			})
		}
	}
	var sum vec
	for _, k := range t.touch[i] {
		l := t.s.links[k]
		sum = sum.plus(t.at[l.from+l.to-i])
	}
	if n := len(t.touch[i]); n > 0 {
		middle := sum.times(1 / float64(n))
		for k := range 8 {
			a := math.Pi * float64(k) / 4
			spots = append(spots, middle.plus(vec{60 * math.Cos(a), 40 * math.Sin(a)}))
		}
		spots = append(spots, middle)
	}
	return spots
}

// mayStand tells whether node i would stand in its cell, or on the page.
func (t *tangle) mayStand(i int, p vec) bool {
	b := t.s.bodies[i]
	w, h := b.box.width()/2, b.box.height()/2
	if t.s.cells == nil {
		return p.x >= w && p.y >= h && p.x <= t.s.page.x-w && p.y <= t.s.page.y-h
	}
	c := t.s.cells[i].grow(0.5)
	return p.x >= c.x0+w && p.y >= c.y0+h && p.x <= c.x1-w && p.y <= c.y1-h
}

func (t *tangle) free(i int, p vec) bool {
	if !t.mayStand(i, p) {
		return false
	}
	b := t.s.bodies[i]
	gap := gapWanted
	if t.s.cells != nil {
		gap = gapLeast // a cell is full; what is too close parts afterwards
	}
	r := b.box.move(p).grow(gap)
	for j := range t.at {
		if j != i && r.meets(t.s.bodies[j].box.move(t.at[j])) {
			return false
		}
	}
	return true
}

// cost of node i where it stands.
func (t *tangle) cost(i int) float64 {
	cost := 0.0
	mine := t.s.bodies[i].box.move(t.at[i])
	for _, k := range t.touch[i] {
		l := t.s.links[k]
		a, b := t.at[l.from], t.at[l.to]
		span := rect{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}
		cost += tangleLength * a.to(b) / t.s.page.x
		for j, m := range t.s.links {
			if j == k || l.sharesEnd(m) {
				continue
			}
			c, d := t.at[m.from], t.at[m.to]
			if max(c.x, d.x) < span.x0 || min(c.x, d.x) > span.x1 || max(c.y, d.y) < span.y0 || min(c.y, d.y) > span.y1 {
				continue
			}
			if _, ok := crossing(a, b, c, d); ok {
				cost += tangleCross
			}
		}
		for j := range t.at {
			if j != l.from && j != l.to {
				r := t.s.bodies[j].box.move(t.at[j])
				if span.meets(r) && r.inside(a, b) > 0 {
					cost += tangleOver
				}
			}
		}
	}
	cost += t.groupCost(i) + t.orderCost(i)
	for _, m := range t.s.links {
		if m.from != i && m.to != i && mine.inside(t.at[m.from], t.at[m.to]) > 0 {
			cost += tangleOver
		}
	}
	return cost
}

// groupCost keeps the members of a group together, and strangers out.
func (t *tangle) groupCost(i int) float64 {
	if t.group[i] < 0 {
		return 0
	}
	var sum vec
	members := t.s.groups[t.group[i]].members
	for _, m := range members {
		sum = sum.plus(t.at[m])
	}
	return tangleGroup * t.at[i].to(sum.times(1/float64(len(members)))) / t.s.page.x
}

// orderCost counts the nodes to which i doesn't stand as on the map.
func (t *tangle) orderCost(i int) float64 {
	if t.s.hints == nil {
		return 0
	}
	lost := 0
	for j := range t.at {
		if j != i {
			lost += flips(*t.s.hints[i], *t.s.hints[j], t.at[i], t.at[j])
		}
	}
	return tangleOrder * float64(lost)
}

// flips counts the axes on which a and b stand the other way round than they did.
func flips(wasA, wasB, a, b vec) int {
	const same = 6.0
	n := 0
	if dx := wasB.x - wasA.x; math.Abs(dx) >= same && dx*(b.x-a.x) <= 0 {
		n++
	}
	if dy := wasB.y - wasA.y; math.Abs(dy) >= same && dy*(b.y-a.y) <= 0 {
		n++
	}
	return n
}
