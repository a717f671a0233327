package snapshot

import (
	"cmp"
	"regexp"
	"slices"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A Loop shows one or more loops, by their ids.
type Loop struct {
	Pos source.Pos
	IDs []string
}

func readLoop(d *yamltree.Decoder, e yamltree.Entry) Selector {
	ids := d.Texts(e)
	if len(ids) == 0 {
		return nil
	}
	return &Loop{Pos: e.Val.Pos, IDs: ids}
}

// foundLoop is an id that marvel gives to a loop without a name. Whether there
// is one is known only after the analysis.
var foundLoop = regexp.MustCompile(`^L\d+$`)

func (s *Loop) check(c *checker) {
	for i, l := range s.IDs {
		if !foundLoop.MatchString(l) {
			s.IDs[i] = c.one(s.Pos, l, &c.loops, unknownLoop)
		}
	}
}

func (*Loop) home() string    { return HomeEffects }
func (*Loop) section() string { return "loop" }

func (s *Loop) choose(c *choice) {
	var names []string
	for _, id := range s.IDs {
		loop, ok := findLoop(c.in, id)
		if !ok {
			c.problems = append(c.problems, unknown(s.Pos, noLoop, id, loopIDs(c.in)))
			continue
		}
		names = append(names, loopName(loop))
		if !slices.ContainsFunc(c.loops, func(l marvel.Loop) bool { return l.ID == loop.ID }) {
			c.loops = append(c.loops, loop)
		}
		for _, f := range loop.Factors {
			c.addFactor(f, core)
		}
		for _, r := range loop.Relations {
			c.addRelation(r, core)
		}
	}
	if len(names) == 1 {
		c.tell("subject_loop", names[0])
	} else {
		c.tell("subject_loops", joined(quoted(names), c.and()))
	}
}

// findLoop finds a loop by its id: among those that were found, else by the
// chain of factors that the group wrote down (a listing may have hit a bound).
func findLoop(in Input, id string) (marvel.Loop, bool) {
	for _, l := range in.Answers.Loops.List {
		if l.ID == id {
			return l, true
		}
	}
	for _, l := range in.Model.Loops {
		if l.ID == id {
			return namedLoop(in.Model, l)
		}
	}
	return marvel.Loop{}, false
}

// namedLoop looks up the relations of a chain of factors. Between two factors
// with several relations the first by id is taken.
func namedLoop(m *model.Model, named model.NamedLoop) (marvel.Loop, bool) {
	loop := marvel.Loop{ID: named.ID, Name: named.Name, Story: named.Story, Factors: named.Factors, Kind: marvel.Reinforcing}
	for i, from := range named.Factors {
		to := named.Factors[(i+1)%len(named.Factors)]
		r, ok := firstRelation(m, from, to)
		if !ok {
			return marvel.Loop{}, false
		}
		loop.Relations = append(loop.Relations, r.ID)
		loop.Kind = turned(loop.Kind, r.Sign)
	}
	return loop, len(loop.Relations) > 0
}

// turned returns the kind of a chain with one more sign.
func turned(k marvel.Kind, s model.Sign) marvel.Kind {
	switch {
	case s == model.Unknown || k == marvel.Undetermined:
		return marvel.Undetermined
	case s == model.Plus:
		return k
	case k == marvel.Reinforcing:
		return marvel.Balancing
	}
	return marvel.Reinforcing
}

func firstRelation(m *model.Model, from, to string) (model.Relation, bool) {
	var found []model.Relation
	for _, r := range m.Relations {
		if r.From == from && r.To == to {
			found = append(found, r)
		}
	}
	if len(found) == 0 {
		return model.Relation{}, false
	}
	return slices.MinFunc(found, func(a, b model.Relation) int { return cmp.Compare(a.ID, b.ID) }), true
}

// loopName is what a loop is called in a sentence.
func loopName(l marvel.Loop) string { return cmp.Or(l.Name, l.ID) }

// light lights the loops whole, however long: a part of a loop is none.
func (s *Loop) light(l *lighting) {
	for _, loop := range l.c.loops {
		if slices.Contains(s.IDs, loop.ID) {
			for _, r := range l.relationsOf(loop.Relations) {
				l.add(r)
			}
		}
	}
}
