package html

import (
	"slotmemo/internal/document"
)

// figure writes a picture with its caption, and behind a button the same in words
// and as a table.
func (w *writer) figure(f *document.Figure) {
	w.raw("<figure" + w.id(f.ID) + ">\n")
	label := w.newID()
	w.raw("<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%s\">\n", label)
	w.picture(f)
	w.raw("</div>\n<figcaption id=\"%s\">", label)
	w.caption(f.Name, f.Number, f.Caption)
	w.raw("</figcaption>\n")
	w.figureWords(f)
	w.raw("</figure>\n")
}

// picture writes the drawing.
func (w *writer) picture(f *document.Figure) {
	w.raw("<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 391 200\" width=\"521\" height=\"267\"></svg>\n", f.Alt)
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
		w.table(f.Data)
	}
	w.raw("</details>\n")
}
