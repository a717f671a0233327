package number

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/sentences"
)

// lists are the empty lists at the beginning of the memo.
func lists(words *wording.Words) []document.Block {
	return []document.Block{
		&document.Contents{ID: "contents", Title: words.T("contents")},
		&document.Contents{ID: "figures", Title: words.T("contents.figures")},
		&document.Contents{ID: "tables", Title: words.T("contents.tables")},
	}
}

// contents fills the lists at the beginning of the memo.
func (n *numbering) contents() {
	for _, b := range n.doc.Blocks {
		if c, ok := b.(*document.Contents); ok {
			draft.EachBlock(n.doc.Blocks, func(b document.Block) {
				if e, ok := n.entry(c.ID, b); ok {
					c.Entries = append(c.Entries, e)
				}
			})
		}
	}
	n.longLists()
}

// entry returns what a list says of a block, and false if it isn't in that list.
func (n *numbering) entry(list string, b document.Block) (document.Entry, bool) {
	switch b := b.(type) {
	case *document.Heading:
		return document.Entry{Target: b.ID, Level: b.Level, Number: b.Number, Text: draft.WithoutNotes(b.Text)}, list == "contents" && b.Level <= 2
	case *draft.Figure:
		return document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: n.shortOf(b)}, list == "figures"
	case *draft.Table:
		return document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: n.shortName(b)}, list == "tables" && b.Number != ""
	}
	return document.Entry{}, false
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

// shortName returns what a list of tables says of one.
func (n *numbering) shortName(t *draft.Table) []document.Inline {
	if len(t.Short) > 0 {
		return t.Short
	}
	return n.inList(t.Caption.Message)
}

// shortOf returns what a list of figures says of one.
func (n *numbering) shortOf(f *draft.Figure) []document.Inline {
	if len(f.Short) > 0 {
		return n.inList(f.Short)
	}
	return n.inList(f.Caption.Message)
}

// inList is what a list of figures or tables has room for: the first sentence
// of a line, without its full stop.
func (n *numbering) inList(line []document.Inline) []document.Inline {
	first, _ := sentences.First(draft.WithoutNotes(line), n.words.Language)
	return document.Words(strings.TrimSuffix(document.Plain(first), "."))
}
