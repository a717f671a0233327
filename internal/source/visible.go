package source

import (
	"fmt"
	"strings"
	"unicode"
)

// Visible takes out characters that don't show but change what is shown or
// matched: controls other than tab and line end, direction overrides, and
// zero-width spaces (CVE-2021-42574 shows what they can do). Joiners, which
// some scripts and emoji need, and soft hyphens stay. hidden names the first
// character taken out ("U+202E"), and is empty if there was none.
func Visible(s string) (visible, hidden string) {
	at := strings.IndexFunc(s, invisible)
	if at < 0 {
		return s, ""
	}
	for _, r := range s[at:] {
		hidden = fmt.Sprintf("U+%04X", r)
		break
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s), hidden
}

func invisible(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case unicode.IsControl(r):
		return true
	case r == '\u200b' || r == '\u2060' || r == '\ufeff': // zero-width space, word joiner, byte order mark
		return true
	case r == '\u061c' || r == '\u200e' || r == '\u200f': // marks of direction
		return true
	}
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' // embeddings, overrides, isolates
}
