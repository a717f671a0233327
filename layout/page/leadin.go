package page

import (
	"strings"

	"slotmemo/internal/document"
)

// leadsIn reports whether a block announces the next one: a paragraph that ends
// in a colon.
func leadsIn(b document.Block) bool {
	p, ok := b.(*document.Paragraph)
	return ok && strings.HasSuffix(strings.TrimRight(document.Plain(p.Text), " \u00a0"), ":")
}

// floats reports whether a block may find another place than that of its text.
func floats(b document.Block) bool {
	switch b := b.(type) {
	case *document.Figure:
		return true
	case *document.Table:
		return b.Number != "" || !b.Caption.Empty()
	}
	return false
}

// announced puts what a lead-in announces right behind it: figures and tables
// that stand between them follow after. A lead-in to one of those stays as it is.
func announced(blocks []document.Block) []document.Block {
	out := append([]document.Block(nil), blocks...)
	for i := range out {
		if !leadsIn(out[i]) {
			continue
		}
		next := i + 1
		for next < len(out) && floats(out[next]) {
			next++
		}
		if next == len(out) || !isList(out[next]) {
			continue
		}
		list := out[next]
		copy(out[i+2:next+1], out[i+1:next])
		out[i+1] = list
	}
	return out
}

func isList(b document.Block) bool {
	switch b.(type) {
	case *document.List, *document.Definitions:
		return true
	}
	return false
}

// keepLeadIn keeps the end of a lead-in, which is the last frame so far, with
// the block that it announces.
func keepLeadIn(frames []*frame, lead, next document.Block) {
	if n := len(frames); n > 0 && leadsIn(lead) && !floats(next) {
		frames[n-1].keep = true
	}
}
