package snapshot

import (
	"maps"
	"slices"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// maxSteps is how far around a factor a snapshot may reach.
const maxSteps = 20

// A Factor shows a factor with what stands so many steps before and after it.
type Factor struct {
	Pos     source.Pos
	ID      string
	In, Out int // steps, 0–20
}

func readFactor(d *yamltree.Decoder, e yamltree.Entry) Selector {
	s := &Factor{Pos: e.Val.Pos, In: 1, Out: 1}
	if e.Val.Kind == yamltree.Scalar {
		s.ID = d.Text(e)
		return s
	}
	if !d.IsMap(e, "id, in, out") {
		return s
	}
	d.Fields(e.Val, []yamltree.Field{
		{Key: "id", Read: func(e yamltree.Entry) { s.ID, s.Pos = d.Text(e), e.Val.Pos }},
		{Key: "in", Read: func(e yamltree.Entry) { s.In = d.Whole(e, 0, maxSteps, 1) }},
		{Key: "out", Read: func(e yamltree.Entry) { s.Out = d.Whole(e, 0, maxSteps, 1) }},
	})
	d.Need(e, "id", s.ID)
	return s
}

func (s *Factor) check(c *checker) { s.ID = c.one(s.Pos, s.ID, &c.factors, unknownFactor) }
func (*Factor) home() string       { return HomeEffects }
func (*Factor) section() string    { return "" }

func (s *Factor) choose(c *choice) {
	f := c.in.Model.Factor(s.ID)
	if f == nil {
		c.problems = append(c.problems, unknown(s.Pos, noFactor, s.ID, factorIDs(c.in.Model)))
		return
	}
	c.tell("subject_factor", f.Label)
	shown := map[string]bool{f.ID: true}
	maps.Copy(shown, within(c.in.Model, f.ID, s.In, true))
	maps.Copy(shown, within(c.in.Model, f.ID, s.Out, false))
	for id := range shown {
		c.addFactor(id, core)
	}
	// Every relation between two factors of the picture is in it: a reader
	// takes two names without an arrow for "the group sees no relation".
	for _, r := range c.in.Model.Relations {
		if shown[r.From] && shown[r.To] {
			c.addRelation(r.ID, core)
		}
	}
}

// within returns the factors at most so many steps before (or after) one.
func within(m *model.Model, id string, steps int, before bool) map[string]bool {
	found := map[string]bool{id: true}
	edge := []string{id}
	for range min(steps, len(m.Factors)) {
		var next []string
		for _, r := range m.Relations {
			from, to := r.From, r.To
			if before {
				from, to = to, from
			}
			if slices.Contains(edge, from) && !found[to] {
				found[to] = true
				next = append(next, to)
			}
		}
		edge = next
	}
	return found
}

// light lights the factor and grows from it along the most important relations.
func (s *Factor) light(l *lighting) {
	if !l.seen(s.ID) || !l.room(maxLit, s.ID) {
		return
	}
	around := within(l.c.in.Model, s.ID, s.In, true)
	maps.Copy(around, within(l.c.in.Model, s.ID, s.Out, false))
	among := maps.Clone(around)
	maps.Copy(around, l.factors)
	l.addFactor(s.ID)
	l.grow(maxLit, l.offered(func(r model.Relation) bool { return around[r.From] && around[r.To] }))
	l.tell(among)
}
