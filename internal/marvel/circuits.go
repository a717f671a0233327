package marvel

// A graph is what circuits are sought in: arcs between vertices 0 … n−1.
type graph struct {
	out [][]link // in a fixed order
	in  [][]link
}

// A link is an arc seen from one of its ends.
type link struct{ arc, end int }

func newGraph(n *network, arcs []int) *graph {
	g := &graph{make([][]link, len(n.factors)), make([][]link, len(n.factors))}
	for _, i := range arcs {
		g.add(i, n.arcs[i].from, n.arcs[i].to)
	}
	return g
}

func (g *graph) add(arc, from, to int) {
	g.out[from] = append(g.out[from], link{arc, to})
	g.in[to] = append(g.in[to], link{arc, from})
}

// A search looks for circuits through a start, among vertices that are not
// below it. It counts the arcs it looks at, and stops when they are up: a slow
// machine finds the same circuits.
type search struct {
	g     *graph
	start int
	steps *int // left
	visit func(chain []int)

	chain   []int  // arcs
	allowed []bool // vertices of the component of the start
	blocked []bool
	waiting [][]int // Johnson's B: vertices to unblock together with this one
	home    []int   // links from here to the start, −1 if none
	limit   int     // length, for short
}

func newSearch(g *graph, steps *int, visit func(chain []int)) *search {
	n := len(g.out)
	return &search{
		g: g, steps: steps, visit: visit,
		allowed: make([]bool, n), blocked: make([]bool, n), waiting: make([][]int, n), home: make([]int, n),
	}
}

// all visits every circuit of the graph once, from its smallest vertex, after
// Johnson, "Finding all the elementary circuits of a directed graph", SIAM J.
// Comput. 4 (1975). It tells whether it came to the end.
func (s *search) all() bool {
	for v := range s.g.out {
		if !s.through(v) {
			return false
		}
	}
	return true
}

// through visits every circuit through v among vertices ≥ v.
func (s *search) through(v int) bool {
	s.start = v
	s.measure()
	for w := range s.g.out {
		s.allowed[w] = s.home[w] >= 0
		s.blocked[w] = false
		s.waiting[w] = s.waiting[w][:0]
	}
	s.chain = s.chain[:0]
	s.johnson(v)
	return *s.steps > 0
}

// johnson is CIRCUIT of the paper. Its vertices are those that can return to
// the start; that they are reached from it follows from getting there.
func (s *search) johnson(v int) bool {
	found := false
	s.blocked[v] = true
	for _, l := range s.g.out[v] {
		if *s.steps--; *s.steps <= 0 {
			return false
		}
		if l.end < s.start || !s.allowed[l.end] {
			continue
		}
		s.chain = append(s.chain, l.arc)
		if l.end == s.start {
			s.visit(s.chain)
			found = true
		} else if !s.blocked[l.end] && s.johnson(l.end) {
			found = true
		}
		s.chain = s.chain[:len(s.chain)-1]
	}
	if found {
		s.unblock(v)
		return true
	}
	for _, l := range s.g.out[v] {
		if l.end >= s.start && s.allowed[l.end] {
			s.waiting[l.end] = append(s.waiting[l.end], v)
		}
	}
	return false
}

func (s *search) unblock(v int) {
	s.blocked[v] = false
	waiting := s.waiting[v]
	s.waiting[v] = nil
	for _, w := range waiting {
		if s.blocked[w] {
			s.unblock(w)
		}
	}
}

// short visits every circuit of at most limit arcs. Johnson's blocking doesn't
// go with a bound on the length; a branch is cut where the shortest way home
// is too long.
func (s *search) short(limit int) bool {
	for v := range s.g.out {
		if !s.shortThrough(v, limit) {
			return false
		}
	}
	return true
}

func (s *search) shortThrough(v, limit int) bool {
	s.start, s.limit = v, limit
	s.measure()
	for w := range s.blocked {
		s.blocked[w] = false
	}
	s.chain = s.chain[:0]
	return s.extend(v)
}

func (s *search) extend(v int) bool {
	s.blocked[v] = true
	for _, l := range s.g.out[v] {
		if *s.steps--; *s.steps <= 0 {
			return false
		}
		if l.end < s.start || s.home[l.end] < 0 || len(s.chain)+1+s.home[l.end] > s.limit {
			continue
		}
		if l.end != s.start && s.blocked[l.end] {
			continue
		}
		s.chain = append(s.chain, l.arc)
		if l.end == s.start {
			s.visit(s.chain)
		} else if !s.extend(l.end) {
			return false
		}
		s.chain = s.chain[:len(s.chain)-1]
	}
	s.blocked[v] = false
	return true
}

// measure finds the number of links from each vertex home, by vertices that
// are not below the start.
func (s *search) measure() {
	for w := range s.home {
		s.home[w] = -1
	}
	s.home[s.start] = 0
	queue := []int{s.start}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		for _, l := range s.g.in[v] {
			if l.end >= s.start && s.home[l.end] < 0 {
				s.home[l.end] = s.home[v] + 1
				queue = append(queue, l.end)
			}
		}
	}
}
