// Package explore gathers what a reader on a screen can ask of the model: facts,
// sets to light up, and results computed before. The page computes nothing
// itself.
package explore

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/claims"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
	"slotmemo/internal/snapshot"
)

// A writer gathers it from the findings.
type writer struct{ *claims.Writer }

// Make gathers it for a page on which a figure (an id; empty: none) shows the
// whole model; nil if there is no model.
func Make(c *claims.Writer, figure string) *document.Explore {
	w := &writer{c}
	if len(w.Model.Factors) == 0 {
		return nil
	}
	e := &document.Explore{Figure: figure}
	factors := slices.Clone(w.Model.Factors)
	slices.SortFunc(factors, func(a, b model.Factor) int { return strings.Compare(a.ID, b.ID) })
	for i := range factors {
		e.Nodes = append(e.Nodes, w.node(&factors[i]))
	}
	relations := slices.Clone(w.Model.Relations)
	slices.SortFunc(relations, func(a, b model.Relation) int { return strings.Compare(a.ID, b.ID) })
	for i := range relations {
		e.Edges = append(e.Edges, w.edge(&relations[i]))
	}
	e.Sets = slices.Concat(w.loopSets(), w.pathSets(), w.actorSets(), w.domainSets())
	for _, c := range w.Model.Interventions {
		e.Levers = append(e.Levers, document.Lever{ID: c.ID, Label: c.Label, Node: c.Factor})
	}
	for _, t := range w.Moments() {
		e.Moments = append(e.Moments, document.Moment{Years: t, Label: w.After(t)})
	}
	w.scenarios(e)
	return e
}

func (w *writer) node(f *model.Factor) document.ExploreNode {
	n := document.ExploreNode{ID: f.ID, Label: f.Label, Group: f.Domain, Text: w.Polish(f.Definition), Goal: int(f.Goal)}
	add := func(key, value string) {
		if value != "" {
			n.Facts = append(n.Facts, document.Fact{Label: w.T("fact." + key), Value: value})
		}
	}
	add("domain", w.Capital(f.Domain))
	if f.Level.Known {
		add("level", w.Level(f.Level.Value))
	}
	switch f.Goal {
	case model.Higher:
		add("goal", w.T("fact.higher"))
	case model.Lower:
		add("goal", w.T("fact.lower"))
	}
	var levers []string
	for _, c := range w.Model.Interventions {
		if c.Factor == f.ID {
			levers = append(levers, c.Label)
		}
	}
	add("interventions", w.List(levers))
	add("owners", w.List(w.Actors(f.Owners)))
	return n
}

func (w *writer) edge(r *model.Relation) document.ExploreEdge {
	e := document.ExploreEdge{
		ID: r.ID, From: r.From, To: r.To,
		Sentence: snapshot.Sentence(w.Model, *r, w.Language),
		Text:     prose.Sentence(w.Polish(r.Argument)),
	}
	add := func(key, value string) {
		if value != "" {
			e.Facts = append(e.Facts, document.Fact{Label: w.T("fact." + key), Value: value})
		}
	}
	add("sign", w.T("sign."+signKey(r)))
	add("strength", w.Word("strength", r.Strength))
	add("speed", w.Word("speed", r.Speed))
	add("session", r.Session)
	add("dissent", prose.Sentence(w.Polish(r.Dissent)))
	return e
}

func signKey(r *model.Relation) string {
	switch {
	case r.Force:
		return "force"
	case r.Sign == model.Plus:
		return "plus"
	case r.Sign == model.Minus:
		return "minus"
	}
	return "unknown"
}
