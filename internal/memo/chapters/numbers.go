package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
)

// numbers is the annex with the numbers behind the words.
func numbers(w *writer) []document.Block {
	blocks := w.introduced("words", w.T("numbers.words"))
	if len(blocks) == 0 && len(w.Model.Strengths) == 0 {
		return nil
	}
	blocks = append(blocks, wording.Say(w.T("numbers.method", w.Short(w.Horizon())), w.T("numbers.score")))
	scores := w.tables.Scores()
	if scores == nil {
		return blocks
	}
	see := &document.Paragraph{Text: []document.Inline{draft.Refer(draft.ToTable, "scores"), document.Text(" " + w.T("see.scores"))}}
	return append(blocks, see, scores)
}
