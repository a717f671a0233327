package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestSlug keeps addresses short enough to mail.
const longestSlug = 60

// Slug makes an id of a text: small letters, digits and dashes, cut at a word.
func Slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		default:
			dash = true
		}
	}
	id := b.String()
	if len(id) <= longestSlug {
		return id
	}
	if i := strings.LastIndexByte(id[:longestSlug], '-'); i > 0 {
		return id[:i]
	}
	for len(id) > longestSlug {
		_, n := utf8.DecodeLastRuneInString(id)
		id = id[:len(id)-n]
	}
	return id
}

func beginsSentence(before string) bool {
	trimmed := strings.TrimRight(before, " \u00a0“‘(\"'")
	if trimmed == "" {
		return true
	}
	return len(trimmed) < len(before) && strings.ContainsRune(".!?", lastRune(trimmed))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
