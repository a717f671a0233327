package html

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
)

func (w *writer) inlines(inlines []document.Inline) {
	for _, in := range inlines {
		w.inline(in)
	}
}

func (w *writer) inline(in document.Inline) {
	switch in := in.(type) {
	case document.Text:
		w.raw("%s", string(in))
	case document.CodeText:
		w.raw("<code>%s</code>", string(in))
	case document.LineBreak:
		w.raw("<br>")
	case document.Emph:
		w.wrap("em", "", in.Kids)
	case document.Strong:
		w.wrap("strong", "", in.Kids)
	case document.Span:
		w.span(in)
	case document.Link:
		w.link(in)
	case document.NoteRef:
		w.noteRef(in)
	default:
		panic(fmt.Sprintf("html: no rule for %T", in))
	}
}

func (w *writer) wrap(tag, attributes string, kids []document.Inline) {
	w.raw("<" + tag + attributes + ">")
	w.inlines(kids)
	w.raw("</" + tag + ">")
}

func (w *writer) span(s document.Span) {
	var classes []string
	if s.Soft {
		classes = append(classes, "soft")
	}
	if s.Small {
		classes = append(classes, "small")
	}
	attributes := ""
	if len(classes) > 0 {
		attributes += fmt.Sprintf(` class="%s"`, strings.Join(classes, " "))
	}
	if s.Language != "" {
		attributes += fmt.Sprintf(` lang="%s"`, escape(s.Language))
	}
	tag := "span"
	if s.Strike {
		tag = "s"
	}
	w.wrap(tag, attributes, s.Kids)
}

// link writes a link, or only its text if it leads nowhere we allow.
func (w *writer) link(l document.Link) {
	attributes := ""
	switch url, ok := address(l.URL); {
	case ok:
		attributes = fmt.Sprintf(` href="%s" rel="noreferrer"`, escape(url))
	case l.URL == "" && w.targets[anchor(l.Target)]:
		attributes = fmt.Sprintf(` href="%s"`, escape(fragment(anchor(l.Target))))
	default:
		w.inlines(l.Kids)
		return
	}
	text := document.Plain(l.Kids)
	if l.Purpose != "" && !strings.Contains(strings.ToLower(text), strings.ToLower(l.Purpose)) {
		// The visible text comes first, so that it can be spoken to follow it.
		attributes += fmt.Sprintf(` aria-label="%s"`, escape(text+", "+l.Purpose))
	}
	w.wrap("a", attributes, l.Kids)
}

func (w *writer) noteRef(r document.NoteRef) {
	id := w.id(r.ID)
	if id != "" {
		w.calls[r.Note] = append(w.calls[r.Note], r.ID)
	}
	w.raw("<sup><a" + id + " role=\"doc-noteref\" href=\"")
	w.raw("%s\" aria-label=\"%s\">%s</a></sup>", fragment(anchor(r.Note)), w.words.Format("note", r.Number), r.Number)
}
