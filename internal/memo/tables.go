package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// tableNames are the tables that a text may place.
var tableNames = []string{
	"factors", "relations", "interventions", "actors", "participants", "recommendations",
	"loops", "words", "effects", "ranking", "combinations", "side-effects", "paths", "robustness",
}

// build makes a generated table, or nil if there is nothing to show.
func (w *writer) build(name string) *document.Table {
	var t *document.Table
	switch name {
	case "factors":
		t = w.factorTable()
	case "relations":
		t = w.relationTable()
	case "interventions":
		t = w.interventionTable()
	case "actors":
		t = w.actorTable()
	case "participants":
		t = w.participantTable()
	case "recommendations":
		t = w.recommendationTable()
	case "loops":
		t = w.loopTable()
	case "words":
		t = w.wordTable()
	case "effects":
		t = w.effectTable()
	case "ranking":
		t = w.rankingTable()
	case "combinations":
		t = w.combinationTable()
	case "side-effects":
		t = w.sideEffectTable()
	case "paths":
		t = w.pathTable()
	case "robustness":
		t = w.robustnessTable()
	default:
		panic("memo: no rule for table " + name)
	}
	if t == nil || len(t.Rows) == 0 {
		return nil
	}
	t.ID = "table-" + name
	if w.words.Has("caption." + name) {
		w.shortNames[t] = document.Words(strings.TrimSuffix(w.t("caption."+name), "."))
	}
	return t
}

// table gives a generated table for a built-in chapter, as blocks: none if a text
// has placed it already or if it is empty.
func (w *writer) table(name string) []document.Block {
	if w.tables[name] != nil {
		return nil
	}
	t := w.build(name)
	if t == nil {
		return nil
	}
	w.tables[name] = t
	return []document.Block{t}
}

// introduced is a table below the sentence that says what it means and refers
// to it.
func (w *writer) introduced(name string, sentences ...string) []document.Block {
	t := w.table(name)
	if t == nil {
		return nil
	}
	p := say(sentences...)
	if w.words.Has("see." + name) {
		if len(p.Text) > 0 {
			p.Text = append(p.Text, document.Text(" "))
		}
		p.Text = append(p.Text, w.refer("table", name), document.Text(" "+w.t("see."+name)))
	}
	if len(p.Text) == 0 {
		return t
	}
	return append([]document.Block{p}, t...)
}

// fill makes the tables that the texts asked for.
func (w *writer) fill(doc *document.Document) {
	doc.Blocks = prune(doc.Blocks, func(b document.Block) bool {
		t, ok := b.(*document.Table)
		if !ok || len(t.Columns) > 0 || !strings.HasPrefix(t.ID, "table-") {
			return true
		}
		name := strings.TrimPrefix(t.ID, "table-")
		made := w.build(name)
		if made == nil {
			w.problems = append(w.problems, source.Problem{Pos: t.Pos, Severity: source.Warning, Message: EmptyTable, Args: []any{name}})
			return false
		}
		if t.Caption.Empty() {
			t.Caption = made.Caption
		}
		t.Columns, t.Rows, t.Note = made.Columns, made.Rows, made.Note
		w.shortNames[t] = w.shortNames[made]
		return true
	})
	doc.Explore = w.explore()
}

// columns makes the head of a table from texts of ours: "KEY.a KEY.b". The first
// column heads its rows. A key may carry an alignment: "level>" to the right,
// "change." on the decimal sign.
func (w *writer) columns(table string, keys ...string) []document.Column {
	var columns []document.Column
	for i, key := range keys {
		column := document.Column{Scope: i == 0}
		switch {
		case strings.HasSuffix(key, ">"):
			column.Align = document.Right
		case strings.HasSuffix(key, "."):
			column.Align = document.Decimal
		}
		column.Head = document.Words(w.t("column." + table + "." + strings.TrimRight(key, ">.")))
		columns = append(columns, column)
	}
	return columns
}

// row makes a row of plain texts.
func row(id string, cells ...string) document.Row {
	r := document.Row{ID: id}
	for _, c := range cells {
		r.Cells = append(r.Cells, document.Cell{Text: document.Words(c)})
	}
	return r
}

// heading row of a group.
func groupRow(text string) document.Row { return document.Row{Group: document.Words(text)} }

// byDomain calls each domain with its factors, sorted by name; factors without
// a domain come last.
func (w *writer) byDomain(visit func(domain string, factors []string)) {
	domains := w.m.Domains()
	for _, d := range append(slices.Clone(domains), "") {
		var factors []string
		for _, f := range sorted(w, w.m.Factors, func(f modelFactor) string { return f.Label }) {
			if f.Domain == d {
				factors = append(factors, f.ID)
			}
		}
		if len(factors) > 0 {
			visit(d, factors)
		}
	}
}
