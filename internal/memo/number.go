package memo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"slotmemo/internal/document"
)

// A numbering goes through the document once, in reading order, and gives
// numbers and ids. What refers to them is put into words afterwards.
type numbering struct {
	*writer
	doc      *document.Document
	used     map[string]bool // ids given out
	chapter  string          // "3", "A"
	chapters int
	annexes  int
	section  int
	levels   []int // of the headings that are open, as written
	para     int
	figures  int
	tables   int
}

// finish numbers the document and puts its references into words.
func (w *writer) finish(doc *document.Document) {
	n := &numbering{writer: w, doc: doc, used: map[string]bool{"contents": true, "figures": true, "tables": true}}
	n.blocks(doc.Blocks, true)
	w.numberNotes(doc)
	w.resolve(doc)
	n.contents()
}

func (n *numbering) blocks(blocks []document.Block, numbered bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			n.heading(b)
		case *document.Paragraph:
			n.paragraph(b, numbered)
		case *document.List:
			for _, item := range b.Items {
				n.blocks(item.Blocks, false)
			}
		case *document.Definitions:
			for _, item := range b.Items {
				n.blocks(item.Blocks, false)
			}
		case *document.Quote:
			n.blocks(b.Blocks, numbered)
		case *document.Aside:
			n.blocks(b.Blocks, numbered && b.Kind != document.Box && b.Kind != document.Result)
		case *document.Table:
			n.table(b)
		case *document.Figure:
			n.figure(b)
		}
	}
}

// unique gives an id that no other block has.
func (n *numbering) unique(id string) string {
	id = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' || r == '.' {
			return r
		}
		return '-' // ids of a model hold anything: "a>b"
	}, id)
	if id == "" {
		id = "x"
	}
	if !n.used[id] {
		n.used[id] = true
		return id
	}
	for i := 2; ; i++ {
		if next := id + "-" + strconv.Itoa(i); !n.used[next] {
			n.used[next] = true
			return next
		}
	}
}

// heading gives a heading its number, and its level without a gap: levels are
// those of the headings that are open, not those the writer happened to use.
//
// Sections have numbers in a final memo only. A draft numbers its paragraphs
// 3.1, 3.2, …; two things called 3.2 on one page would make a review useless.
func (n *numbering) heading(h *document.Heading) {
	if h.Level == 1 {
		n.levels, n.section, n.para = []int{1}, 0, 0
		if h.Annex || n.annexes > 0 {
			n.annexes++
			n.chapter = letters(n.annexes)
		} else {
			n.chapters++
			n.chapter = strconv.Itoa(n.chapters)
		}
		h.Number = n.chapter
		h.ID = n.unique(h.ID)
		return
	}
	for len(n.levels) > 1 && n.levels[len(n.levels)-1] >= h.Level {
		n.levels = n.levels[:len(n.levels)-1]
	}
	n.levels = append(n.levels, h.Level)
	h.Level = min(max(len(n.levels), 2), 4)
	if h.Level == 2 {
		n.section++
		if !n.doc.Draft && n.chapter != "" {
			h.Number = n.chapter + "." + strconv.Itoa(n.section)
		}
	}
	id := slug(h.ID)
	if id == "" {
		id = slug(document.Plain(h.Text))
	}
	h.ID = n.unique(id)
}

// letters counts A, B, … Z, AA.
func letters(i int) string {
	s := ""
	for ; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// paragraph gives an id made from the words, so that it stays when something
// else changes, and a number in a draft.
func (n *numbering) paragraph(p *document.Paragraph, numbered bool) {
	p.ID = n.unique("p-" + digest(n.stable(p.Text)))
	if numbered && !p.Source && n.doc.Draft && n.chapter != "" {
		n.para++
		p.Number = fmt.Sprintf("%s.%d", n.chapter, n.para)
	}
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:5])
}

// stable writes a line with its references by name rather than by number.
func (n *numbering) stable(text []document.Inline) string {
	return document.Plain(document.Map(text, func(in document.Inline) []document.Inline {
		if l, ok := in.(document.Link); ok && len(l.Kids) == 0 {
			if r := n.held(l); r != nil {
				return document.Words(r.kind + ":" + r.name)
			}
		}
		return []document.Inline{in}
	}))
}

func (n *numbering) table(t *document.Table) {
	if t.ID == "" {
		var b strings.Builder
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				b.WriteString(n.stable(cell.Text) + "\x00")
			}
		}
		t.ID = "t-" + digest(b.String())
	}
	t.ID = n.unique(t.ID)
	if !t.Caption.Empty() {
		n.tables++
		t.Name, t.Number = n.t("table"), strconv.Itoa(n.tables)
	}
	n.rows(t)
}

func (n *numbering) rows(t *document.Table) {
	for i := range t.Rows {
		if t.Rows[i].ID != "" {
			t.Rows[i].ID = n.unique(t.Rows[i].ID)
		}
	}
}

func (n *numbering) figure(f *document.Figure) {
	f.ID = n.unique(f.ID)
	n.figures++
	f.Name, f.Number = n.t("figure"), strconv.Itoa(n.figures)
	if d := f.Data; d != nil {
		if d.ID == "" {
			d.ID = "data-" + strings.TrimPrefix(f.ID, "fig-")
		}
		d.ID = n.unique(d.ID)
		n.rows(d) // no number: it is the figure again, and stands beside it
	}
	n.blocks(f.Long, false)
}

// numberNotes numbers the footnotes in the order in which they are called.
func (w *writer) numberNotes(doc *document.Document) {
	numbers := map[string]int{}
	calls := map[string]int{}
	mapInlines(doc.Blocks, func(in document.Inline) []document.Inline {
		ref, ok := in.(document.NoteRef)
		if !ok {
			return []document.Inline{in}
		}
		key := ref.Note
		if numbers[key] == 0 {
			numbers[key] = len(numbers) + 1
			number := strconv.Itoa(numbers[key])
			doc.Notes = append(doc.Notes, document.Note{ID: "note-" + number, Number: number, Blocks: w.notes[key].blocks})
		}
		calls[key]++
		number := strconv.Itoa(numbers[key])
		ref.Note, ref.Number, ref.ID = "note-"+number, number, "ref-"+number
		if calls[key] > 1 {
			ref.ID += "-" + strconv.Itoa(calls[key])
		}
		return []document.Inline{ref}
	})
	for _, n := range doc.Notes {
		for i, b := range n.Blocks {
			if p, ok := b.(*document.Paragraph); ok {
				p.ID = fmt.Sprintf("%s-p%d", n.ID, i+1)
			}
		}
	}
}
