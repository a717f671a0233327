package markdown

import (
	"strings"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// longestSource is how many characters the line that tells whose words a
// quotation holds may have.
const longestSource = 90

// quotation makes a quotation of its blocks, none of nothing. Its last paragraph
// says whose words they are if it is a short line after others that begins with
// a dash, or isn't a sentence:
//
//	> Everyone does their best, and still it doesn't get less.
//	>
//	> Participant in the first session
func quotation(pos source.Pos, blocks []document.Block) []document.Block {
	if len(blocks) == 0 {
		return nil
	}
	if p, ok := blocks[len(blocks)-1].(*document.Paragraph); ok && len(blocks) > 1 {
		p.Source = namesSource(document.Plain(p.Text))
	}
	return []document.Block{&document.Quote{Pos: pos, Blocks: blocks}}
}

func namesSource(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || utf8.RuneCountInString(line) > longestSource || strings.Contains(line, "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune("—–-", first) || !strings.ContainsRune(".!?…:;,’”'\"", last)
}
