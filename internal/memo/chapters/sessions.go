package chapters

import (
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/read"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/prose"
)

// sessionLine names a session: "Het landschap, 6 september 2018, Utrecht".
func (w *writer) sessionLine(s *read.Session) string {
	parts := []string{s.Title}
	if s.Title == "" {
		parts[0] = w.T("session", s.Number)
	}
	if s.Date != "" {
		parts = append(parts, w.Date(s.Date))
	}
	if s.Place != "" {
		parts = append(parts, s.Place)
	}
	return strings.Join(parts, ", ")
}

// sessions puts the main points of each session in the memo.
func sessions(w *writer) []document.Block {
	var blocks []document.Block
	for _, s := range w.texts.Sessions {
		points := s.MainPoints()
		if points == nil || points.Quoted || len(points.Blocks) == 0 {
			continue
		}
		title := w.T("session", s.Number)
		if s.Title != "" {
			title = w.T("session.title", s.Number, s.Title)
		}
		blocks = append(blocks, &document.Heading{Pos: s.Pos, Level: 2, Text: document.Words(title), ID: "session-" + strconv.Itoa(s.Number)})
		blocks = append(blocks, wording.Say(w.sessionFacts(s)))
		blocks = append(blocks, deeper(points.Blocks)...)
	}
	return blocks
}

func (w *writer) hasSessionChapter() bool {
	for _, s := range w.texts.Sessions {
		if p := s.MainPoints(); p != nil && !p.Quoted && len(p.Blocks) > 0 {
			return true
		}
	}
	for _, t := range w.texts.Texts {
		if t.Chapter == "sessions" {
			return true
		}
	}
	return false
}

// sessionFacts says when and where, and which organisations were there.
func (w *writer) sessionFacts(s *read.Session) string {
	var where []string
	if s.Date != "" {
		where = append(where, w.Date(s.Date))
	}
	if s.Place != "" {
		where = append(where, s.Place)
	}
	facts := prose.Sentence(w.Capital(strings.Join(where, ", ")))
	if len(s.Participants) > 0 {
		facts += " " + w.T("session.participants", w.List(w.Actors(s.Participants)))
	}
	return strings.TrimSpace(facts)
}

// deeper makes headings stand below that of the session.
func deeper(blocks []document.Block) []document.Block {
	draft.EachBlock(blocks, func(b document.Block) {
		if h, ok := b.(*document.Heading); ok {
			h.Level = max(h.Level, 3)
		}
	})
	return blocks
}
