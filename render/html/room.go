package html

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
)

// A browser lays out drawings and tables when they come near the screen
// (content-visibility in style.css). Until then each keeps its height free: a
// drawing the height that it will have, a table about that, so that the bar at
// the side and the jump to a heading below are right from the start.

// room gives the class that keeps a height in px free, with a space before it.
func (w *writer) room(height float64) string {
	n := int(math.Ceil(height))
	w.rooms[n] = true
	return fmt.Sprintf(" room%d", n)
}

// roomRules gives the rules of the classes in use.
func (w *writer) roomRules() string {
	var b strings.Builder
	for _, n := range slices.Sorted(maps.Keys(w.rooms)) {
		fmt.Fprintf(&b, ".room%d{contain-intrinsic-height:auto %dpx}\n", n, n)
	}
	return b.String()
}

func (w *writer) pictureRoom(f *document.Figure) string {
	p := w.pictures[f.ID]
	if p == nil {
		return ""
	}
	return w.room(float64(p.Height) * 4 / 3)
}

// Measures of a table in style.css, in px: a table as wide as the column for
// figures, its characters (of average width, Source Sans at 15 px), its lines
// and the space between rows.
const (
	tableWidth  = 864
	tableLetter = 6.9
	tableLine   = 21
	tableGap    = 9.6
	columnGap   = 14.4
)

// tableHeight estimates the height of a table as wide as the column for figures.
// A browser gives columns room by their longest cell; so does the estimate.
func tableHeight(t *document.Table) float64 {
	longest := make([]float64, len(t.Columns))
	total := 0.0
	for c, column := range t.Columns {
		longest[c] = textWidth(column.Head)
		for _, r := range t.Rows {
			if c < len(r.Cells) {
				longest[c] = max(longest[c], textWidth(r.Cells[c].Text))
			}
		}
		total += longest[c] + columnGap
	}
	shrink := min(1, tableWidth/max(total, 1))
	lines := func(c int, text []document.Inline) float64 {
		return math.Ceil(textWidth(text) / max(longest[c]*shrink, 1))
	}
	head := 1.0
	for c, column := range t.Columns {
		head = max(head, lines(c, column.Head))
	}
	height := head*tableLine + tableGap
	for i, r := range t.Rows {
		most := 1.0
		for c := range min(len(r.Cells), len(t.Columns)) {
			most = max(most, lines(c, r.Cells[c].Text))
		}
		height += most*tableLine + tableGap
		if i%5 == 4 || len(r.Group) > 0 {
			height += tableGap
		}
	}
	return height
}

func textWidth(text []document.Inline) float64 {
	return tableLetter * float64(len([]rune(document.Plain(text))))
}
