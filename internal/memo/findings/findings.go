// Package findings answers questions to a model and to what follows from it,
// with numbers, ids and names: which intervention is best, what a goal does at a
// moment, how a combination is called. It writes no sentences.
package findings

import (
	"slices"

	"slotmemo/internal/claims"
	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// Names are the names of a model in print.
type Names struct {
	*wording.Words
	Model *model.Model
}

// Findings are a model with all that was asked of it.
type Findings struct {
	Names
	Project *project.Project
	Views   []snapshot.View
	Answers *marvel.Answers
	Result  *marvel.Result // of Answers
	Claims  *claims.Claims // what may be claimed of it
}

// New takes a project whose names are in print, and what was found.
func New(p *project.Project, views []snapshot.View, a *marvel.Answers, words *wording.Words) *Findings {
	told := *a
	told.Result = inPrint(a.Result, words.Language)
	return &Findings{Names{words, p.Model}, p, views, &told, told.Result, claims.Make(p.Model, told.Result)}
}

// inPrint gives the names of loops the quotes of print, as all others have them.
func inPrint(r *marvel.Result, language string) *marvel.Result {
	told := *r
	told.Loops.List = slices.Clone(r.Loops.List)
	for i := range told.Loops.List {
		l := &told.Loops.List[i]
		l.Name, l.Story = markdown.Quotes(l.Name, language), markdown.Quotes(l.Story, language)
	}
	return &told
}
