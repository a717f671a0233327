package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
)

// summary is one page: message, best combination, recommendations, dissent and
// what the reader should keep in mind.
func summary(w *writer) []document.Block {
	if len(w.Model.Factors) == 0 {
		return nil
	}
	message := wording.Say(w.message()...)
	message.Lead = true
	blocks := []document.Block{message}
	if s := w.BestInSummary(); s != "" {
		blocks = append(blocks, wording.Say(s))
	}
	if len(w.tables.Given) > 0 {
		blocks = append(blocks, wording.Say(w.Many("summary.recommendations", len(w.tables.Given))), w.recommendationList())
	}
	return append(blocks, wording.Say(w.RobustSentence(), w.DisputesSentence(), w.caveat()))
}

func (w *writer) caveat() string {
	if w.HasNumbers() {
		return w.T("summary.caveat")
	}
	return w.T("summary.caveat.directions")
}

// message is the memo in two or three sentences.
func (w *writer) message() []string {
	switch {
	case w.HasNumbers():
		return []string{w.BestSentence(), w.AverageSentence(), w.RankingContrast(), w.CombinationShort()}
	case len(w.Model.Interventions) > 0 && len(w.Result.Goals) > 0:
		return []string{
			w.T("summary.size", w.Many("n.factors", len(w.Model.Factors)), w.Many("n.relations", len(w.Model.Relations))),
			w.LoopSentence(), w.WhyNoNumbers(),
		}
	}
	return []string{
		w.T("summary.size", w.Many("n.factors", len(w.Model.Factors)), w.Many("n.relations", len(w.Model.Relations))),
		w.LoopSentence(),
	}
}

// recommendationList names the recommendations with their addressees.
func (w *writer) recommendationList() *document.List {
	list := &document.List{Tight: true}
	for _, r := range w.tables.Given {
		text := []document.Inline{draft.Reference{Heading: r.Heading, Kids: draft.WithoutNotes(r.Heading.Text)}}
		if len(r.Readers) > 0 {
			text = append(text, document.Text(" ("+w.List(r.Readers)+")"))
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: text}}})
	}
	return list
}
