package memo

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/source"
)

// effects is the chapter on what the interventions do.
func (w *writer) effects() []document.Block {
	var blocks []document.Block
	section := func(key string, content []document.Block) {
		if len(content) > 0 {
			blocks = append(blocks, &document.Heading{Level: 2, Text: document.Words(w.t("section." + key)), ID: "section-" + key})
			blocks = append(blocks, content...)
		}
	}
	if len(w.m.Interventions) == 0 || len(w.r.Goals) == 0 {
		section("loops", w.pictured("loop", nil))
		section("paths", w.pictured("path", nil))
		section("views", w.pictured("", nil))
		return blocks
	}
	if s := w.whyNoNumbers(); s != "" {
		blocks = append(blocks, say(s))
	}
	var goals []document.Block
	if w.hasTrends() {
		goals = w.onGoals()
	}
	section("goals", w.pictured("effect", goals))
	section("ranking", w.ranked())
	section("combinations", w.introduced("combinations", w.t("combinations.intro"), w.combinationSum(), w.momentBest()))
	section("side-effects", w.introduced("side-effects", w.t("side.intro"), w.leaveSentence()))
	section("paths", w.pictured("path", w.introduced("paths", w.t("paths.intro"))))
	section("loops", w.pictured("loop", w.loopsInShort()))
	section("robustness", append(w.introduced("robustness", w.t("robust.intro")), w.matters()...))
	section("views", w.pictured("", nil))
	return blocks
}

// pictured puts the snapshots of a kind that no text places behind the text they
// belong to: "effect", "path", "loop", or anything else.
func (w *writer) pictured(kind string, text []document.Block) []document.Block {
	var figures []document.Block
	for _, v := range w.views {
		if v.Home() == "effects" && v.Kind() == kind {
			figures = append(figures, w.unplaced(v)...)
		}
	}
	key := "point." + kind
	if kind == "" {
		key = "point.views"
	}
	return pointing(w, key, text, figures)
}

// loopsInShort says what loops do, if there are loop pictures to look at.
func (w *writer) loopsInShort() []document.Block {
	for _, v := range w.views {
		if v.Home() == "effects" && v.Kind() == "loop" && w.figures[v.ID] == nil && !w.hiddenViews[v.ID] {
			return []document.Block{say(w.loopSentence(), w.t("loops.meaning"))}
		}
	}
	return nil
}

// onGoals is the matrix, with what it says in sentences, and the charts.
func (w *writer) onGoals() []document.Block {
	blocks := w.introduced("effects", w.many("effects.intro", len(w.m.Interventions)))
	if dips := w.dipSentences(); len(dips) > 0 {
		blocks = append(blocks, say(append([]string{w.t("dip.intro")}, dips...)...))
	}
	if s := w.unstableSentences(); len(s) > 0 {
		blocks = append(blocks, say(s...))
	}
	if w.figures["chart-levels-"+first1(w.r.Goals)] == nil {
		blocks = pointing(w, "point.levels", blocks, w.keepFigures(w.charts("levels", source.Pos{}, nil)))
	}
	return blocks
}

