package sentences

import "unicode"

// pairs are the marks that open and close what isn't looked into.
var pairs = map[rune]rune{'“': '”', '„': '”', '‘': '’', '«': '»', '(': ')', '[': ']'}

// open reports whether a text ends within quotes or brackets. The closing quote
// of the inner pair also closes what was opened within it and never closed.
func open(text []rune) bool {
	var wanted []rune
	for i, r := range text {
		switch {
		case r == '"' && (len(wanted) == 0 || wanted[len(wanted)-1] != '"'):
			wanted = append(wanted, '"')
		case pairs[r] != 0:
			wanted = append(wanted, pairs[r])
		case r == '"' || closes(r) && !apostrophe(text, i):
			wanted = closed(wanted, r)
		}
	}
	return len(wanted) > 0
}

// closed takes off the innermost pair that r closes, and those within it.
func closed(wanted []rune, r rune) []rune {
	for i := len(wanted) - 1; i >= 0; i-- {
		if wanted[i] == r {
			return wanted[:i]
		}
	}
	return wanted
}

// apostrophe reports whether the mark at i stands within a word: foto’s.
func apostrophe(text []rune, i int) bool {
	return text[i] == '’' && i > 0 && i+1 < len(text) && unicode.IsLetter(text[i-1]) && unicode.IsLetter(text[i+1])
}
