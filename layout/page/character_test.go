package page_test

import (
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/page"
	"slotmemo/layout/page/pagetest"
	"slotmemo/layout/text"
)

// TestCharactersAreReported: text from right to left is an error at each block
// that has it, a character that no face has is told once, at a place in a file
// if there is one.
func TestCharactersAreReported(t *testing.T) {
	at := func(line int) source.Pos { return source.Pos{Path: "text/a.md", Line: line, Column: 1} }
	paragraph := func(line int, s string) document.Block {
		return &document.Paragraph{Pos: at(line), Text: document.Words(s)}
	}
	madeUp := &document.Paragraph{Text: document.Words("De factor שלום remt 漢.")}
	row := document.Row{
		Pos:   source.Pos{Path: "model/factors.csv", Line: 2, Column: 1},
		Cells: []document.Cell{{Text: document.Words("שלום")}},
	}
	table := &document.Table{Columns: []document.Column{{Head: document.Words("Factor")}}, Rows: []document.Row{row}}
	for _, c := range []struct {
		name   string
		final  bool
		blocks []document.Block
		want   string
	}{
		{name: "nothing", blocks: []document.Block{paragraph(1, "Ω → ½ ☑ ‑ x\u200fy")}},
		{
			name: "right to left", blocks: []document.Block{paragraph(1, "שלום שלום"), paragraph(3, "niets"), paragraph(5, "سلام")},
			want: `text/a.md:1:1: text from right to left (ש (U+05E9)) can't be set; write it in Latin script
text/a.md:5:1: text from right to left (س (U+0633)) can't be set; write it in Latin script`,
		},
		{
			name: "no face has it", blocks: []document.Block{paragraph(1, "漢 漢"), paragraph(3, "漢字")},
			want: `text/a.md:1:1: warning: no face has the character 漢 (U+6F22); it is set as an empty box
text/a.md:3:1: warning: no face has the character 字 (U+5B57); it is set as an empty box`,
		},
		{
			name: "no face has it in a final memo", final: true, blocks: []document.Block{paragraph(1, "漢")},
			want: `text/a.md:1:1: no face has the character 漢 (U+6F22); it is set as an empty box`,
		},
		{
			name: "a made sentence, and the place of its words", blocks: []document.Block{madeUp, table, paragraph(7, "漢")},
			want: `model/factors.csv:2:1: text from right to left (ש (U+05E9)) can't be set; write it in Latin script
text/a.md:7:1: warning: no face has the character 漢 (U+6F22); it is set as an empty box`,
		},
		{
			name: "a made sentence alone", blocks: []document.Block{madeUp},
			want: `: text from right to left (ש (U+05E9)) can't be set; write it in Latin script
: warning: no face has the character 漢 (U+6F22); it is set as an empty box`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := pagetest.New()
			m.Doc.Draft = !c.final
			m.Add(c.blocks...)
			_, problems := page.Set(m.Doc, text.NewFonts(), m.Sizes)
			var got []string
			for _, p := range problems {
				kind := ""
				if p.Severity == source.Warning {
					kind = "warning: "
				}
				got = append(got, p.Pos.String()+": "+kind+p.Text("en"))
			}
			if got := strings.Join(got, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
