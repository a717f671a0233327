// Package source says where something stands in the user's files, and what is
// wrong there.
//
// A Pos is a place: path, line and column, or workbook, sheet and cell. A
// Problem is one thing wrong at a place. It keeps the facts; its sentence is
// made last, in the language of the project. The package reads nothing and
// knows nothing of models or memos.
package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A Pos is a place in a file of the project. Lines and columns count from 1,
// columns in characters; zero means that only the part before it is known.
type Pos struct {
	Path   string // relative to the project folder, with slashes
	Line   int
	Column int
	Sheet  string // of a workbook; then Cell is set and Line and Column give the row and the column number
	Cell   string // as in a workbook: "D23"
}

// String gives path:line:column, or path:sheet!cell for a workbook.
func (p Pos) String() string {
	p.Path, p.Sheet = printable(p.Path), printable(p.Sheet)
	switch {
	case p.Sheet != "" && p.Cell != "":
		return p.Path + ":" + p.Sheet + "!" + p.Cell
	case p.Sheet != "":
		return p.Path + ":" + p.Sheet
	case p.Line == 0:
		return p.Path
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Column)
}

// printable puts "?" for controls, which may stand in names of files and would
// otherwise reach the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || invisible(r) {
			return '?'
		}
		return r
	}, s)
}

// File gives the file of a place, with the sheet of a workbook: what a message
// calls the table that others refer to.
func (p Pos) File() string { return Pos{Path: p.Path, Sheet: p.Sheet}.String() }

// Compare orders places by path, sheet, line and column.
func Compare(a, b Pos) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path), cmp.Compare(a.Sheet, b.Sheet),
		cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// Severity tells what a Problem does to a build.
type Severity int

const (
	Error   Severity = iota // stops the build
	Warning                 // stops it under --strict only
	Note                    // shown under --verbose
)

// A Message is a sentence with fmt verbs, in both languages of the program.
// Verbs may be indexed (%[2]q), since word order differs. Write it as a
// fragment: lower case, no full stop ("no factor %q; expected an id from %s").
type Message struct{ NL, EN string }

// In gives the sentence in the language ("nl" or "en").
func (m Message) In(language string) string {
	if language == "en" {
		return m.EN
	}
	return m.NL
}

// A Phrase is an argument of a Message that itself depends on the language.
type Phrase interface{ In(language string) string }

// A Problem is one thing wrong in the user's files.
type Problem struct {
	Pos      Pos
	Severity Severity
	Message  Message
	Args     []any  // facts for the verbs of Message; a Phrase is put into words first
	See      Pos    // the other place, if there are two
	Near     string // what was probably meant: "did you mean …?"; empty if nothing is near
}

var (
	didYouMean = Message{NL: "; bedoelde u %q?", EN: "; did you mean %q?"}
	seeAlso    = Message{NL: " (zie %s)", EN: " (see %s)"}
)

// Text gives the sentence without its place.
func (p Problem) Text(language string) string {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		if phrase, ok := a.(Phrase); ok {
			a = phrase.In(language)
		}
		args[i] = a
	}
	s := fmt.Sprintf(p.Message.In(language), args...)
	if p.Near != "" {
		s += fmt.Sprintf(didYouMean.In(language), p.Near)
	}
	if p.See != (Pos{}) {
		s += fmt.Sprintf(seeAlso.In(language), p.See)
	}
	return s
}

// Sort orders problems by place; equal places keep their order.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int { return Compare(a.Pos, b.Pos) })
}

// Worst gives the gravest severity among problems, and false if there are none.
func Worst(problems []Problem) (Severity, bool) {
	if len(problems) == 0 {
		return Note, false
	}
	worst := Note
	for _, p := range problems {
		worst = min(worst, p.Severity)
	}
	return worst, true
}
