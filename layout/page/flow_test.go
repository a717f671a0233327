package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
)

// TestFlows sets small flows and compares what stands on which page. Each file
// of testdata/flows holds one rule: a flow, one block a line, and what the file
// asks to see of it: pages, tags, columns of tables, problems.
func TestFlows(t *testing.T) {
	files, err := filepath.Glob("testdata/flows/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules: %v", err)
	}
	fonts := text.NewFonts()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := string(txtar.Format(a))
			flow := readFlow(t, string(a.Files[0].Data))
			book, problems, fillings := page.SetFillings(flow.doc, fonts, flow.sizes)
			for i := 1; i < len(a.Files); i++ {
				a.Files[i].Data = []byte(show(a.Files[i].Name, book, problems, fillings))
			}
			if got := string(txtar.Format(a)); got != want {
				if os.Getenv("SLOTMEMO_UPDATE") != "" {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				t.Errorf("%s:\n%s\nwant:\n%s", file, got, want)
			}
		})
	}
}

func show(what string, book *page.Book, problems []source.Problem, fillings []page.Filling) string {
	switch what {
	case "pages":
		return showPages(book, fillings)
	case "tags":
		var b strings.Builder
		showTags(&b, book.Root, 0)
		return b.String()
	case "problems":
		var b strings.Builder
		for _, p := range problems {
			fmt.Fprintf(&b, "%d: %s\n", p.Pos.Line, p.Text("nl"))
		}
		return b.String()
	case "columns":
		return showColumns(book)
	}
	return "nothing shows " + what + "\n"
}

// A flow is a document in the making. A block stands on the line of the flow
// that asks for it.
type flow struct {
	t     *testing.T
	doc   *document.Document
	sizes map[string]page.Size
	line  int
}

// readFlow reads a flow, one block a line:
//
//	chapter NAME, section NAME, annex NAME
//	text N            a paragraph of N lines
//	lead WORDS        a paragraph of these words
//	list N            a list of N items of a line
//	figure ID HEIGHT [WIDTH]
//	table N HEAD|HEAD a table of N rows of a line
//	row CELL|CELL     one more row of the table before
//	group NAME        a row that heads those below it
//	mark WORDS, watermark, draft
func readFlow(t *testing.T, s string) *flow {
	f := &flow{t: t, doc: &document.Document{Language: "nl", Title: "Proef"}, sizes: map[string]page.Size{}}
	for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
		f.line = i + 1
		word, rest, _ := strings.Cut(line, " ")
		f.command(word, rest)
	}
	return f
}

func (f *flow) command(word, rest string) {
	pos := source.Pos{Path: "flow", Line: f.line}
	switch word {
	case "chapter", "annex":
		f.add(&document.Heading{Pos: pos, ID: rest, Level: 1, Text: document.Words(rest), Annex: word == "annex"})
	case "section":
		f.add(&document.Heading{Pos: pos, ID: rest, Level: 2, Text: document.Words(rest)})
	case "text":
		f.add(&document.Paragraph{Pos: pos, Text: f.lines(f.number(rest))})
	case "lead":
		f.add(&document.Paragraph{Pos: pos, Text: document.Words(rest)})
	case "list":
		l := &document.List{Pos: pos, Tight: true}
		for i := range f.number(rest) {
			l.Items = append(l.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: document.Words(fmt.Sprintf("punt %d", i+1))}}})
		}
		f.add(l)
	case "figure":
		f.figure(pos, strings.Fields(rest))
	case "table":
		f.table(pos, rest)
	case "row":
		t := f.last()
		t.Rows = append(t.Rows, rowOf(strings.Split(rest, "|")))
	case "group":
		t := f.last()
		t.Rows = append(t.Rows, document.Row{Group: document.Words(rest)})
	case "mark":
		f.doc.Marks = append(f.doc.Marks, rest)
	case "watermark":
		f.doc.Watermark = true
	case "draft":
		f.doc.Draft, f.doc.States = true, []string{"Concept"}
	default:
		f.t.Fatalf("line %d: %q is no block", f.line, word)
	}
}

func (f *flow) add(b document.Block) { f.doc.Blocks = append(f.doc.Blocks, b) }

func (f *flow) number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		f.t.Fatalf("line %d: %v", f.line, err)
	}
	return n
}

// lines makes n lines of text.
func (f *flow) lines(n int) []document.Inline {
	var text []document.Inline
	for i := range n {
		if i > 0 {
			text = append(text, document.LineBreak{})
		}
		text = append(text, document.Text(fmt.Sprintf("regel %d van %d", i+1, n)))
	}
	return text
}

func (f *flow) figure(pos source.Pos, args []string) {
	w := 300
	if len(args) > 2 {
		w = f.number(args[2])
	}
	id := "fig-" + args[0]
	f.sizes[id] = page.Size{W: page.Pt(w), H: page.Pt(f.number(args[1]))}
	f.add(&document.Figure{
		Pos: pos, ID: id, Name: "Figuur", Number: args[0], Alt: args[0],
		Caption: document.Caption{Message: document.Words("Figuur " + args[0] + ".")},
	})
}

func (f *flow) table(pos source.Pos, rest string) {
	n, heads, _ := strings.Cut(rest, " ")
	t := &document.Table{Pos: pos, ID: fmt.Sprint("table-", f.line), Name: "Tabel", Number: fmt.Sprint(f.line)}
	for i, h := range strings.Split(heads, "|") {
		t.Columns = append(t.Columns, document.Column{Head: document.Words(h), Scope: i == 0})
	}
	for i := range f.number(n) {
		cells := make([]string, len(t.Columns))
		for j := range cells {
			cells[j] = fmt.Sprintf("rij %d", i+1)
		}
		t.Rows = append(t.Rows, rowOf(cells))
	}
	f.add(t)
}

func rowOf(cells []string) document.Row {
	var r document.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, document.Cell{Text: document.Words(c)})
	}
	return r
}

func (f *flow) last() *document.Table {
	t, ok := f.doc.Blocks[len(f.doc.Blocks)-1].(*document.Table)
	if !ok {
		f.t.Fatalf("line %d: no table before it", f.line)
	}
	return t
}
