package memo

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// rankingTable orders the single interventions at each moment.
func (w *writer) rankingTable() *document.Table {
	if len(w.r.Rankings) == 0 || len(w.r.Rankings[0].Singles) < 2 {
		return nil
	}
	t := &document.Table{
		Caption: w.caption(w.rankingSentence(), w.t("caption.ranking")),
		Note:    document.Words(w.t("note.ranking")),
	}
	t.Columns = append(w.columns("ranking", "rank"), w.momentColumns(document.Left)...)
	byPush := w.r.Rankings[0].ByPush
	if !byPush {
		t.Rows = append(t.Rows, groupRow(w.t("ranking.gain")))
		t.Rows = append(t.Rows, w.rankRows(func(x marvel.Ranked) float64 { return x.Gain / 100 })...)
	}
	if perPush := w.rankRows(perPush); len(perPush) > 0 {
		t.Rows = append(append(t.Rows, groupRow(w.t("ranking.push"))), perPush...)
	}
	return t
}

// perPush is the gain in points per 10 points of push: per single point it is too
// small a number to read. Ranked.PerPush is 10⁴ × change per push on [0,1].
func perPush(x marvel.Ranked) float64 { return x.PerPush / 1e3 }

// rankRows sorts each moment by a value, best first, and puts the moments side
// by side.
func (w *writer) rankRows(value func(marvel.Ranked) float64) []document.Row {
	var columns [][]string
	rows := 0
	for _, r := range w.r.Rankings {
		order := slices.DeleteFunc(slices.Clone(r.Singles), func(x marvel.Ranked) bool { return math.IsNaN(value(x)) })
		slices.SortStableFunc(order, func(a, b marvel.Ranked) int {
			switch x, y := value(a), value(b); {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return strings.Compare(w.idOf(a), w.idOf(b))
		})
		var column []string
		for _, x := range order {
			column = append(column, w.intervention(w.idOf(x))+" "+w.signed(value(x), 2))
		}
		columns = append(columns, column)
		rows = max(rows, len(column))
	}
	var out []document.Row
	for i := range rows {
		cells := []string{strconv.Itoa(i + 1)}
		for _, column := range columns {
			s := w.t("dash")
			if i < len(column) {
				s = column[i]
			}
			cells = append(cells, s)
		}
		out = append(out, row("", cells...))
	}
	return out
}

func (w *writer) idOf(x marvel.Ranked) string {
	if x.Effect < len(w.r.Effects) && len(w.r.Effects[x.Effect].Interventions) > 0 {
		return w.r.Effects[x.Effect].Interventions[0]
	}
	return ""
}

// rankingSentence says whether the order depends on the moment.
func (w *writer) rankingSentence() string {
	first := w.topAt(0)
	if first == "" {
		return ""
	}
	early := w.after(w.r.Rankings[0].Moment)
	if len(w.r.Rankings) == 1 {
		return w.t("ranking.single", w.interventionQ(first), early)
	}
	for i := len(w.r.Rankings) - 1; i > 0; i-- {
		if top := w.topAt(i); top != "" && top != first {
			return w.t("ranking.differs", early, w.interventionQ(first), w.after(w.r.Rankings[i].Moment), w.interventionQ(top))
		}
	}
	return w.t("ranking.same", w.interventionQ(first))
}

func (w *writer) topAt(i int) string {
	if i < 0 || i >= len(w.r.Rankings) || len(w.r.Rankings[i].Singles) == 0 {
		return ""
	}
	return w.idOf(w.r.Rankings[i].Singles[0])
}

// combinationRows is how many combinations the table prints.
const combinationRows = 10

// combinationTable gives the best combinations by score.
func (w *writer) combinationTable() *document.Table {
	all := w.combinations()
	if len(all) == 0 {
		return nil
	}
	t := &document.Table{
		Caption: w.caption(w.combinationSentence(), w.t("caption.combinations")),
	}
	t.Columns = append(w.columns("combinations", "combination"), w.momentColumns(document.Decimal)...)
	t.Columns = append(t.Columns, w.columns("combinations", "combination", "score.")[1])
	for i, e := range all {
		if i == combinationRows {
			break
		}
		cells := []string{w.together(e.Interventions)}
		for m := range w.moments() {
			cells = append(cells, w.signed(gain(e, m), 2))
		}
		t.Rows = append(t.Rows, row("", append(cells, w.signed(w.meanGain(e), 2))...))
	}
	note := w.t("note.combinations")
	if len(all) > combinationRows {
		note = w.t("note.combinations.shown", w.count(combinationRows), w.count(len(all))) + " " + note
	}
	t.Note = document.Words(note)
	return t
}

// combinations gives the effects of two or more interventions, best score first.
func (w *writer) combinations() []*marvel.Effect {
	var all []*marvel.Effect
	for i := range w.r.Effects {
		e := &w.r.Effects[i]
		if len(e.Interventions) > 1 && !math.IsNaN(w.meanGain(e)) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *marvel.Effect) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return all
}
