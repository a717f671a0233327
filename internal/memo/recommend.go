package memo

import (
	"strings"

	"slotmemo/internal/document"
)

// A recommendation is a heading of the text that advises somebody.
type recommendation struct {
	heading       *document.Heading
	readers       []string // ids of addressees
	interventions []string // ids, sorted
}

// recommend notes a recommendation and gives what stands below its heading: the
// computed effect of its interventions.
func (w *writer) recommend(r *recommendation) []document.Block {
	w.recommendations[r.heading] = r
	if len(r.readers) > 0 {
		r.heading.Label = w.t("label.for", strings.Join(r.readers, ", "))
	}
	text := w.effectOf(r.interventions)
	if text == "" {
		return nil
	}
	return []document.Block{&document.Aside{
		Kind: document.Result, Label: w.t("label.effect"),
		Blocks: []document.Block{&document.Paragraph{Text: document.Words(text)}},
	}}
}

// inOrder gives the recommendations that stand in the chapters, in reading order.
func (w *writer) inOrder(plan []*chapter) []*recommendation {
	var all []*recommendation
	for _, c := range plan {
		eachBlock(c.blocks, func(b document.Block) {
			if h, ok := b.(*document.Heading); ok && w.recommendations[h] != nil {
				all = append(all, w.recommendations[h])
			}
		})
	}
	return all
}

// recommendationTable lists them by addressee; one for several stands with each.
func (w *writer) recommendationTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.many("caption.recommendations", len(w.given))),
		Columns: w.columns("recommendations", "recommendation", "intervention", "effect."),
	}
	if len(w.r.Effects) > 0 {
		t.Note = document.Words(w.t("note.recommendations", w.after(w.lastMoment())))
	} else {
		t.Columns = t.Columns[:2]
	}
	add := func(group string, match func(*recommendation) bool) {
		var rows []document.Row
		for _, r := range w.given {
			if match(r) {
				rows = append(rows, w.recommendationRow(r, len(t.Columns) == 3))
			}
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(group)), rows...)
		}
	}
	for _, to := range w.p.Memo.To {
		add(to.Name, func(r *recommendation) bool { return contains(r.readers, to.ID) })
	}
	add(w.t("recommendation.all"), func(r *recommendation) bool { return len(r.readers) == 0 })
	return t
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (w *writer) recommendationRow(r *recommendation, effect bool) document.Row {
	title := document.Plain(r.heading.Text)
	cells := []document.Cell{{Text: []document.Inline{w.hold(reference{heading: r.heading, kids: document.Words(title)})}}}
	levers := w.t("dash")
	if len(r.interventions) > 0 {
		levers = w.together(r.interventions)
	}
	cells = append(cells, document.Cell{Text: document.Words(levers)})
	if effect {
		cells = append(cells, document.Cell{Text: document.Words(w.gainAtEnd(r.interventions))})
	}
	return document.Row{Cells: cells}
}
