package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"slotmemo/templates"
)

// Minima of the printing trade: two letters before a hyphen, three after it,
// and no division of a word of fewer than six letters.
const (
	leftLetters  = 2
	rightLetters = 3
	fewLetters   = 6
)

const figures = "0123456789"

// A Point is a place where a word may be divided with a hyphen.
type Point struct {
	At        int  // bytes before it
	Preferred bool // between the parts of a compound
}

// Hyphenate gives the places where a word may be divided in a language ("nl" or
// "en"). A word with figures or in capitals isn't divided.
func (f *Fonts) Hyphenate(lang, s string) []Point {
	h := hyphenators(lang)
	if h == nil {
		return nil
	}
	if at := strings.IndexAny(s, "-\u2011"); at >= 0 {
		return f.aroundHyphen(lang, s, at)
	}
	w := strings.ToLower(s)
	if len(w) != len(s) || !divisible(s) {
		return nil
	}
	if points, ok := f.exceptions[exception{lang, w}]; ok {
		return points
	}
	if points, ok := h.words[w]; ok {
		return points
	}
	return h.divide(w)
}

// aroundHyphen divides what stands on both sides of a hyphen of the word's own.
func (f *Fonts) aroundHyphen(lang, s string, at int) []Point {
	if strings.ContainsAny(s, figures) {
		return nil
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	points := append([]Point(nil), f.Hyphenate(lang, s[:at])...)
	for _, p := range f.Hyphenate(lang, s[at+n:]) {
		points = append(points, Point{p.At + at + n, p.Preferred})
	}
	return points
}

// divisible tells whether a word is one that may be divided at all: long
// enough, no figures, no capitals but the first letter.
func divisible(s string) bool {
	n := 0
	for i, r := range s {
		switch {
		case unicode.IsDigit(r) || unicode.IsUpper(r) && i > 0:
			return false
		case unicode.IsLetter(r):
			n++
		}
	}
	return n >= fewLetters
}

// A hyphenator divides the words of one language.
type hyphenator struct {
	patterns map[string]string // letters → a value before each and after the last
	longest  int               // letters of the longest pattern
	words    map[string][]Point
	parts    map[string]bool // what compounds are made of; nil: none known
	dutch    bool
}

// hyphenators gives the hyphenator of a language, nil if there is none. It
// reads the embedded patterns and lists when the first word is to be divided: a
// few milliseconds that a memo spends once.
func hyphenators(lang string) *hyphenator {
	switch lang {
	case "nl":
		return dutch()
	case "en":
		return english()
	}
	return nil
}

var dutch = sync.OnceValue(func() *hyphenator {
	h := newHyphenator("nl")
	h.dutch = true
	h.parts = map[string]bool{}
	for _, line := range strings.Split(templates.Hyphenation("nl-parts"), "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, part := range strings.Fields(line) {
				h.parts[part] = true
			}
		}
	}
	return h
})

var english = sync.OnceValue(func() *hyphenator { return newHyphenator("en") })

func newHyphenator(lang string) *hyphenator {
	h := &hyphenator{words: map[string][]Point{}}
	h.readPatterns(templates.Hyphenation(lang))
	for _, line := range strings.Split(templates.Hyphenation(lang+"-words"), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			word, points := readDivided(line)
			h.words[word] = points
		}
	}
	return h
}

// readPatterns takes patterns apart: "a1b" holds letters "ab" and values 0 1 0.
// All stand one after the other in one string, since ten thousand small ones
// would take longer to make than the memo's words to divide.
func (h *hyphenator) readPatterns(list string) {
	n := strings.Count(list, "\n") + 1
	h.patterns = make(map[string]string, n)
	var packed strings.Builder
	packed.Grow(2*len(list) + n) // at most a value before each byte and one at the end
	values := make([]byte, 0, 64)
	for start := 0; start < len(list); {
		end := start
		from := packed.Len()
		values = append(values[:0], '0')
		for end < len(list) && list[end] > ' ' {
			r, n := utf8.DecodeRuneInString(list[end:])
			if r >= '0' && r <= '9' {
				values[len(values)-1] = byte(r)
			} else {
				packed.WriteString(list[end : end+n])
				values = append(values, '0')
			}
			end += n
		}
		if end > start {
			middle := packed.Len()
			packed.Write(values)
			all := packed.String()
			h.patterns[all[from:middle]] = all[middle:]
			h.longest = max(h.longest, len(values)-1)
		}
		start = end + 1
	}
}

