package chapters

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
)

// recommendations without a text are a table of those in other chapters.
func recommendations(w *writer) []document.Block {
	return append(recommendationTable(w), w.homeless("recommendations")...)
}

func recommendationTable(w *writer) []document.Block { return w.introduced("recommendations") }

// given are the recommendations that stand in the memo, in reading order.
func (w *writer) given() []*draft.Recommendation {
	var given []*draft.Recommendation
	for _, c := range w.plan {
		if c.Text == nil {
			continue
		}
		draft.EachBlock(c.Text.Blocks, func(b document.Block) {
			h, ok := b.(*document.Heading)
			if !ok {
				return
			}
			all := w.texts.Recommendations
			if i := slices.IndexFunc(all, func(r *draft.Recommendation) bool { return r.Heading == h }); i >= 0 {
				given = append(given, all[i])
			}
		})
	}
	return given
}
