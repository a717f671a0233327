package audit

import "slotmemo/internal/pdfread"

// checkOrder compares the order in which a page is painted with that in which it
// is read: what shows a page anew (reflow, copying, search) takes the one, what
// reads it aloud the other.
//
// Notes, tables and figures may stand anywhere on the page, so each is compared
// within itself only, and the text around them by itself.
func (c readingRules) checkOrder() {
	if c.tree == nil {
		return
	}
	read := map[pdfread.MCID]reading{}
	for _, n := range c.tree.Top {
		c.readInOrder(n, nil, read, 0)
	}
	type stretch struct {
		page  int
		float *node
	}
	last := map[stretch]int{}
	for _, id := range c.content.painted {
		r, ok := read[id]
		if !ok {
			continue
		}
		at := stretch{id.Stream, r.float}
		if r.number < last[at] {
			c.remark("reading-order", id.Stream, plainText(c.content.texts.Of(id)))
		}
		last[at] = max(last[at], r.number)
	}
}

// A reading says when a sequence is read, and which note, table or figure it
// belongs to.
type reading struct {
	number int
	float  *node
}

// readInOrder numbers the sequences of an element.
func (c readingRules) readInOrder(n, float *node, read map[pdfread.MCID]reading, depth int) {
	switch n.Kind {
	case "Note", "Table", "Figure", "Formula", "Form", "Caption", "Annot":
		float = n
	}
	for _, k := range n.Order {
		if k.Element == nil {
			read[pdfread.MCID{Stream: k.Page, ID: k.MCID}] = reading{len(read) + 1, float}
		} else if depth < pdfread.MaxDepth {
			c.readInOrder(k.Element, float, read, depth+1)
		}
	}
}
