// Package number gives headings, figures, tables, footnotes and paragraphs their
// numbers and ids in one walk in reading order, puts the references into words,
// and so makes a Document of a draft. Nothing after it is a draft.
package number

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/source"
)

// Number makes the document. It uses the draft up.
func Number(m *draft.Memo, words *wording.Words) (*document.Document, []source.Problem) {
	doc := m.Front
	doc.Blocks = lists(words)
	n := &numbering{words: words, doc: &doc, used: map[string]bool{"contents": true, "figures": true, "tables": true}}
	for _, c := range m.Chapters {
		n.add(c)
	}
	n.blocks(doc.Blocks, true)
	doc.Notes = numberNotes(doc.Blocks)
	problems := n.resolve()
	n.contents()
	doc.Blocks = finished(doc.Blocks)
	for i := range doc.Notes {
		doc.Notes[i].Blocks = finished(doc.Notes[i].Blocks)
	}
	return &doc, problems
}

// finished returns blocks without anything that only a draft has.
func finished(blocks []document.Block) []document.Block {
	return draft.Rebuild(blocks, func(b document.Block) []document.Block {
		switch x := b.(type) {
		case *draft.Figure:
			b = x.Figure
		case *draft.Table:
			b = x.Table
		case *draft.SnapshotPlace, *draft.ChartPlace, *draft.TablePlace, *draft.EffectPlace:
			panic(fmt.Sprintf("memo: nobody filled %#v", x))
		}
		return []document.Block{b}
	})
}

// A numbering goes through the document once, in reading order.
type numbering struct {
	words    *wording.Words
	doc      *document.Document
	headings []heading       // of the chapters
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

// A heading of a chapter with the id of the chapter.
type heading struct {
	*document.Heading
	chapter string
}

// add puts a chapter behind the others.
func (n *numbering) add(c draft.Chapter) {
	first := c.Annex && (len(n.headings) == 0 || !n.annexed())
	h := &document.Heading{ID: draft.Slug(c.ID), Level: 1, Text: c.Title, Annex: first}
	n.headings = append(n.headings, heading{h, c.ID})
	n.doc.Blocks = append(append(n.doc.Blocks, h), c.Blocks...)
}

// annexed reports whether the annexes have begun.
func (n *numbering) annexed() bool {
	for _, h := range n.headings {
		if h.Annex {
			return true
		}
	}
	return false
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
		case *draft.Table:
			n.table(b.Table)
		case *draft.Figure:
			n.figure(b)
		}
	}
}

// unique returns an id that no other block has.
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
	id := draft.Slug(h.ID)
	if id == "" {
		id = draft.Slug(document.Plain(h.Text))
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
	p.ID = n.unique("p-" + digest(stable(p.Text)))
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
func stable(text []document.Inline) string {
	return document.Plain(document.Map(text, func(in document.Inline) []document.Inline {
		if r, ok := in.(draft.Reference); ok && len(r.Kids) == 0 {
			return document.Words(r.Key())
		}
		return []document.Inline{in}
	}))
}

func (n *numbering) table(t *document.Table) {
	if t.ID == "" {
		var b strings.Builder
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				b.WriteString(stable(cell.Text) + "\x00")
			}
		}
		t.ID = "t-" + digest(b.String())
	}
	t.ID = n.unique(t.ID)
	if !t.Caption.Empty() {
		n.tables++
		t.Name, t.Number = n.words.T("table"), strconv.Itoa(n.tables)
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

func (n *numbering) figure(f *draft.Figure) {
	f.ID = n.unique(f.ID)
	n.figures++
	f.Name, f.Number = n.words.T("figure"), strconv.Itoa(n.figures)
	if d := f.Data; d != nil {
		if d.ID == "" {
			d.ID = "data-" + f.Of
		}
		d.ID = n.unique(d.ID)
		n.rows(d) // no number: it is the figure again, and stands beside it
	}
	n.blocks(f.Long, false)
}
