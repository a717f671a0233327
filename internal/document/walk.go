package document

// A Visitor is called for what a walk meets, in reading order. A function that
// is nil is called for nothing.
type Visitor struct {
	Block func(Block)             // each block, outer ones first
	Line  func([]Inline) []Inline // each line of text; what it returns takes the line's place
}

// Walk visits everything in a document that a reader can see: its head, its
// blocks and its notes.
func Walk(d *Document, v Visitor) {
	for i := range d.Head.Fields {
		v.line(&d.Head.Fields[i].Value)
	}
	v.line(&d.Head.Message)
	v.line(&d.Head.Remark)
	WalkBlocks(d.Blocks, v)
	for _, n := range d.Notes {
		WalkBlocks(n.Blocks, v)
	}
}

// WalkBlocks visits blocks and all that stands in them: items, captions, cells,
// the words and the data of figures. It is the only place that knows where a
// block holds others, or text.
func WalkBlocks(blocks []Block, v Visitor) {
	for _, b := range blocks {
		v.walk(b)
	}
}

func (v Visitor) walk(b Block) {
	if v.Block != nil {
		v.Block(b)
	}
	switch b := b.(type) {
	case *Heading:
		v.line(&b.Text)
	case *Paragraph:
		v.line(&b.Text)
	case *List:
		for i := range b.Items {
			WalkBlocks(b.Items[i].Blocks, v)
		}
	case *Definitions:
		for i := range b.Items {
			v.line(&b.Items[i].Term)
			WalkBlocks(b.Items[i].Blocks, v)
		}
	case *Quote:
		WalkBlocks(b.Blocks, v)
	case *Aside:
		WalkBlocks(b.Blocks, v)
	case *Contents:
		for i := range b.Entries {
			v.line(&b.Entries[i].Text)
		}
	case *Table:
		v.table(b)
	case *Figure:
		v.figure(b)
	}
}

func (v Visitor) table(t *Table) {
	v.caption(&t.Caption)
	for i := range t.Columns {
		v.line(&t.Columns[i].Head)
	}
	for i := range t.Rows {
		v.line(&t.Rows[i].Group)
		for j := range t.Rows[i].Cells {
			v.line(&t.Rows[i].Cells[j].Text)
		}
	}
	v.line(&t.Note)
}

func (v Visitor) figure(f *Figure) {
	v.caption(&f.Caption)
	v.line(&f.Short)
	WalkBlocks(f.Long, v)
	if f.Data != nil {
		v.walk(f.Data)
	}
}

func (v Visitor) caption(c *Caption) {
	v.line(&c.Message)
	v.line(&c.Rest)
}

func (v Visitor) line(text *[]Inline) {
	if v.Line != nil && *text != nil {
		*text = v.Line(*text)
	}
}

// Figures returns the figures of a document in reading order.
func Figures(d *Document) []*Figure {
	var figures []*Figure
	Walk(d, Visitor{Block: func(b Block) {
		if f, ok := b.(*Figure); ok {
			figures = append(figures, f)
		}
	}})
	return figures
}
