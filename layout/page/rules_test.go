package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
)

// TestRules sets the memo of each testdata/rules/*.txtar: one rule of paging a
// file, in which its pages stand as they should be. The comment of the file tells
// the rule. A memo is written in these words:
//
//	# c               a chapter, ## c a section, annex c an annex
//	text a 30         a paragraph of 30 lines: a1 … a30
//	text a 30 3:n:10  … whose third line calls a note of 10 lines: n1 … n10
//	box b 5           a box with a paragraph of 5 lines
//	figure f 300 200  a picture of 300 by 200 points; its caption is f; "wide"
//	                  is one that takes the margin column too
//	table t 12        a table with rows t1 … t12; its caption is t, its head T
//	table t 12 3,7    … in which these rows are names of groups
//	row r 60          a table of one row of 60 lines: r1 … r60
//
// A page holds 45 lines of text. A page is shown as what stands on it, with the
// line at which it ends; notes follow a |, the repeated head of a table is (T).
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d rules, %v", len(files), err)
	}
	fonts := text.NewFonts()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 || len(a.Comment) == 0 {
				t.Fatalf("want a comment and the files memo and pages: %v", err)
			}
			doc, sizes := memoOf(t, string(a.Files[0].Data))
			book, problems := page.Set(doc, fonts, sizes)
			for _, p := range problems {
				if p.Message != page.Far { // that has a flow of its own
					t.Errorf("problem: %v", p)
				}
			}
			got := pagesOf(book)
			diff := cmp.Diff(string(a.Files[1].Data), got)
			switch {
			case diff == "":
			case os.Getenv("SLOTMEMO_UPDATE") == "1":
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("%s%s", a.Comment, diff)
			}
		})
	}
}

// A plan makes a Document of the words of a rule.
type plan struct {
	t     *testing.T
	doc   *document.Document
	sizes map[string]page.Size
}

func memoOf(t *testing.T, words string) (*document.Document, map[string]page.Size) {
	t.Helper()
	p := &plan{t: t, doc: &document.Document{Language: "nl"}, sizes: map[string]page.Size{}}
	for line := range strings.Lines(words) {
		f := strings.Fields(line)
		p.doc.Blocks = append(p.doc.Blocks, p.block(f[0], f[1], f[2:]))
	}
	return p.doc, p.sizes
}

func (p *plan) block(kind, name string, args []string) document.Block {
	p.t.Helper()
	switch kind {
	case "#", "##", "annex":
		return &document.Heading{ID: name, Level: max(1, strings.Count(kind, "#")), Text: document.Words(name), Annex: kind == "annex"}
	case "text":
		return &document.Paragraph{Text: p.lines(name, p.number(args[0]), args[1:])}
	case "box":
		return &document.Aside{Kind: document.Box, Blocks: []document.Block{&document.Paragraph{Text: p.lines(name, p.number(args[0]), nil)}}}
	case "figure":
		p.sizes["fig-"+name] = page.Size{W: page.Pt(p.number(args[0])), H: page.Pt(p.number(args[1]))}
		return &document.Figure{ID: "fig-" + name, Name: "Figuur", Number: "1", Caption: document.Caption{Message: document.Words(name)}, Alt: name}
	case "table":
		return p.table(name, p.number(args[0]), strings.Split(strings.Join(args[1:], ""), ","))
	case "row":
		t := p.table(name, 1, nil)
		t.Rows[0].Cells[0].Text = p.lines(name, p.number(args[0]), nil)
		return t
	}
	p.t.Fatalf("no block %q", kind)
	return nil
}

func (p *plan) number(s string) int {
	p.t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		p.t.Fatal(err)
	}
	return n
}

// lines makes name1 … nameN, each a line; calls are "line:note:lines".
func (p *plan) lines(name string, n int, calls []string) []document.Inline {
	p.t.Helper()
	var out []document.Inline
	for i := 1; i <= n; i++ {
		if i > 1 {
			out = append(out, document.LineBreak{})
		}
		out = append(out, document.Text(name+strconv.Itoa(i)))
		for _, call := range calls {
			f := strings.Split(call, ":")
			if p.number(f[0]) == i {
				out = append(out, p.note(f[1], p.number(f[2])))
			}
		}
	}
	return out
}

