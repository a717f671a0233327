package html

import (
	"strings"
	"unicode"

	"slotmemo/internal/document"
)

// caption writes "Figuur 3" and the caption, whose first sentence is the message.
func (w *writer) caption(name, number string, caption []document.Inline) {
	if number != "" {
		w.raw("<span class=\"label\">%s %s </span>", name, number)
	}
	message, rest := firstSentence(caption)
	if len(message) > 0 {
		w.wrap("strong", "", message)
	}
	w.inlines(rest)
}

// firstSentence cuts inlines after their first sentence. It looks for the end in
// plain text only; a full stop ends a sentence if a capital follows.
func firstSentence(inlines []document.Inline) (first, rest []document.Inline) {
	for i, in := range inlines {
		t, ok := in.(document.Text)
		if !ok {
			continue
		}
		if n := sentenceEnd(string(t)); n > 0 {
			first = append(append(first, inlines[:i]...), t[:n])
			rest = append(append(rest, t[n:]), inlines[i+1:]...)
			return first, rest
		}
	}
	return inlines, nil
}

// sentenceEnd gives the place after the first sentence of s that another follows,
// 0 if there is none.
func sentenceEnd(s string) int {
	for i, r := range s {
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		end := i + len(string(r))
		next := strings.TrimLeft(s[end:], " \u00a0")
		if next == s[end:] || next == "" {
			continue
		}
		if first := []rune(next)[0]; unicode.IsUpper(first) || unicode.IsDigit(first) {
			return end
		}
	}
	return 0
}
