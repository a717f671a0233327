package snapshot

import (
	"slices"

	"slotmemo/internal/project"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// An Actor shows what an actor owns, factors and where its interventions act,
// with what stands next to them faint.
type Actor struct {
	Pos source.Pos
	ID  string
}

func readActor(d *yamltree.Decoder, e yamltree.Entry) Selector {
	id := d.Text(e)
	if id == "" {
		return nil
	}
	return &Actor{Pos: e.Val.Pos, ID: id}
}

func (s *Actor) check(c *checker) { s.ID = c.one(s.Pos, s.ID, &c.actors, project.UnknownActor) }
func (*Actor) home() string       { return HomeEffects }
func (*Actor) section() string    { return "" }

func (s *Actor) choose(c *choice) {
	a := c.in.Model.Actor(s.ID)
	if a == nil {
		c.problems = append(c.problems, unknown(s.Pos, noActor, s.ID, actorIDs(c.in.Model)))
		return
	}
	c.tell("subject_actor", a.Label)
	inside := map[string]bool{}
	for _, f := range c.in.Model.Factors {
		if slices.Contains(f.Owners, a.ID) {
			inside[f.ID] = true
		}
	}
	for _, i := range c.in.Model.Interventions {
		if slices.Contains(i.Owners, a.ID) {
			inside[i.Factor] = true
		}
	}
	if len(inside) == 0 {
		c.report(s.Pos, source.Warning, ownsNothing, a.ID)
	}
	for id := range inside {
		c.addFactor(id, core)
	}
	c.addBorder(inside)
	c.trimBorder()
}
