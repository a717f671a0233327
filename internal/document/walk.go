package document

// Walk calls visit for each block in reading order, also for those inside
// others and inside notes.
func Walk(d *Document, visit func(Block)) {
	walk(d.Blocks, visit)
	for _, n := range d.Notes {
		walk(n.Blocks, visit)
	}
}

func walk(blocks []Block, visit func(Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				walk(item.Blocks, visit)
			}
		case *Definitions:
			for _, item := range b.Items {
				walk(item.Blocks, visit)
			}
		case *Quote:
			walk(b.Blocks, visit)
		case *Aside:
			walk(b.Blocks, visit)
		case *Figure:
			walk(b.Long, visit)
			if b.Data != nil {
				visit(b.Data)
			}
		}
	}
}

// Figures gives the figures of a document in reading order.
func Figures(d *Document) []*Figure {
	var figures []*Figure
	Walk(d, func(b Block) {
		if f, ok := b.(*Figure); ok {
			figures = append(figures, f)
		}
	})
	return figures
}
