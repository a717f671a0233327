package page

import (
	"math"
	"strings"

	"slotmemo/internal/document"
)

// measure finds the widths of the columns from what stands in them.
func (t *tabling) measure() {
	n := len(t.b.Columns)
	t.columns = make([]tableColumn, n)
	for i := range t.columns {
		c := &t.columns[i]
		t.need(c, t.b.Columns[i].Head, headRowStyle)
		for _, row := range t.b.Rows {
			if i < len(row.Cells) && len(row.Group) == 0 {
				t.need(c, row.Cells[i].Text, tableStyle)
				if t.b.Columns[i].Align == document.Decimal {
					t.needDecimal(c, row.Cells[i].Text)
				}
			}
		}
		c.most = max(c.most, c.whole+c.part)
		c.min = max(c.min, c.whole+c.part)
	}
	t.x, t.w = t.s.column.x, t.s.column.w
	t.share()
	x := t.x
	for i := range t.columns {
		t.columns[i].x = x
		x += t.columns[i].w + cellGap
	}
}

// need widens a column for a cell.
func (t *tabling) need(c *tableColumn, cell []document.Inline, st style) {
	str := document.Plain(cell)
	w := t.s.fonts.Width(st.face, st.size, str)
	c.most = max(c.most, w+0.1)
	c.amount += w
	for _, word := range strings.FieldsFunc(str, func(r rune) bool { return r == ' ' || r == '/' }) {
		c.min = max(c.min, t.s.fonts.Width(st.face, st.size, word)+0.1)
	}
}

func (t *tabling) needDecimal(c *tableColumn, cell []document.Inline) {
	whole, part, ok := t.splitDecimal(document.Plain(cell))
	if ok {
		c.whole = max(c.whole, t.s.fonts.Width(tableStyle.face, tableStyle.size, whole))
		c.part = max(c.part, t.s.fonts.Width(tableStyle.face, tableStyle.size, part)+0.1)
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

// decimal sets a number with its decimal sign under those of the other rows.
func (t *tabling) decimal(f *frame, p *prose, cell []document.Inline, i int) bool {
	whole, _, ok := t.splitDecimal(document.Plain(cell))
	lines := t.s.lines(p, tableStyle, 1e4)
	if !ok || len(lines) != 1 {
		return false
	}
	c := &t.columns[i]
	x := c.x + c.w - c.part - t.s.fonts.Width(tableStyle.face, tableStyle.size, whole)
	f.line(lines[0], p, x, rowPad+tableStyle.baseline())
	return true
}

// share divides the width over the columns: each gets what its cells need if
// there is room for all; else the widest give, in proportion to the amount of
// text in them.
func (t *tabling) share() {
	gaps := cellGap * Pt(max(0, len(t.columns)-1))
	least, most := Pt(0), Pt(0)
	for _, c := range t.columns {
		least += c.min
		most += c.most
	}
	if least+gaps > t.w && t.s.column.x == textX {
		t.x, t.w = left, fullWidth
	}
	room := t.w - gaps
	switch {
	case most <= room:
		for i := range t.columns {
			t.columns[i].w = t.columns[i].most
		}
		t.w = most + gaps
	case least >= room:
		for i := range t.columns {
			t.columns[i].w = t.columns[i].min * room / least
		}
	default:
		t.grow(room - least)
	}
}

// grow gives each column its least width and shares the rest by the root of
// the amount of text, none getting more than it needs. The root is between two
// extremes: equal shares starve the column of arguments, proportional ones
// starve all others.
func (t *tabling) grow(rest Pt) {
	for i := range t.columns {
		t.columns[i].w = t.columns[i].min
	}
	for range len(t.columns) {
		weights := Pt(0)
		for _, c := range t.columns {
			if c.w < c.most {
				weights += weight(c)
			}
		}
		if weights == 0 || rest < 0.01 {
			return
		}
		spent := Pt(0)
		for i := range t.columns {
			c := &t.columns[i]
			if c.w < c.most {
				more := min(c.most-c.w, rest*weight(*c)/weights)
				c.w += more
				spent += more
			}
		}
		rest -= spent
	}
}

func weight(c tableColumn) Pt { return Pt(math.Sqrt(float64(c.amount))) }
