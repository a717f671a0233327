package memo

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

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
	document.Walk(doc, document.Visitor{Line: change})
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
	told := r.told
	r.told = true // a caption is repeated in the list of figures
	switch {
	case told || r.pos == (source.Pos{}): // the latter is one of ours: nothing to say
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
