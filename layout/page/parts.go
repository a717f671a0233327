package page

import (
	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// parts gives the columns of each part that a table is set in, one below the
// other; none if its columns can be read beside each other on a page. Each part
// begins with the column that says what a row is about, and is about as wide as
// the others.
func (t *tabling) parts() [][]int {
	room := t.s.column.w
	if t.s.column.x == textX {
		room = fullWidth
	}
	parts := t.partsOf(room)
	if len(parts) < 2 {
		return nil
	}
	for narrower := room * 0.95; narrower > room/3; narrower -= room * 0.05 {
		fewer := t.partsOf(narrower)
		if len(fewer) > len(parts) {
			break
		}
		parts = fewer
	}
	return parts
}

// partsOf fills parts of a width with columns, one after the other.
func (t *tabling) partsOf(room Pt) [][]int {
	key := max(0, t.rowHeader())
	var parts [][]int
	width := Pt(0)
	for i := range t.columns {
		if i == key {
			continue
		}
		w := t.gap + t.columns[i].floor()
		if len(parts) == 0 || width+w > room && len(parts[len(parts)-1]) > 1 {
			parts = append(parts, []int{key})
			width = t.columns[key].floor()
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], i)
		width += w
	}
	return parts
}

// inParts sets a table that is too wide for the page in parts, and says so.
func (t *tabling) inParts(parts [][]int) {
	t.s.problem(source.Warning, InParts, len(t.columns), len(parts))
	look := t.tableLook
	for n, columns := range parts {
		part := *t.b
		part.Columns, part.Rows = pick(t.b.Columns, columns), nil
		for _, row := range t.b.Rows {
			row.Cells = pick(row.Cells, columns)
			if n > 0 {
				row.ID = ""
			}
			part.Rows = append(part.Rows, row)
		}
		if n > 0 {
			part.ID = ""
			part.Caption = t.continued()
		}
		if n < len(parts)-1 {
			part.Note = nil
		}
		t.s.onePart(&part, look)
	}
}

// continued is the caption of a part that isn't the first.
func (t *tabling) continued() document.Caption {
	if t.b.Number == "" && t.b.Caption.Empty() {
		return document.Caption{}
	}
	return document.Caption{Rest: document.Words(t.s.texts.Get("continued"))}
}

// pick gives some of a row, in their order. A row may be shorter than its table.
func pick[T any](all []T, which []int) []T {
	var out []T
	for _, i := range which {
		var one T
		if i < len(all) {
			one = all[i]
		}
		out = append(out, one)
	}
	return out
}
