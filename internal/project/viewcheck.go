package project

import (
	"regexp"
	"slices"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// foundLoop is an id that marvel gives to a loop without a name. Whether there
// is one is known only after the analysis.
var foundLoop = regexp.MustCompile(`^L\d+$`)

// checkViews checks that what snapshots name is in the model, and turns labels
// into ids.
func (r *reader) checkViews() {
	c := newViewCheck(r.project)
	for i := range r.project.Memo.Views {
		c.view(&r.project.Memo.Views[i])
	}
	r.add(c.problems...)
}

// names are the ids and labels of one kind of thing.
type names struct {
	ids    []string
	labels []string
}

func (n *names) add(id, label string) { n.ids, n.labels = append(n.ids, id), append(n.labels, label) }

// find gives the id for an id or a label that only one has.
func (n *names) find(written string) (string, bool) {
	if slices.Contains(n.ids, written) {
		return written, true
	}
	id, count := "", 0
	for i, label := range n.labels {
		if same(label, written) || same(n.ids[i], written) {
			id = n.ids[i]
			count++
		}
	}
	return id, count == 1
}

type viewCheck struct {
	factors, interventions, actors, domains, loops names
	horizon                                        float64
	problems                                       []source.Problem
}

func newViewCheck(p *Project) *viewCheck {
	c := &viewCheck{horizon: p.Memo.Horizon}
	for _, f := range p.Model.Factors {
		c.factors.add(f.ID, f.Label)
	}
	for _, v := range p.Model.Interventions {
		c.interventions.add(v.ID, v.Label)
	}
	for _, a := range p.Model.Actors {
		c.actors.add(a.ID, a.Label)
	}
	for _, d := range p.Model.Domains() {
		c.domains.add(d, d)
	}
	for _, l := range p.Model.Loops {
		c.loops.add(l.ID, l.Name)
	}
	for _, id := range p.Kept.Loops {
		c.loops.add(id, id)
	}
	return c
}

// one gives the id of what was written, and reports if there is none.
func (c *viewCheck) one(pos source.Pos, written string, n *names, unknown source.Message) string {
	if written == "" {
		return ""
	}
	id, ok := n.find(written)
	if !ok {
		c.problems = append(c.problems, source.Problem{
			Pos: pos, Message: unknown, Args: []any{written}, Near: source.Near(written, append(slices.Clone(n.ids), n.labels...)),
		})
		return written
	}
	return id
}

func (c *viewCheck) many(pos source.Pos, written []string, n *names, unknown source.Message) {
	for i, w := range written {
		written[i] = c.one(pos, w, n, unknown)
	}
}

func (c *viewCheck) view(v *model.View) {
	for i := range v.Show {
		c.selector(&v.Show[i])
	}
	c.many(v.Pos, v.Hide, &c.factors, unknownFactor)
}

func (c *viewCheck) selector(s *model.Selector) {
	for i, l := range s.Loops {
		if !foundLoop.MatchString(l) {
			s.Loops[i] = c.one(s.Pos, l, &c.loops, unknownLoop)
		}
	}
	c.many(s.Pos, s.Domains, &c.domains, unknownDomain)
	s.Actor = c.one(s.Pos, s.Actor, &c.actors, unknownActor)
	if s.Factor != nil {
		s.Factor.ID = c.one(s.Pos, s.Factor.ID, &c.factors, unknownFactor)
	}
	if s.Path != nil {
		both := names{
			ids:    append(slices.Clone(c.interventions.ids), c.factors.ids...),
			labels: append(slices.Clone(c.interventions.labels), c.factors.labels...),
		}
		s.Path.From = c.one(s.Pos, s.Path.From, &both, unknownStart)
		s.Path.To = c.one(s.Pos, s.Path.To, &c.factors, unknownFactor)
	}
	if s.Effect != nil {
		c.many(s.Pos, s.Effect.Of, &c.interventions, unknownIntervention)
		if s.Effect.At > c.horizon {
			c.problems = append(c.problems, source.Problem{Pos: s.Pos, Message: momentBeyond, Args: []any{s.Effect.At, c.horizon}})
		}
	}
}
