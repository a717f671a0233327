package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs that stand between two things, with a space on either side. A line ends
// with one rather than begins with it: it says that more comes.
const between = "·→←↔+−–—=≈≠<>≤≥×±"

// Of these, signs that a number follows closely: "40 → 80", "≈ 0".
const beforeNumber = "→≈<>≤≥×±="

// joined tells whether no line may end at the space of s from byte from to byte
// to: before a sign that stands alone, and after one that belongs to a number.
func joined(s string, from, to int) bool {
	sign, n := utf8.DecodeRuneInString(s[to:])
	if strings.ContainsRune(between, sign) && (to+n == len(s) || s[to+n] == ' ') {
		return true
	}
	sign, n = utf8.DecodeLastRuneInString(s[:from])
	alone := from-n == 0 || from > n && isSpace(lastRune(s[:from-n]))
	return alone && strings.ContainsRune(beforeNumber, sign) && startsNumber(s[to:])
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func startsNumber(s string) bool {
	s = strings.TrimLeft(s, "+-−±€")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// Words gives the parts of s between the spaces at which a line may end.
func Words(s string) []string {
	var words []string
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' && !joined(s, i, i+1) {
			words = append(words, s[start:i])
			start = i + 1
		}
	}
	return append(words, s[start:])
}
