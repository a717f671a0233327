package html

import "slotmemo/internal/document"

// caption writes "Figuur 3" and the caption, whose message is set apart.
func (w *writer) caption(name, number string, caption document.Caption) {
	if number != "" {
		w.raw("<span class=\"label\">%s %s </span>", name, number)
	}
	if len(caption.Message) > 0 {
		w.wrap("strong", "", caption.Message)
	}
	w.inlines(caption.Tail())
}
