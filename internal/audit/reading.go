package audit

import (
	"strconv"
	"strings"

	"slotmemo/internal/pdfread"
)

// readingRules are about what a person hears, and in which order.
type readingRules struct{ *checker }

// textOf returns the text of an element with all that is in it.
func (c *checker) textOf(n *node) string { return c.f.TextOf(n, c.content.texts) }

// plainText takes out what isn't read: soft hyphens and doubled spaces.
func plainText(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u00ad ", "", "\u00ad", "").Replace(s)), " ")
}

// check looks at what a person hears: empty headings, links without
// words, contents that lead nowhere.
func (c readingRules) check() {
	if c.tree == nil {
		return
	}
	var headings []string
	for _, n := range c.tree.Elements {
		switch {
		case headingLevel(n.Kind) > 0 || n.Kind == "H":
			t := plainText(c.textOf(n))
			headings = append(headings, t)
			if t == "" && len(n.Order) > 0 {
				c.remark("empty-heading", n.Page, string(n.Kind))
			}
		case n.Kind == "Link":
			if t := plainText(c.textOf(n)); strings.HasPrefix(t, "http://") || strings.HasPrefix(t, "https://") {
				c.remark("bare-link", n.Page, t)
			}
		case n.Kind == "P" && len(n.Order) == 0:
			c.remark("empty-element", n.Page, "P")
		case n.Kind == "TOCI":
			c.checkTOCI(n)
		}
	}
	c.compareOutline(headings)
}

func (c readingRules) compareOutline(headings []string) {
	at, compared := 0, 0
	for _, e := range c.outlineEntries() {
		title, _ := c.f.Text(e["Title"])
		title = plainText(title)
		found := false
		for i := at; i < len(headings) && !found; i++ {
			if compared++; compared > 10_000_000 {
				return
			}
			if sameTitle(title, headings[i]) {
				at, found = i+1, true
			}
		}
		if !found {
			c.remark("outline-differs", 0, title)
		}
	}
}

// sameTitle lets one of the two have a number that the other lacks.
func sameTitle(a, b string) bool {
	return a == b || a != "" && strings.HasSuffix(b, a) || b != "" && strings.HasSuffix(a, b)
}

// checkTOCI checks that an entry of the contents has a link, and names the page
// that it leads to.
func (c readingRules) checkTOCI(n *node) {
	link := findKind(n, "Link", 0)
	if link == nil || len(link.Objects) == 0 {
		c.remark("toc-unlinked", n.Page, plainText(c.textOf(n)))
		return
	}
	if c.root["PageLabels"] != nil {
		return
	}
	d := c.f.Dict(ref{Number: link.Objects[0]})
	page := c.destinationPage(d["Dest"], nil)
	words := strings.Fields(plainText(c.textOf(n)))
	if page == 0 || len(words) == 0 {
		return
	}
	if said, err := strconv.Atoi(words[len(words)-1]); err == nil && said != page {
		c.remark("toc-page", n.Page, plainText(c.textOf(n)))
	}
}

func findKind(n *node, kind name, depth int) *node {
	for _, k := range n.Kids {
		if k.Kind == kind {
			return k
		}
		if depth < pdfread.MaxDepth {
			if found := findKind(k, kind, depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}
