package html

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"slotmemo/internal/document"
)

// table writes a table in a region of its own, which scrolls if it is too wide.
// Its caption stands outside the region, so that it stays in view.
func (w *writer) table(t *document.Table) {
	w.raw("<figure class=\"table\"" + w.id(t.ID) + ">\n")
	name := fmt.Sprintf(` aria-label="%s"`, escape(w.tableName(t)))
	if t.Number != "" || !t.Caption.Empty() {
		caption := w.newID()
		w.raw("<figcaption id=\"%s\">", caption)
		w.caption(t.Name, t.Number, t.Caption)
		w.raw("</figcaption>\n")
		if t.Number != "" {
			name = fmt.Sprintf(` aria-labelledby="%s"`, caption)
		}
	}
	w.raw("<section class=\"scroll" + w.room(tableHeight(t)) + "\" tabindex=\"0\"" + name + ">\n<table" + many(t) + name + ">\n")
	w.tableHead(t.Columns)
	w.tableRows(t)
	w.raw("</table>\n</section>\n")
	w.inlineLine("note", t.Note)
	w.raw("</figure>\n")
}

// tableName names a table without number, by its caption or its columns and by
// the figure that it belongs to: "Tabel (Figuur 3): Van, Naar". A second table of
// that name gets a number.
func (w *writer) tableName(t *document.Table) string {
	if t.Number != "" {
		return ""
	}
	var heads []string
	for _, c := range t.Columns {
		if s := document.Plain(c.Head); s != "" {
			heads = append(heads, s)
		}
	}
	name := w.words.Get("table")
	if c := document.Plain(t.Caption.Text()); c != "" {
		name, heads = c, nil
	}
	if w.figureName != "" {
		name += " (" + w.figureName + ")"
	}
	if len(heads) > 0 {
		name += ": " + strings.Join(heads, ", ")
	}
	w.names[name]++
	if n := w.names[name]; n > 1 {
		name += fmt.Sprintf(" (%d)", n)
	}
	return name
}

// many marks a table of so many columns that it only fits a sheet of paper if words
// may be broken anywhere.
func many(t *document.Table) string {
	if len(t.Columns) < 8 {
		return ""
	}
	return ` class="many"`
}

func (w *writer) tableHead(columns []document.Column) {
	w.raw("<thead>\n<tr>")
	for _, c := range columns {
		if document.Plain(c.Head) == "" {
			w.raw("<td" + alignClass(c.Align, "") + "></td>")
			continue
		}
		w.wrap("th", ` scope="col"`+alignClass(c.Align, "")+orderAttribute(c.Order), c.Head)
	}
	w.raw("</tr>\n</thead>\n")
}

// orderAttribute gives the words of a scale to the script, which sorts by them.
func orderAttribute(words []string) string {
	if len(words) == 0 {
		return ""
	}
	list, err := json.Marshal(words)
	if err != nil {
		panic(fmt.Sprintf("html: words that JSON can't hold: %v", err))
	}
	return fmt.Sprintf(` data-order="%s"`, escape(string(list)))
}

// tableRows writes the rows; each group of rows is a body of its own, so that
// its head reaches to its end.
func (w *writer) tableRows(t *document.Table) {
	decimals := decimalsOf(t)
	w.raw("<tbody>\n")
	for i, r := range t.Rows {
		if len(r.Group) > 0 {
			if i > 0 {
				w.raw("</tbody>\n<tbody>\n")
			}
			w.raw("<tr class=\"group\"" + w.id(r.ID) + ">")
			w.wrap("th", fmt.Sprintf(` scope="rowgroup" colspan="%d"`, max(len(t.Columns), 1)), r.Group)
			w.raw("</tr>\n")
			continue
		}
		w.raw("<tr" + w.id(r.ID) + ">")
		for c, column := range t.Columns {
			var text []document.Inline
			if c < len(r.Cells) {
				text = r.Cells[c].Text
			}
			w.cell(column, text, decimals[c])
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody>\n")
}

func (w *writer) cell(column document.Column, text []document.Inline, decimals int) {
	pad := ""
	if column.Align == document.Decimal {
		pad = padClass(document.Plain(text), decimals)
	}
	if column.Scope && document.Plain(text) != "" {
		w.wrap("th", ` scope="row"`+alignClass(column.Align, pad), text)
		return
	}
	w.wrap("td", alignClass(column.Align, pad), text)
}

var alignNames = map[document.Align]string{document.Left: "", document.Right: "r", document.Center: "c", document.Decimal: "d"}

func alignClass(a document.Align, more string) string {
	class := strings.TrimSpace(alignNames[a] + " " + more)
	if class == "" {
		return ""
	}
	return fmt.Sprintf(` class="%s"`, class)
}

// maxPad is the number of missing decimals that the style sheet can make up for.
const maxPad = 3

// decimalsOf gives the largest number of decimals in each column.
func decimalsOf(t *document.Table) []int {
	most := make([]int, len(t.Columns))
	for _, r := range t.Rows {
		for c := range min(len(r.Cells), len(t.Columns)) {
			most[c] = max(most[c], decimalsIn(document.Plain(r.Cells[c].Text)))
		}
	}
	return most
}

// decimalsIn counts the digits after the last comma or point of a number.
func decimalsIn(s string) int {
	i := strings.LastIndexAny(s, ",.")
	if i < 0 {
		return 0
	}
	n := 0
	for _, r := range s[i+1:] {
		if r < '0' || r > '9' {
			break
		}
		n++
	}
	return n
}

// padClass names the space that a number with fewer decimals than its column
// needs at its end: one to three digits, with or without the sign before them.
func padClass(s string, decimals int) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	has := decimalsIn(s)
	missing := decimals - has
	if missing <= 0 || missing > maxPad || last < '0' || last > '9' {
		return ""
	}
	if has == 0 {
		return fmt.Sprintf("p%d", missing)
	}
	return fmt.Sprintf("q%d", missing)
}
