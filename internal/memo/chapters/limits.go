package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/prose"
)

// limits says what the group didn't agree on and what the model can't tell.
func limits(w *writer) []document.Block {
	return append(w.limits(), w.homeless("limits")...)
}

func (w *writer) limits() []document.Block {
	var blocks []document.Block
	if list := w.dissent(); list != nil {
		blocks = append(blocks, wording.Say(w.DissentCount()), list)
	}
	if s := w.Unknowns(); s != "" {
		blocks = append(blocks, wording.Say(s))
	}
	return blocks
}

// dissent lists the differences of opinion.
func (w *writer) dissent() *document.List {
	list := &document.List{}
	for _, r := range w.Model.Relations {
		if r.Dissent == "" {
			continue
		}
		text := []document.Inline{
			document.Strong{Kids: document.Words(w.Factor(r.From) + " → " + w.Factor(r.To) + ".")},
			document.Text(" " + prose.Sentence(w.Polish(r.Dissent))),
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: text}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	list.Tight = true
	return list
}

// standardBox says what a model of this kind is and is not. It stands in every
// memo: at the end of the limits, or of the last chapter if they are left out.
func (w *writer) standardBox(chapters []draft.Chapter) {
	if len(w.Model.Factors) == 0 {
		return
	}
	var home *draft.Chapter
	for i := range chapters {
		if c := &chapters[i]; !c.Annex && (c.ID == "limits" || home == nil || home.ID != "limits") {
			home = c
		}
	}
	if home == nil {
		return
	}
	blocks := []document.Block{
		&document.Paragraph{Text: document.Words(w.T("box.is"))},
		&document.Paragraph{Text: document.Words(w.T("box.isnot"))},
		&document.Paragraph{Text: document.Words(wording.JoinSentences([]string{w.Sure(), w.DissentCount()}))},
	}
	home.Blocks = append(home.Blocks, &document.Aside{Kind: document.Box, Label: w.T("box.title"), Blocks: blocks})
}
