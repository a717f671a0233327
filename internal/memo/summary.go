package memo

import (
	"math"

	"slotmemo/internal/document"
)

// summary is one page: message, best combination, recommendations, dissent and
// what the reader should keep in mind.
func (w *writer) summary(plan []*chapter) []document.Block {
	if len(w.m.Factors) == 0 {
		return nil
	}
	message := say(w.message()...)
	message.Lead = true
	blocks := []document.Block{message}
	if s := w.bestInSummary(); s != "" {
		blocks = append(blocks, say(s))
	}
	if len(w.given) > 0 {
		blocks = append(blocks, say(w.many("summary.recommendations", len(w.given))), w.recommendationList())
	}
	return append(blocks, say(w.dissentCount(), w.robustSentence(), w.caveat()))
}

func (w *writer) caveat() string {
	if w.hasNumbers() {
		return w.t("summary.caveat")
	}
	return w.t("summary.caveat.directions")
}

// message is the memo in two or three sentences.
func (w *writer) message() []string {
	switch {
	case w.hasNumbers():
		return []string{w.bestSentence(), w.rankingContrast(), w.combinationShort()}
	case len(w.m.Interventions) > 0 && len(w.r.Goals) > 0:
		return []string{
			w.t("summary.size", w.many("n.factors", len(w.m.Factors)), w.many("n.relations", len(w.m.Relations))),
			w.loopSentence(), w.whyNoNumbers(),
		}
	}
	return []string{
		w.t("summary.size", w.many("n.factors", len(w.m.Factors)), w.many("n.relations", len(w.m.Relations))),
		w.loopSentence(),
	}
}

// rankingContrast says that another intervention is quicker, if so.
func (w *writer) rankingContrast() string {
	first, end := w.topAt(0), w.topAt(len(w.r.Rankings)-1)
	if first == "" || first == end {
		return ""
	}
	return w.t("summary.quicker", w.after(w.r.Rankings[0].Moment), w.interventionQ(first))
}

func (w *writer) combinationShort() string {
	e := w.bestCombination()
	if e == nil || math.IsNaN(w.meanGain(e)) || len(w.combinations()) < 2 {
		return ""
	}
	if x := w.bestAlone(); x != nil {
		return w.t("best.alone", w.interventionQ(x.Interventions[0]))
	}
	return w.t("summary.combination", w.withEachOther(e.Interventions), w.short(w.horizon()))
}

// bestInSummary says what the best combination, or the best intervention if no
// combination surpasses it, does to each goal.
func (w *writer) bestInSummary() string {
	e, key := w.bestCombination(), "summary.best"
	if x := w.bestAlone(); x != nil || e == nil || len(w.combinations()) < 2 {
		if x == nil {
			x = w.effectAt(w.r.Best.Single)
		}
		if x == nil {
			return ""
		}
		e, key = x, "summary.best.single"
	}
	if e.Unstable {
		return ""
	}
	m := len(w.moments()) - 1
	var parts []string
	for g, goal := range w.r.Goals {
		if c, ok := w.goalChange(e, g, m); ok {
			parts = append(parts, w.t("summary.goal", w.factorQ(goal), w.movedBy(c)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.t(key, w.after(w.lastMoment()), w.list(parts), w.withEachOther(e.Interventions), w.theGoals())
}

// recommendationList names the recommendations with their addressees.
func (w *writer) recommendationList() *document.List {
	list := &document.List{Tight: true}
	for _, r := range w.given {
		text := []document.Inline{w.hold(reference{heading: r.heading, kids: withoutNotes(r.heading.Text)})}
		if len(r.readers) > 0 {
			text = append(text, document.Text(" ("+w.list(r.readers)+")"))
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: text}}})
	}
	return list
}
