package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a run of characters without a space, in one face, with the places
// where it may be divided. It is kept: a memo says the same words again and
// again, and shaping is what costs.
type word struct {
	width  float64 // 1/1000 em
	breaks []wordBreak
}

type wordKey struct {
	face     Face
	language string
	text     string
}

// A wordBreak is a place where a word may be divided.
type wordBreak struct {
	at    int     // bytes before it
	width float64 // 1/1000 em of what stands before it, without hyphen
	kind  breakKind
}

// breakKind tells what a division costs and whether it needs a hyphen.
type breakKind int

const (
	hyphened  breakKind = iota // a hyphen is added
	preferred                  // the same, between the parts of a compound
	soft                       // the same, where the text asks for it: U+00AD
	doubled                    // the same, in a word that has a hyphen already
	own                        // after the word's own hyphen or dash
	address                    // in an address, after / . - _ and the like
	emergency                  // anywhere, where a word is wider than the line
)

// hyphen tells whether the division shows a hyphen that isn't in the word.
func (k breakKind) hyphen() bool { return k <= doubled }

func (f *Fonts) word(face Face, lang, s string) *word {
	key := wordKey{face, lang, s}
	f.mu.Lock()
	w, ok := f.words[key]
	f.mu.Unlock()
	if ok {
		return w
	}
	glyphs := f.Shape(face, s)
	w = &word{}
	for _, g := range glyphs {
		w.width += g.Advance
	}
	for _, p := range f.divisions(lang, s) {
		w.breaks = append(w.breaks, wordBreak{p.at, widthBefore(glyphs, s, p.at), p.kind})
	}
	f.mu.Lock()
	f.words[key] = w
	f.mu.Unlock()
	return w
}

// widthBefore gives the width of the glyphs for the first at bytes of s. What
// was left out of the glyphs (soft hyphens) is skipped in s.
func widthBefore(glyphs []Glyph, s string, at int) float64 {
	w, pos := 0.0, 0
	for _, g := range glyphs {
		for pos < len(s) && g.Text != "" && !strings.HasPrefix(s[pos:], g.Text) {
			_, n := utf8.DecodeRuneInString(s[pos:])
			pos += n
		}
		if pos >= at {
			return w
		}
		if pos+len(g.Text) > at { // inside a ligature: its share
			return w + g.Advance*float64(at-pos)/float64(len(g.Text))
		}
		w += g.Advance
		pos += len(g.Text)
	}
	return w
}

// A division is a place where a word may be divided, in bytes.
type division struct {
	at   int
	kind breakKind
}

// divisions gives the places where s may be divided.
func (f *Fonts) divisions(lang, s string) []division {
	if isAddress(s) {
		return addressDivisions(s)
	}
	if strings.ContainsAny(s, figures) {
		lang = ""
	}
	var out []division
	compound := strings.ContainsAny(s, "-\u2011")
	for start := 0; start < len(s); {
		end := start
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !partOfWord(r) {
				break
			}
			end += n
		}
		if end > start {
			out = append(out, f.inPart(lang, s, start, end, compound)...)
		}
		if end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			end += n
			if ownBreak(s, r, end, n) {
				out = append(out, division{end, own})
			}
		}
		start = end
	}
	return out
}

// inPart gives the divisions between two hyphens or other signs of a word.
func (f *Fonts) inPart(lang, s string, start, end int, compound bool) []division {
	part := s[start:end]
	if at := strings.Index(part, "\u00ad"); at >= 0 {
		var out []division
		for i := at; i >= 0; {
			end := i + len("\u00ad")
			out = append(out, division{start + end, soft})
			next := strings.Index(part[end:], "\u00ad")
			if next < 0 {
				break
			}
			i = end + next
		}
		return out
	}
	if lang == "" {
		return nil
	}
	var out []division
	for _, p := range f.Hyphenate(lang, part) {
		kind := hyphened
		switch {
		case compound:
			kind = doubled
		case p.Preferred:
			kind = preferred
		}
		out = append(out, division{start + p.At, kind})
	}
	return out
}

func partOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) ||
		r == '\'' || r == '’' || r == 0x00AD
}

// ownBreak tells whether a line may end after the sign r, which ends at byte
// end of s: after a hyphen between two letters (not after the one of "-1" or
// "e-mail", which would leave one letter alone), after a dash, and where a zero
// width space asks for it.
func ownBreak(s string, r rune, end, n int) bool {
	switch r {
	case 0x200B, '—':
		return end < len(s)
	case '-', '–', '/':
		before, after := letters(s[:end-n], true), letters(s[end:], false)
		return before >= 2 && after >= 2
	}
	return false
}

// letters counts letters and digits at the end or the start of s, to 2.
func letters(s string, fromEnd bool) int {
	n := 0
	for s != "" && n < 2 {
		var r rune
		var size int
		if fromEnd {
			r, size = utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-size]
		} else {
			r, size = utf8.DecodeRuneInString(s)
			s = s[size:]
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		n++
	}
	return n
}

// isAddress tells whether a word is an address of the web or of mail, or a
// path: words that may be divided after their signs, without a hyphen.
func isAddress(s string) bool {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") {
		return true
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.ContainsRune(s[at:], '.') {
		return true
	}
	return strings.Count(s, "/") >= 2 || strings.Contains(s, "_") && len(s) > 12
}

func addressDivisions(s string) []division {
	var out []division
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if next >= len(s) || i < 2 {
			continue
		}
		if strings.ContainsRune("/.-_?&=#:@,;+%~", r) && !strings.ContainsRune("/.-_", rune(s[next])) {
			out = append(out, division{next, address})
		}
	}
	return out
}

// WidestPart gives the width of the widest part of a run that no line may end
// within, with a hyphen where one would show.
func (f *Fonts) WidestPart(face Face, size Pt, lang, s string) Pt {
	w := f.word(face, lang, s)
	widest, before := 0.0, 0.0
	hyphen := float64(f.Width(face, em, "-"))
	for _, br := range w.breaks {
		part := br.width - before
		if br.kind.hyphen() {
			part += hyphen
		}
		widest, before = max(widest, part), br.width
	}
	return Pt(max(widest, w.width-before)) / em * size
}
