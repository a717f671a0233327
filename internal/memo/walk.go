package memo

import "slotmemo/internal/document"

// mapInlines replaces every inline in blocks, from the inside out, in reading
// order. Captions, notes and cells are part of it; text alternatives aren't.
func mapInlines(blocks []document.Block, change func(document.Inline) []document.Inline) {
	document.WalkBlocks(blocks, document.Visitor{Line: func(line []document.Inline) []document.Inline {
		return document.Map(line, change)
	}})
}

// eachBlock visits blocks in reading order, outer ones first.
func eachBlock(blocks []document.Block, visit func(document.Block)) {
	document.WalkBlocks(blocks, document.Visitor{Block: visit})
}

// prune rebuilds blocks without those that keep refuses.
func prune(blocks []document.Block, keep func(document.Block) bool) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		if !keep(b) {
			continue
		}
		switch x := b.(type) {
		case *document.List:
			for i := range x.Items {
				x.Items[i].Blocks = prune(x.Items[i].Blocks, keep)
			}
		case *document.Definitions:
			for i := range x.Items {
				x.Items[i].Blocks = prune(x.Items[i].Blocks, keep)
			}
		case *document.Quote:
			x.Blocks = prune(x.Blocks, keep)
		case *document.Aside:
			if x.Blocks = prune(x.Blocks, keep); len(x.Blocks) == 0 {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}
