package draft

import "slotmemo/internal/document"

// MapInlines replaces every inline in blocks, from the inside out, in reading
// order. Captions, notes and cells are part of it; text alternatives aren't.
func MapInlines(blocks []document.Block, change func(document.Inline) []document.Inline) {
	EachText(blocks, func(text []document.Inline) []document.Inline { return document.Map(text, change) })
}

// MapReferences replaces the references of a line, telling whether each begins a
// sentence: then its words have a capital.
func MapReferences(text []document.Inline, change func(r Reference, begins bool) []document.Inline) []document.Inline {
	before := ""
	return mapReferences(text, &before, change)
}

// mapReferences does so behind the text before.
func mapReferences(text []document.Inline, before *string, change func(Reference, bool) []document.Inline) []document.Inline {
	if text == nil {
		return nil
	}
	out := make([]document.Inline, 0, len(text))
	for _, in := range text {
		begins := beginsSentence(*before)
		in = document.WithKids(in, mapReferences(document.Kids(in), before, change))
		replaced := []document.Inline{in}
		if r, ok := in.(Reference); ok {
			replaced = change(r, begins)
		}
		switch in.(type) {
		case document.Emph, document.Strong, document.Span: // their kids have been told
		default:
			*before += document.Plain(replaced)
		}
		out = append(out, replaced...)
	}
	return out
}

// EachText replaces every line of text in blocks, in reading order.
func EachText(blocks []document.Block, change func([]document.Inline) []document.Inline) {
	walk(blocks, document.Visitor{Line: change})
}

// EachBlock visits blocks in reading order, outer ones first.
func EachBlock(blocks []document.Block, visit func(document.Block)) {
	walk(blocks, document.Visitor{Block: visit})
}

// walk visits the types of a draft and what holds them; whatever else holds
// blocks or text, document knows.
func walk(blocks []document.Block, v document.Visitor) {
	for _, b := range blocks {
		if v.Block != nil {
			v.Block(b)
		}
		switch b := b.(type) {
		case *document.List:
			for i := range b.Items {
				walk(b.Items[i].Blocks, v)
			}
		case *document.Definitions:
			for i := range b.Items {
				b.Items[i].Term = line(b.Items[i].Term, v)
				walk(b.Items[i].Blocks, v)
			}
		case *document.Quote:
			walk(b.Blocks, v)
		case *document.Aside:
			walk(b.Blocks, v)
		case *Table:
			within(b.Table, v)
		case *Figure:
			within(b.Figure, v)
		case *SnapshotPlace:
			b.Caption = line(b.Caption, v)
		case *ChartPlace:
			b.Caption = line(b.Caption, v)
		case *TablePlace:
			b.Caption = line(b.Caption, v)
		default:
			within(b, v)
		}
	}
}

// within visits what stands in a block of a document, but not the block itself.
func within(outer document.Block, v document.Visitor) {
	visit := v.Block
	v.Block = func(b document.Block) {
		if b != outer && visit != nil {
			visit(b)
		}
	}
	document.WalkBlocks([]document.Block{outer}, v)
}

func line(text []document.Inline, v document.Visitor) []document.Inline {
	if text == nil || v.Line == nil {
		return text
	}
	return v.Line(text)
}

// Rebuild replaces blocks by what change gives for each. An aside that loses
// all it holds goes too.
func Rebuild(blocks []document.Block, change func(document.Block) []document.Block) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		for _, b := range change(b) {
			switch x := b.(type) {
			case *document.List:
				for i := range x.Items {
					x.Items[i].Blocks = Rebuild(x.Items[i].Blocks, change)
				}
			case *document.Definitions:
				for i := range x.Items {
					x.Items[i].Blocks = Rebuild(x.Items[i].Blocks, change)
				}
			case *document.Quote:
				x.Blocks = Rebuild(x.Blocks, change)
			case *document.Aside:
				if x.Blocks = Rebuild(x.Blocks, change); len(x.Blocks) == 0 {
					continue
				}
			}
			out = append(out, b)
		}
	}
	return out
}

// WithoutNotes takes the calls of footnotes and the links out of a line, for
// the places where it is repeated.
func WithoutNotes(text []document.Inline) []document.Inline {
	return document.Map(text, func(in document.Inline) []document.Inline {
		switch in := in.(type) {
		case document.NoteRef, NoteCall:
			return nil
		case document.Link:
			return in.Kids
		case Reference:
			return in.Kids
		}
		return []document.Inline{in}
	})
}

// WithoutCalls takes only the calls of footnotes out of a line.
func WithoutCalls(text []document.Inline) []document.Inline {
	return document.Map(text, func(in document.Inline) []document.Inline {
		switch in.(type) {
		case document.NoteRef, NoteCall:
			return nil
		}
		return []document.Inline{in}
	})
}
