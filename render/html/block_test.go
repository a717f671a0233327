package html

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// words makes inlines of plain text, shorter.
func words(s string) []document.Inline { return document.Words(s) }

func para(s string) *document.Paragraph { return &document.Paragraph{Text: words(s)} }

// blockCases are blocks with every kind of block and inline in them; what they
// become stands in testdata/blocks.txtar under the same name.
func blockCases() []blockCase {
	return []blockCase{
		{"heading", []document.Block{
			&document.Heading{ID: "effecten", Level: 1, Number: "3", Text: words("Training werkt snel")},
			&document.Heading{ID: "a-b", Level: 2, Number: "3.1", Text: words("A & B"), Label: "Voor JenV, SZW"},
			&document.Heading{ID: "factoren", Level: 1, Number: "A", Text: words("Factoren"), Annex: true},
			&document.Heading{Level: 9, Text: words("Diep")},
		}},
		{"paragraph", []document.Block{
			&document.Paragraph{ID: "p-3-4", Number: "3.4", Text: words("Met nummer.")},
			&document.Paragraph{ID: "p-5", Text: words("Zonder."), Lead: true},
			&document.Paragraph{ID: "p-5", Number: "3.5", Text: words("Een id tweemaal: het tweede vervalt.")},
		}},
		{"inline", []document.Block{
			&document.Heading{ID: "doel", Level: 1, Text: words("Doel")},
			&document.Paragraph{Text: []document.Inline{
				document.Emph{Kids: words("nadruk")},
				document.Text(", "),
				document.Strong{Kids: words("sterk")},
				document.Text(", "),
				document.CodeText("a < b"),
				document.LineBreak{},
				document.Span{Language: "en", Kids: words("policy")},
				document.Text(" "),
				document.Span{Soft: true, Small: true, Kids: words("zacht")},
				document.Text(" "),
				document.Span{Strike: true, Kids: words("weg")},
			}},
			&document.Paragraph{Text: []document.Inline{
				document.Link{Target: "doel", Kids: words("figuur 3"), Purpose: "figuur 3"},
				document.Text(" "),
				document.Link{Target: "nergens", Kids: words("zonder doel")},
				document.Text(" "),
				document.Link{URL: "https://example.org/?a=1&b=2", Kids: words("adres"), Purpose: "het rapport"},
				document.Text(" "),
				document.Link{URL: "javascript:alert(1)", Kids: words("geen adres")},
			}},
		}},
		{"list", []document.Block{
			&document.List{Tight: true, Items: []document.Item{{Blocks: []document.Block{para("een")}}, {Blocks: []document.Block{
				para("twee"), &document.List{Ordered: true, Start: 3, Items: []document.Item{{Blocks: []document.Block{para("drie")}}}},
			}}}},
			&document.List{Items: []document.Item{
				{Task: true, Done: true, Blocks: []document.Block{para("af")}}, {Task: true, Blocks: []document.Block{para("open")}},
			}},
		}},
		{"definitions, quote, code, break", []document.Block{
			&document.Definitions{Items: []document.Definition{{Term: words("Pakkans"), Blocks: []document.Block{para("De kans.")}}}},
			&document.Quote{Blocks: []document.Block{para("Wie vervolging ziet slagen, doet eerder aangifte.")}},
			&document.Code{Text: "a\n  <b>"},
			&document.Break{},
		}},
		{"aside", []document.Block{
			&document.Aside{Kind: document.Audience, Label: "Alleen voor JenV", Blocks: []document.Block{para("Apart.")}},
			&document.Aside{Kind: document.Internal, Label: "Intern", Blocks: []document.Block{para("Niet buiten.")}},
			&document.Aside{Kind: document.Box, Blocks: []document.Block{para("Zonder kop.")}},
			&document.Aside{Kind: document.Result, Label: "Effect", Blocks: []document.Block{para("+2,1")}},
		}},
		{"table", []document.Block{
			&document.Table{
				ID: "tab-1", Name: "Tabel", Number: "2", Note: words("Op 0–100."),
				Caption: document.Caption{Message: words("Training wint, bijv. na drie jaar."), Rest: words("De rest volgt.")},
				Columns: []document.Column{
					{Head: words("Factor"), Scope: true},
					{Head: words("Effect"), Align: document.Decimal},
					{Align: document.Center},
				},
				Rows: []document.Row{
					{Group: words("Opsporing")},
					{ID: "r1", Cells: []document.Cell{{Text: words("Pakkans")}, {Text: words("+12,4")}, {Text: words("▲")}}},
					{ID: "r1", Cells: []document.Cell{{Text: words("Budget")}, {Text: words("−3")}}},
					{Group: words("Zorg")},
					{Cells: []document.Cell{{}, {Text: words("0,25")}}},
				},
			},
			&document.Table{Columns: []document.Column{{Head: words("Los")}}, Rows: []document.Row{{Cells: []document.Cell{{Text: words("x")}}}}},
		}},
		{"figure", []document.Block{
			&document.Figure{
				ID: "fig-a", Name: "Figuur", Number: "1", Caption: document.Caption{Message: words("Vertrouwen groeit."), Rest: words("Zo werkt het.")}, Alt: "Lus",
				Long: []document.Block{para("Aangifte draagt bij aan vertrouwen.")},
				Data: &document.Table{Columns: []document.Column{{Head: words("Van")}}, Rows: []document.Row{{ID: "r9", Cells: []document.Cell{{Text: words("a")}}}}},
			},
			&document.Figure{ID: "fig-b", Name: "Figuur", Number: "2", Caption: document.Caption{Message: words("Alleen beeld")}, Alt: "Beeld"},
		}},
	}
}

