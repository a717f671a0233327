package text

import (
	"strings"
	"unicode"

	"slotmemo/internal/source"
)

// An exception is a word whose divisions somebody knows better than the
// patterns.
type exception struct{ language, word string }

// NotAWord is a line of the list of divisions that is no word.
var NotAWord = source.Message{
	NL: "%q is geen woord met afbrekingen; verwacht is één woord per regel, zoals kinder=opvang-toe-slag",
	EN: "%q is no word with divisions; expected one word a line, such as kinder=opvang-toe-slag",
}

// Learn takes a list of words with their divisions in a language: one word a
// line, a hyphen where it may be divided, = where that is better (between the
// parts of a compound), neither if never; # begins a comment. path says where
// the list stands. It must be called before text is set.
func (f *Fonts) Learn(lang, path, list string) []source.Problem {
	var problems []source.Problem
	for i, line := range strings.Split(list, "\n") {
		line, _, _ = strings.Cut(strings.TrimPrefix(line, "\uFEFF"), "#")
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !dividedWord(line) {
			problems = append(problems, source.Problem{
				Pos:      source.Pos{Path: path, Line: i + 1, Column: 1},
				Severity: source.Error, Message: NotAWord, Args: []any{line},
			})
			continue
		}
		word, points := readDivided(line)
		f.exceptions[exception{lang, word}] = points
	}
	return problems
}

// dividedWord tells whether a line is letters, with single signs of division
// between them.
func dividedWord(line string) bool {
	sign := true
	for _, r := range line {
		switch {
		case r == '-' || r == '=':
			if sign {
				return false
			}
			sign = true
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '’':
			sign = false
		default:
			return false
		}
	}
	return !sign
}
