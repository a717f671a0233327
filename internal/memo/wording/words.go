package wording

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/prose"
	"slotmemo/internal/sentences"
)

// Polish gives text of the user's tables the quotes and joints of print.
func (w *Words) Polish(s string) string {
	return markdown.Polish(strings.Join(strings.Fields(s), " "), w.Language)
}

// AllQuoted puts names in quotes and in a row.
func (w *Words) AllQuoted(names []string) string { return w.List(prose.AllQuoted(names)) }

// Caption makes a caption of sentences of ours, the first of which is the
// message.
func (w *Words) Caption(say ...string) document.Caption {
	return w.CaptionOf(document.Words(JoinSentences(say)))
}

// CaptionOf makes a caption of a line, whose first sentence is the message.
func (w *Words) CaptionOf(line []document.Inline) document.Caption {
	message, rest := sentences.First(line, w.Language)
	return document.Caption{Message: message, Rest: rest}
}

// Say makes a paragraph of sentences, each already complete.
func Say(sentences ...string) *document.Paragraph {
	return &document.Paragraph{Text: document.Words(JoinSentences(sentences))}
}

// JoinSentences joins those that say anything.
func JoinSentences(sentences []string) string {
	var kept []string
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}
