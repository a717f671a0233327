package charts

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/tables"
)

// levels draws what each intervention does to each goal over time.
func levels(w *Writer) []made {
	d, ok := w.teller().Multiples(w.common("levels"))
	if !ok {
		return nil
	}
	return []made{{d, w.LevelSentence(mostMoved(d)), w.T("chart.levels.caption"), w.T("chart.levels.alt"), w.levelData(d)}}
}

// mostMoved returns the goal that a line moves farthest at the end: it is the one
// to tell about.
func mostMoved(d *document.Multiples) int {
	goal, most := 0, 0.0
	for g, f := range d.Facets {
		for _, l := range f.Lines {
			if end := math.Abs(l.Y[len(l.Y)-1]); end > most {
				goal, most = g, end
			}
		}
	}
	return goal
}

// levelData is the chart in a table: the change at each moment, by goal.
func (w *Writer) levelData(d *document.Multiples) *document.Table {
	t := &document.Table{Caption: w.Caption(w.T("data.levels"))}
	t.Columns = append(w.Columns("effects", "intervention"), w.MomentColumns(document.Decimal)...)
	for _, f := range d.Facets {
		t.Rows = append(t.Rows, document.Row{Group: document.Words(w.GoalTitle(f.ID))})
		for _, l := range f.Lines {
			cells := []string{w.full(l.ID)}
			for _, moment := range w.Moments() {
				cells = append(cells, w.changeOrDash(at(l, moment)))
			}
			t.Rows = append(t.Rows, tables.Row("", cells...))
		}
	}
	return t
}

// changeOrDash prints a change of so many points.
func (w *Writer) changeOrDash(points float64) string {
	if math.IsNaN(points) {
		return w.T("dash")
	}
	return w.Points(points / 100)
}
