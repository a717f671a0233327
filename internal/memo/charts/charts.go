// Package charts draws the charts that the program makes itself, each in a file
// of its own, with the same numbers in a table. A new chart is such a file and a
// line in the list below: texts can place it from then on.
package charts

import (
	"math"
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/tables"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"strings"
)

// A Writer makes charts.
type Writer struct{ *tables.Writer }

// all charts by the name that texts use. One name may stand for several charts.
func all() []named {
	return []named{
		{"levels", levels},
		{"ranking", ranking},
	}
}

// A named chart can be made.
type named struct {
	name string
	make func(*Writer) []made
}

// A made chart with what stands around it.
type made struct {
	chart   *document.Chart
	claim   string // what there is to see
	caption string // what it shows
	alt     string
	data    *document.Table
}

// Names are those that a text may place.
func Names() []string {
	var names []string
	for _, c := range all() {
		names = append(names, c.name)
	}
	return names
}

// Make makes the figures of a chart (a name of Names), none if there is nothing
// to show. A caption goes before that of the chart.
func (w *Writer) Make(name string, pos source.Pos, caption []document.Inline) []*draft.Figure {
	var figures []*draft.Figure
	for _, c := range all() {
		if c.name != name {
			continue
		}
		for _, m := range c.make(w) {
			figures = append(figures, w.figure(m, pos, caption))
		}
	}
	return figures
}

func (w *Writer) figure(m made, pos source.Pos, caption []document.Inline) *draft.Figure {
	text := w.CaptionOf(caption)
	if text.Empty() {
		text = w.Caption(m.claim, m.caption)
	}
	return draft.NewFigure(m.chart.ID, &document.Figure{
		Pos: pos, Caption: text, Short: document.Words(strings.TrimSuffix(m.caption, ".")), Alt: w.chartAlt(m.alt, m.claim),
		Chart: m.chart, Data: m.data,
	})
}

// chartAlt is the text alternative of a chart: what it shows, what there is to
// see if that fits in 150 characters, and where the numbers are.
func (w *Writer) chartAlt(what, message string) string {
	pointer := w.T("chart.pointer")
	if s := wording.JoinSentences([]string{what, message, pointer}); len([]rune(s)) <= snapshot.AltMax {
		return s
	}
	return cutAlt(wording.JoinSentences([]string{what, pointer}))
}

// cutAlt keeps a text alternative within its length, at a word.
func cutAlt(s string) string {
	const most = snapshot.AltMax
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	for i := most - 1; i > 0; i-- {
		if r[i] == ' ' {
			return string(r[:i]) + "…"
		}
	}
	return string(r[:most-1]) + "…"
}

// axis chooses round ends and ticks around values: four to seven steps of 1, 2
// or 5 times a power of ten.
func (w *Writer) axis(lowest, highest float64) (low, high float64, ticks []document.Tick) {
	span := math.Max(highest-lowest, 1)
	step := math.Pow(10, math.Floor(math.Log10(span/4)))
	for _, f := range []float64{1, 2, 5, 10} {
		if span/(step*f) <= 6 {
			step *= f
			break
		}
	}
	low, high = math.Floor(lowest/step)*step, math.Ceil(highest/step)*step
	if high <= low {
		high = low + step
	}
	for i := 0; low+float64(i)*step <= high+step/2; i++ {
		v := low + float64(i)*step
		ticks = append(ticks, document.Tick{At: v, Label: w.Short(v)})
	}
	return low, high, ticks
}
