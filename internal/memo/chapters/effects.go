package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// effects is the chapter on what the interventions do.
func effects(w *writer) []document.Block {
	return append(w.effects(), w.homeless("effects")...)
}

func (w *writer) effects() []document.Block {
	var blocks []document.Block
	section := func(key string, content []document.Block) {
		if len(content) > 0 {
			blocks = append(blocks, &document.Heading{Level: 2, Text: document.Words(w.T("section." + key)), ID: "section-" + key})
			blocks = append(blocks, content...)
		}
	}
	if len(w.Model.Interventions) == 0 || len(w.Result.Goals) == 0 {
		section("loops", w.pictured("loop", nil))
		section("paths", w.pictured("path", nil))
		section("views", w.pictured("", nil))
		return blocks
	}
	if s := w.WhyNoNumbers(); s != "" {
		blocks = append(blocks, wording.Say(s))
	}
	var goals []document.Block
	if w.HasTrends() {
		goals = w.onGoals()
	}
	section("goals", w.pictured("effect", goals))
	section("ranking", w.ranked())
	section("combinations", w.introduced("combinations", w.T("combinations.intro"), w.CombinationSum(), w.MomentBest()))
	section("side-effects", w.introduced("side-effects", w.T("side.intro"), w.LeaveSentence()))
	section("paths", w.pictured("path", w.introduced("paths", w.T("paths.intro"))))
	section("loops", w.pictured("loop", w.loopsInShort()))
	section("robustness", append(w.introduced("robustness", w.T("robust.intro")), w.matters()...))
	section("views", w.pictured("", nil))
	return blocks
}

// pictured puts the snapshots of a kind that no text places behind the text they
// belong to: "effect", "path", "loop", or anything else.
func (w *writer) pictured(kind string, text []document.Block) []document.Block {
	var figures []document.Block
	for _, v := range w.Views {
		if v.Home() == "effects" && v.Kind() == kind {
			figures = append(figures, w.unplaced(v)...)
		}
	}
	key := "point." + kind
	if kind == "" {
		key = "point.views"
	}
	return w.pointing(key, text, figures)
}

// loopsInShort says what loops do, if there are loop pictures to look at.
func (w *writer) loopsInShort() []document.Block {
	for _, v := range w.Views {
		if v.Home() == "effects" && v.Kind() == "loop" && w.figures[v.ID] == nil && !w.texts.Hidden[v.ID] {
			return []document.Block{wording.Say(w.LoopSentence(), w.T("loops.meaning"))}
		}
	}
	return nil
}

// onGoals is the matrix, with what it says in sentences, and the charts.
func (w *writer) onGoals() []document.Block {
	blocks := w.introduced("effects", w.Many("effects.intro", len(w.Model.Interventions)))
	if dips := w.DipSentences(); len(dips) > 0 {
		blocks = append(blocks, wording.Say(append([]string{w.T("dip.intro")}, dips...)...))
	}
	if s := w.UnstableSentences(); len(s) > 0 {
		blocks = append(blocks, wording.Say(s...))
	}
	if w.figures["chart-levels"] == nil {
		blocks = w.pointing("point.levels", blocks, w.chart("levels"))
	}
	return blocks
}

func (w *writer) ranked() []document.Block {
	blocks := w.introduced("ranking", w.T("ranking.intro"))
	if w.figures["chart-ranking"] == nil {
		blocks = w.pointing("point.ranking", blocks, w.chart("ranking"))
	}
	if w.figures["chart-timing"] == nil {
		blocks = w.pointing("point.timing", blocks, w.chart("timing"))
	}
	return blocks
}
