package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capital makes the first letter a capital; a Dutch "ij" is one letter.
func (p Prose) Capital(s string) string {
	if p.language == "nl" && strings.HasPrefix(s, "ij") {
		return "IJ" + s[2:]
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Sentence closes a text with a full stop if it has no closing mark.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || strings.ContainsRune(".!?…:”’\"", last) {
		return s
	}
	return s + "."
}

// Quoted puts a name in quotes: names of the model are whole phrases
// ("Professionals trainen"), and nobody can tell otherwise where they end.
func Quoted(name string) string { return "‘" + name + "’" }

// AllQuoted puts each of the names in quotes.
func AllQuoted(names []string) []string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = Quoted(n)
	}
	return quoted
}
