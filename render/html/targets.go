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
	document.Walk(doc, document.Visitor{Block: func(b document.Block) {
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
	}})
	for _, n := range doc.Notes {
		add(n.ID)
	}
	return all
}
