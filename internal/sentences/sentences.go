// Package sentences finds where the first sentence of a line ends.
//
// It takes inlines as they will be printed, in Dutch or British English, and
// gives the first sentence apart from the rest: that of a caption is its
// message. It is the only place that knows the rule; what comes after the
// Document finds the parts there. It writes no sentences and mends none.
//
//	Training wint, bijv. in jaar 3.  De rest volgt.
//	|<---------- first ---------->|  |<-- rest -->|
package sentences

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slotmemo/internal/document"
)

// First cuts a line after its first sentence and drops the blanks there. The
// language is "nl" or "en". Notes called at the end of the sentence stay with
// it. A line of one sentence, or of none that is closed, has no rest.
//
// A sentence ends at a full stop, a question or exclamation mark or an ellipsis
// that a new sentence follows: a capital, a figure, or a reference. It doesn't
// end within quotes or brackets, after an abbreviation or an initial.
func First(line []document.Inline, language string) (first, rest []document.Inline) {
	text := []rune(flat(line))
	for i := range text {
		if end, next, ok := ending(text, i, language); ok {
			return cut(line, 0, end), cut(line, next, len(text))
		}
	}
	return line, nil
}

// What stands for inlines that have no characters of their own to look at.
const (
	object = '\uFFFC' // code, or a reference that isn't in words yet
	call   = '\uFFF9' // of a note
)

// flat writes the characters of a line in one row.
func flat(line []document.Inline) string {
	var b strings.Builder
	for _, in := range line {
		kids := document.Kids(in)
		switch in := in.(type) {
		case document.Text:
			b.WriteString(strings.ToValidUTF8(string(in), "\uFFFD"))
		case document.LineBreak:
			b.WriteByte('\n')
		case document.NoteRef:
			b.WriteRune(call)
		default:
			if len(kids) == 0 {
				b.WriteRune(object)
			}
			b.WriteString(flat(kids))
		}
	}
	return b.String()
}

// cut gives the part of a line from one rune of its flat text up to another.
func cut(line []document.Inline, from, to int) []document.Inline {
	var out []document.Inline
	for _, in := range line {
		long := utf8.RuneCountInString(flat([]document.Inline{in}))
		start, end := max(from, 0), min(to, long)
		from, to = from-long, to-long
		switch kids := document.Kids(in); {
		case start >= end:
		case start == 0 && end == long:
			out = append(out, in)
		case kids == nil:
			out = append(out, document.Text([]rune(flat([]document.Inline{in}))[start:end]))
		default:
			out = append(out, document.WithKids(in, cut(kids, start, end)))
		}
	}
	return out
}

// ending reports whether the mark at i closes a sentence that another follows;
// end is behind the sentence with its quotes and notes, next where the other
// begins.
func ending(text []rune, i int, language string) (end, next int, ok bool) {
	if !strings.ContainsRune(".?!…", text[i]) {
		return 0, 0, false
	}
	end = skip(text, i+1, func(r rune) bool { return strings.ContainsRune(".?!…", r) })
	last := end - 1 // of "..." and "?!"
	end = skip(text, end, closes)
	if open(text[:end]) {
		return 0, 0, false
	}
	end = skip(text, end, func(r rune) bool { return r == call })
	next = skip(text, end, unicode.IsSpace)
	if next == end || !begins(text[next:]) {
		return 0, 0, false
	}
	return end, next, last != i || text[i] != '.' || !abbreviated(text[:i], text[next:], language)
}

func skip(text []rune, i int, over func(rune) bool) int {
	for i < len(text) && over(text[i]) {
		i++
	}
	return i
}

func closes(r rune) bool { return strings.ContainsRune("”’\"»)]", r) }

// begins reports whether a new sentence can begin so.
func begins(text []rune) bool {
	i := skip(text, 0, func(r rune) bool { return strings.ContainsRune("“‘„\"«([", r) })
	switch {
	case i == len(text):
		return false
	case text[i] == '’' || text[i] == '\'': // ’s Avonds, ’t Is
		i = skip(text, i+1, unicode.IsLower)
		i = skip(text, i, unicode.IsSpace)
		return i < len(text) && unicode.IsUpper(text[i])
	}
	return unicode.IsUpper(text[i]) || unicode.IsDigit(text[i]) || text[i] == object
}
