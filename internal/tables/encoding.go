package tables

import (
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// decodeUTF16 gives the text of a file that begins with a byte order mark of
// UTF-16, which is what Excel writes as "Unicode text".
func decodeUTF16(b []byte) string {
	s, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().String(string(b))
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return s
}
