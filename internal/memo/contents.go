package memo

import (
	"slices"

	"slotmemo/internal/document"
)

// contents fills the lists at the beginning of the memo.
func (n *numbering) contents() {
	for _, b := range n.doc.Blocks {
		c, ok := b.(*document.Contents)
		if !ok {
			continue
		}
		eachBlock(n.doc.Blocks, func(b document.Block) {
			switch b := b.(type) {
			case *document.Heading:
				if c.ID == "contents" && b.Level <= 2 {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: b.Level, Number: b.Number, Text: withoutNotes(b.Text)})
				}
			case *document.Figure:
				if c.ID == "figures" {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: n.shortOf(b)})
				}
			case *document.Table:
				if c.ID == "tables" && b.Number != "" {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: n.shortName(b)})
				}
			}
		})
	}
	n.longLists()
}

// manyFigures is how many figures, or tables, a memo has before it lists them.
const manyFigures = 8

// longLists drops the lists of figures and tables of a short memo.
func (n *numbering) longLists() {
	n.doc.Blocks = slices.DeleteFunc(n.doc.Blocks, func(b document.Block) bool {
		c, ok := b.(*document.Contents)
		return ok && (c.ID != "contents" && len(c.Entries) < manyFigures || len(c.Entries) == 0)
	})
}

// withoutNotes takes the calls of footnotes and the links out of a line, for
// the places where it is repeated.
func withoutNotes(text []document.Inline) []document.Inline {
	return document.Map(text, func(in document.Inline) []document.Inline {
		switch in := in.(type) {
		case document.NoteRef:
			return nil
		case document.Link:
			return in.Kids
		}
		return []document.Inline{in}
	})
}

// withoutCalls takes only the calls of footnotes out of a line.
func withoutCalls(text []document.Inline) []document.Inline {
	return document.Map(text, func(in document.Inline) []document.Inline {
		if _, ok := in.(document.NoteRef); ok {
			return nil
		}
		return []document.Inline{in}
	})
}

// shortName gives what a list of tables says of one.
func (n *numbering) shortName(t *document.Table) []document.Inline {
	if short := n.shortNames[t]; len(short) > 0 {
		return short
	}
	return n.inList(t.Caption.Message)
}

// shortOf gives what a list of figures says of one.
func (n *numbering) shortOf(f *document.Figure) []document.Inline {
	if len(f.Short) > 0 {
		return n.inList(f.Short)
	}
	return n.inList(f.Caption.Message)
}
