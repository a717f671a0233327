package diagram

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"slotmemo/layout/text"
)

// A measurer breaks labels and measures them in one language.
type measurer struct {
	fonts    *text.Fonts
	language string
}

// A piece of a label is what can't be broken, with what follows it if the line
// goes on, and what is added if the line ends after it.
type piece struct {
	text    string
	space   bool   // a space follows if the line goes on
	hyphen  string // "-" if a division ends the line here
	penalty float64
}

// Costs of a label, in squares of its measure: a line more, and a word that is
// divided. A division must save a line, or be the only way; between the parts
// of a compound it is nearly free.
const (
	lineCost     = 0.45
	divideCost   = 0.40
	compoundCost = 0.15
	wideCost     = 50
)

// lines breaks a label so that no line is wider than the measure and all are
// about as wide; after Knuth and Plass, over all ways to break it.
func (m *measurer) lines(label string, face text.Face, size, measure float64) []string {
	pieces := m.pieces(label, face, size, measure)
	n := len(pieces)
	if n == 0 {
		return []string{""}
	}
	best, from := make([]float64, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		best[end] = -1
		for start := end - 1; start >= 0; start-- {
			w := m.width(face, size, join(pieces[start:end]))
			if w > measure && start < end-1 {
				break
			}
			cost := best[start] + lineCost + pieces[end-1].penalty + (w/measure)*(w/measure)/2
			if w > measure {
				cost += wideCost * (w/measure - 1)
			}
			if best[end] < 0 || cost < best[end] {
				best[end], from[end] = cost, start
			}
		}
	}
	var lines []string
	for end := n; end > 0; end = from[end] {
		lines = append(lines, join(pieces[from[end]:end]))
	}
	slices.Reverse(lines)
	return lines
}

func (m *measurer) width(face text.Face, size float64, s string) float64 {
	return float64(m.fonts.Width(face, text.Pt(size), s))
}

// join sets pieces on one line.
func join(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		b.WriteString(p.text)
		switch {
		case i == len(pieces)-1:
			b.WriteString(p.hyphen)
		case p.space:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// breaks tells where a label may break for good: at white space, but not at a
// no-break space.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

func (m *measurer) pieces(label string, face text.Face, size, measure float64) []piece {
	var all []piece
	for _, word := range strings.FieldsFunc(label, breaks) {
		parts := atSigns(word)
		for i, part := range parts {
			more := m.divide(part, face, size, measure)
			more[len(more)-1].space = i == len(parts)-1
			all = append(all, more...)
		}
	}
	return all
}

// atSigns cuts a word after its own hyphens and slashes.
func atSigns(word string) []string {
	var parts []string
	start := 0
	for i, r := range word {
		end := i + utf8.RuneLen(r)
		if (r == '-' || r == '/') && i > start && end < len(word) {
			parts = append(parts, word[start:end])
			start = end
		}
	}
	return append(parts, word[start:])
}

// divide cuts a word that is wide for the measure where the language allows,
// and one that is too wide anyhow between any two letters.
func (m *measurer) divide(word string, face text.Face, size, measure float64) []piece {
	w := m.width(face, size, word)
	if w <= measure*0.7 {
		return []piece{{text: word}}
	}
	var pieces []piece
	start := 0
	for _, p := range m.fonts.Hyphenate(m.language, word) {
		if p.At <= start || p.At >= len(word) {
			continue
		}
		penalty := divideCost
		if p.Preferred {
			penalty = compoundCost
		}
		pieces = append(pieces, piece{word[start:p.At], false, "-", penalty})
		start = p.At
	}
	pieces = append(pieces, piece{text: word[start:]})
	if len(pieces) > 1 || w <= measure*1.15 {
		return pieces
	}
	return anywhere(word, int(float64(utf8.RuneCountInString(word))*measure/w*0.85))
}

// anywhere cuts a word into parts of n letters, never before a combining mark.
func anywhere(word string, n int) []piece {
	var pieces []piece
	count, start := 0, 0
	for i, r := range word {
		if count >= max(n, 3) && !unicode.Is(unicode.M, r) && r != '\u200d' {
			pieces = append(pieces, piece{word[start:i], false, "-", 2 * divideCost})
			start, count = i, 0
		}
		count++
	}
	return append(pieces, piece{text: word[start:]})
}
