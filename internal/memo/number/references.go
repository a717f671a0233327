package number

import (
	"unicode"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/source"
)

// A target is what a reference can lead to.
type target struct {
	id, words string
}

// An address is how a reference names it.
type address struct {
	kind draft.Kind
	name string
}

// targets lists what this memo has to refer to; the first of a name counts.
func (n *numbering) targets() map[address]target {
	all := map[address]target{}
	add := func(kind draft.Kind, name string, t target) {
		if _, ok := all[address{kind, name}]; !ok {
			all[address{kind, name}] = t
		}
	}
	draft.EachBlock(n.doc.Blocks, func(b document.Block) {
		switch b := b.(type) {
		case *draft.Figure:
			add(draft.ToFigure, b.Of, target{b.ID, n.words.T("figure.ref", b.Number)})
		case *draft.Table:
			if b.Number != "" {
				add(draft.ToTable, b.Of, target{b.ID, n.words.T("table.ref", b.Number)})
			}
		case *document.Heading:
			t := target{b.ID, document.Plain(b.Text)}
			if b.Level == 1 {
				t.words = n.chapterWords(b)
				if id, ok := n.chapterOf(b); ok {
					add(draft.ToChapter, id, t)
				}
			}
			add(draft.ToSection, b.ID, t)
			add(draft.ToSection, draft.Slug(document.Plain(b.Text)), t)
		}
	})
	return all
}

// chapterWords says "hoofdstuk 3" or "bijlage A".
func (n *numbering) chapterWords(h *document.Heading) string {
	if h.Number != "" && unicode.IsLetter(rune(h.Number[0])) {
		return n.words.T("annex.ref", h.Number)
	}
	return n.words.T("chapter.ref", h.Number)
}

func (n *numbering) chapterOf(h *document.Heading) (string, bool) {
	for _, x := range n.headings {
		if x.Heading == h {
			return x.chapter, true
		}
	}
	return "", false
}

// resolve puts every reference into words.
func (n *numbering) resolve() []source.Problem {
	r := &resolver{words: n.words.Capital, targets: n.targets(), told: map[source.Pos]bool{}}
	draft.EachText(n.doc.Blocks, r.line)
	for i := range n.doc.Notes {
		draft.EachText(n.doc.Notes[i].Blocks, r.line)
	}
	n.doc.Head.Message = r.line(n.doc.Head.Message)
	return r.problems
}

type resolver struct {
	words    func(string) string // at the beginning of a sentence
	targets  map[address]target
	told     map[source.Pos]bool
	problems []source.Problem
}

func (r *resolver) line(text []document.Inline) []document.Inline {
	return draft.MapReferences(text, r.link)
}

// link makes a link of a reference, or leaves its own words if it leads nowhere.
func (r *resolver) link(ref draft.Reference, begins bool) []document.Inline {
	t, ok := r.find(ref)
	if !ok {
		if ref.Pos != (source.Pos{}) && !r.told[ref.Pos] { // else it is one of ours, or a caption repeated in a list
			r.told[ref.Pos] = true
			r.problems = append(r.problems, missing(ref))
		}
		return ref.Kids
	}
	link := document.Link{Target: t.id, Purpose: t.words, Kids: ref.Kids}
	if len(link.Kids) == 0 {
		words := t.words
		if begins {
			words = r.words(words)
		}
		link.Kids = document.Words(words)
	}
	return []document.Inline{link}
}

func (r *resolver) find(ref draft.Reference) (target, bool) {
	if ref.Heading != nil {
		return target{ref.Heading.ID, document.Plain(ref.Heading.Text)}, ref.Heading.ID != ""
	}
	t, ok := r.targets[address{ref.Kind, ref.Name}]
	if !ok && ref.Kind == draft.ToSection {
		t, ok = r.targets[address{ref.Kind, draft.Slug(ref.Name)}]
	}
	return t, ok
}

// missing tells of a reference to what isn't in this memo.
func missing(ref draft.Reference) source.Problem {
	p := source.Problem{Pos: ref.Pos, Args: []any{ref.Written}}
	switch ref.Kind {
	case draft.ToSection:
		p.Severity, p.Message = source.Warning, problem.UnknownHeading
	case draft.ToFigure:
		p.Message = problem.SnapshotLeftOut
	case draft.ToTable:
		p.Message = problem.TableNotPlaced
	case draft.ToChapter:
		p.Message = problem.ChapterNotThere
	}
	return p
}
