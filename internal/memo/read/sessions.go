package read

import (
	"fmt"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// A Session is the note of an expert session, cut at its headings.
type Session struct {
	project.Session
	Sections []*Section
}

// A Section of session notes, without its heading.
type Section struct {
	Name   string
	Blocks []document.Block
	Quoted bool // a text has taken it
}

func (r *reader) readSessions() {
	for _, s := range r.Project.Sessions {
		read := &Session{Session: s}
		read.Sections = sections(r.parse(s.Body))
		r.out.Sessions = append(r.out.Sessions, read)
		if read.MainPoints() == nil {
			r.problems = append(r.problems, source.Problem{Pos: s.Pos, Severity: source.Warning, Message: problem.NoMainPoints, Args: []any{s.Number}})
		}
	}
}

// sections cuts notes at their headings of level 1 and 2. A labelled part that
// begins with such a heading is a section of its own.
func sections(blocks []document.Block) []*Section {
	var all []*Section
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			if b.Level <= 2 {
				all = append(all, &Section{Name: document.Plain(b.Text)})
				continue
			}
		case *document.Aside:
			if h, ok := first(b.Blocks).(*document.Heading); ok && h.Level <= 2 {
				part := *b
				part.Blocks = b.Blocks[1:]
				all = append(all, &Section{Name: document.Plain(h.Text), Blocks: []document.Block{&part}})
				all = append(all, &Section{}) // what follows doesn't belong to it
				continue
			}
		}
		if len(all) == 0 {
			all = append(all, &Section{})
		}
		last := all[len(all)-1]
		last.Blocks = append(last.Blocks, b)
	}
	return all
}

// sectionNames are the names that a section may be called by in the other
// language.
var sectionNames = [][]string{
	{"hoofdlijnen", "hoofdpunten", "main points"},
	{"discussie", "discussion"},
	{"besluiten", "decisions"},
	{"verschil van mening", "dissent"},
	{"acties", "actions"},
	{"afspraken", "agreements"},
}

// Section returns the section of this name, in either language; nil if there is
// none.
func (s *Session) Section(name string) *Section {
	name = strings.ToLower(strings.TrimSpace(name))
	names := []string{name}
	for _, row := range sectionNames {
		for _, n := range row {
			if n == name {
				names = row
			}
		}
	}
	for _, x := range s.Sections {
		for _, n := range names {
			if strings.ToLower(strings.TrimSpace(x.Name)) == n {
				return x
			}
		}
	}
	return nil
}

// MainPoints returns the section that the memo prints by itself; nil if there is
// none.
func (s *Session) MainPoints() *Section { return s.Section("hoofdlijnen") }

// quote returns a section of session notes, once. Notes may quote those of an
// earlier session: later ones aren't read yet.
func (r *reader) quote(a markdown.Address) ([]document.Block, []source.Problem) {
	fail := func(m source.Message, args ...any) ([]document.Block, []source.Problem) {
		return nil, []source.Problem{{Pos: a.Pos, Message: m, Args: args}}
	}
	number, name, ok := strings.Cut(a.Name, "/")
	if !ok || strings.TrimSpace(name) == "" {
		return fail(problem.BadSessionPlace, "session:"+a.Name)
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil {
		return fail(problem.UnknownSession, number)
	}
	s := r.session(n)
	if s == nil {
		return fail(problem.UnknownSession, number)
	}
	found := s.Section(name)
	switch {
	case found == nil:
		return nil, []source.Problem{{Pos: a.Pos, Message: problem.UnknownSection, Args: []any{n, name}, Near: source.Near(name, s.names())}}
	case found.Quoted:
		return fail(problem.PlacedTwice, fmt.Sprintf("session:%d/%s", n, name))
	}
	found.Quoted = true
	return found.Blocks, nil
}

func (r *reader) session(number int) *Session {
	for _, s := range r.out.Sessions {
		if s.Number == number {
			return s
		}
	}
	return nil
}

// names of the sections, for suggestions.
func (s *Session) names() []string {
	var known []string
	for _, x := range s.Sections {
		if x.Name != "" {
			known = append(known, x.Name)
		}
	}
	return known
}
