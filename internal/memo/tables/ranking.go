package tables

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// ranking orders the single interventions at each moment.
func ranking(w *Writer) *document.Table {
	if len(w.Result.Rankings) == 0 || len(w.Result.Rankings[0].Singles) < 2 {
		return nil
	}
	t := &document.Table{
		Caption: w.Caption(w.RankingSentence(), w.T("caption.ranking")),
		Note:    document.Words(w.T("note.ranking")),
	}
	t.Columns = append(w.Columns("ranking", "rank"), w.MomentColumns(document.Left)...)
	byPush := w.Result.Rankings[0].ByPush
	if !byPush {
		t.Rows = append(t.Rows, groupRow(w.T("ranking.gain")))
		t.Rows = append(t.Rows, w.rankRows(func(x marvel.Ranked) float64 { return x.Gain / 100 })...)
	}
	if perPush := w.rankRows(perPush); len(perPush) > 0 {
		t.Rows = append(append(t.Rows, groupRow(w.T("ranking.push"))), perPush...)
	}
	return t
}

// perPush is the gain in points per 10 points of push: per single point it is too
// small a number to read. Ranked.PerPush is 10⁴ × change per push on [0,1].
func perPush(x marvel.Ranked) float64 { return x.PerPush / 1e3 }

// rankRows sorts each moment by a value, best first, and puts the moments side
// by side.
func (w *Writer) rankRows(value func(marvel.Ranked) float64) []document.Row {
	var columns [][]string
	rows := 0
	for _, r := range w.Result.Rankings {
		order := slices.DeleteFunc(slices.Clone(r.Singles), func(x marvel.Ranked) bool { return math.IsNaN(value(x)) })
		slices.SortStableFunc(order, func(a, b marvel.Ranked) int {
			switch x, y := value(a), value(b); {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return strings.Compare(w.IDOf(a), w.IDOf(b))
		})
		var column []string
		for _, x := range order {
			column = append(column, w.Intervention(w.IDOf(x))+" "+w.Signed(value(x), 2))
		}
		columns = append(columns, column)
		rows = max(rows, len(column))
	}
	var out []document.Row
	for i := range rows {
		cells := []string{strconv.Itoa(i + 1)}
		for _, column := range columns {
			s := w.T("dash")
			if i < len(column) {
				s = column[i]
			}
			cells = append(cells, s)
		}
		out = append(out, Row("", cells...))
	}
	return out
}
