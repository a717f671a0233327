package page

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// prose is text that is ready to be broken into lines.
type prose struct {
	runs  []text.Run
	parts []part // by Tag of the runs
}

// A part is what runs of one tag have in common besides their look.
type part struct {
	content   Content
	artifact  Artifact
	color     templates.Role
	strike    bool
	underline bool
	link      *Element
	url       string
	target    string
	purpose   string
	note      *note  // the footnote that is called here
	ref       string // id of the call
}

// Code in a line looks larger than the text around it at the same size; small
// text is still read easily.
const (
	codeScale  = 0.92
	smallScale = 0.87
)

// inliner turns inlines into prose.
type inliner struct {
	s    *setter
	out  *prose
	look look
}

// A look is how text looks at a place in nested inlines.
type look struct {
	style
	language string
	element  *Element
	link     *part // of the link around it
	soft     bool
	strike   bool
}

// prose flattens inlines whose content belongs to element e.
func (s *setter) prose(inlines []document.Inline, st style, e *Element) *prose {
	out := &prose{}
	in := inliner{s, out, look{style: st, language: s.language(st), element: e}}
	in.all(inlines, in.look)
	return out
}

func (s *setter) language(st style) string {
	if !st.hyphens {
		return ""
	}
	return s.doc.Language
}

// words is prose of plain text.
func (s *setter) words(str string, st style, e *Element) *prose {
	return s.prose(document.Words(str), st, e)
}

func (in *inliner) all(inlines []document.Inline, l look) {
	for _, i := range inlines {
		in.one(i, l)
	}
}

func (in *inliner) one(i document.Inline, l look) {
	switch i := i.(type) {
	case document.Text:
		in.text(string(i), l)
	case document.LineBreak:
		in.run(text.Run{Text: "\n", Face: l.face, Size: l.size}, l)
	case document.Emph:
		l.face = italic(l.face)
		in.all(i.Kids, l)
	case document.Strong:
		l.face = bold(l.face)
		in.all(i.Kids, l)
	case document.CodeText:
		l.face, l.size, l.language = text.Mono, l.size*codeScale, ""
		l.element = l.element.add("Code")
		in.text(string(i), l)
	case document.Span:
		in.span(i, l)
	case document.Link:
		in.link(i, l)
	case document.NoteRef:
		in.noteRef(i, l)
	default:
		panic(fmt.Sprintf("page: no rule for %T", i))
	}
}

func (in *inliner) span(sp document.Span, l look) {
	l.soft = l.soft || sp.Soft
	l.strike = l.strike || sp.Strike
	if sp.Small {
		l.size *= smallScale
	}
	if sp.Language != "" && sp.Language != in.s.doc.Language {
		l.element = l.element.add("Span")
		l.element.Language = sp.Language
		l.language = ""
		if base, _, _ := strings.Cut(sp.Language, "-"); l.hyphens && (base == "nl" || base == "en") {
			l.language = base
		}
	}
	in.all(sp.Kids, l)
}

func (in *inliner) link(link document.Link, l look) {
	if l.link != nil { // a link in a link: its text is enough
		in.all(link.Kids, l)
		return
	}
	e := l.element.add("Link")
	purpose := link.Purpose
	if purpose == "" {
		purpose = document.Plain(link.Kids)
	}
	l.element = e
	l.link = &part{link: e, url: link.URL, target: link.Target, purpose: purpose, underline: link.URL != ""}
	in.all(link.Kids, l)
}

// noteRef sets the mark of a footnote: Reference > Link > Lbl.
func (in *inliner) noteRef(ref document.NoteRef, l look) {
	n := in.s.note(ref)
	e := l.element.add("Reference").add("Link")
	l.element = e.add("Lbl")
	l.link = &part{link: e, target: ref.Note, purpose: in.s.texts.Format("note", ref.Number), note: n, ref: ref.ID}
	in.run(text.Run{Text: ref.Number, Face: l.face, Size: l.size, Superior: true}, l)
}

func (in *inliner) text(str string, l look) {
	if str != "" {
		speller{in.s}.check(str)
		in.run(text.Run{Text: str, Face: l.face, Size: l.size, Language: l.language}, l)
	}
}

func (in *inliner) run(r text.Run, l look) {
	p := part{}
	if l.link != nil {
		p = *l.link
	}
	p.content, p.strike, p.color = in.s.content(l.element), l.strike, l.color
	switch {
	case l.soft:
		p.color = templates.Soft
	case p.link != nil && p.ref == "":
		p.color = templates.Accent
	}
	r.Tag = len(in.out.parts)
	in.out.parts = append(in.out.parts, p)
	in.out.runs = append(in.out.runs, r)
}

// breakLines breaks prose for a measure.
func (s *setter) breakLines(p *prose, st style, w Pt) []text.Line {
	return s.fonts.Break(p.runs, text.Setting{Measure: w, Ragged: st.ragged, Whole: st.narrow()})
}

// balanced breaks prose so that the last line isn't a word or two, by a measure
// that is as much narrower as takes no line more. For captions and headings.
func (s *setter) balanced(p *prose, st style, w Pt) []text.Line {
	lines := s.lines(p, st, w)
	if n := len(lines); n < 2 || n > 4 || lines[n-1].Width > w/3 {
		return lines
	}
	for measure := w * 0.95; measure > w/2; measure -= w * 0.05 {
		narrower := s.breakLines(p, st, measure)
		n := len(narrower)
		if n > len(lines) || narrower[0].Over > 0 {
			break
		}
		if lines = narrower; lines[n-1].Width > measure/2 {
			break
		}
	}
	return lines
}

// lines breaks prose for a measure, and reports what sticks out.
func (s *setter) lines(p *prose, st style, w Pt) []text.Line {
	lines := s.breakLines(p, st, w)
	for _, l := range lines {
		if l.Over > 1 {
			s.overfull(l)
		}
	}
	return lines
}
