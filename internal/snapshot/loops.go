package snapshot

import (
	"cmp"
	"slices"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// findLoop finds a loop by its id: among those that were found, else by the
// chain of factors that the group wrote down (a listing may have hit a bound).
func findLoop(in Input, id string) (marvel.Loop, bool) {
	for _, l := range in.Result.Loops.List {
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

// turned gives the kind of a chain with one more sign.
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
