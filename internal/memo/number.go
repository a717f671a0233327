package memo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
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
	if numbered && n.doc.Draft && n.chapter != "" {
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
	return document.Plain(mapLine(text, func(in document.Inline) []document.Inline {
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
	if len(t.Caption) > 0 {
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

// held gives the reference whose place a link holds, or nil.
func (w *writer) held(l document.Link) *reference {
	number, ok := strings.CutPrefix(l.Target, "\x00")
	if !ok {
		return nil
	}
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(w.late) {
		panic(fmt.Sprintf("memo: reference %q", number))
	}
	return &w.late[i]
}

// A target is what a reference can lead to.
type target struct {
	id, words string
}

// targets lists them by kind and name.
func (w *writer) targets(doc *document.Document) map[string]target {
	all := map[string]target{}
	add := func(key string, t target) {
		if _, ok := all[key]; !ok {
			all[key] = t
		}
	}
	eachBlock(doc.Blocks, func(b document.Block) {
		switch b := b.(type) {
		case *document.Figure:
			t := target{b.ID, w.t("figure.ref", b.Number)}
			add("snapshot:"+strings.TrimPrefix(b.ID, "fig-"), t)
			add("chart:"+strings.TrimPrefix(b.ID, "fig-chart-"), t)
		case *document.Table:
			if name, ok := strings.CutPrefix(b.ID, "table-"); ok && b.Number != "" {
				add("table:"+name, target{b.ID, w.t("table.ref", b.Number)})
			}
		case *document.Heading:
			words := document.Plain(b.Text)
			if b.Level == 1 {
				key := "chapter.ref"
				if b.Number != "" && unicode.IsLetter(rune(b.Number[0])) {
					key = "annex.ref"
				}
				words = w.t(key, b.Number)
				for id, h := range w.chapterIDs {
					if h == b {
						add("chapter:"+id, target{b.ID, words})
					}
				}
			}
			add("#:"+b.ID, target{b.ID, words})
			add("#:"+slug(document.Plain(b.Text)), target{b.ID, words})
		}
	})
	return all
}

// resolve puts every reference into words.
func (w *writer) resolve(doc *document.Document) {
	all := w.targets(doc)
	change := func(text []document.Inline) []document.Inline { return w.resolveLine(text, all) }
	eachText(doc.Blocks, change)
	for i := range doc.Notes {
		eachText(doc.Notes[i].Blocks, change)
	}
	doc.Head.Message = change(doc.Head.Message)
}

func (w *writer) resolveLine(text []document.Inline, all map[string]target) []document.Inline {
	before := "" // the text so far: a reference that begins a sentence has a capital
	return mapLineBefore(text, &before, func(l document.Link, start bool) []document.Inline {
		r := w.held(l)
		if r == nil {
			return []document.Inline{l}
		}
		t, ok := all[r.kind+":"+r.name]
		if r.heading != nil {
			t, ok = target{r.heading.ID, document.Plain(r.heading.Text)}, r.heading.ID != ""
		}
		if !ok && r.kind == "#" {
			t, ok = all["#:"+slug(r.name)]
		}
		if !ok && r.kind == "chapter" {
			t, ok = all["chapter:"+w.chapterID(r.name)]
		}
		if !ok {
			w.missing(r)
			if len(l.Kids) == 0 {
				return nil
			}
			return l.Kids
		}
		link := document.Link{Target: t.id, Purpose: t.words, Kids: l.Kids}
		if len(link.Kids) == 0 {
			words := t.words
			if start {
				words = w.capital(words)
			}
			link.Kids = document.Words(words)
		}
		return []document.Inline{link}
	})
}

// mapLineBefore replaces the links of a line, telling whether each begins a
// sentence.
func mapLineBefore(text []document.Inline, before *string, change func(document.Link, bool) []document.Inline) []document.Inline {
	if text == nil {
		return nil
	}
	out := make([]document.Inline, 0, len(text))
	for _, in := range text {
		switch x := in.(type) {
		case document.Link:
			start := beginsSentence(*before)
			x.Kids = mapLineBefore(x.Kids, before, change)
			replaced := change(x, start)
			*before += document.Plain(replaced)
			out = append(out, replaced...)
			continue
		case document.Emph:
			x.Kids = mapLineBefore(x.Kids, before, change)
			in = x
		case document.Strong:
			x.Kids = mapLineBefore(x.Kids, before, change)
			in = x
		case document.Span:
			x.Kids = mapLineBefore(x.Kids, before, change)
			in = x
		default:
			*before += document.Plain([]document.Inline{in})
		}
		out = append(out, in)
	}
	return out
}

func beginsSentence(before string) bool {
	trimmed := strings.TrimRight(before, " \u00a0“‘(\"'")
	if trimmed == "" {
		return true
	}
	return len(trimmed) < len(before) && strings.ContainsRune(".!?", lastRune(trimmed))
}

// missing reports a reference to what isn't in this memo.
func (w *writer) missing(r *reference) {
	switch {
	case r.pos == (source.Pos{}): // one of ours: nothing to say
	case r.kind == "#":
		w.warn(r.pos, UnknownHeading, r.name)
	case r.kind == "snapshot":
		w.report(r.pos, SnapshotLeftOut, r.name)
	case r.kind == "table":
		w.report(r.pos, TableNotPlaced, r.name)
	default:
		w.report(r.pos, ChapterNotThere, r.name)
	}
}

// contents fills the lists at the beginning of the memo.
func (n *numbering) contents() {
	for _, b := range n.doc.Blocks {
		c, ok := b.(*document.Contents)
		if !ok {
			continue
		}
		eachBlock(n.doc.Blocks, func(b document.Block) {
			switch b := b.(type) {
			case *document.Heading:
				if c.ID == "contents" && b.Level <= 2 {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: b.Level, Number: b.Number, Text: withoutNotes(b.Text)})
				}
			case *document.Figure:
				if c.ID == "figures" {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: firstSentence(shortOf(b))})
				}
			case *document.Table:
				if c.ID == "tables" && b.Number != "" {
					c.Entries = append(c.Entries, document.Entry{Target: b.ID, Level: 2, Number: b.Number, Text: n.shortName(b)})
				}
			}
		})
	}
	n.longLists()
}

// manyFigures is how many figures, or tables, a memo has before it lists them.
const manyFigures = 8

// longLists drops the lists of figures and tables of a short memo.
func (n *numbering) longLists() {
	n.doc.Blocks = slices.DeleteFunc(n.doc.Blocks, func(b document.Block) bool {
		c, ok := b.(*document.Contents)
		return ok && (c.ID != "contents" && len(c.Entries) < manyFigures || len(c.Entries) == 0)
	})
}

// withoutNotes takes the calls of footnotes and the links out of a line, for
// the places where it is repeated.
func withoutNotes(text []document.Inline) []document.Inline {
	return mapLine(text, func(in document.Inline) []document.Inline {
		switch in := in.(type) {
		case document.NoteRef:
			return nil
		case document.Link:
			return in.Kids
		}
		return []document.Inline{in}
	})
}

// shortName gives what a list of tables says of one.
func (n *numbering) shortName(t *document.Table) []document.Inline {
	if short := n.shortNames[t]; len(short) > 0 {
		return short
	}
	return firstSentence(t.Caption)
}

// shortOf gives what a list of figures says of one.
func shortOf(f *document.Figure) []document.Inline {
	if len(f.Short) > 0 {
		return f.Short
	}
	return f.Caption
}

// firstSentence gives the first sentence of a caption without its full stop,
// as a list of figures or tables has room for.
func firstSentence(caption []document.Inline) []document.Inline {
	first, _, _ := strings.Cut(document.Plain(withoutNotes(caption)), ". ")
	return document.Words(strings.TrimSuffix(first, "."))
}
