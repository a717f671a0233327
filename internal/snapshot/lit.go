package snapshot

import (
	"maps"
	"slices"

	"slotmemo/internal/source"
)

// maxLit is how many factors a picture lights, goals not counted. With more no
// reader finds the message; what has least to do with it gives way, and the
// caption says so. (Nine: about what is told in three sentences.)
const maxLit = 9

// A Lit says which part of the map speaks: the message of a snapshot. What isn't
// named here is a ghost, there to be recognised and not to be read. All ids are
// sorted.
type Lit struct {
	Factors   []string // lit: with their labels; at most nine, goals not counted (a loop, a way and an actor's own may have more)
	Relations []string // lit: with sign and head, each between two of Factors

	Soft   []string // factors of a landscape that are no part of its spine: a soft label
	Quiet  []string // relations that are drawn thin: the rest of a landscape, or of what came in a session
	Marked []string // factors with a mark and no label: of an effect, those that move a point or more

	Domains []string           // what the picture is about, if that is domains
	Points  map[string]float64 // of an effect: the points that travel over each lit relation, on a scale of 0 to 100
	Words   string             // what the lit part was chosen from, a sentence; empty if nothing gave way
}

// light finds out what a view says, of which the choice is made: what its light
// says, or what importance chooses.
func (c *choice) light() (*Lit, []source.Problem) {
	if c.overview != nil {
		return c.overview.light(newLighting(c)), nil
	}
	l, problems := newLighting(c), []source.Problem(nil)
	selectors := c.in.View.Show
	if len(c.in.View.Light) > 0 {
		selectors = c.in.View.Light
		in := c.in
		in.View.Show = selectors
		l.c = newChoice(in)
		l.c.show()
		l.c.hide()
		problems = newProblems(l.c.problems, c.problems)
	}
	for _, whole := range []bool{false, true} { // the spine only where nothing else is lit
		for _, s := range selectors {
			if isAll(s) == whole {
				s.light(l)
			}
		}
	}
	if slices.ContainsFunc(c.in.View.Show, isAll) {
		l.landscape()
	}
	return l.lit(), problems
}

// lightOf returns what a form holds, or without one what the view says.
func (c *choice) lightOf(f *form) (*Lit, []source.Problem) {
	if f != nil {
		return f.lit(), nil
	}
	return c.light()
}

// newProblems leaves out those that have been reported.
func newProblems(problems, reported []source.Problem) []source.Problem {
	return slices.DeleteFunc(problems, func(p source.Problem) bool {
		return slices.ContainsFunc(reported, func(q source.Problem) bool { return p.Pos == q.Pos && p.Message == q.Message })
	})
}

func isAll(s Selector) bool {
	_, ok := s.(*All)
	return ok
}

// lit returns what was chosen, sorted.
func (l *lighting) lit() *Lit {
	maps.DeleteFunc(l.quiet, func(id string, _ bool) bool { return l.relations[id] })
	for _, lesser := range []map[string]bool{l.soft, l.marked} {
		maps.DeleteFunc(lesser, func(id string, _ bool) bool { return l.factors[id] })
	}
	return &Lit{
		Factors: sorted(l.factors), Relations: sorted(l.relations),
		Soft: sorted(l.soft), Quiet: sorted(l.quiet), Marked: sorted(l.marked),
		Domains: sorted(l.domains), Points: l.points, Words: joinSentences(l.words),
	}
}

func sorted(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
