package pdf

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"slotmemo/layout/text"
)

// round puts a length on the grid of 0.01 pt on which everything is painted.
// It rounds to a millionth first: the last bit of a product may differ between
// processors, and would decide for a length that lies between two grid lines.
func round(x float64) float64 {
	r := math.Round(math.Round(x*1e6)/1e4) / 100
	if r == 0 {
		return 0 // not −0
	}
	return r
}

func num(x text.Pt) string { return string(appendNum(nil, float64(x))) }

func appendNum(b []byte, x float64) []byte {
	return strconv.AppendFloat(b, round(x), 'f', -1, 64)
}

// textString is the border between the memo's words and a PDF dictionary: a
// literal in ASCII where that is enough, else UTF-16 in hexadecimals.
func textString(s string) string {
	if plain(s) {
		return "(" + strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s) + ")"
	}
	return "<FEFF" + utf16Hex(s) + ">"
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, 4*len(s))
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return string(b)
}

// array writes references as an array.
func array(refs []ref) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, r := range refs {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(r.String())
	}
	b.WriteByte(']')
	return b.String()
}
