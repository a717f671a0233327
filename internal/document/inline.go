package document

import "strings"

// An Inline is part of a line of text.
type Inline interface{ inline() }

// Text is a run of characters. A line break of the source is a space in it.
type Text string

// Emph is emphasised text, Strong important text.
type (
	Emph   struct{ Kids []Inline }
	Strong struct{ Kids []Inline }
)

// CodeText is code in a line.
type CodeText string

// A Span is text in another language, or of another look.
type Span struct {
	Language string // BCP 47; empty: that of the document
	Soft     bool   // less important
	Small    bool
	Strike   bool
	Kids     []Inline
}

// A Link leads to an address or to a place in the document.
type Link struct {
	URL     string // http, https or mailto; empty for an internal link
	Target  string // id of a block; empty for an outside link
	Purpose string // what it leads to, for those who don't see it: "figuur 3"
	Kids    []Inline
}

// A NoteRef calls a footnote.
type NoteRef struct {
	Note   string // its id
	Number string
	ID     string // of this reference; the note links back to it
}

// A LineBreak ends the line.
type LineBreak struct{}

func (Text) inline()      {}
func (Emph) inline()      {}
func (Strong) inline()    {}
func (CodeText) inline()  {}
func (Span) inline()      {}
func (Link) inline()      {}
func (NoteRef) inline()   {}
func (LineBreak) inline() {}

// Kids returns the inlines within another; nil if it can't hold any.
func Kids(in Inline) []Inline {
	switch in := in.(type) {
	case Emph:
		return in.Kids
	case Strong:
		return in.Kids
	case Span:
		return in.Kids
	case Link:
		return in.Kids
	}
	return nil
}

// WithKids returns an inline with others within it; one that can't hold any is
// returned as it is.
func WithKids(in Inline, kids []Inline) Inline {
	switch in := in.(type) {
	case Emph:
		return Emph{Kids: kids}
	case Strong:
		return Strong{Kids: kids}
	case Span:
		in.Kids = kids
		return in
	case Link:
		in.Kids = kids
		return in
	}
	return in
}

// Map returns a line with each inline replaced, from the inside out. The line
// itself stays as it is.
func Map(text []Inline, change func(Inline) []Inline) []Inline {
	if text == nil {
		return nil
	}
	out := make([]Inline, 0, len(text))
	for _, in := range text {
		out = append(out, change(WithKids(in, Map(Kids(in), change)))...)
	}
	return out
}

// Plain returns the characters of inlines without note marks.
func Plain(inlines []Inline) string {
	var b strings.Builder
	plain(&b, inlines)
	return b.String()
}

func plain(b *strings.Builder, inlines []Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case Text:
			b.WriteString(string(in))
		case CodeText:
			b.WriteString(string(in))
		case LineBreak:
			b.WriteByte(' ')
		default:
			plain(b, Kids(in))
		}
	}
}

// Words makes inlines of plain text.
func Words(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{Text(s)}
}
