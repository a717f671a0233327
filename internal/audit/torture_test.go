package audit

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/testenv"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/pdf"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// tortureMemo has what breaks typesetters: deep lists, a table of 200 rows with
// long cells, 60 notes, long code, headings at page ends, figures of every
// size, and characters that faces lack.
func tortureMemo() (*document.Document, map[string]*picture.Picture) {
	const words = "De pakkans hangt af van de capaciteit van de opsporing en van de bereidheid om aangifte te doen, beëindigen en foto’s daargelaten. "
	p := func(s string) *document.Paragraph { return &document.Paragraph{Text: document.Words(s)} }
	doc := &document.Document{
		Language: "nl", Title: "Martelmemo", Short: "Martelmemo", States: []string{"Concept", "0.1"}, Draft: true, Marks: []string{"TLP:AMBER"},
		Head: document.Head{Sender: "TNO", Kind: document.Words("Memo")}, Meta: document.Meta{Date: "2018-09-06"},
	}
	add := func(b ...document.Block) { doc.Blocks = append(doc.Blocks, b...) }
	pictures := map[string]*picture.Picture{}
	var nested document.Block = p(words)
	for range 6 {
		nested = &document.List{Items: []document.Item{{Blocks: []document.Block{p(words), nested}}, {Blocks: []document.Block{p("kort")}}}}
	}
	add(&document.Heading{ID: "h", Level: 1, Number: "1", Text: document.Words("Lijsten")}, nested)
	for i := range 60 {
		id := fmt.Sprintf("note-%d", i+1)
		number := fmt.Sprint(i + 1)
		doc.Notes = append(doc.Notes, document.Note{ID: id, Number: number, Blocks: []document.Block{p(strings.Repeat(words, 1+i%9))}})
		add(&document.Paragraph{Text: []document.Inline{
			document.Text(words),
			document.NoteRef{Note: id, Number: number, ID: "ref-" + number},
			document.Link{URL: "https://example.org/" + strings.Repeat("heel-lang/", 20), Purpose: "Voorbeeld", Kids: document.Words(words)},
		}})
		if i%7 == 0 {
			add(&document.Heading{ID: fmt.Sprint("h", i), Level: 2 + i%3%2, Number: fmt.Sprint("1.", i), Text: document.Words("Kop " + number)})
		}
		if i%10 == 0 {
			fig := fmt.Sprint("fig-", i)
			add(&document.Figure{ID: fig, Name: "Figuur", Number: number, Caption: document.Caption{Message: document.Words("Zo."), Rest: document.Words(words)}, Alt: "Een figuur", Chart: &document.Chart{ID: fig}})
			pictures[fig] = torturePicture(page.Pt(20+8*i), page.Pt(10+11*i))
		}
	}
	table := &document.Table{
		ID: "t", Name: "Tabel", Number: "1", Caption: document.Caption{Message: document.Words("Alles.")},
		Columns: []document.Column{{Head: document.Words("Van"), Scope: true}, {Head: document.Words("Waarde"), Align: document.Decimal}, {Head: document.Words("Naar")}},
	}
	for i := range 200 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Text: document.Words(fmt.Sprint("factor ", i))}, {Text: document.Words(fmt.Sprintf("%d,%d", i*i, i))}, {Text: document.Words(strings.Repeat(words, i%4))},
		}})
	}
	add(table, &document.Code{Text: strings.Repeat("if x < 3 { return \"├──┤\" }\n", 40)}, p(everyCharacter()))
	add(&document.Quote{Blocks: []document.Block{p(words)}}, &document.Break{}, &document.Aside{Kind: document.Audience, Label: "Alleen voor JenV", Blocks: []document.Block{p(words)}})
	return doc, pictures
}

func torturePicture(w, h page.Pt) *picture.Picture {
	return &picture.Picture{Width: w, Height: h, Shapes: []picture.Shape{
		&picture.Path{Segments: []picture.Segment{{Op: picture.Move}, {Op: picture.Line, Points: [3]picture.Point{{X: w, Y: h}}}}, Stroke: templates.Plus, Width: 1},
	}}
}

