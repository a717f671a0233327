package snapshot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
	"slotmemo/templates"
)

// sorted returns the links as a reader looks them up: by the name they start
// from, then the name they lead to.
func (w *writer) sorted() []link {
	links := slices.Clone(w.p.links)
	name := func(id string) string { return strings.ToLower(w.labels[id]) }
	slices.SortStableFunc(links, func(a, b link) int {
		return cmp.Or(
			cmp.Compare(name(a.edge.From), name(b.edge.From)),
			cmp.Compare(name(a.edge.To), name(b.edge.To)),
			cmp.Compare(a.edge.ID, b.edge.ID))
	})
	return links
}

// table makes the table of the relations in the picture: one row for each.
func (w *writer) table() *document.Table {
	t := &document.Table{Compact: true}
	keys := []string{"from", "sign", "to", "strength", "speed"}
	switch {
	case w.p.overview != nil:
		keys = []string{"from", "to", "count", "plus", "minus", "unknown"}
	case w.p.change != nil:
		keys = append(keys, "change")
	}
	for i, k := range keys {
		col := document.Column{Head: document.Words(w.words.Get("column_" + k)), Scope: i == 0}
		if w.p.overview != nil && i > 1 {
			col.Align = document.Right
		}
		switch k {
		case "strength":
			col.Order = steps(w.words, "strength_", w.in.Model.Strengths)
		case "speed":
			col.Order = steps(w.words, "speed_", w.in.Model.Speeds)
		}
		t.Columns = append(t.Columns, col)
	}
	for _, l := range w.sorted() {
		row := document.Row{ID: "rel-" + w.in.View.ID + "-" + l.edge.ID}
		for _, text := range w.cells(l) {
			row.Cells = append(row.Cells, document.Cell{Text: document.Words(text)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (w *writer) cells(l link) []string {
	from, to := w.labels[l.edge.From], w.labels[l.edge.To]
	if b := l.bundle; b != nil {
		return []string{from, to, fmt.Sprint(b.count()), fmt.Sprint(b.plus), fmt.Sprint(b.minus), fmt.Sprint(b.unknown)}
	}
	sign := "cell_unknown"
	switch l.relation.Sign {
	case model.Plus:
		sign = "cell_plus"
	case model.Minus:
		sign = "cell_minus"
	}
	strength := cell(w.words, "strength_", l.relation.Strength, l.scales.Strengths)
	if l.relation.Force {
		strength += ", " + w.words.Get("cell_force")
	}
	cells := []string{from, w.words.Get(sign), to, strength, cell(w.words, "speed_", l.relation.Speed, l.scales.Speeds)}
	if w.p.change != nil {
		key := [...]string{document.Same: "cell_same", document.New: "cell_new", document.Gone: "cell_gone", document.Changed: "cell_changed"}
		cells = append(cells, w.words.Get(key[l.edge.Change]))
	}
	return cells
}

// steps returns the words of a scale as cells show them, from least to most.
func steps(words templates.Words, prefix string, scale model.Scale) []string {
	var all []string
	for _, step := range scale {
		all = append(all, cell(words, prefix, step.Name, scale))
	}
	return all
}

// scaleOf names the scale of a prefix of keys.
var scaleOf = map[string]prose.Scale{"strength_": prose.Strength, "speed_": prose.Speed}

// cell returns the word of a scale as it stands under a head that names the scale.
func cell(words templates.Words, prefix, name string, scale model.Scale) string {
	if scale.Index(name) < 0 {
		return words.Get("cell_unknown")
	}
	return prose.New(words.Language()).Step(scaleOf[prefix], name)
}
