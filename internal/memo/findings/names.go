package findings

import (
	"slices"
	"strings"

	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// ListChain joins names by arrows: "a → b → c".
func (ns Names) ListChain(names []string) string {
	if len(names) == 0 {
		return ""
	}
	s := ""
	for _, n := range names {
		s += n + " → "
	}
	return s + names[0]
}

// IsLever reports whether an intervention acts on a factor.
func (ns Names) IsLever(factor string) bool {
	return slices.ContainsFunc(ns.Model.Interventions, func(c model.Intervention) bool { return c.Factor == factor })
}

// LoopName returns the name of a loop, or its id where the group gave none.
func (ns Names) LoopName(l *marvel.Loop) string {
	if l.Name != "" {
		return l.Name
	}
	return l.ID
}

// Actors returns the labels of actors.
func (ns Names) Actors(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = ns.Actor(id)
	}
	return names
}

// Chain writes factors in a row: "a → b → a".
func (ns Names) Chain(factors []string, closed bool) string {
	var names []string
	for _, id := range factors {
		names = append(names, ns.Factor(id))
	}
	if closed && len(names) > 0 {
		names = append(names, names[0])
	}
	return strings.Join(names, " → ")
}

// Factor returns the label of a factor, or its id where the model has none.
func (ns Names) Factor(id string) string {
	if f := ns.Model.Factor(id); f != nil {
		return f.Label
	}
	return id
}

// Actor returns the label of an actor, or its id where the model has none.
func (ns Names) Actor(id string) string {
	if a := ns.Model.Actor(id); a != nil {
		return a.Label
	}
	return id
}

// Intervention returns the label of an intervention, or its id where the model has none.
func (ns Names) Intervention(id string) string {
	if c := ns.Model.Intervention(id); c != nil {
		return c.Label
	}
	return id
}

// Together names a combination: "training + budget".
func (ns Names) Together(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = ns.Intervention(id)
	}
	return strings.Join(names, " + ")
}

// FactorQ and interventionQ are names in quotes.
func (ns Names) FactorQ(id string) string { return prose.Quoted(ns.Factor(id)) }

// InterventionQ returns the label of an intervention in quotes.
func (ns Names) InterventionQ(id string) string { return prose.Quoted(ns.Intervention(id)) }

// WithEachOther names a combination in running text: "‘training’ en ‘budget’".
func (ns Names) WithEachOther(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = ns.Intervention(id)
	}
	return ns.AllQuoted(names)
}

// link writes what a relation does: "draagt bij · sterk · traag".
func (ns Names) RelationWords(r *model.Relation) string {
	key := map[model.Sign]string{model.Plus: "sign.plus", model.Minus: "sign.minus", model.Unknown: "sign.unknown"}[r.Sign]
	if r.Force {
		key = "sign.force"
	}
	parts := []string{ns.T(key)}
	if r.Strength != "" && !r.Force {
		parts = append(parts, ns.Word("strength", r.Strength))
	}
	if r.Speed != "" {
		parts = append(parts, ns.Word("speed", r.Speed))
	}
	return strings.Join(parts, wording.Hard+"· ") // no line begins with the dot
}