func first1(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

func (w *writer) ranked() []document.Block {
	blocks := w.introduced("ranking", w.t("ranking.intro"))
	if w.figures["chart-ranking"] == nil {
		blocks = pointing(w, "point.ranking", blocks, w.keepFigures(w.charts("ranking", source.Pos{}, nil)))
	}
	return blocks
}

// keepFigures notes which figures stand in the memo.
func (w *writer) keepFigures(blocks []document.Block) []document.Block {
	for _, b := range blocks {
		if f, ok := b.(*document.Figure); ok {
			w.figures[f.ID[len("fig-"):]] = f
		}
	}
	return blocks
}

// bestSentence names the intervention that helps the goals most at the last moment.
func (w *writer) bestSentence() string {
	if !w.hasNumbers() {
		return ""
	}
	top := w.topAt(len(w.r.Rankings) - 1)
	if top == "" {
		return ""
	}
	e := w.computed([]string{top})
	if e == nil || !(last(e.Gain) > 0) {
		return w.capital(w.t("best.none", w.after(w.lastMoment()), w.theGoals()))
	}
	key := "best.single"
	if len(w.m.Interventions) == 1 {
		key = "best.only"
	}
	return w.t(key, w.interventionQ(top), w.after(w.lastMoment()), w.theGoals())
}

// theGoals is "het doel" or "de doelen".
func (w *writer) theGoals() string { return w.t(pluralKey("the.goals", len(w.r.Goals))) }

// combinationSentence names the best combination by score.
func (w *writer) combinationSentence() string {
	e := w.bestCombination()
	if e == nil || math.IsNaN(w.meanGain(e)) || len(w.combinations()) < 2 {
		return ""
	}
	if x := w.bestAlone(); x != nil {
		return w.t("best.alone", w.interventionQ(x.Interventions[0]))
	}
	return w.t("best.combination", w.withEachOther(e.Interventions))
}

// bestAlone gives the single intervention that no combination surpasses, or nil.
// It happens: an intervention holds its factor, also against a better one.
func (w *writer) bestAlone() *marvel.Effect {
	if x := w.effectAt(w.r.Best.Any); x != nil && len(x.Interventions) == 1 {
		return x
	}
	return nil
}

// combinationSum compares the best combination with the sum of its parts: since
// each intervention holds its factor, effects don't simply add up.
func (w *writer) combinationSum() string {
	e := w.bestCombination()
	if e == nil || math.IsNaN(w.meanGain(e)) {
		return ""
	}
	sum := 0.0
	for _, id := range e.Interventions {
		x := w.computed([]string{id})
		if x == nil {
			return ""
		}
		sum += w.meanGain(x)
	}
	switch together := w.meanGain(e); {
	case math.IsNaN(sum):
	case together > sum*1.01+0.005:
		return w.t("best.more", w.signed(together, 2), w.signed(sum, 2))
	case together < sum*0.99-0.005:
		return w.t("best.less", w.signed(together, 2), w.signed(sum, 2))
	}
	return ""
}

// momentBest says where another combination is best at one of the moments.
func (w *writer) momentBest() string {
	best := w.bestCombination()
	if best == nil {
		return ""
	}
	m := len(w.moments()) - 1
	var at *marvel.Effect
	for _, e := range w.combinations() {
		if g := gain(e, m); !math.IsNaN(g) && (at == nil || g > gain(at, m)) && len(e.Interventions) == len(best.Interventions) {
			at = e
		}
	}
	if at == nil || at == best {
		return ""
	}
	return w.t("best.moment", w.after(w.lastMoment()), w.withEachOther(at.Interventions))
}

// leaveSentence names the factors that leave the scale: there the model says
// more than the group meant.
func (w *writer) leaveSentence() string {
	var names []string
	seen := map[string]bool{}
	for _, e := range w.singles() {
		for _, l := range e.Excursions {
			if !seen[l.Factor] {
				seen[l.Factor] = true
				names = append(names, w.factorQ(l.Factor))
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.t(pluralKey("leaves", len(names)), w.list(names))
}

// whyNoNumbers says why there are no numbers, or not all; empty if there are.
func (w *writer) whyNoNumbers() string {
	n := &w.r.Numbers
	var s []string
	switch {
	case n.NoLevels:
		s = append(s, w.t("no.levels"))
	case len(n.MissingLevels) > 0:
		s = append(s, w.many("no.some-levels", len(n.MissingLevels)))
	}
	if len(n.UnknownSigns) > 0 {
		s = append(s, w.many("no.signs", len(n.UnknownSigns)))
	}
	if len(n.UnknownWords) > 0 {
		s = append(s, w.many("no.words", len(n.UnknownWords)))
	}
	if n.Unstable || n.FreeUnstable {
		key := "no.stable"
		if !n.Unstable {
			key = "no.free-stable"
		}
		s = append(s, w.t(key), w.causes(n.Causes))
	}
	return joinSentences(s)
}

// causes names the loops that make a model unstable.
func (w *writer) causes(loops []string) string {
	var names []string
	for _, id := range loops {
		if l := w.loop(id); l != nil {
			names = append(names, w.loopName(l))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.t(pluralKey("no.causes", len(names)), w.allQuoted(names))
}

// unstableSentences say with which interventions the model runs away, and why.
func (w *writer) unstableSentences() []string {
	var s []string
	for _, e := range w.singles() {
		if e.Unstable {
			s = append(s, w.t("effect.unstable", w.withEachOther(e.Interventions)), w.causes(e.Causes))
		}
	}
	return s
}

// numbers is the annex with the numbers behind the words.
func (w *writer) numbers() []document.Block {
	blocks := w.introduced("words", w.t("numbers.words"))
	if len(blocks) == 0 && len(w.m.Strengths) == 0 {
		return nil
	}
	blocks = append(blocks, say(w.t("numbers.method", w.short(w.horizon())), w.t("numbers.score")))
	return append(blocks, w.scoreTable()...)
}

// scoreTable gives score, change in the long run and push of each intervention
// and combination that the memo tells of.
func (w *writer) scoreTable() []document.Block {
	if !w.hasNumbers() {
		return nil
	}
	t := &document.Table{
		ID:      "table-scores",
		Caption: w.caption(w.t("caption.scores")),
		Columns: w.columns("scores", "run", "push.", "score."),
		Note:    document.Words(w.t("note.scores")),
	}
	for _, id := range w.r.Goals {
		t.Columns = append(t.Columns, document.Column{Head: document.Words(w.t("column.scores.long", w.factor(id))), Align: document.Decimal})
	}
	add := func(e *marvel.Effect) {
		name := w.t("base")
		push := w.t("dash")
		if len(e.Interventions) > 0 {
			name = w.together(e.Interventions)
			push = w.orDash(e.Push*100, 0)
		}
		score := w.orDash(e.Score, 1)
		if e.Unstable {
			score = w.t("unstable")
		}
		cells := []string{name, push, score}
		for g := range w.r.Goals {
			s := w.t("dash")
			if g < len(e.LongRun) && !math.IsNaN(e.LongRun[g]) && len(e.Interventions) > 0 {
				s = w.points(e.LongRun[g])
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, row("", cells...))
	}
	add(&w.r.Effects[0])
	for _, e := range w.singles() {
		add(e)
	}
	for i, e := range w.combinations() {
		if i < combinationRows {
			add(e)
		}
	}
	see := &document.Paragraph{Text: []document.Inline{w.refer("table", "scores"), document.Text(" " + w.t("see.scores"))}}
	return []document.Block{see, t}
}
