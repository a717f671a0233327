package marvel

import (
	"cmp"
	"math"
	"slices"
)

// Bounds on what is asked: the few answers that settle most are wanted.
const (
	maxAnswers    = 12
	maxConsidered = 48 // open relations, those in the way of most results first
	maxPaired     = 24 // of which two at a time are tried
)

// An Answer is a relation of which the group left the sign or a word open, and
// what is settled when it answers.
type Answer struct {
	Relation              string
	Sign, Strength, Speed bool // what is open
	// Adds is how many results (a single intervention and a goal) follow once
	// this is answered too, after those before it in the list.
	Adds int
	// Blocks is how many results it stands in the way of, alone or with others.
	Blocks int
}

// Settling is what answers would settle, those that settle most first.
type Settling struct {
	Results int // single interventions times goals
	Known   int // of these, results that follow as it is
	Answers []Answer
	Open    int // relations left open that stand in the way of a result; Answers may hold fewer
}

// settling orders the open relations between interventions and goals. Where no
// single answer adds a result, the two that together add most come next.
func (s *study) settling() Settling {
	open, blocks := s.openArcs()
	out := Settling{Results: len(s.interventions) * len(s.net.goals), Known: s.results(nil), Open: len(open)}
	open = open[:min(len(open), maxConsidered)]
	settled := map[int]bool{}
	now := out.Known
	take := func(i int) {
		settled[i] = true
		after := s.results(settled)
		a := s.net.arcs[i]
		out.Answers = append(out.Answers, Answer{
			Relation: a.id, Sign: math.IsNaN(a.sign), Strength: math.IsNaN(a.strength), Speed: math.IsNaN(a.tau),
			Adds: after - now, Blocks: blocks[i],
		})
		now = after
		open = slices.DeleteFunc(open, func(k int) bool { return k == i })
	}
	for len(open) > 0 && len(out.Answers) < maxAnswers {
		for _, i := range s.nextAnswers(open, settled, now) {
			take(i)
		}
	}
	return out
}

// openArcs gives the arcs left open that stand in the way of a result, those in
// the way of most first, and of how many.
func (s *study) openArcs() (open []int, blocks map[int]int) {
	blocks = map[int]int{}
	for i, a := range s.net.arcs {
		if a.known() {
			continue
		}
		if blocks[i] = s.blocked(i); blocks[i] > 0 {
			open = append(open, i)
		}
	}
	slices.SortStableFunc(open, func(a, b int) int { return -cmp.Compare(blocks[a], blocks[b]) })
	return open, blocks
}

// nextAnswers gives the one arc, or the two, whose answers add most results.
func (s *study) nextAnswers(open []int, settled map[int]bool, now int) []int {
	best, most := []int{open[0]}, now
	try := func(arcs ...int) {
		with := map[int]bool{}
		for i := range settled {
			with[i] = true
		}
		for _, i := range arcs {
			with[i] = true
		}
		if n := s.results(with); n > most {
			best, most = arcs, n
		}
	}
	for _, i := range open {
		try(i)
	}
	if most == now && len(open) <= maxPaired {
		for k, i := range open {
			for _, j := range open[k+1:] {
				try(i, j)
			}
		}
	}
	return best
}

// results counts the results that follow when some arcs are settled.
func (s *study) results(settled map[int]bool) int {
	n := *s.net
	n.arcs = slices.Clone(s.net.arcs)
	for i := range settled {
		n.arcs[i].sign, n.arcs[i].strength, n.arcs[i].tau = 1, 1, 1
	}
	count := 0
	for _, f := range s.factor {
		unknown := n.changeUnknown([]int{f})
		for _, g := range n.goals {
			if !unknown[g.factor] {
				count++
			}
		}
	}
	return count
}

// blocked counts the results that an arc stands in the way of.
func (s *study) blocked(arc int) int {
	a, count := s.net.arcs[arc], 0
	beyond := s.net.after([]int{a.to}, nil)
	for _, f := range s.factor {
		reached := s.net.after([]int{f}, nil)
		for _, g := range s.net.goals {
			if beyond[g.factor] && (reached[a.from] || a.force && reached[a.to]) {
				count++
			}
		}
	}
	return count
}
