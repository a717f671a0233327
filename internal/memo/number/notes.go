package number

import (
	"fmt"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
)

// numberNotes numbers the footnotes in the order in which they are called.
func numberNotes(blocks []document.Block) []document.Note {
	var notes []document.Note
	numbers := map[*draft.Note]int{}
	calls := map[*draft.Note]int{}
	draft.MapInlines(blocks, func(in document.Inline) []document.Inline {
		call, ok := in.(draft.NoteCall)
		if !ok {
			return []document.Inline{in}
		}
		if numbers[call.Note] == 0 {
			numbers[call.Note] = len(numbers) + 1
			number := strconv.Itoa(numbers[call.Note])
			notes = append(notes, document.Note{ID: "note-" + number, Number: number, Blocks: call.Note.Blocks})
		}
		calls[call.Note]++
		number := strconv.Itoa(numbers[call.Note])
		ref := document.NoteRef{Note: "note-" + number, Number: number, ID: "ref-" + number}
		if calls[call.Note] > 1 {
			ref.ID += "-" + strconv.Itoa(calls[call.Note])
		}
		return []document.Inline{ref}
	})
	for _, n := range notes {
		for i, b := range n.Blocks {
			if p, ok := b.(*document.Paragraph); ok {
				p.ID = fmt.Sprintf("%s-p%d", n.ID, i+1)
			}
		}
	}
	return notes
}
