package html

import (
	"strings"

	"slotmemo/internal/document"
)

// contentsBlock writes a table of contents. The first goes beside the text, the
// others (lists of figures or tables) stay where they are.
func (w *writer) contentsBlock(c *document.Contents) {
	into := &w.Builder
	class := "list"
	if w.contents.Len() == 0 {
		into, class = &w.contents, "contents"
	}
	title := w.newID()
	into.WriteString("<nav class=\"" + class + "\" aria-labelledby=\"" + title + "\"" + w.id(c.ID) + ">\n" +
		"<h2 id=\"" + title + "\">" + escape(c.Title) + "</h2>\n")
	w.entries(into, c.Entries)
	into.WriteString("</nav>\n")
}

// entries writes entries as lists within lists, by their levels.
func (w *writer) entries(into *strings.Builder, entries []document.Entry) {
	var open []int // levels of the lists that are open
	for _, e := range entries {
		for len(open) > 1 && e.Level < open[len(open)-1] {
			into.WriteString("</li>\n</ol>")
			open = open[:len(open)-1]
		}
		switch {
		case len(open) == 0 || e.Level > open[len(open)-1]:
			into.WriteString("<ol>\n")
			open = append(open, e.Level)
		default:
			into.WriteString("</li>\n")
		}
		into.WriteString("<li>")
		w.entry(into, e)
	}
	for range open {
		into.WriteString("</li>\n</ol>\n")
	}
}

// entry writes an entry. Its text is plain: a link can't hold another link.
func (w *writer) entry(into *strings.Builder, e document.Entry) {
	number := ""
	if e.Number != "" {
		number = "<span class=\"no\">" + escape(e.Number) + "</span> "
	}
	text := number + escape(document.Plain(e.Text))
	if !w.targets[anchor(e.Target)] {
		into.WriteString(text)
		return
	}
	into.WriteString("<a href=\"" + escape(fragment(anchor(e.Target))) + "\">" + text + "</a>")
}
