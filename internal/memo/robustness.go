package memo

import (
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
)

// robustnessTable says how much the results depend on the words chosen.
func (w *writer) robustnessTable() *document.Table {
	r := &w.r.Robustness
	if r.Tried == 0 {
		return nil
	}
	t := &document.Table{
		Caption: w.caption(w.robustSentence(), w.t("caption.robustness")),
		Columns: w.columns("robustness", "result", "stable>"),
	}
	add := func(what string, stable int) {
		t.Rows = append(t.Rows, row("", what, w.t("of", w.decimal(float64(stable), 0), w.decimal(float64(r.Tried), 0))))
	}
	add(w.t("robust.single"), r.StableSingle)
	if w.bestCombination() != nil {
		add(w.t("robust.combination"), r.StableCombination)
	}
	for m, n := range r.StableRankings {
		if m < len(w.moments()) {
			add(w.t("robust.ranking", w.after(w.moments()[m])), n)
		}
	}
	add(w.t("robust.directions"), r.StableDirections)
	note := w.t("note.robustness")
	if r.Tried < r.Possible {
		note = w.t("note.robustness.tried", w.decimal(float64(r.Tried), 0), w.decimal(float64(r.Possible), 0)) + " " + note
	}
	t.Note = document.Words(note)
	return t
}

func (w *writer) robustSentence() string {
	r := &w.r.Robustness
	if r.Tried == 0 {
		return ""
	}
	switch share := float64(r.StableSingle) / float64(r.Tried); {
	case share == 1:
		return w.t("robust.always")
	case share >= 0.9:
		return w.t("robust.mostly", w.decimal(float64(r.StableSingle), 0), w.decimal(float64(r.Tried), 0))
	}
	return w.t("robust.depends", w.decimal(float64(r.Tried-r.StableSingle), 0), w.decimal(float64(r.Tried), 0))
}

// shifts is how many words that matter the memo names.
const shifts = 5

// matters lists the words whose choice decides a result.
func (w *writer) matters() []document.Block {
	list := &document.List{Tight: true}
	for i, s := range w.r.Robustness.Matter {
		if i == shifts {
			break
		}
		r := w.m.Relation(s.Relation)
		if r == nil {
			continue
		}
		scale := "strength"
		if s.Speed {
			scale = "speed"
		}
		text := w.t("shift."+scale, w.factorQ(r.From), w.factorQ(r.To), w.word(scale, s.From), w.word(scale, s.To), w.list(w.consequences(s.Changes)))
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: document.Words(w.capital(text))}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{say(w.t("shift.intro")), list}
}

// consequences say what a shifted word changes.
func (w *writer) consequences(changes []string) []string {
	var all []string
	add := func(s string) {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	var rankings, goals []string
	for _, c := range changes {
		kind, arg, _ := strings.Cut(c, ":")
		kind, at, _ := strings.Cut(kind, "@")
		switch kind {
		case "unstable":
			add(w.t("shift.unstable"))
		case "best_single":
			add(w.t("shift.single"))
		case "best_combination":
			add(w.t("shift.combination"))
		case "ranking":
			if years, err := strconv.ParseFloat(at, 64); err == nil {
				rankings = append(rankings, w.after(years))
			}
		case "direction":
			if f := w.m.Factor(arg); f != nil {
				goals = append(goals, quoted(f.Label))
			}
		}
	}
	single, combination := w.t("shift.single"), w.t("shift.combination")
	if i, j := slices.Index(all, single), slices.Index(all, combination); i >= 0 && j >= 0 {
		all[i] = w.t("shift.both")
		all = slices.Delete(all, j, j+1)
	}
	switch {
	case len(rankings) == 0:
	case len(rankings) == len(w.moments()) && len(rankings) > 1:
		add(w.t("shift.ranking.all"))
	default:
		add(w.t("shift.ranking", w.list(rankings)))
	}
	if len(goals) > 0 {
		add(w.t("shift.direction", w.list(goals)))
	}
	return all
}
