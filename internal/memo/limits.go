package memo

import (
	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// limits says what the group didn't agree on and what the model can't tell.
func (w *writer) limits() []document.Block {
	var blocks []document.Block
	if list := w.dissent(); list != nil {
		blocks = append(blocks, say(w.dissentCount()), list)
	}
	if s := w.unknowns(); s != "" {
		blocks = append(blocks, say(s))
	}
	return blocks
}

// dissentCount says how many relations the group didn't agree on.
func (w *writer) dissentCount() string {
	n := 0
	for _, r := range w.m.Relations {
		if r.Dissent != "" {
			n++
		}
	}
	if n == 0 {
		return w.t("dissent.none")
	}
	return w.many("dissent.count", n)
}

// dissent lists the differences of opinion.
func (w *writer) dissent() *document.List {
	list := &document.List{}
	for _, r := range w.m.Relations {
		if r.Dissent == "" {
			continue
		}
		text := []document.Inline{
			document.Strong{Kids: document.Words(w.factor(r.From) + " → " + w.factor(r.To) + ".")},
			document.Text(" " + sentence(w.polish(r.Dissent))),
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: text}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	list.Tight = true
	return list
}

// unknowns says what is missing in the model.
func (w *writer) unknowns() string {
	signs, words := 0, 0
	for _, r := range w.m.Relations {
		if r.Sign == model.Unknown {
			signs++
		}
		if r.Strength == "" && !r.Force || r.Speed == "" {
			words++
		}
	}
	var s []string
	if signs > 0 {
		s = append(s, w.many("unknown.signs", signs))
	}
	if words > 0 {
		s = append(s, w.many("unknown.words", words))
	}
	return joinSentences(s)
}

// standardBox says what a model of this kind is and is not. It stands in every
// memo: at the end of the limits, or of the last chapter if they are left out.
func (w *writer) standardBox(plan []*chapter) {
	if len(w.m.Factors) == 0 {
		return
	}
	var home *chapter
	for _, c := range plan {
		if !c.annex && (c.id == "limits" || home == nil || home.id != "limits") {
			home = c
		}
	}
	if home == nil {
		return
	}
	blocks := []document.Block{
		&document.Paragraph{Text: document.Words(w.t("box.is"))},
		&document.Paragraph{Text: document.Words(w.t("box.isnot"))},
		&document.Paragraph{Text: document.Words(joinSentences([]string{w.sure(), w.dissentCount()}))},
	}
	home.blocks = append(home.blocks, &document.Aside{Kind: document.Box, Label: w.t("box.title"), Blocks: blocks})
}

// sure says how firm the results are.
func (w *writer) sure() string {
	if s := w.robustSentence(); s != "" {
		return s
	}
	return w.whyNoNumbers()
}
