package audit

// checkOrder compares the order in which a page is painted with that in which it
// is read: what shows a page anew (reflow, copying, search) takes the one, what
// reads it aloud the other.
//
// Notes, tables and figures may stand anywhere on the page, so each is compared
// within itself only, and the text around them by itself.
func (c *checker) checkOrder() {
	if c.tree == nil {
		return
	}
	read := map[mcid]reading{}
	for _, n := range c.tree.top {
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
		at := stretch{id.stream, r.float}
		if r.number < last[at] {
			c.remark("reading-order", id.stream, plainText(c.content.texts.of(id)))
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
func (c *checker) readInOrder(n, float *node, read map[mcid]reading, depth int) {
	switch n.kind {
	case "Note", "Table", "Figure", "Formula", "Form", "Caption", "Annot":
		float = n
	}
	for _, k := range n.order {
		if k.node == nil {
			read[mcid{k.page, k.mcid}] = reading{len(read) + 1, float}
		} else if depth < maxDepth {
			c.readInOrder(k.node, float, read, depth+1)
		}
	}
}
