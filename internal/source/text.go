package source

import (
	"strings"
	"unicode/utf8"
)

// NotUTF8 says that a text isn't in the one encoding that is read.
var NotUTF8 = Message{
	NL: "het bestand is hier geen UTF-8; bewaar het als UTF-8",
	EN: "the file isn't UTF-8 here; save it as UTF-8",
}

var hiddenCharacter = Message{
	NL: "onzichtbaar teken (%s); het is weggelaten",
	EN: "invisible character (%s); it was taken out",
}

// InvalidUTF8 returns the place of the first byte that isn't UTF-8.
func InvalidUTF8(start Pos, text string) Pos {
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
func after(start Pos, text string) Pos {
	pos := Pos{Path: start.Path, Line: max(start.Line, 1), Column: max(start.Column, 1)}
	if n := strings.Count(text, "\n"); n > 0 {
		pos.Line += n
		pos.Column = 1
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	pos.Column += utf8.RuneCountInString(text)
	return pos
}

// VisibleLines takes out characters that nobody can see, with a warning for
// each line that has one.
func VisibleLines(start Pos, text string) (string, []Problem) {
	if _, hidden := Visible(text); hidden == "" {
		return text, nil
	}
	var problems []Problem
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		visible, hidden := Visible(line)
		if hidden == "" {
			continue
		}
		same := 0
		for same < len(visible) && visible[same] == line[same] {
			same++
		}
		pos := after(start, strings.Join(lines[:i], "\n"))
		if i > 0 {
			pos = Pos{Path: start.Path, Line: max(start.Line, 1) + i, Column: 1}
		}
		pos.Column += utf8.RuneCountInString(line[:same])
		problems = append(problems, Problem{
			Pos: pos, Severity: Warning, Message: hiddenCharacter, Args: []any{hidden},
		})
		lines[i] = visible
	}
	return strings.Join(lines, "\n"), problems
}
