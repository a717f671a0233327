package memo

import (
	"strconv"
	"strings"

	"slotmemo/internal/document"
)

// sessionLine names a session: "Het landschap, 6 september 2018, Utrecht".
func (w *writer) sessionLine(s *session) string {
	parts := []string{s.Title}
	if s.Title == "" {
		parts[0] = w.t("session", s.Number)
	}
	if s.Date != "" {
		parts = append(parts, w.date(s.Date))
	}
	if s.Place != "" {
		parts = append(parts, s.Place)
	}
	return strings.Join(parts, ", ")
}

// sessionChapter puts the main points of each session in the memo.
func (w *writer) sessionChapter() []document.Block {
	var blocks []document.Block
	for _, s := range w.sessions {
		points := s.mainPoints()
		if points == nil || points.quoted || len(points.blocks) == 0 {
			continue
		}
		points.quoted = true
		title := w.t("session", s.Number)
		if s.Title != "" {
			title = w.t("session.title", s.Number, s.Title)
		}
		blocks = append(blocks, &document.Heading{Pos: s.Pos, Level: 2, Text: document.Words(title), ID: "session-" + strconv.Itoa(s.Number)})
		blocks = append(blocks, say(w.sessionFacts(s)))
		blocks = append(blocks, deeper(points.blocks)...)
	}
	return blocks
}

func (w *writer) hasSessionChapter() bool {
	for _, s := range w.sessions {
		if p := s.mainPoints(); p != nil && !p.quoted && len(p.blocks) > 0 {
			return true
		}
	}
	for _, t := range w.texts {
		if t.Chapter == "sessions" {
			return true
		}
	}
	return false
}

// sessionFacts says when and where, and which organisations were there.
func (w *writer) sessionFacts(s *session) string {
	var where []string
	if s.Date != "" {
		where = append(where, w.date(s.Date))
	}
	if s.Place != "" {
		where = append(where, s.Place)
	}
	facts := sentence(w.capital(strings.Join(where, ", ")))
	if len(s.Participants) > 0 {
		facts += " " + w.t("session.participants", w.list(w.actors(s.Participants)))
	}
	return strings.TrimSpace(facts)
}

// deeper makes headings stand below that of the session.
func deeper(blocks []document.Block) []document.Block {
	eachBlock(blocks, func(b document.Block) {
		if h, ok := b.(*document.Heading); ok {
			h.Level = max(h.Level, 3)
		}
	})
	return blocks
}
