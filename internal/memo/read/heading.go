package read

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/source"
)

// Heading notes a recommendation and holds the place of its effect.
func (f *file) Heading(h *document.Heading, attributes []markdown.Attribute) ([]document.Block, []source.Problem) {
	rec := &draft.Recommendation{Heading: h}
	is := false
	var problems []source.Problem
	for _, a := range attributes {
		switch a.Key {
		case "class":
			for _, class := range strings.Fields(a.Value) {
				if class != "aanbeveling" && class != "recommendation" {
					problems = append(problems, source.Problem{Pos: h.Pos, Message: problem.UnknownAttribute, Args: []any{"." + class}})
					continue
				}
				is = true
			}
		case "for":
			known, found := f.addressees(h.Pos, markdown.Names(a.Value))
			rec.Readers, problems = append(rec.Readers, known...), append(problems, found...)
		case "intervention", "interventie":
			known, found := f.levers(h.Pos, markdown.Names(strings.ReplaceAll(a.Value, "+", " ")))
			rec.Interventions, problems = append(rec.Interventions, known...), append(problems, found...)
		case "id":
			h.ID = a.Value
		default:
			problems = append(problems, source.Problem{Pos: h.Pos, Message: problem.UnknownAttribute, Args: []any{a.Key}})
		}
	}
	if !is {
		return nil, append(problems, lonely(h, attributes)...)
	}
	return f.recommend(rec), problems
}

// levers keeps the ids of interventions, and reports the others.
func (r *reader) levers(pos source.Pos, names []string) (known []string, problems []source.Problem) {
	for _, id := range names {
		if r.Project.Model.Intervention(id) == nil {
			problems = append(problems, problem.Unknown(pos, problem.UnknownIntervention, id, r.interventions()))
			continue
		}
		known = append(known, id)
	}
	return known, problems
}

// lonely reports attributes that only a recommendation has.
func lonely(h *document.Heading, attributes []markdown.Attribute) []source.Problem {
	var problems []source.Problem
	for _, a := range attributes {
		if a.Key == "for" || a.Key == "intervention" {
			problems = append(problems, source.Problem{Pos: h.Pos, Message: problem.LoneAttribute, Args: []any{a.Key}})
		}
	}
	return problems
}

// recommend keeps a recommendation and gives what stands below its heading.
func (f *file) recommend(rec *draft.Recommendation) []document.Block {
	slices.Sort(rec.Interventions)
	rec.Interventions = slices.Compact(rec.Interventions)
	f.out.Recommendations = append(f.out.Recommendations, rec)
	if len(rec.Readers) > 0 {
		rec.Heading.Label = f.Words.T("label.for", strings.Join(rec.Readers, ", "))
	}
	if len(rec.Interventions) == 0 {
		return nil
	}
	f.out.Asked = append(f.out.Asked, marvel.EffectAt{Interventions: rec.Interventions})
	return []document.Block{&draft.EffectPlace{Interventions: rec.Interventions}}
}