type blockCase struct {
	name   string
	blocks []document.Block
}

func TestBlocks(t *testing.T) {
	var got txtar.Archive
	got.Comment = []byte("Blocks of block_test.go as HTML.\n\n")
	for _, c := range blockCases() {
		doc := &document.Document{Language: "nl", Blocks: c.blocks}
		w := newWriter(doc, nil, text.NewFonts())
		w.blocks(doc.Blocks)
		got.Files = append(got.Files, txtar.File{Name: c.name, Data: []byte(w.String())})
	}
	golden(t, "blocks.txtar", txtar.Format(&got))
}

func TestHeadContentsNotes(t *testing.T) {
	doc := &document.Document{
		Language: "nl", Title: "Slotmemo", Subtitle: "Over alles",
		Head: document.Head{
			Sender: "Bureau", Kind: "Memo", Fields: []document.Field{{Label: "Aan", Value: words("JenV")}},
			Message: words("Doe iets."), Remark: words("Fictief."),
		},
		Blocks: []document.Block{
			&document.Contents{ID: "inhoud", Title: "Inhoud", Entries: []document.Entry{
				{Target: "een", Level: 1, Number: "1", Text: words("Een")},
				{Target: "twee", Level: 2, Number: "1.1", Text: words("Twee")},
				{Target: "weg", Level: 1, Text: words("Weg")},
			}},
			&document.Heading{ID: "een", Level: 1, Number: "1", Text: words("Een")},
			&document.Paragraph{Text: []document.Inline{document.Text("Zin"), document.NoteRef{Note: "note-1", Number: "1", ID: "ref-1"}}},
			&document.Heading{ID: "twee", Level: 2, Number: "1.1", Text: words("Twee")},
			&document.Contents{Title: "Figuren", Entries: []document.Entry{{Target: "een", Level: 1, Text: words("Figuur 1")}}},
		},
		Notes: []document.Note{{ID: "note-1", Number: "1", Blocks: []document.Block{para("Bron.")}}},
	}
	w := newWriter(doc, nil, text.NewFonts())
	w.memo()
	golden(t, "memo.txtar", txtar.Format(&txtar.Archive{Files: []txtar.File{
		{Name: "contents", Data: []byte(w.contents.String())}, {Name: "memo", Data: []byte(w.String())},
	}}))
}

// golden compares with a file of testdata; SLOTMEMO_UPDATE=1 accepts what it is now.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s (-want +got):\n%s", path, cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")))
	}
}
