package page

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// A cellWord is what stands between two spaces of a cell, in parts of one look.
type cellWord []cellPart

// A cellPart is text of one look. It is measured before the cell is set, since
// the width of its column depends on it.
type cellPart struct {
	text string
	look style
	mark bool // of a note: superior figures
}

// wordsOf gives the words of a cell, between the places where a line may end.
func wordsOf(cell []document.Inline, st style) []cellWord {
	parts := cellParts(nil, cell, st)
	var all strings.Builder
	for _, p := range parts {
		all.WriteString(p.text)
	}
	var words []cellWord
	for _, word := range text.Words(all.String()) {
		var w cellWord
		for rest := len(word); rest > 0; {
			n := min(rest, len(parts[0].text))
			w = append(w, cellPart{parts[0].text[:n], parts[0].look, parts[0].mark})
			parts = drop(parts, n)
			rest -= n
		}
		words = append(words, w)
		parts = drop(parts, 1) // the space
	}
	return words
}

// drop takes n bytes off the front.
func drop(parts []cellPart, n int) []cellPart {
	for len(parts) > 0 && n >= len(parts[0].text) {
		n -= len(parts[0].text)
		parts = parts[1:]
	}
	if len(parts) > 0 {
		parts[0].text = parts[0].text[n:]
	}
	return parts
}

func cellParts(out []cellPart, inlines []document.Inline, st style) []cellPart {
	for _, in := range inlines {
		look := st
		switch in := in.(type) {
		case document.Text:
			out = append(out, cellPart{string(in), look, false})
		case document.CodeText:
			look.face, look.size = text.Mono, st.size*codeScale
			out = append(out, cellPart{string(in), look, false})
		case document.Emph:
			look.face = italic(st.face)
			out = cellParts(out, in.Kids, look)
		case document.Strong:
			look.face = bold(st.face)
			out = cellParts(out, in.Kids, look)
		case document.Span:
			if in.Small {
				look.size *= smallScale
			}
			out = cellParts(out, in.Kids, look)
		case document.Link:
			out = cellParts(out, in.Kids, st)
		case document.NoteRef:
			out = append(out, cellPart{in.Number, look, true})
		case document.LineBreak:
			out = append(out, cellPart{" ", look, false})
		}
	}
	return out
}

// width gives the width of a word, and of its widest part that no line may end
// within. Only the longest of parts of several looks is thought to be divided.
func (w cellWord) width(s *setter) (whole, least Pt) {
	longest, saved := Pt(0), Pt(0)
	for _, p := range w {
		if p.mark {
			whole += s.fonts.SuperiorWidth(p.look.face, p.look.size, p.text)
			continue
		}
		wide := s.fonts.Width(p.look.face, p.look.size, p.text)
		if whole += wide; wide > longest {
			longest = wide
			saved = wide - s.fonts.WidestPart(p.look.face, p.look.size, s.language(p.look), p.text)
		}
	}
	return whole + 0.1, whole - saved + 0.1
}

// space gives the width of a space after the word.
func (w cellWord) space(s *setter, st style) Pt {
	if len(w) > 0 {
		st = w[len(w)-1].look
	}
	return s.fonts.Width(st.face, st.size, " ")
}
