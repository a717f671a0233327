package page_test

import (
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
	"slotmemo/layout/page/pagetest"
	"slotmemo/layout/text"
)

// A table with room to spare sets each cell in one line, whatever stands in it.
func TestCellsKeepTheirLine(t *testing.T) {
	m := pagetest.New()
	m.Doc.Head = document.Head{}
	m.Doc.Draft = false
	for name, cell := range map[string][]document.Inline{
		"note":     {document.Text("een cel met een noot"), m.Note("noot")},
		"strong":   {document.Text("een cel met "), document.Strong{Kids: document.Words("heel vette woorden")}},
		"code":     {document.CodeText("een cel met code")},
		"italic":   {document.Emph{Kids: document.Words("een cel in cursief")}},
		"small":    {document.Span{Small: true, Soft: true, Kids: document.Words("een kleine cel")}},
		"numbers":  {document.Text("40 → 80")},
		"link":     {document.Text("zie "), document.Link{URL: "https://example.org", Kids: document.Words("een ander")}, document.Text(" stuk")},
		"nothing":  nil,
		"no break": {document.Text("één\u00a0woord")},
	} {
		m.Doc.Blocks = []document.Block{&document.Table{
			Columns: []document.Column{{Head: document.Words("A")}, {Head: document.Words("B")}},
			Rows:    []document.Row{{Cells: []document.Cell{{Text: cell}, {Text: document.Words("x")}}}},
		}}
		book, _ := page.Set(m.Doc, text.NewFonts(), nil)
		lines := map[page.Pt]bool{}
		for _, it := range book.Pages[0].Items {
			if g, ok := it.(*page.Glyphs); ok && g.Content != 0 && g.Size > 7 && g.Y < 700 {
				lines[g.Y] = true
			}
		}
		if len(lines) > 6 { // marking, title in two lines, subtitle, head, row
			t.Errorf("%s: the text stands at %v", name, lines)
		}
	}
}
