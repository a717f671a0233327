package page

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A tableLook is how the rows of a table are set.
type tableLook struct {
	rowStyle, headStyle style
	pad, gap            Pt // above and below a row; between columns
}

// A compact table is for looking up: smaller, closer, and over the margin
// column too, so that most rows fit in one line.
var (
	compactStyle     = style{text.Sans, 8.5, 11, templates.Ink, true, true}
	compactHeadStyle = style{text.SansBold, 8.5, 11, templates.Ink, true, true}
)

func lookOf(b *document.Table) tableLook {
	if b.Compact {
		return tableLook{compactStyle, compactHeadStyle, 1, 9}
	}
	return tableLook{tableStyle, headRowStyle, rowPad, cellGap}
}
