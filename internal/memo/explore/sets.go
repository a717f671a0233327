package explore

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// setLoops is how many loops can be lit up: those of the table and some more.
const setLoops = 60

func (w *writer) loopSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for i := range w.Result.Loops.List {
		if i == setLoops {
			break
		}
		l := &w.Result.Loops.List[i]
		text := w.Polish(l.Story)
		if text == "" {
			text = w.Chain(l.Factors, true)
		}
		sets = append(sets, document.ExploreSet{
			Kind: w.T("set.loops"), ID: "loop:" + l.ID,
			Name: w.LoopName(l) + " (" + w.T("kind."+l.Kind.String()) + ")", Text: text,
			Nodes: l.Factors, Edges: l.Relations,
		})
	}
	return sets
}

// pathSets give for each intervention and goal the union of the paths that the
// memo tells of.
func (w *writer) pathSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for i := range w.Result.Paths {
		p := &w.Result.Paths[i]
		if p.Count == 0 {
			continue
		}
		set := document.ExploreSet{
			Kind: w.T("set.paths"), ID: "path:" + p.Intervention + ":" + p.Goal,
			Name: w.T("set.path", w.Intervention(p.Intervention), w.Factor(p.Goal)),
			Text: w.T("set.path.text", w.Capital(w.Many("n.paths", p.Count))),
		}
		for _, path := range []marvel.Path{p.Shortest, p.Quickest, p.Strongest} {
			set.Nodes = append(set.Nodes, path.Factors...)
			set.Edges = append(set.Edges, path.Relations...)
		}
		set.Nodes, set.Edges = unique(set.Nodes), unique(set.Edges)
		sets = append(sets, set)
	}
	return sets
}

func unique(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (w *writer) actorSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for _, a := range prose.Sorted(w.Prose, w.Model.Actors, func(a model.Actor) string { return a.Label }) {
		set := document.ExploreSet{Kind: w.T("set.actors"), ID: "actor:" + a.ID, Name: a.Label, Text: w.Polish(a.Description)}
		for _, f := range w.Model.Factors {
			if slices.Contains(f.Owners, a.ID) {
				set.Nodes = append(set.Nodes, f.ID)
			}
		}
		for _, c := range w.Model.Interventions {
			if slices.Contains(c.Owners, a.ID) {
				set.Nodes = append(set.Nodes, c.Factor)
			}
		}
		if set.Nodes = unique(set.Nodes); len(set.Nodes) > 0 {
			sets = append(sets, set)
		}
	}
	return sets
}

func (w *writer) domainSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for _, d := range w.Model.Domains() {
		set := document.ExploreSet{Kind: w.T("set.domains"), ID: "domain:" + d, Name: w.Capital(d)}
		for _, f := range w.Model.Factors {
			if f.Domain == d {
				set.Nodes = append(set.Nodes, f.ID)
			}
		}
		for _, r := range w.Model.Relations {
			if slices.Contains(set.Nodes, r.From) && slices.Contains(set.Nodes, r.To) {
				set.Edges = append(set.Edges, r.ID)
			}
		}
		set.Nodes, set.Edges = unique(set.Nodes), unique(set.Edges)
		sets = append(sets, set)
	}
	return sets
}
