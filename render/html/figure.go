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

// picture writes the drawing. Its name is the alternative: what it shows, the
// message, and where the words are. Its description are these words. They stand
// in it once more, since browsers don't take a description from what is folded.
func (w *writer) picture(f *document.Figure) {
	p := w.pictures[f.ID]
	if p == nil {
		w.raw("<p>%s</p>\n", f.Alt)
		return
	}
	root := fmt.Sprintf(` role="img" aria-label="%s"`, escape(f.Alt))
	inside := ""
	if said := plainBlocks(f.Long); said != "" {
		id := w.newID()
		root += fmt.Sprintf(` aria-describedby="%s"`, id)
		inside = fmt.Sprintf("<desc id=\"%s\">%s</desc>\n", id, escape(said))
	}
	w.WriteString(svg.Inline(p, svg.Options{Root: root, Inside: inside}))
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

// plainBlocks gives the text of blocks on one line.
func plainBlocks(blocks []document.Block) string {
	var said []string
	document.WalkBlocks(blocks, document.Visitor{Line: func(line []document.Inline) []document.Inline {
		said = append(said, document.Plain(line))
		return line
	}})
	return strings.Join(said, " ")
}
