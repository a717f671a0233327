package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// shifts is how many words that matter the memo names.
const shifts = 5

// matters lists the words whose choice decides a result.
func (w *writer) matters() []document.Block {
	list := &document.List{Tight: true}
	for i, s := range w.Result.Robustness.Matter {
		if i == shifts {
			break
		}
		r := w.Model.Relation(s.Relation)
		if r == nil {
			continue
		}
		scale := "strength"
		if s.Speed {
			scale = "speed"
		}
		text := w.T("shift."+scale, w.FactorQ(r.From), w.FactorQ(r.To), w.Word(scale, s.From), w.Word(scale, s.To), w.List(w.Consequences(s.Changes)))
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: document.Words(w.Capital(text))}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{wording.Say(w.T("shift.intro")), list}
}