func (p *plan) note(name string, n int) document.Inline {
	p.doc.Notes = append(p.doc.Notes, document.Note{
		ID: name, Number: "*",
		Blocks: []document.Block{&document.Paragraph{Text: p.lines(name, n, nil)}},
	})
	return document.NoteRef{Note: name, Number: "*", ID: "ref-" + name}
}

func (p *plan) table(name string, rows int, groups []string) *document.Table {
	t := &document.Table{
		ID: "tab-" + name, Name: "Tabel", Number: "1", Caption: document.Caption{Message: document.Words(name)},
		Columns: []document.Column{{Head: document.Words(strings.ToUpper(name))}},
	}
	for i := 1; i <= rows; i++ {
		words := document.Words(name + strconv.Itoa(i))
		row := document.Row{Cells: []document.Cell{{Text: words}}}
		if slices.Contains(groups, strconv.Itoa(i)) {
			row = document.Row{Group: words}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// pagesOf shows each page on a line.
func pagesOf(book *page.Book) string {
	notes := noteContent(book.Root, false, map[page.Content]bool{})
	var b strings.Builder
	for n, p := range book.Pages {
		var body, foot []string
		end := page.Pt(0)
		for _, it := range p.Items {
			word, y, content := wordOf(it)
			switch {
			case word == "":
			case notes[content]:
				foot = append(foot, word)
			default:
				body = append(body, word)
				end = max(end, y)
			}
		}
		fmt.Fprintf(&b, "%d: %s", n+1, strings.Join(ranges(body), " "))
		if len(foot) > 0 {
			fmt.Fprintf(&b, " | %s", strings.Join(ranges(foot), " "))
		}
		fmt.Fprintf(&b, " (to %.0f)\n", (end-26*text.MM)/15)
	}
	return b.String()
}

// marginEnds is where the margin column ends, in points from the left.
const marginEnds = 48 * text.MM

// wordOf is what an item says in a plan: its text, or the id of a picture.
func wordOf(it page.Item) (word string, y page.Pt, content page.Content) {
	switch it := it.(type) {
	case *page.Box:
		word := strings.TrimPrefix(it.Figure, "fig-")
		if it.X < marginEnds {
			word += " wide"
		}
		return "[" + word + "]", it.Y + it.H, it.Content
	case *page.Glyphs:
		word := strings.TrimSpace(glyphText(it))
		switch {
		case it.Content == 0 && it.Artifact == page.Layout:
			return "(" + word + ")", it.Y, 0
		case it.Content == 0 || word == "*" || strings.HasPrefix(word, "Figuur") || strings.HasPrefix(word, "Tabel"):
			return "", 0, 0
		}
		return word, it.Y, it.Content
	}
	return "", 0, 0
}

// noteContent collects the content of the notes.
func noteContent(e *page.Element, in bool, found map[page.Content]bool) map[page.Content]bool {
	in = in || e.Kind == "Note"
	for _, k := range e.Kids {
		if k.Element != nil {
			noteContent(k.Element, in, found)
		} else if in {
			found[k.Content] = true
		}
	}
	return found
}

var counted = regexp.MustCompile(`^(\D+)(\d+)$`)

// ranges shortens a1 a2 a3 to a1–a3.
func ranges(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		first, last := words[i], words[i]
		for i+1 < len(words) && follows(words[i], words[i+1]) {
			i++
			last = words[i]
		}
		if first != last {
			first += "–" + last
		}
		out = append(out, first)
	}
	return out
}

func follows(a, b string) bool {
	m, n := counted.FindStringSubmatch(a), counted.FindStringSubmatch(b)
	if m == nil || n == nil || m[1] != n[1] {
		return false
	}
	i, _ := strconv.Atoi(m[2])
	j, _ := strconv.Atoi(n[2])
	return j == i+1
}
