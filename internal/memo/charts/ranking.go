package charts

import (
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/tables"
	"slotmemo/internal/memo/wording"
)

// ranking draws the places of the interventions at each moment, and per push.
func ranking(w *Writer) []made {
	d, ok := w.teller().Bump(w.common("ranking"))
	if !ok {
		return nil
	}
	caption := w.T("chart.ranking.caption")
	if n := len(w.Model.Interventions); len(d.Rows) < n {
		caption = wording.JoinSentences([]string{caption, w.T("chart.ranking.some", w.Count(len(d.Rows)), w.Count(n))})
	}
	return []made{{d, w.RankingSentence(), caption, w.T("chart.ranking.alt"), w.rankingData(d)}}
}

// rankingData is the chart in a table: the place of each intervention by each
// criterion.
func (w *Writer) rankingData(d *document.Bump) *document.Table {
	t := &document.Table{Caption: w.Caption(w.T("data.ranking", w.After(w.LastMoment())))}
	t.Columns = w.Columns("effects", "intervention")
	for i, c := range d.Criteria {
		head := c.Label
		if i == len(w.Result.Rankings) { // the caption says at which moment
			head = w.T("column.ranking.push")
		}
		t.Columns = append(t.Columns, document.Column{Head: document.Words(head), Align: document.Right})
	}
	for _, r := range d.Rows {
		cells := []string{w.full(r.ID)}
		for _, rank := range r.Ranks {
			s := w.T("dash")
			if rank > 0 {
				s = strconv.Itoa(rank)
			}
			cells = append(cells, s)
		}
		t.Rows = append(t.Rows, tables.Row("", cells...))
	}
	return t
}
