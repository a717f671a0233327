package memo

import "slotmemo/internal/document"

// mapInlines replaces every inline in blocks, from the inside out, in reading
// order. Captions, notes and cells are part of it; text alternatives aren't.
func mapInlines(blocks []document.Block, change func(document.Inline) []document.Inline) {
	eachText(blocks, func(text []document.Inline) []document.Inline { return mapLine(text, change) })
}

func mapLine(text []document.Inline, change func(document.Inline) []document.Inline) []document.Inline {
	if text == nil {
		return nil
	}
	out := make([]document.Inline, 0, len(text))
	for _, in := range text {
		switch x := in.(type) {
		case document.Emph:
			x.Kids = mapLine(x.Kids, change)
			in = x
		case document.Strong:
			x.Kids = mapLine(x.Kids, change)
			in = x
		case document.Span:
			x.Kids = mapLine(x.Kids, change)
			in = x
		case document.Link:
			x.Kids = mapLine(x.Kids, change)
			in = x
		}
		out = append(out, change(in)...)
	}
	return out
}

// eachText replaces every line of text in blocks, in reading order.
func eachText(blocks []document.Block, change func([]document.Inline) []document.Inline) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			b.Text = change(b.Text)
		case *document.Paragraph:
			b.Text = change(b.Text)
		case *document.List:
			for i := range b.Items {
				eachText(b.Items[i].Blocks, change)
			}
		case *document.Definitions:
			for i := range b.Items {
				b.Items[i].Term = change(b.Items[i].Term)
				eachText(b.Items[i].Blocks, change)
			}
		case *document.Quote:
			eachText(b.Blocks, change)
		case *document.Aside:
			eachText(b.Blocks, change)
		case *document.Contents:
			for i := range b.Entries {
				b.Entries[i].Text = change(b.Entries[i].Text)
			}
		case *document.Table:
			tableText(b, change)
		case *document.Figure:
			b.Caption = change(b.Caption)
			eachText(b.Long, change)
			if b.Data != nil {
				tableText(b.Data, change)
			}
		}
	}
}

func tableText(t *document.Table, change func([]document.Inline) []document.Inline) {
	t.Caption = change(t.Caption)
	for i := range t.Columns {
		t.Columns[i].Head = change(t.Columns[i].Head)
	}
	for i := range t.Rows {
		t.Rows[i].Group = change(t.Rows[i].Group)
		for j := range t.Rows[i].Cells {
			t.Rows[i].Cells[j].Text = change(t.Rows[i].Cells[j].Text)
		}
	}
	t.Note = change(t.Note)
}

// eachBlock visits blocks in reading order, outer ones first.
func eachBlock(blocks []document.Block, visit func(document.Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case *document.List:
			for i := range b.Items {
				eachBlock(b.Items[i].Blocks, visit)
			}
		case *document.Definitions:
			for i := range b.Items {
				eachBlock(b.Items[i].Blocks, visit)
			}
		case *document.Quote:
			eachBlock(b.Blocks, visit)
		case *document.Aside:
			eachBlock(b.Blocks, visit)
		case *document.Figure:
			if b.Data != nil {
				visit(b.Data)
			}
		}
	}
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
