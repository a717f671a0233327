package sentences

import (
	"slices"
	"strings"
	"unicode"
)

// leading are abbreviations that something always follows: no sentence ends
// with them. Those of letters with full stops between ("d.w.z.") needn't be
// here, nor single letters.
var leading = map[string][]string{
	"nl": {
		"bijv", "bv", "ca", "dhr", "dr", "drs", "ds", "evt", "gem", "ing", "ir", "lic", "mej", "mevr", "mgr", "mr", "mrs",
		"mw", "nl", "prof", "resp", "st", "vgl", "vs", "zgn", "incl", "excl", "mnr", "cf", "jhr",
	},
	"en": {
		"approx", "ca", "cf", "dr", "eg", "excl", "gen", "gov", "hon", "ie", "incl", "messrs", "mr", "mrs", "ms", "mx", "prof",
		"rep", "resp", "rev", "sen", "st", "viz", "vs",
	},
}

// numbered are abbreviations that a number or letter follows, or nothing:
// "nr. 3", "bijl. A".
var numbered = []string{
	"afb", "afd", "app", "art", "artt", "bijl", "blz", "ch", "dl", "ed", "eq", "fig", "figs", "hfst", "jg", "kst", "lid",
	"no", "nos", "nr", "nrs", "p", "par", "pp", "sec", "stb", "stcrt", "sub", "tab", "vol",
}

// lettered are words that a letter may follow as a name: "bijlage B".
var lettered = []string{
	"annex", "appendix", "bijlage", "domein", "figure", "figuur", "group", "groep", "option", "optie", "part", "deel", "plan",
	"scenario", "tabel", "table", "variant", "vitamine",
}

// final are abbreviations of letters with full stops between that often close a
// sentence; where a capital follows, they did.
var final = []string{"a.m", "c.s", "d.d", "e.a", "e.d", "e.v", "o.i.d", "p.m", "p.p", "s.v.p", "n.v.t"}

// abbreviated reports whether the full stop between before and after belongs to
// an abbreviation, an initial or the number of a first item, and closes nothing.
func abbreviated(before, after []rune, language string) bool {
	word := lastWord(before)
	small := strings.ToLower(word)
	switch {
	case slices.Contains(final, small):
		return false
	case strings.Contains(word, "."): // d.w.z., e.g., J.P.
		return dotted(word)
	case slices.Contains(numbered, small):
		return isNumber(firstWord(after))
	case len(word) == len(strings.TrimSpace(string(before))) && isNumber(word): // "1. Training"
		return true
	case len([]rune(word)) == 1: // J. de Vries
		return unicode.IsUpper([]rune(word)[0]) && !named(before)
	}
	return slices.Contains(leading[language], small)
}

// named reports whether a text ends with a letter that is a name: "bijl. B".
func named(text []rune) bool {
	words := strings.Fields(strings.ToLower(string(text)))
	if len(words) < 2 {
		return false
	}
	word := strings.TrimSuffix(words[len(words)-2], ".")
	return slices.Contains(lettered, word) || slices.Contains(numbered, word)
}

// lastWord gives the letters, figures and full stops at the end of a text.
func lastWord(text []rune) string {
	i := len(text)
	for i > 0 && (unicode.IsLetter(text[i-1]) || unicode.IsDigit(text[i-1]) || text[i-1] == '.') {
		i--
	}
	return string(text[i:])
}

// firstWord gives the letters and figures at the beginning of a text.
func firstWord(text []rune) string {
	return string(text[:skip(text, 0, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })])
}

// dotted reports whether a word is made of letters with full stops between:
// parts of one to three, of which the first is one letter or two.
func dotted(word string) bool {
	for i, part := range strings.Split(word, ".") {
		n := len([]rune(part))
		if n == 0 || n > 3 || i == 0 && n > 2 || strings.ContainsFunc(part, unicode.IsDigit) {
			return false
		}
	}
	return true
}

// isNumber reports whether a word counts: 3, 12a, IV, B.
func isNumber(word string) bool {
	switch {
	case word == "":
		return false
	case unicode.IsDigit([]rune(word)[0]):
		return true
	case len([]rune(word)) == 1:
		return true
	}
	return strings.Trim(word, "IVXLC") == ""
}