// readDivided reads a word written with its divisions: "slacht-of-fer=hulp".
func readDivided(line string) (string, []Point) {
	var word strings.Builder
	points := []Point{}
	for _, r := range strings.TrimSpace(line) {
		switch r {
		case '-', '=':
			points = append(points, Point{word.Len(), r == '='})
		default:
			word.WriteRune(unicode.ToLower(r))
		}
	}
	return word.String(), points
}

// divide finds the divisions of a word in lower case: between the parts of a
// compound, as far as they are known, and within each by the patterns.
func (h *hyphenator) divide(w string) []Point {
	var points []Point
	start := 0
	for _, end := range append(h.compound(w), len(w)) {
		if start > 0 && h.allowed(w, start, 0, len(w)) {
			points = append(points, Point{start, true})
		}
		for _, at := range h.part(w[start:end]) {
			if h.allowed(w, start+at, start, end) {
				points = append(points, Point{start + at, false})
			}
		}
		start = end
	}
	return points
}

// part gives the divisions of a part of a compound: those of the list if it is
// there, with a linking s or not, else those of the patterns.
func (h *hyphenator) part(w string) []int {
	points, ok := h.words[w]
	if !ok {
		points, ok = h.words[strings.TrimSuffix(w, "s")]
	}
	if !ok {
		return h.liang(w)
	}
	var out []int
	for _, p := range points {
		out = append(out, p.At)
	}
	return out
}

// liang gives the divisions of a word without apostrophe that the patterns
// allow, after Liang (1983): for each place the greatest value of all patterns
// that fit counts, and an odd one allows a division.
func (h *hyphenator) liang(w string) []int {
	if strings.ContainsAny(w, "'’") {
		return h.pieces(w)
	}
	padded := []rune("." + w + ".")
	values := make([]byte, len(padded)+1)
	for i := range padded {
		for j := i + 1; j <= min(len(padded), i+h.longest); j++ {
			if pattern, ok := h.patterns[string(padded[i:j])]; ok {
				for k := range len(pattern) {
					values[i+k] = max(values[i+k], pattern[k])
				}
			}
		}
	}
	var out []int
	at := 0
	for i, r := range padded[1 : len(padded)-1] {
		if i > 0 && (values[i+1]-'0')%2 == 1 && values[i+1] != 0 {
			out = append(out, at)
		}
		at += utf8.RuneLen(r)
	}
	return out
}

// pieces divides what stands between apostrophes; at an apostrophe itself the
// spelling would change.
func (h *hyphenator) pieces(w string) []int {
	var out []int
	start := 0
	for i, r := range w + "'" {
		if r != '\'' && r != '’' {
			continue
		}
		for _, at := range h.liang(w[start:i]) {
			out = append(out, start+at)
		}
		start = min(len(w), i+utf8.RuneLen(r))
	}
	return out
}

// allowed tells whether a division at byte at is allowed: enough letters on
// both sides in the word, no letter alone in its part of a compound (from start
// to end), and no change of spelling.
func (h *hyphenator) allowed(w string, at, start, end int) bool {
	before, after := w[:at], w[at:]
	if letterCount(before) < leftLetters || letterCount(after) < rightLetters ||
		letterCount(w[start:at]) < 2 || letterCount(w[at:end]) < 2 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	prev, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune("äëïöü", next) || !unicode.IsLetter(next) || !unicode.IsLetter(prev) {
		return false
	}
	return !h.dutch || !respelled(before, after) && (prev != 'i' || next != 'j') // ij is one letter
}

// respelled tells whether Dutch writes a word otherwise when it is divided
// here: omaatje is oma-tje, parapluutje paraplu-tje, cafeetje café-tje.
func respelled(before, after string) bool {
	if !strings.HasPrefix(after, "tje") {
		return false
	}
	for _, double := range []string{"aa", "ee", "oo", "uu"} {
		if strings.HasSuffix(before, double) {
			return true
		}
	}
	return false
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
