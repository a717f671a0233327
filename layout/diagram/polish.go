package diagram

import (
	"cmp"
	"slices"
)

// polishWork bounds the drawings that polishing makes, together with the number
// of arrows in each.
const polishWork, combWork = 8_000, 8_000

// combFew is how many drawings are made to take crossings out of a small diagram.
const combFew = 10

// polishFrom is the size of letters from which on down faults are polished: larger
// letters than a crowded page has room for aren't worth it.
func polishFrom(nodes int) float64 {
	if nodes > smallDiagram {
		return 7.5
	}
	return float64(LabelSize)
}

// polishSteps are the moves that are tried with a node, in points.
var polishSteps = []vec{
	{0, -9},
	{0, 9},
	{-9, 0},
	{9, 0},
	{-9, -9},
	{9, -9},
	{-9, 9},
	{9, 9},
	{0, -20},
	{0, 20},
	{-20, 0},
	{20, 0},
	{-20, -20},
	{20, -20},
	{-20, 20},
	{20, 20},
}

// polish mends what the tries left: it moves the nodes about a fault, one at a
// time and a little, draws the whole again, and keeps what is better.
func (s *sketch) polish(q Quality, clashes []int) (*sketch, Quality) {
	left := polishWork / max(1, len(s.links))
	for q.faults() > 0 || q.over(s.page) != (vec{}) {
		better, quality, c := s.better(q, s.suspects(clashes), nil, &left)
		if better == nil {
			break
		}
		s, q, clashes = better, quality, c
	}
	return s, q
}

// comb takes crossings out of a drawing without faults in the same way; here
// nodes of a group also change places.
func (s *sketch) comb(q Quality) (*sketch, Quality) {
	left := combWork / max(1, len(s.links))
	if s.nodes <= smallDiagram {
		left = combFew
	}
	for q.faults() == 0 {
		better, quality, _ := s.better(q, s.tangled(), s.mates, &left)
		if better == nil {
			break
		}
		s, q = better, quality
	}
	return s, q
}

// better gives the first drawing that is better than s: with one of the suspects
// moved, or in the place of one of its mates. Nil if there is none.
func (s *sketch) better(q Quality, suspects []int, mates func(int) []int, left *int) (*sketch, Quality, []int) {
	score := q.score(s.page) - 1e-6
	for _, k := range suspects {
		var tries []*sketch
		for _, by := range polishSteps {
			t := s.copy()
			t.bodies[k].at = t.bodies[k].at.plus(by)
			tries = append(tries, t)
		}
		if mates != nil {
			for _, m := range mates(k) {
				t := s.copy()
				t.bodies[k].at, t.bodies[m].at = t.bodies[m].at, t.bodies[k].at
				tries = append(tries, t)
			}
		}
		for _, t := range tries {
			if *left == 0 {
				return nil, q, nil
			}
			t.titles = s.dearTitles()
			if !t.room() {
				continue
			}
			*left--
			quality, c := t.draw()
			t.before, t.moved = nil, nil
			if quality.score(s.page) < score {
				return t, quality, c
			}
		}
	}
	return nil, q, nil
}

// tangled are the nodes by the crossings of their arrows, most first.
func (s *sketch) tangled() []int {
	count := make([]int, s.nodes)
	for i := range s.arrows {
		for j := range s.arrows[:i] {
			if !s.arrows[i].box.meets(s.arrows[j].box) {
				continue
			}
			n := crossings(s.arrows[i].samples, s.arrows[j].samples)
			for _, k := range [4]int{s.links[i].from, s.links[i].to, s.links[j].from, s.links[j].to} {
				count[k] += n
			}
		}
	}
	nodes := make([]int, s.nodes)
	for i := range nodes {
		nodes[i] = i
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	return nodes
}

// mates are the other nodes of the group of node k.
func (s *sketch) mates(k int) []int {
	for _, g := range s.groups {
		if slices.Contains(g.members, k) {
			return slices.DeleteFunc(slices.Clone(g.members), func(m int) bool { return m == k })
		}
	}
	return nil
}

// suspects are the nodes about what is wrong: the ends of arrows with marks that
// have no place, nodes in the way of arrows and the ends of these, and the ends of
// arrows through titles.
func (s *sketch) suspects(clashes []int) []int {
	var all []int
	add := func(nodes ...int) {
		for _, k := range nodes {
			if k < s.nodes && !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
	}
	for _, i := range clashes {
		add(s.links[i].from, s.links[i].to)
	}
	page := rect{1, 1, s.page.x - 1, s.page.y - 1}
	for i, l := range s.links {
		if b := s.arrows[i].box; b.x0 < page.x0 || b.y0 < page.y0 || b.x1 > page.x1 || b.y1 > page.y1 {
			add(l.from, l.to)
		}
		if k := s.hit(i); k >= 0 {
			add(k, l.from, l.to)
		}
		for _, g := range s.crowded {
			if t := s.groups[g].titleBox(); t.meets(s.arrows[i].box) && passes(s.arrows[i].samples, t) {
				add(l.from, l.to)
			}
		}
	}
	return all
}

func passes(line []vec, r rect) bool {
	for k := range len(line) - 1 {
		if !r.beside(line[k], line[k+1]) && r.inside(line[k], line[k+1]) > 0 {
			return true
		}
	}
	return false
}

// copy gives a sketch whose bodies can be moved.
func (s *sketch) copy() *sketch {
	t := *s
	t.bodies, t.groups, t.arrows, t.before, t.moved = make([]*body, len(s.bodies)), slices.Clone(s.groups), nil, s, nil
	t.cells = nil // areas may grow where there is room
	for i, b := range s.bodies {
		c := *b
		t.bodies[i] = &c
	}
	return &t
}

// room makes way for a body that was moved, and tells whether that could be done.
func (s *sketch) room() bool {
	for range 12 {
		moved := s.push(gapLeast+0.1, 0.5, nil)
		s.toPage()
		if !moved {
			break
		}
	}
	s.frameAreas()
	for i, b := range s.bodies {
		if b.at != s.before.bodies[i].at {
			s.moved = append(s.moved, i)
		}
	}
	return !s.tooClose()
}

// dearTitles makes an arrow through a title that found no place as dear as one
// through a node.
func (s *sketch) dearTitles() []float64 {
	costs := slices.Clone(s.titles)
	for _, g := range s.crowded {
		costs[g] = s.costHit()
	}
	return costs
}
