package memo

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/sentences"
)

// caption makes a caption of sentences of ours, the first of which is the
// message.
func (w *writer) caption(say ...string) document.Caption {
	return w.captionOf(document.Words(joinSentences(say)))
}

// captionOf makes a caption of a line, whose first sentence is the message.
func (w *writer) captionOf(line []document.Inline) document.Caption {
	message, rest := sentences.First(line, w.language)
	return document.Caption{Message: message, Rest: rest}
}

// inList is what a list of figures or tables has room for: the first sentence
// of a line, without its full stop.
func (w *writer) inList(line []document.Inline) []document.Inline {
	first, _ := sentences.First(withoutNotes(line), w.language)
	return document.Words(strings.TrimSuffix(document.Plain(first), "."))
}
