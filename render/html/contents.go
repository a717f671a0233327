package html

import (
	"strings"

	"slotmemo/internal/document"
)

// contentsBlock writes a table of contents. The first goes beside the text; the
// others (lists of figures or tables) stay where they are, folded: on a screen
// they'd stand between the reader and the first chapter.
func (w *writer) contentsBlock(c *document.Contents) {
	title := w.newID()
	if w.contents.Len() == 0 {
		w.contents.WriteString("<nav class=\"contents\" aria-labelledby=\"" + title + "\"" + w.id(c.ID) + ">\n" +
			"<h2 id=\"" + title + "\">" + escape(c.Title) + "</h2>\n")
		w.entries(&w.contents, c.Entries)
		w.contents.WriteString("</nav>\n")
		return
	}
	w.WriteString("<nav class=\"list\" aria-labelledby=\"" + title + "\"" + w.id(c.ID) + ">\n" +
		"<details>\n<summary id=\"" + title + "\">" + escape(c.Title) + "</summary>\n")
	w.entries(&w.Builder, c.Entries)
	w.WriteString("</details>\n</nav>\n")
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
