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
	w.raw("<section class=\"picture%s\" tabindex=\"0\" aria-labelledby=\"%s\">\n", w.pictureRoom(f), label)
	w.picture(f)
	w.raw("</section>\n<figcaption id=\"%s\">", label)
	w.caption(f.Name, f.Number, f.Caption)
	w.raw("</figcaption>\n</figure>\n")
	w.figureWords(f)
}

// picture writes the drawing. Its name is its title, its description the
// alternative: what it shows, the message, and where the words are.
func (w *writer) picture(f *document.Figure) {
	p := w.pictures[f.ID]
	if p == nil {
		w.raw("<p>%s</p>\n", f.Alt)
		return
	}
	w.WriteString(svg.Inline(p, svg.Options{Root: fmt.Sprintf(` role="img" aria-label="%s"`, escape(f.Alt))}))
}

// figureWords writes the long description and the data of a figure.
func (w *writer) figureWords(f *document.Figure) {
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
	w.blocks(f.Long)
	if f.Data != nil {
		w.figureName = strings.TrimSpace(f.Name + " " + f.Number)
		w.table(f.Data)
		w.figureName = ""
	}
	w.raw("</details>\n")
}
