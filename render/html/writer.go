package html

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// A writer writes the memo of one page, in reading order.
type writer struct {
	strings.Builder                 // the text of the memo
	contents        strings.Builder // the table of contents beside it
	doc             *document.Document
	words           templates.Words
	pictures        map[string]*picture.Picture
	fonts           *text.Fonts
	targets         map[string]bool     // ids that the Document has
	taken           map[string]bool     // ids that stand in the page already
	calls           map[string][]string // ids of the references to a note
	made            int                 // ids made by us
	names           map[string]int      // names given to tables without caption
	figureName      string              // of the figure being written: "Figuur 3"
	rooms           map[int]bool        // heights that are kept free, see room.go
}

func newWriter(doc *document.Document, pictures map[string]*picture.Picture, fonts *text.Fonts) *writer {
	return &writer{
		doc: doc, words: templates.Texts(doc.Language, "html"), pictures: pictures, fonts: fonts,
		targets: targets(doc), taken: map[string]bool{"memo": true}, calls: map[string][]string{}, names: map[string]int{},
		rooms: map[int]bool{},
	}
}

// memo writes the head, the blocks and the notes.
func (w *writer) memo() {
	w.head()
	w.blocks(w.doc.Blocks)
	w.notes()
}

// raw writes markup; its arguments are escaped.
func (w *writer) raw(markup string, args ...string) {
	escaped := make([]any, len(args))
	for i, a := range args {
		escaped[i] = escape(a)
	}
	if len(escaped) == 0 {
		w.WriteString(markup)
		return
	}
	fmt.Fprintf(&w.Builder, markup, escaped...)
}

// id gives the id attribute for an id of the Document, with a space before it.
// An id that is in the page already, as that of a relation in a second table, is
// given to nobody else: a link goes to the first.
func (w *writer) id(id string) string {
	if id == "" {
		return ""
	}
	id = anchor(id)
	if w.taken[id] {
		return ""
	}
	w.taken[id] = true
	return fmt.Sprintf(` id="%s"`, escape(id))
}

// newID makes an id of our own, for what names and describes something.
func (w *writer) newID() string {
	for {
		w.made++
		id := fmt.Sprintf("x%d", w.made)
		if !w.targets[id] && !w.taken[id] {
			w.taken[id] = true
			return id
		}
	}
}

// head writes the head of the memo.
func (w *writer) head() {
	h := w.doc.Head
	w.raw("<header class=\"head\">\n")
	w.line("sender", h.Sender)
	w.inlineLine("kind", h.Kind)
	w.raw("<h1>%s</h1>\n", w.doc.Title)
	w.line("subtitle", w.doc.Subtitle)
	if len(h.Fields) > 0 {
		w.raw("<dl class=\"fields\">\n")
		for _, f := range h.Fields {
			w.raw("<div><dt>%s</dt><dd>", f.Label)
			w.inlines(f.Value)
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n")
	}
	w.inlineLine("remark", h.Remark)
	w.inlineLine("message", h.Message)
	w.raw("</header>\n")
}

func (w *writer) line(class, s string) { w.inlineLine(class, document.Words(s)) }

func (w *writer) inlineLine(class string, inlines []document.Inline) {
	if len(inlines) == 0 {
		return
	}
	w.raw("<p class=\"%s\">", class)
	w.inlines(inlines)
	w.raw("</p>\n")
}

// notes writes the footnotes, each with the way back to where it is called.
func (w *writer) notes() {
	if len(w.doc.Notes) == 0 {
		return
	}
	title := w.newID()
	w.raw("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n<ol>\n",
		title, title, w.words.Get("notes"))
	for _, n := range w.doc.Notes {
		w.raw("<li" + w.id(n.ID) + "><span class=\"no\">")
		w.raw("%s </span>", n.Number)
		w.blocks(n.Blocks)
		for _, call := range w.calls[n.ID] {
			w.raw("<a class=\"back\" role=\"doc-backlink\" href=\"%s\" aria-label=\"%s\"></a>",
				fragment(anchor(call)), w.words.Format("back", n.Number))
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n</section>\n")
}
