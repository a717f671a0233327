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

// Plain gives the characters of inlines without note marks.
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
		case Emph:
			plain(b, in.Kids)
		case Strong:
			plain(b, in.Kids)
		case Span:
			plain(b, in.Kids)
		case Link:
			plain(b, in.Kids)
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
