package tables

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
)

// cell cleans the text of a cell: no blanks around it, lines end in LF, accents
// composed (NFC), and no characters that a reader can't see but a program can.
func (v values) cell(pos source.Pos, text string) cell {
	if utf8.RuneCountInString(text) > maxCell {
		v.report(pos, cellTooLong, maxCell)
		text = string([]rune(text)[:maxCell])
	}
	text, hidden := source.Visible(text)
	if hidden != "" {
		v.warn(pos, hiddenCharacters, hidden)
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return cell{norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(text, "\r", "\n"))), pos}
}
