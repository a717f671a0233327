package tables

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// MomentColumns makes a column for each moment.
func (w *Writer) MomentColumns(align document.Align) []document.Column {
	var columns []document.Column
	for _, t := range w.Moments() {
		columns = append(columns, document.Column{Head: document.Words(w.Capital(w.After(t))), Align: align})
	}
	return columns
}

// Columns makes the head of a table from texts of ours: "KEY.a KEY.b". The first
// column heads its rows. A key may carry an alignment: "level>" to the right,
// "change." on the decimal sign.
func (w *Writer) Columns(table string, keys ...string) []document.Column {
	var columns []document.Column
	for i, key := range keys {
		column := document.Column{Scope: i == 0}
		switch {
		case strings.HasSuffix(key, ">"):
			column.Align = document.Right
		case strings.HasSuffix(key, "."):
			column.Align = document.Decimal
		}
		column.Head = document.Words(w.T("column." + table + "." + strings.TrimRight(key, ">.")))
		columns = append(columns, column)
	}
	return columns
}

// Row makes a row of plain texts.
func Row(id string, cells ...string) document.Row {
	r := document.Row{ID: id}
	for _, c := range cells {
		r.Cells = append(r.Cells, document.Cell{Text: document.Words(c)})
	}
	return r
}

// groupRow heads the rows of a group.
func groupRow(text string) document.Row { return document.Row{Group: document.Words(text)} }

// byDomain calls each domain with its factors, sorted by name; factors without
// a domain come last.
func (w *Writer) byDomain(visit func(domain string, factors []string)) {
	domains := w.Model.Domains()
	for _, d := range append(slices.Clone(domains), "") {
		var factors []string
		for _, f := range prose.Sorted(w.Prose, w.Model.Factors, func(f model.Factor) string { return f.Label }) {
			if f.Domain == d {
				factors = append(factors, f.ID)
			}
		}
		if len(factors) > 0 {
			visit(d, factors)
		}
	}
}