// everyCharacter has Latin-1, Greek, arrows, box drawing, mathematics and emoji.
func everyCharacter() string {
	var b strings.Builder
	for _, span := range [][2]rune{{0x21, 0x7e}, {0xa1, 0xff}, {0x391, 0x3c9}, {0x2190, 0x21d4}, {0x2500, 0x257f}, {0x2200, 0x222b}, {0x1f600, 0x1f610}} {
		for r := span[0]; r <= span[1]; r++ {
			if b.WriteRune(r); r%8 == 0 {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

func TestTortureMemoHasNoFinding(t *testing.T) {
	doc, pictures := tortureMemo()
	b := setMemo(t, doc, pictures)
	r := CheckBytes(b, []Profile{UA1, A2A})
	for _, f := range r.Findings {
		t.Errorf("%s %s", f.Clause, f.Sentence("en"))
	}
	for _, m := range r.Remarks {
		if t.Log(m.Sentence("en")); m.Rule == "reading-order" {
			t.Error("the memo is painted in another order than it is read")
		}
	}
	for kind, want := range map[string]int{"Figure": 6, "TH": 203, "Note": 60, "Table": 1, "LI": 12, "BlockQuote": 1} {
		if got := r.Counts.Types[kind]; got < want {
			t.Errorf("%d %s; expected %d", got, kind, want)
		}
	}
	testenv.NeedsTool(t, "qpdf")
	path := filepath.Join(t.TempDir(), "memo.pdf")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

// setMemo sets and writes a memo with our own rooms. Problems that page.Set
// tells (a lacking character) are not the concern here.
func setMemo(t testing.TB, doc *document.Document, pictures map[string]*picture.Picture) []byte {
	t.Helper()
	fonts := text.NewFonts()
	sizes := map[string]page.Size{}
	for id, p := range pictures {
		sizes[id] = page.Size{W: p.Width, H: p.Height}
	}
	book, _ := page.Set(doc, fonts, sizes)
	var b bytes.Buffer
	if err := pdf.Write(&b, book, pictures, doc, fonts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// longMemo is a memo of about n pages with 15 figures.
func longMemo(n int) (*document.Document, map[string]*picture.Picture) {
	const words = "De pakkans hangt af van de capaciteit van de opsporing en van de bereidheid om aangifte te doen. "
	doc := &document.Document{Language: "nl", Title: "Lang", Short: "Lang", States: []string{"Concept", "0.1"}, Meta: document.Meta{Date: "2018-09-06"}}
	pictures := map[string]*picture.Picture{}
	for i := range n {
		doc.Blocks = append(doc.Blocks, &document.Heading{ID: fmt.Sprint("h", i), Level: 1, Number: fmt.Sprint(i + 1), Text: document.Words(fmt.Sprint("Hoofdstuk ", i))})
		for j := range 6 {
			doc.Blocks = append(doc.Blocks, &document.Paragraph{ID: fmt.Sprint("p", i, "-", j), Text: document.Words(fmt.Sprintf("%d-%d %s", i, j, strings.Repeat(words, 4)))})
		}
		if i%max(1, n/15) == 0 {
			id := fmt.Sprint("fig-", i)
			doc.Blocks = append(doc.Blocks, &document.Figure{ID: id, Name: "Figuur", Number: fmt.Sprint(i), Caption: document.Caption{Message: document.Words("Zo is het.")}, Alt: "Een figuur", Chart: &document.Chart{ID: id}})
			pictures[id] = torturePicture(380, 200)
		}
	}
	return doc, pictures
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{40, 400, 1000} {
		b.Run(fmt.Sprint(n, " pages"), func(b *testing.B) {
			doc, pictures := longMemo(n)
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(setMemo(b, doc, pictures)))/1000, "kB")
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{40, 400, 1000} {
		b.Run(fmt.Sprint(n, " pages"), func(b *testing.B) {
			doc, pictures := longMemo(n)
			written := setMemo(b, doc, pictures)
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(CheckBytes(written, nil).Pages), "pages")
			}
		})
	}
}
