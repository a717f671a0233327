package memo

import (
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
)

// checkIDs holds that each id is given once, that what is referred to is there,
// that headings skip no level, and that no placeholder is left.
func checkIDs(t *testing.T, doc *document.Document) {
	t.Helper()
	ids := map[string]bool{}
	add := func(id string) {
		if id == "" {
			return
		}
		if ids[id] {
			t.Errorf("id %q is given twice", id)
		}
		if strings.ContainsAny(id, " \t\n\x00\"<>&") {
			t.Errorf("id %q holds what an id can't", id)
		}
		ids[id] = true
	}
	level := 0
	document.Walk(doc, document.Visitor{Block: func(b document.Block) {
		switch b := b.(type) {
		case *document.Heading:
			if b.ID == "" || b.Level < 1 || b.Level > level+1 || b.Level > 4 {
				t.Errorf("heading %q: id %q, level %d after %d", document.Plain(b.Text), b.ID, b.Level, level)
			}
			level = b.Level
			add(b.ID)
		case *document.Paragraph:
			add(b.ID)
		case *document.Figure:
			add(b.ID)
			if b.Alt == "" || len([]rune(b.Alt)) > 150 || pictures(b) != 1 {
				t.Errorf("figure %s: alt %q", b.ID, b.Alt)
			}
		case *document.Table:
			add(b.ID)
			for _, r := range b.Rows {
				add(r.ID)
				if r.Group == nil && len(r.Cells) != len(b.Columns) {
					t.Errorf("table %s: a row has %d cells for %d columns", b.ID, len(r.Cells), len(b.Columns))
				}
			}
		case *document.Contents:
			add(b.ID)
		}
	}})
	for _, n := range doc.Notes {
		add(n.ID)
	}
	refs := func(in document.Inline) []document.Inline {
		switch in := in.(type) {
		case document.Link:
			if strings.HasPrefix(in.Target, "\x00") || in.Target != "" && !ids[in.Target] {
				t.Errorf("a link leads to %q", in.Target)
			}
		case document.NoteRef:
			if !ids[in.Note] || in.Number == "" {
				t.Errorf("a note mark leads to %q", in.Note)
			}
			add(in.ID)
		}
		return []document.Inline{in}
	}
	draft.MapInlines(doc.Blocks, refs)
	for _, n := range doc.Notes {
		draft.MapInlines(n.Blocks, refs)
	}
}

// pictures counts what a figure shows; it has to be one.
func pictures(f *document.Figure) int {
	n := 0
	for _, has := range []bool{f.Diagram != nil, f.Chart != nil, f.Drawing != nil} {
		if has {
			n++
		}
	}
	return n
}
