package snapshot

import (
	"slotmemo/internal/project"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A checker checks that what views name is in the project, and turns labels into
// ids.
type checker struct {
	factors, interventions, actors, domains, loops project.Names
	starts                                         project.Names // of paths: interventions and factors
	horizon                                        float64       // years

	written     yamltree.Value // the view being checked, as it stands in memo.yaml
	problems    []source.Problem
	suggestions source.Suggestions
}

func newChecker(p *project.Project) *checker {
	return &checker{
		factors: p.Factors(), interventions: p.Interventions(), actors: p.Actors(),
		domains: p.Domains(), loops: p.Loops(), starts: p.Starts(), horizon: p.Memo.Horizon,
	}
}

// view checks the selectors, which are pointers, and the factors to hide.
func (c *checker) view(v writtenView) {
	c.written = v.written
	for _, s := range v.Show {
		s.check(c)
	}
	c.many(v.Pos, v.Hide, &c.factors, unknownFactor)
}

func (c *checker) report(pos source.Pos, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Message: m, Args: args})
}

// one returns the id of what was written, and reports if there is none.
func (c *checker) one(pos source.Pos, written string, n *project.Names, unknown source.Message) string {
	if written == "" {
		return ""
	}
	id, ok := n.Find(written)
	if ok {
		return id
	}
	if !n.Lost {
		if at, found := c.written.Find(written); found {
			pos = at
		}
		c.problems = append(c.problems, source.Problem{
			Pos: pos, Message: unknown, Args: []any{written, n.Where}, Near: c.suggestions.Near(written, n.All()),
		})
	}
	return written
}

// many turns each name in a list into its id.
func (c *checker) many(pos source.Pos, written []string, n *project.Names, unknown source.Message) {
	for i, w := range written {
		written[i] = c.one(pos, w, n, unknown)
	}
}
