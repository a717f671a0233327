// Package read turns the texts and session notes of a project into blocks of a
// draft, as one edition has them. Parts of other editions are cut off here:
// nothing behind this wall has seen them.
//
// What depends on results or on numbering is left as draft types; nothing is
// computed here.
package read

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// An Edition says for whom a memo is written. The zero value is the edition for
// the experts: everything for any addressee, nothing internal.
type Edition struct {
	For      string // id of an addressee; empty: all of them
	Internal bool   // with the project team's internal parts
}

// An Input is what texts are read with.
type Input struct {
	Project *project.Project // its names in print
	Views   []snapshot.View
	Edition Edition
	Words   *wording.Words
	Tables  []string // names that a text may place
	Charts  []string
}

// Texts are what the project team wrote, as this edition has it.
type Texts struct {
	Sessions        []*Session
	Texts           []*Text
	Notes           []*draft.Note           // footnotes of all of them
	Recommendations []*draft.Recommendation // of all of them, as read
	Hidden          map[string]bool         // snapshots that only left-out parts place
	Asked           []marvel.EffectAt       // effects that they tell
}

// A Text is a chapter of the team's own.
type Text struct {
	*project.Text
	Title  []document.Inline // nil: the file has no heading of level 1 at its start
	Blocks []document.Block
}

// Read reads all sessions, then all texts: these may quote those.
func Read(in Input) (*Texts, []source.Problem) {
	r := &reader{Input: in, out: &Texts{Hidden: map[string]bool{}}}
	r.checkEdition()
	r.readSessions()
	r.readTexts()
	return r.out, r.problems
}

// A reader holds what the files of one project share.
type reader struct {
	Input
	out      *Texts
	problems []source.Problem
}

// checkEdition reports an addressee that memo.yaml doesn't name.
func (r *reader) checkEdition() {
	if to := r.Edition.For; to != "" && !slices.Contains(r.recipients(), to) {
		r.problems = append(r.problems, problem.Unknown(r.Project.Memo.Fields["to"], problem.UnknownRecipient, to, r.recipients()))
	}
}

func (r *reader) readTexts() {
	for i := range r.Project.Texts {
		t := &Text{Text: &r.Project.Texts[i]}
		t.Blocks = r.parse(t.Body)
		if h, ok := first(t.Blocks).(*document.Heading); ok && h.Level == 1 {
			t.Title, t.Blocks = h.Text, t.Blocks[1:]
		}
		r.out.Texts = append(r.out.Texts, t)
	}
}

// parse reads one file.
func (r *reader) parse(md project.Markdown) []document.Block {
	f := &file{reader: r, notes: map[string]*draft.Note{}}
	parsed, problems := markdown.Parse(md.Text, md.Pos, r.Words.Language, f)
	r.problems = append(r.problems, problems...)
	for _, n := range parsed.Notes {
		f.note(n.Label).Blocks = n.Blocks
	}
	draft.MapInlines(parsed.Blocks, func(in document.Inline) []document.Inline {
		if ref, ok := in.(document.NoteRef); ok {
			return []document.Inline{draft.NoteCall{Note: f.note(ref.Note)}}
		}
		return []document.Inline{in}
	})
	for _, hidden := range parsed.Hidden {
		for _, id := range placedViews(hidden) {
			r.out.Hidden[id] = true
		}
	}
	return parsed.Blocks
}

// note returns the footnote with a label, which its call may come before.
func (f *file) note(label string) *draft.Note {
	if f.notes[label] == nil {
		f.notes[label] = &draft.Note{}
		f.out.Notes = append(f.out.Notes, f.notes[label])
	}
	return f.notes[label]
}

func first(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// ChapterID returns the id of a chapter by its id, its name in either language, or
// the file name of a chapter of the team's own; empty if there is none.
func ChapterID(p *project.Project, name string) string {
	if id, ok := project.ChapterID(name); ok {
		return id
	}
	for _, t := range p.Texts {
		if t.Chapter == "" && strings.EqualFold(t.Name, name) {
			return t.Name
		}
	}
	return ""
}

// ChapterIDs returns the ids of the built-in chapters in their order, then those
// of the team's own.
func ChapterIDs(p *project.Project) []string {
	var known []string
	for _, c := range project.Chapters() {
		known = append(known, c.ID)
	}
	for _, t := range p.Texts {
		if t.Chapter == "" {
			known = append(known, t.Name)
		}
	}
	return known
}
