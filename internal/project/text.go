package project

import (
	"strings"
	"unicode/utf8"

	"slotmemo/internal/source"
)

// invalidAt gives the place of the first byte that isn't UTF-8.
func invalidAt(start source.Pos, text string) source.Pos {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return after(start, text[:at])
}

// after gives the place that follows text, if text begins at start.
func after(start source.Pos, text string) source.Pos {
	pos := source.Pos{Path: start.Path, Line: max(start.Line, 1), Column: max(start.Column, 1)}
	if n := strings.Count(text, "\n"); n > 0 {
		pos.Line += n
		pos.Column = 1
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	pos.Column += utf8.RuneCountInString(text)
	return pos
}

// visibleLines takes out characters that nobody can see, with a warning for
// each line that has one.
func visibleLines(start source.Pos, text string) (string, []source.Problem) {
	if _, hidden := source.Visible(text); hidden == "" {
		return text, nil
	}
	var problems []source.Problem
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		visible, hidden := source.Visible(line)
		if hidden == "" {
			continue
		}
		same := 0
		for same < len(visible) && visible[same] == line[same] {
			same++
		}
		pos := after(start, strings.Join(lines[:i], "\n"))
		if i > 0 {
			pos = source.Pos{Path: start.Path, Line: max(start.Line, 1) + i, Column: 1}
		}
		pos.Column += utf8.RuneCountInString(line[:same])
		problems = append(problems, source.Problem{
			Pos: pos, Severity: source.Warning, Message: hiddenCharacter, Args: []any{hidden},
		})
		lines[i] = visible
	}
	return strings.Join(lines, "\n"), problems
}
