package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
)

// pointing puts figures behind text, with a sentence that refers to them: the
// text before a figure says why it is there.
func (w *writer) pointing(key string, text, figures []document.Block) []document.Block {
	if len(figures) == 0 {
		return text
	}
	var refs []document.Inline
	for i, b := range figures {
		f, ok := b.(*draft.Figure)
		if !ok {
			continue
		}
		switch {
		case i > 0 && i == len(figures)-1:
			refs = append(refs, document.Text(" "+w.And()+" "))
		case i > 0:
			refs = append(refs, document.Text(", "))
		}
		refs = append(refs, draft.Refer(draft.ToFigure, f.Of))
	}
	if len(figures) > 1 {
		key += ".many"
	} else {
		key += ".one"
	}
	sentence := append(refs, document.Text(" "+w.T(key)))
	if p, ok := lastBlock(text).(*document.Paragraph); ok {
		p.Text = append(append(p.Text, document.Text(" ")), sentence...)
		return append(text, figures...)
	}
	return append(append(text, &document.Paragraph{Text: sentence}), figures...)
}

func lastBlock(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}
