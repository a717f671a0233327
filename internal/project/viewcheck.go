package project

import (
	"regexp"
	"slices"
	"strings"

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
	c.factors.lost, c.interventions.lost = r.lost["factors"], r.lost["interventions"]
	c.starts.lost, c.domains.lost = c.factors.lost || c.interventions.lost, c.factors.lost
	c.actors.lost, c.loops.lost = r.lost["actors"], r.lost["loops"]
	for i := range r.project.Memo.Views {
		v := &r.project.Memo.Views[i]
		c.written = r.writtenView(v.ID)
		c.view(v)
	}
	r.add(c.problems...)
	r.coverFaults()
}

// coverFaults makes a view with a fault, which has been reported, one that shows
// all, so that later rooms don't report the same again in other words.
func (r *reader) coverFaults() {
	faulty := map[int]bool{} // lines of memo.yaml
	for _, p := range r.problems {
		if p.Severity == source.Error && p.Pos.Path == r.root.pos.Path {
			faulty[p.Pos.Line] = true
		}
	}
	for i := range r.project.Memo.Views {
		v := &r.project.Memo.Views[i]
		if r.writtenView(v.ID).touches(faulty) {
			v.Show, v.Hide = []model.Selector{{Pos: v.Pos, All: true}}, nil
		}
	}
}

// touches tells whether a value stands on one of these lines.
func (v value) touches(lines map[int]bool) bool {
	if lines[v.pos.Line] {
		return true
	}
	for _, item := range v.items {
		if item.touches(lines) {
			return true
		}
	}
	for _, e := range v.entries {
		if lines[e.pos.Line] || e.val.touches(lines) {
			return true
		}
	}
	return false
}

// writtenView gives the view of this id as it stands in memo.yaml.
func (r *reader) writtenView(id string) value {
	all, _ := r.root.entry("snapshots")
	for _, item := range all.val.items {
		if e, ok := item.entry("id"); ok && strings.TrimSpace(e.val.text) == id {
			return item
		}
	}
	return value{}
}

// find gives the place of a scalar below v.
func (v value) find(text string) (source.Pos, bool) {
	if v.kind == scalar && strings.TrimSpace(v.text) == text {
		return v.pos, true
	}
	for _, item := range v.items {
		if pos, ok := item.find(text); ok {
			return pos, true
		}
	}
	for _, e := range v.entries {
		if pos, ok := e.val.find(text); ok {
			return pos, true
		}
	}
	return source.Pos{}, false
}

// names are the ids and labels of one kind of thing.
type names struct {
	ids    []string
	labels []string
	where  source.Phrase // the table they stand in

	lost bool // rows are missing, so that a name that isn't there says nothing
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
	starts                                         names // of paths: interventions and factors
	horizon                                        float64
	written                                        value // the view being checked, as it stands in memo.yaml
	problems                                       []source.Problem
	suggestions                                    source.Suggestions
}

func newViewCheck(p *Project) *viewCheck {
	m := p.Model
	c := &viewCheck{horizon: p.Memo.Horizon}
	c.factors.where = table(factorsTable, len(m.Factors), func() source.Pos { return m.Factors[0].Pos })
	c.interventions.where = table(interventionsTable, len(m.Interventions), func() source.Pos { return m.Interventions[0].Pos })
	c.actors.where = table(actorsTable, len(m.Actors), func() source.Pos { return m.Actors[0].Pos })
	c.loops.where = table(loopsTable, len(m.Loops), func() source.Pos { return m.Loops[0].Pos })
	c.domains.where = c.factors.where
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
	c.starts = names{
		ids:    slices.Concat(c.interventions.ids, c.factors.ids),
		labels: slices.Concat(c.interventions.labels, c.factors.labels),
		where:  both{c.interventions.where, c.factors.where},
	}
	return c
}

// table gives the file of a table, or its name if the model has none.
func table(name source.Message, rows int, first func() source.Pos) source.Phrase {
	if rows == 0 {
		return name
	}
	file := first().File()
	return source.Message{NL: file, EN: file}
}

// both is two phrases with "of" between them.
type both [2]source.Phrase

func (b both) In(language string) string {
	return source.Choice{b[0].In(language), b[1].In(language)}.In(language)
}

// one gives the id of what was written, and reports if there is none.
func (c *viewCheck) one(pos source.Pos, written string, n *names, unknown source.Message) string {
	if written == "" {
		return ""
	}
	id, ok := n.find(written)
	if !ok && !n.lost {
		if at, found := c.written.find(written); found {
			pos = at
		}
		c.problems = append(c.problems, source.Problem{
			Pos: pos, Message: unknown, Args: []any{written, n.where}, Near: c.suggestions.Near(written, slices.Concat(n.ids, n.labels)),
		})
	}
	if !ok {
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
		s.Path.From = c.one(s.Pos, s.Path.From, &c.starts, unknownStart)
		s.Path.To = c.one(s.Pos, s.Path.To, &c.factors, unknownFactor)
	}
	if s.Effect != nil {
		c.many(s.Pos, s.Effect.Of, &c.interventions, unknownIntervention)
		if s.Effect.At > c.horizon {
			c.problems = append(c.problems, source.Problem{Pos: s.Pos, Message: momentBeyond, Args: []any{source.Number(s.Effect.At), source.Number(c.horizon)}})
		}
	}
}
