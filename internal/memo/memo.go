// Package memo writes the memo: it takes a project and what follows from its
// model, and gives one edition as a Document, ready to be set.
//
// The steps are packages below it. Each takes the value that the one before it
// gave, and has never heard of those after it:
//
//	read      texts and sessions → blocks of a draft; parts of other editions are cut off
//	plan      which chapters, in which order
//	          ── here everything that the memo will tell is asked of the model ──
//	chapters  the texts filled, all other chapters made: a draft without numbers
//	number    headings, figures, tables, notes, paragraphs; references get their words
//
// The chapters say what they have to say with findings (questions to the
// results), claims (sentences about them), tables, charts, front and explore.
// All sentences that the program itself says stand in templates/nl/memo.yaml and
// templates/en/memo.yaml. The package draws nothing, computes nothing and knows
// no pages.
package memo

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/chapters"
	"slotmemo/internal/memo/charts"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/number"
	"slotmemo/internal/memo/plan"
	"slotmemo/internal/memo/read"
	"slotmemo/internal/memo/tables"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// An Edition says for whom a memo is written.
type Edition = read.Edition

// A Planned memo has been read and has its chapters in order. What it will tell
// of the model is known, and none of it computed.
type Planned struct {
	project  *project.Project // its names in print
	views    []snapshot.View
	edition  Edition
	words    *wording.Words
	texts    *read.Texts
	plan     plan.Plan
	problems []source.Problem
}

// Plan reads the texts of a project for one edition and plans the chapters.
func Plan(p *project.Project, views []snapshot.View, e Edition) *Planned {
	words := wording.In(p.Memo.Language)
	m := &Planned{project: inPrint(p, words.Language), edition: e, words: words}
	m.views = withDomains(printViews(views, words.Language), m.project.Model, words)
	m.texts, m.problems = read.Read(read.Input{
		Project: m.project, Views: m.views, Edition: e, Words: words, Tables: tables.Names(), Charts: charts.Names(),
	})
	var problems []source.Problem
	m.plan, problems = plan.Make(m.project, m.texts.Texts, words)
	m.problems = append(m.problems, problems...)
	return m
}

// Request is all that the memo will tell of the model beyond what
// marvel.Analyse gives.
func (m *Planned) Request() marvel.Request {
	q := marvel.Request{Model: m.project.Model, Effects: slices.Clone(m.texts.Asked)}
	for _, v := range m.views {
		q.Effects = append(q.Effects, snapshot.Needs(v)...)
	}
	if prev := m.project.Previous; prev != nil && m.plan.Generates("changes") {
		q.Older = prev.Model
	}
	return q
}

// Write makes the document from the answers to Request. It uses the plan up.
// Where there are problems of severity Error the document may be incomplete.
func (m *Planned) Write(a *marvel.Answers) (*document.Document, []source.Problem) {
	draft, problems := chapters.Write(chapters.Input{
		Plan: m.plan, Texts: m.texts, Edition: m.edition,
		Findings: findings.New(m.project, m.views, a, m.words),
	})
	m.problems = append(m.problems, problems...)
	doc, problems := number.Number(draft, m.words)
	m.problems = append(m.problems, problems...)
	source.Sort(m.problems)
	return doc, m.problems
}
