package html

import "slotmemo/internal/document"

// targets gives the ids that a Document has, as anchors. A link to anything else
// is written as plain text: a link that leads nowhere is worse than none.
func targets(doc *document.Document) map[string]bool {
	all := map[string]bool{}
	add := func(id string) {
		if id != "" {
			all[anchor(id)] = true
		}
	}
	each(doc.Blocks, func(b document.Block) {
		switch b := b.(type) {
		case *document.Heading:
			add(b.ID)
		case *document.Paragraph:
			add(b.ID)
		case *document.Contents:
			add(b.ID)
		case *document.Table:
			add(b.ID)
			for _, r := range b.Rows {
				add(r.ID)
			}
		case *document.Figure:
			add(b.ID)
		}
	})
	for _, n := range doc.Notes {
		add(n.ID)
	}
	return all
}

// each calls do for all blocks, those inside others after the one that they are in.
func each(blocks []document.Block, do func(document.Block)) {
	for _, b := range blocks {
		do(b)
		switch b := b.(type) {
		case *document.List:
			for _, item := range b.Items {
				each(item.Blocks, do)
			}
		case *document.Definitions:
			for _, item := range b.Items {
				each(item.Blocks, do)
			}
		case *document.Quote:
			each(b.Blocks, do)
		case *document.Aside:
			each(b.Blocks, do)
		case *document.Figure:
			each(b.Long, do)
			if b.Data != nil {
				do(b.Data)
			}
		}
	}
}
