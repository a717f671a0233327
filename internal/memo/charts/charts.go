// Package charts draws the charts that the program makes itself, each in a file
// of its own, with the same numbers in a table. A new chart is such a file and a
// line in the list below: texts can place it from then on.
package charts

import (
	"math"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/tables"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// A Writer makes charts.
type Writer struct{ *tables.Writer }

// all charts by the name that texts use.
func all() []named {
	return []named{
		{"levels", levels},
		{"ranking", ranking},
		{"timing", timing},
	}
}

// A named chart can be made.
type named struct {
	name string
	make func(*Writer) []made
}

// A made chart with what stands around it.
type made struct {
	drawing document.Drawing
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
	return draft.NewFigure(m.drawing.Base().ID, &document.Figure{
		Pos: pos, Caption: text, Short: document.Words(strings.TrimSuffix(m.caption, ".")), Alt: w.chartAlt(m.alt, m.claim),
		Drawing: m.drawing, Data: m.data,
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

// teller makes the drawings, of the numbers that the memo prints.
func (w *Writer) teller() *snapshot.Teller {
	return snapshot.NewTeller(w.Model, w.Result, w.Language, snapshot.ShortNamesOf(w.Model, w.Language))
}

// common names a drawing of a chart.
func (w *Writer) common(name string) document.Common {
	return document.Common{ID: "chart-" + name, Title: w.T("chart." + name + ".title")}
}

// full returns the whole name of an intervention: tables have room for it.
func (w *Writer) full(id string) string {
	if i := w.Model.Intervention(id); i != nil {
		return i.Label
	}
	return id
}

// at reads a curve at a moment, in points; NaN beyond its end.
func at(c document.Curve, moment float64) float64 {
	for i := 1; i < len(c.X); i++ {
		if a, b := c.X[i-1], c.X[i]; moment <= b+1e-9 {
			return c.Y[i-1] + (c.Y[i]-c.Y[i-1])*(moment-a)/(b-a)
		}
	}
	return math.NaN()
}
