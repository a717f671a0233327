package memo

import (
	"slices"

	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// inPrint gives the names in a project, its model and its results the quotes and
// apostrophes of print, so that picture, table and text spell them the same. It
// works on copies.
func inPrint(p *project.Project, m *model.Model, r *marvel.Result, language string) (*project.Project, *model.Model, *marvel.Result) {
	q := func(s *string) { *s = markdown.Quotes(*s, language) }

	names := printModel(m, language)
	told := *r
	told.Loops.List = slices.Clone(r.Loops.List)
	for i := range told.Loops.List {
		q(&told.Loops.List[i].Name)
		q(&told.Loops.List[i].Story)
	}

	printed := *p
	printed.Model = names
	printed.Previous = printPrevious(p.Previous, language)
	printed.Versions = slices.Clone(p.Versions)
	for i, v := range printed.Versions {
		printed.Versions[i] = printPrevious(v, language)
	}
	memo := &printed.Memo
	for _, s := range []*string{&memo.Title, &memo.Subtitle, &memo.Subject, &memo.Client, &memo.Facilitator, &memo.From} {
		q(s)
	}
	memo.To = slices.Clone(memo.To)
	for i := range memo.To {
		q(&memo.To[i].Name)
	}
	memo.CC = slices.Clone(memo.CC)
	for i := range memo.CC {
		q(&memo.CC[i])
	}
	printed.Sessions = slices.Clone(p.Sessions)
	for i := range printed.Sessions {
		q(&printed.Sessions[i].Title)
		q(&printed.Sessions[i].Place)
	}
	return &printed, names, &told
}

// printModel gives the names in a model the quotes of print.
func printModel(m *model.Model, language string) *model.Model {
	q := func(s *string) { *s = markdown.Quotes(*s, language) }
	names := *m
	names.Factors = slices.Clone(m.Factors)
	for i := range names.Factors {
		q(&names.Factors[i].Label)
	}
	names.Interventions = slices.Clone(m.Interventions)
	for i := range names.Interventions {
		q(&names.Interventions[i].Label)
	}
	names.Actors = slices.Clone(m.Actors)
	for i := range names.Actors {
		q(&names.Actors[i].Label)
	}
	names.Loops = slices.Clone(m.Loops)
	for i := range names.Loops {
		q(&names.Loops[i].Name)
		q(&names.Loops[i].Story)
	}
	return &names
}

// printPrevious does the same for an older state, or a name would seem to have
// changed because it is printed.
func printPrevious(v *project.Previous, language string) *project.Previous {
	if v == nil || v.Model == nil {
		return v
	}
	printed := *v
	printed.Model = printModel(v.Model, language)
	return &printed
}

// printViews gives the words of views the quotes of print.
func printViews(views []snapshot.View, language string) []snapshot.View {
	printed := slices.Clone(views)
	for i := range printed {
		v := &printed[i]
		for _, s := range []*string{&v.Caption, &v.Message, &v.Alt, &v.Description} {
			*s = markdown.Quotes(*s, language)
		}
	}
	return printed
}
