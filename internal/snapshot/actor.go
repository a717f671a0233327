package snapshot

import (
	"cmp"
	"slices"

	"slotmemo/internal/model"
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
	inside := ownedBy(c.in.Model, a.ID)
	if len(inside) == 0 {
		c.report(s.Pos, source.Warning, ownsNothing, a.ID)
	}
	for id := range inside {
		c.addFactor(id, core)
	}
}

// maxOwned is how many factors of an actor are lit: they are the message.
const maxOwned = 12

// light lights what the actor owns, and the relations between. Of more than twelve
// factors those on a way to a goal are lit, the most important first.
func (s *Actor) light(l *lighting) {
	owned := slices.DeleteFunc(sorted(ownedBy(l.c.in.Model, s.ID)), func(id string) bool { return !l.seen(id) })
	shown := owned
	if l.counted(owned) > maxOwned {
		shown = l.leadingToGoal(owned)
		slices.SortStableFunc(shown, func(a, b string) int { return -cmp.Compare(l.weight(a), l.weight(b)) })
	}
	for _, id := range shown {
		if l.room(max(maxOwned, l.count()), id) {
			l.addFactor(id)
		}
	}
	mine := map[string]bool{}
	for _, id := range owned {
		mine[id] = true
	}
	for _, r := range l.offered(func(r model.Relation) bool { return mine[r.From] && mine[r.To] }) {
		if l.factors[r.From] && l.factors[r.To] {
			l.add(r)
		}
	}
	if left := slices.DeleteFunc(owned, func(id string) bool { return l.factors[id] }); len(left) > 0 {
		l.say("lit_actor", len(left), len(mine), labelOfActor(l.c.in.Model, s.ID))
	}
}

// counted counts factors, goals not among them.
func (l *lighting) counted(factors []string) int {
	n := 0
	for _, id := range factors {
		if !l.goals[id] {
			n++
		}
	}
	return n
}

// weight sums the importance of the relations of a factor.
func (l *lighting) weight(factor string) float64 {
	sum := 0.0
	for _, r := range l.offered(func(r model.Relation) bool { return r.From == factor || r.To == factor }) {
		sum += l.importance[r.ID]
	}
	return sum
}

func labelOfActor(m *model.Model, id string) string {
	if a := m.Actor(id); a != nil {
		return a.Label
	}
	return id
}

// ownedBy returns the factors that an actor owns, and those on which its
// interventions act.
func ownedBy(m *model.Model, actor string) map[string]bool {
	owned := map[string]bool{}
	for _, f := range m.Factors {
		if slices.Contains(f.Owners, actor) {
			owned[f.ID] = true
		}
	}
	for _, i := range m.Interventions {
		if slices.Contains(i.Owners, actor) {
			owned[i.Factor] = true
		}
	}
	return owned
}
