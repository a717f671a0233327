package memo

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// A session is the note of an expert session, cut at its headings.
type session struct {
	project.Session
	sections []section
}

// A section of session notes, without its heading.
type section struct {
	name   string
	blocks []document.Block
	quoted bool // a text has taken it
}

// A text is a chapter of the team's own, read.
type text struct {
	*project.Text
	title  []document.Inline // nil: the file has no heading of level 1 at its start
	blocks []document.Block
}

// parse reads one file. Its footnotes are kept under the name of the file.
func (w *writer) parse(md project.Markdown) []document.Block {
	file := md.Pos.Path
	parsed, problems := markdown.Parse(md.Text, md.Pos, w.language, host{w, file})
	w.problems = append(w.problems, problems...)
	for _, n := range parsed.Notes {
		w.notes[noteKey(file, n.Label)] = note{n.Blocks, n.Pos}
	}
	scope(parsed.Blocks, file)
	for _, hidden := range parsed.Hidden {
		for _, id := range placedViews(hidden) {
			w.hiddenViews[id] = true
		}
	}
	return parsed.Blocks
}

var (
	viewAddress    = regexp.MustCompile(`\]\(\s*<?snapshot:([^\s)>]+)`)
	viewDefinition = regexp.MustCompile(`(?m)^\s*\[[^\]]*\]:\s*<?snapshot:([^\s>]+)`)
)

// placedViews finds the snapshots that a left-out part places, without parsing
// it. A snapshot that no other part places is left out with it: its caption says
// what the part says. A mere reference doesn't place one.
func placedViews(hidden string) []string {
	var ids []string
	for _, m := range viewAddress.FindAllStringSubmatchIndex(hidden, -1) {
		depth := 0
		for i := m[0]; i >= 0; i-- { // back to the bracket that opens
			switch hidden[i] {
			case ']':
				depth++
			case '[':
				depth--
			}
			if depth == 0 {
				if i > 0 && hidden[i-1] == '!' {
					ids = append(ids, hidden[m[2]:m[3]])
				}
				break
			}
		}
	}
	for _, m := range viewDefinition.FindAllStringSubmatch(hidden, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

// scope makes the labels of footnotes unique over all files.
func scope(blocks []document.Block, file string) {
	mapInlines(blocks, func(in document.Inline) []document.Inline {
		if ref, ok := in.(document.NoteRef); ok {
			ref.Note = noteKey(file, ref.Note)
			return []document.Inline{ref}
		}
		return []document.Inline{in}
	})
}

func (w *writer) readSessions() {
	for _, s := range w.p.Sessions {
		read := &session{Session: s}
		read.sections = sections(w.parse(s.Body))
		w.sessions = append(w.sessions, read)
		if read.mainPoints() == nil {
			w.warn(s.Pos, NoMainPoints, s.Number)
		}
	}
}

// sections cuts notes at their headings of level 1 and 2. A labelled part that
// begins with such a heading is a section of its own.
func sections(blocks []document.Block) []section {
	var all []section
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			if b.Level <= 2 {
				all = append(all, section{name: document.Plain(b.Text)})
				continue
			}
		case *document.Aside:
			if h, ok := first(b.Blocks).(*document.Heading); ok && h.Level <= 2 {
				part := *b
				part.Blocks = b.Blocks[1:]
				all = append(all, section{name: document.Plain(h.Text), blocks: []document.Block{&part}})
				all = append(all, section{}) // what follows doesn't belong to it
				continue
			}
		}
		if len(all) == 0 {
			all = append(all, section{})
		}
		last := &all[len(all)-1]
		last.blocks = append(last.blocks, b)
	}
	return all
}

func first(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
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

func (s *session) section(name string) *section {
	name = strings.ToLower(strings.TrimSpace(name))
	names := []string{name}
	for _, row := range sectionNames {
		for _, n := range row {
			if n == name {
				names = row
			}
		}
	}
	for i := range s.sections {
		for _, n := range names {
			if strings.ToLower(strings.TrimSpace(s.sections[i].name)) == n {
				return &s.sections[i]
			}
		}
	}
	return nil
}

func (s *session) mainPoints() *section { return s.section("hoofdlijnen") }

// quote gives a section of session notes, once. Notes may quote those of an
// earlier session: later ones aren't read yet.
func (h host) quote(a markdown.Address) ([]document.Block, []source.Problem) {
	number, name, ok := strings.Cut(a.Name, "/")
	if !ok || strings.TrimSpace(name) == "" {
		return nil, []source.Problem{{Pos: a.Pos, Message: BadSessionPlace, Args: []any{"session:" + a.Name}}}
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil {
		return nil, []source.Problem{{Pos: a.Pos, Message: UnknownSession, Args: []any{number}}}
	}
	for _, s := range h.sessions {
		if s.Number != n {
			continue
		}
		found := s.section(name)
		if found == nil {
			var known []string
			for _, x := range s.sections {
				if x.name != "" {
					known = append(known, x.name)
				}
			}
			return nil, []source.Problem{{Pos: a.Pos, Message: UnknownSection, Args: []any{n, name}, Near: source.Near(name, known)}}
		}
		if found.quoted {
			return nil, []source.Problem{{Pos: a.Pos, Message: PlacedTwice, Args: []any{fmt.Sprintf("session:%d/%s", n, name)}}}
		}
		found.quoted = true
		return found.blocks, nil
	}
	return nil, []source.Problem{{Pos: a.Pos, Message: UnknownSession, Args: []any{number}}}
}

func (w *writer) readTexts() {
	for i := range w.p.Texts {
		t := &text{Text: &w.p.Texts[i]}
		t.blocks = w.parse(t.Body)
		if h, ok := first(t.blocks).(*document.Heading); ok && h.Level == 1 {
			t.title, t.blocks = h.Text, t.blocks[1:]
		}
		w.texts = append(w.texts, t)
	}
}
