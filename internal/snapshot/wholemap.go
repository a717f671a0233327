package snapshot

import (
	"cmp"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// Map returns the whole model as one diagram, from which all figures take the
// place of their factors. It isn't drawn, so it says nothing of strength and
// speed.
func Map(m *model.Model, title string) *document.Diagram {
	d := &document.Diagram{ID: "map", Title: title}
	levers := leverFactors(m)
	for _, f := range m.Factors {
		d.Nodes = append(d.Nodes, document.Node{
			ID: f.ID, Label: f.Label, Goal: f.Goal != model.NoGoal, Lever: levers[f.ID], Group: f.Domain,
			X: f.X.Value, Y: f.Y.Value, HasSpot: f.X.Known && f.Y.Known,
		})
	}
	for _, r := range m.Relations {
		d.Edges = append(d.Edges, document.Edge{ID: r.ID, From: r.From, To: r.To, Sign: document.Sign(r.Sign)})
	}
	for _, domain := range slices.Sorted(slices.Values(m.Domains())) {
		d.Groups = append(d.Groups, document.Group{ID: domain, Title: domain})
	}
	slices.SortFunc(d.Nodes, func(a, b document.Node) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Edges, func(a, b document.Edge) int { return cmp.Compare(a.ID, b.ID) })
	return d
}
