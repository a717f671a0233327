// Package plan decides which chapters a memo has and in which order: those of
// memo.yaml or all built-in ones, the team's own between them, annexes last. It
// looks at names and numbers of files, never at what a chapter says.
package plan

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/memo/read"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// A Plan is the chapters in order.
type Plan []*Chapter

// A Chapter is built in, replaced by a text, or the team's own.
type Chapter struct {
	ID    string     // built-in id, or the file name of an own chapter
	Text  *read.Text // nil: made by the program
	Annex bool
	Title []document.Inline
}

// Has reports whether a chapter is planned. It may still turn out to be empty.
func (p Plan) Has(id string) bool {
	return slices.ContainsFunc(p, func(c *Chapter) bool { return c.ID == id })
}

// Generates reports whether a chapter is planned and made by the program.
func (p Plan) Generates(id string) bool {
	return slices.ContainsFunc(p, func(c *Chapter) bool { return c.ID == id && c.Text == nil })
}

// Last returns the id of the last chapter before the annexes, or of the first
// annex if there is no other; empty if there is none.
func (p Plan) Last() string {
	last := ""
	for _, c := range p {
		if !c.Annex || last == "" {
			last = c.ID
		}
	}
	return last
}

// Make plans the chapters.
func Make(p *project.Project, texts []*read.Text, words *wording.Words) (Plan, []source.Problem) {
	m := &planner{project: p, texts: texts, words: words}
	order := builtIn()
	if len(p.Memo.Chapters) > 0 {
		order = m.listed()
	}
	var plan Plan
	for _, id := range order {
		plan = append(plan, m.chapter(id))
	}
	for _, t := range m.own() {
		if !slices.Contains(order, t.Name) {
			plan = slices.Insert(plan, m.placeFor(plan, t.Number), m.chapter(t.Name))
		}
	}
	// Annexes stand at the end, whatever the order in memo.yaml.
	slices.SortStableFunc(plan, func(a, b *Chapter) int { return rank(a) - rank(b) })
	return plan, m.problems
}

func rank(c *Chapter) int {
	if c.Annex {
		return 1
	}
	return 0
}

type planner struct {
	project  *project.Project
	texts    []*read.Text
	words    *wording.Words
	problems []source.Problem
}

// builtIn returns the ids of the built-in chapters in their order.
func builtIn() []string {
	var all []string
	for _, c := range project.Chapters() {
		all = append(all, c.ID)
	}
	return all
}

func isAnnex(id string) bool {
	return slices.ContainsFunc(project.Chapters(), func(c project.Chapter) bool { return c.ID == id && c.Annex })
}

// listed returns the chapters of memo.yaml, unknown ones reported.
func (m *planner) listed() []string {
	at := m.project.Memo.Fields["chapters"]
	var order []string
	for _, name := range m.project.Memo.Chapters {
		id := read.ChapterID(m.project, name)
		switch {
		case id == "":
			known := read.ChapterIDs(m.project)
			m.problems = append(m.problems, problem.Unknown(at, problem.UnknownChapter, name, known, strings.Join(known, ", ")))
		case slices.Contains(order, id):
			m.problems = append(m.problems, source.Problem{Pos: at, Message: problem.PlacedTwice, Args: []any{name}})
		default:
			order = append(order, id)
		}
	}
	return order
}

func (m *planner) chapter(id string) *Chapter {
	c := &Chapter{ID: id, Annex: isAnnex(id)}
	for _, t := range m.texts {
		if t.Chapter == id || t.Chapter == "" && t.Name == id {
			c.Text = t
		}
	}
	switch {
	case c.Text != nil && c.Text.Title != nil:
		c.Title = c.Text.Title
	case m.words.Has("chapter." + id):
		c.Title = document.Words(m.words.T("chapter." + id))
	default:
		c.Title = document.Words(m.words.Capital(strings.Map(dashToBlank, id)))
	}
	return c
}

func dashToBlank(r rune) rune {
	if r == '-' || r == '_' {
		return ' '
	}
	return r
}

// own returns the chapters of the team's own by their numbers.
func (m *planner) own() []*read.Text {
	var own []*read.Text
	for _, t := range m.texts {
		if t.Chapter == "" {
			own = append(own, t)
		}
	}
	slices.SortStableFunc(own, func(a, b *read.Text) int { return a.Number - b.Number })
	return own
}

// placeFor returns the place of an own chapter with this number: before the first
// chapter between background and limits that has a higher one.
func (m *planner) placeFor(plan Plan, number int) int {
	begin, end := 0, 0
	for i, c := range plan {
		if !c.Annex {
			end = i + 1
		}
		if c.ID == "summary" || c.ID == "background" {
			begin = i + 1
		}
	}
	if i := slices.IndexFunc(plan, func(c *Chapter) bool { return c.ID == "limits" }); i >= 0 {
		end = i
	}
	for i := begin; i < end; i++ {
		if m.number(plan[i]) > number {
			return i
		}
	}
	return max(begin, end)
}

// number of a chapter: of its file, or, without a text, by its place: 1, 2, 3 or
// 10, 20, 30, as the team counts.
func (m *planner) number(c *Chapter) int {
	place := slices.Index(builtIn(), c.ID) + 1
	switch {
	case c.Text != nil:
		return c.Text.Number
	case m.usesDecades():
		return 10 * place
	}
	return place
}

// usesDecades reports whether the team numbers its files 10, 20, 30 rather than
// 1, 2, 3.
func (m *planner) usesDecades() bool {
	return slices.ContainsFunc(m.project.Texts, func(t project.Text) bool { return t.Number > len(project.Chapters()) })
}
