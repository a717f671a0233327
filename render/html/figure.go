package html

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/render/svg"
)

// figure writes a picture with its caption, and behind a button the same in words
// and as a table.
func (w *writer) figure(f *document.Figure) {
	w.raw("<figure" + w.id(f.ID) + ">\n")
	label := w.newID()
	description := ""
	if len(f.Long) > 0 && w.pictures[f.ID] != nil {
		description = w.newID()
	}
	w.raw("<section class=\"picture%s\" tabindex=\"0\" aria-labelledby=\"%s\">\n", w.pictureRoom(f), label)
	w.picture(f, description)
	w.raw("</section>\n<figcaption id=\"%s\">", label)
	w.caption(f.Name, f.Number, f.Caption)
	w.raw("</figcaption>\n</figure>\n")
	w.figureWords(f, description)
}

// picture writes the drawing. Its name is the alternative: what it shows, the
// message, and where the words are. Its description are these words, which a
// screen reader reads out even while they are folded.
func (w *writer) picture(f *document.Figure, description string) {
	p := w.pictures[f.ID]
	if p == nil {
		w.raw("<p>%s</p>\n", f.Alt)
		return
	}
	root := fmt.Sprintf(` role="img" aria-label="%s"`, escape(f.Alt))
	if description != "" {
		root += fmt.Sprintf(` aria-describedby="%s"`, description)
	}
	w.WriteString(svg.Inline(p, svg.Options{Root: root}))
}

// figureWords writes the long description and the data of a figure.
func (w *writer) figureWords(f *document.Figure, description string) {
	summary := ""
	switch {
	case len(f.Long) > 0 && f.Data != nil:
		summary = "words"
	case len(f.Long) > 0:
		summary = "words-only"
	case f.Data != nil:
		summary = "data-only"
	default:
		return
	}
	w.raw("<details class=\"words\">\n<summary>%s</summary>\n", w.words.Get(summary))
	if description != "" {
		w.raw("<div id=\"%s\">\n", description)
		w.blocks(f.Long)
		w.raw("</div>\n")
	} else {
		w.blocks(f.Long)
	}
	if f.Data != nil {
		w.figureName = strings.TrimSpace(f.Name + " " + f.Number)
		w.table(f.Data)
		w.figureName = ""
	}
	w.raw("</details>\n")
}
