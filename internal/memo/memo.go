// Package memo writes the memo: it takes a project and what follows from its
// model, and gives one edition as a Document, ready to be set.
//
// The steps, each of which sees only what the one before it let through:
//
//	read      texts and sessions → blocks; parts of other editions are cut off
//	plan      which chapters, in which order
//	write     the built-in chapters, made from the model and its results
//	fill      generated tables, charts and figures
//	number    headings, figures, tables, notes, paragraphs; references get their words
//
// All sentences that the program itself says stand in templates/nl/memo.yaml and
// templates/en/memo.yaml. The package draws nothing and knows no pages.
package memo

import (
	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/templates"
)

// An Edition says for whom a memo is written. The zero value is the edition for
// the experts: everything for any addressee, nothing internal.
type Edition struct {
	For      string // id of an addressee; empty: all of them
	Internal bool   // with the project team's internal parts
}

// Write makes one edition of the memo. Where there are problems of severity
// Error the document may be incomplete.
func Write(p *project.Project, views []snapshot.View, r *marvel.Result, e Edition) (*document.Document, []source.Problem) {
	w := newWriter(p, views, r, e)
	w.checkEdition()
	w.readSessions()
	w.readTexts()
	chapters := w.plan()
	w.writeChapters(chapters)
	doc := w.document(chapters)
	w.fill(doc)
	w.finish(doc)
	source.Sort(w.problems)
	return doc, w.problems
}

// A writer holds what the steps share.
type writer struct {
	p        *project.Project
	m        *model.Model
	r        *marvel.Result
	views    []snapshot.View
	e        Edition
	language string
	words    templates.Words
	problems []source.Problem

	sessions        []*session
	texts           []*text
	notes           map[string]note // by file and label
	recommendations map[*document.Heading]*recommendation
	given           []*recommendation                     // those that stand in the memo, in reading order
	figures         map[string]*document.Figure           // by the id of the snapshot or chart
	tables          map[string]*document.Table            // by name, as asked for
	shortNames      map[*document.Table][]document.Inline // what a list of tables says of them
	late            []reference                           // references whose words depend on the numbering
	reported        map[string]bool                       // snapshots whose problems have been told
	hiddenViews     map[string]bool                       // snapshots that only left-out parts place
	chapterIDs      map[string]*document.Heading
	runs            map[string]*marvel.Effect
}

func newWriter(p *project.Project, views []snapshot.View, r *marvel.Result, e Edition) *writer {
	if r == nil {
		r = &marvel.Result{}
	}
	m := p.Model
	if m == nil {
		m = &model.Model{}
	}
	language := p.Memo.Language
	if language != "en" {
		language = "nl"
	}
	p, m, r = inPrint(p, m, r, language)
	w := &writer{
		p: p, m: m, r: r, views: printViews(views, language), e: e, language: language,
		words:           templates.Texts(language, "memo"),
		notes:           map[string]note{},
		recommendations: map[*document.Heading]*recommendation{},
		figures:         map[string]*document.Figure{},
		tables:          map[string]*document.Table{},
		shortNames:      map[*document.Table][]document.Inline{},
		reported:        map[string]bool{},
		hiddenViews:     map[string]bool{},
		chapterIDs:      map[string]*document.Heading{},
		runs:            map[string]*marvel.Effect{},
	}
	w.addDomainViews()
	return w
}

// checkEdition reports an addressee that memo.yaml doesn't name.
func (w *writer) checkEdition() {
	if w.e.For != "" && w.recipient(w.e.For) == nil {
		w.unknownRecipient(w.p.Memo.Fields["to"], w.e.For)
	}
}

func (w *writer) recipient(id string) *project.Recipient {
	for i := range w.p.Memo.To {
		if w.p.Memo.To[i].ID == id {
			return &w.p.Memo.To[i]
		}
	}
	return nil
}

// t gives a text of ours; with arguments it fills its verbs.
func (w *writer) t(key string, args ...any) string {
	if len(args) == 0 {
		return w.words.Get(key)
	}
	return w.words.Format(key, args...)
}
