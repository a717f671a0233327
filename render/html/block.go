package html

import (
	"fmt"
	"strconv"

	"slotmemo/internal/document"
)

func (w *writer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *writer) block(b document.Block) {
	switch b := b.(type) {
	case *document.Heading:
		w.heading(b)
	case *document.Paragraph:
		w.paragraph(b)
	case *document.List:
		w.list(b)
	case *document.Definitions:
		w.raw("<dl>\n")
		for _, d := range b.Items {
			w.raw("<dt>")
			w.inlines(d.Term)
			w.raw("</dt>\n<dd>")
			w.blocks(d.Blocks)
			w.raw("</dd>\n")
		}
		w.raw("</dl>\n")
	case *document.Quote:
		w.raw("<blockquote>\n")
		w.blocks(b.Blocks)
		w.raw("</blockquote>\n")
	case *document.Code:
		w.raw("<pre><code>%s</code></pre>\n", b.Text)
	case *document.Break:
		w.raw("<hr>\n")
	case *document.Aside:
		w.aside(b)
	case *document.Contents:
		w.contentsBlock(b)
	case *document.Table:
		w.table(b)
	case *document.Figure:
		w.figure(b)
	default:
		panic(fmt.Sprintf("html: no rule for %T", b))
	}
}

// heading writes a heading one level down: h1 is the title of the memo.
func (w *writer) heading(h *document.Heading) {
	tag := "h" + strconv.Itoa(min(max(h.Level, 1)+1, 6))
	class := ""
	if h.Annex {
		class = ` class="annex"`
	}
	w.raw("<" + tag + w.id(h.ID) + class + ">")
	if h.Number != "" {
		w.raw("<span class=\"no\">%s </span>", h.Number)
	}
	w.inlines(h.Text)
	if h.Label != "" {
		w.raw(" <span class=\"for\">%s</span>", h.Label)
	}
	w.raw("</" + tag + ">\n")
}

// paragraph writes a paragraph. The number of a draft links to its own place, so
// that an expert can point at it.
func (w *writer) paragraph(p *document.Paragraph) {
	class := ""
	switch {
	case p.Lead:
		class = ` class="lead"`
	case p.Source:
		class = ` class="source"`
	}
	id := w.id(p.ID)
	w.raw("<p" + id + class + ">")
	switch {
	case p.Number != "" && id != "":
		w.raw("<a class=\"no\" href=\"%s\">%s </a>", fragment(anchor(p.ID)), p.Number)
	case p.Number != "":
		w.raw("<span class=\"no\">%s </span>", p.Number)
	}
	w.inlines(p.Text)
	w.raw("</p>\n")
}

func (w *writer) list(l *document.List) {
	tag, attributes := "ul", ""
	if l.Ordered {
		tag = "ol"
		if l.Start != 0 && l.Start != 1 {
			attributes = fmt.Sprintf(` start="%d"`, l.Start)
		}
	}
	if l.Tight {
		attributes += ` class="tight"`
	}
	w.raw("<" + tag + attributes + ">\n")
	for _, item := range l.Items {
		w.raw("<li>")
		if item.Task {
			w.taskBox(item.Done)
		}
		w.blocks(item.Blocks)
		w.raw("</li>\n")
	}
	w.raw("</" + tag + ">\n")
}

// taskBox writes the box of a task, drawn by the style sheet.
func (w *writer) taskBox(done bool) {
	class, word := "box", "to-do"
	if done {
		class, word = "box done", "done"
	}
	w.raw("<span class=\"%s\" role=\"img\" aria-label=\"%s\"></span>", class, w.words.Get(word))
}

var asideClasses = map[document.AsideKind]string{
	document.Audience: "audience", document.Internal: "intern", document.Box: "box", document.Result: "result",
}

// aside writes a labelled part. It is a note and no <aside>: a landmark within
// the text would break it up for those who move by landmarks.
func (w *writer) aside(a *document.Aside) {
	class, ok := asideClasses[a.Kind]
	if !ok {
		panic(fmt.Sprintf("html: no rule for aside %d", a.Kind))
	}
	if a.Label == "" {
		w.raw("<div class=\"aside %s\">\n", class)
	} else {
		label := w.newID()
		w.raw("<div class=\"aside %s\" role=\"note\" aria-labelledby=\"%s\">\n<p class=\"label\" id=\"%s\">%s</p>\n",
			class, label, label, a.Label)
	}
	w.blocks(a.Blocks)
	w.raw("</div>\n")
}
