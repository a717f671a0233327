package page

import (
	"strings"

	"slotmemo/internal/document"
)

// widestHead is up to which width the words of a head stay undivided.
const widestHead Pt = 72

// undivided is up to which width the words of a cell stay undivided, if the
// table has room for that.
const undivided Pt = 64

// need finds what the columns want, from what stands in the rows of all tables
// of this kind.
func (t *tabling) need() {
	rows := t.s.kinds.rowsOf(t.b)
	t.columns = make([]tableColumn, len(t.b.Columns))
	for i := range t.columns {
		t.needColumn(&t.columns[i], i, rows)
	}
	for _, row := range rows {
		t.heading = max(t.heading, t.s.fonts.Width(t.head.face, t.head.size, document.Plain(row.Group))+0.1)
	}
}

func (t *tabling) needColumn(c *tableColumn, i int, rows []document.Row) {
	t.needCell(c, t.b.Columns[i].Head, t.head)
	c.least = max(c.least, min(c.min, widestHead)) // the head keeps its words
	c.cells = make([][]Pt, len(rows))
	for j, row := range rows {
		if i < len(row.Cells) && len(row.Group) == 0 {
			c.cells[j] = t.needCell(c, row.Cells[i].Text, t.row)
			if t.b.Columns[i].Align == document.Decimal {
				t.needDecimal(c, row.Cells[i].Text)
			}
		}
	}
	c.most = max(c.most, c.whole+c.part)
	c.min = max(c.min, c.whole+c.part)
	c.firm = max(c.firm, c.whole+c.part)
	c.least = min(max(c.least, c.firm), c.min)
}

// measure finds the widths of the columns and their places.
func (t *tabling) measure() {
	t.x, t.w = t.s.column.x, t.s.column.w
	key := columnKey{kindOf(t.b), t.x, t.w, t.data}
	if got, ok := t.s.kinds.shared[key]; ok && key.kind != "" {
		t.columns, t.x, t.w = got.columns, got.x, got.w
		return
	}
	t.keepWords()
	t.share()
	x := t.x
	for i := range t.columns {
		t.columns[i].x = x
		x += t.columns[i].w + t.gap
	}
	t.s.kinds.shared[key] = sharing{t.columns, t.x, t.w}
}

// keepWords keeps short words whole if all columns together find room for theirs.
func (t *tabling) keepWords() {
	sum := t.gap * Pt(max(0, len(t.columns)-1))
	for i := range t.columns {
		sum += max(t.columns[i].least, t.columns[i].words)
	}
	if sum > t.w {
		return
	}
	for i := range t.columns {
		t.columns[i].least = max(t.columns[i].least, t.columns[i].words)
	}
}

// needCell widens a column for a cell and gives the widths of the cell's words.
func (t *tabling) needCell(c *tableColumn, cell []document.Inline, st style) []Pt {
	w, space := Pt(0), Pt(0)
	var widths []Pt
	for _, word := range wordsOf(cell, st) {
		wide, least := word.width(t.s)
		c.min = max(c.min, wide)
		c.least = max(c.least, least)
		if word.firm() {
			c.firm = max(c.firm, wide)
		}
		if wide <= undivided {
			c.words = max(c.words, wide)
		}
		widths = append(widths, wide)
		w += space + wide
		space = word.space(t.s, st)
	}
	c.most = max(c.most, w)
	return widths
}

func (t *tabling) needDecimal(c *tableColumn, cell []document.Inline) {
	whole, part, ok := t.splitDecimal(document.Plain(cell))
	if ok {
		c.whole = max(c.whole, t.s.fonts.Width(t.row.face, t.row.size, whole))
		c.part = max(c.part, t.s.fonts.Width(t.row.face, t.row.size, part)+0.1)
	}
}

// splitDecimal cuts a number before its decimal sign; what holds no figure is
// no number.
func (t *tabling) splitDecimal(str string) (whole, part string, ok bool) {
	if !strings.ContainsAny(str, "0123456789") {
		return "", "", false
	}
	sign := ","
	if t.s.doc.Language == "en" {
		sign = "."
	}
	if at := strings.LastIndex(str, sign); at >= 0 {
		return str[:at], str[at:], true
	}
	end := strings.LastIndexAny(str, "0123456789") + 1
	return str[:end], str[end:], true
}
