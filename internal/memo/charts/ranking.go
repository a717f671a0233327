package charts

import (
	"math"
	"slices"
	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/tables"
	"strconv"
)

// ranking draws the places of the single interventions at each moment.
func ranking(w *Writer) []made {
	c := w.rankingChart()
	if c == nil {
		return nil
	}
	return []made{{c, w.RankingSentence(), w.T("chart.ranking.caption"), w.T("chart.ranking.alt"), w.rankingData()}}
}

// rankingChart draws the rank of each single intervention at each moment.
func (w *Writer) rankingChart() *document.Chart {
	if len(w.Result.Rankings) < 2 || len(w.Result.Rankings[0].Singles) < 2 {
		return nil
	}
	n := 0
	places := map[string][]float64{}
	var order []string
	for i, r := range w.Result.Rankings {
		n = max(n, len(r.Singles))
		for rank, x := range r.Singles {
			id := w.IDOf(x)
			if places[id] == nil {
				places[id] = slices.Repeat([]float64{math.NaN()}, len(w.Result.Rankings))
				order = append(order, id)
			}
			places[id][i] = float64(rank + 1)
		}
	}
	c := &document.Chart{
		ID: "chart-ranking", Title: w.T("chart.ranking.title"), Kind: document.RankingChart,
		X: document.Axis{Max: float64(len(w.Result.Rankings) - 1)},
		Y: document.Axis{Title: w.T("axis.rank"), Min: 1, Max: float64(n)},
	}
	for i, r := range w.Result.Rankings {
		c.X.Ticks = append(c.X.Ticks, document.Tick{At: float64(i), Label: w.Capital(w.After(r.Moment))})
	}
	for i := range n {
		c.Y.Ticks = append(c.Y.Ticks, document.Tick{At: float64(i + 1), Label: strconv.Itoa(i + 1)})
	}
	for i, id := range order {
		line := document.Line{ID: id, Label: w.Intervention(id), Dash: i}
		for m, rank := range places[id] {
			if !math.IsNaN(rank) {
				line.X, line.Y = append(line.X, float64(m)), append(line.Y, rank)
			}
		}
		line.Strong = id == w.TopAt(len(w.Result.Rankings)-1)
		c.Lines = append(c.Lines, line)
	}
	return c
}

// rankingData is the chart in a table: the rank of each intervention.
func (w *Writer) rankingData() *document.Table {
	t := &document.Table{Caption: w.Caption(w.T("data.ranking"))}
	t.Columns = append(w.Columns("effects", "intervention"), w.MomentColumns(document.Right)...)
	for _, c := range w.Model.Interventions {
		cells := []string{c.Label}
		for _, r := range w.Result.Rankings {
			s := w.T("dash")
			if i := slices.IndexFunc(r.Singles, func(x marvel.Ranked) bool { return w.IDOf(x) == c.ID }); i >= 0 {
				s = strconv.Itoa(i + 1)
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, tables.Row("", cells...))
	}
	return t
}
