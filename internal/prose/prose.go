// Package prose says numbers, counts, lists, dates, moments and names as people
// write them in a language.
//
// It takes values and gives strings; which sentence they stand in is the affair
// of whoever asks. It knows Dutch ("nl") and British English ("en"), and of the
// model no more than the words of its standard scales.
//
// Figures stand in tables, words in running text: Decimal, Number, Years and
// After write figures, Count, Points, Term and Moment words up to ten. A number
// in figures is joined to its unit by a blank at which no line ends; Loose lets
// go of it.
package prose

import (
	"strings"

	"slotmemo/templates"
)

// A Prose writes one language. It is a plain value, ready to be copied and used
// from many places at once.
type Prose struct {
	language string
	words    templates.Words
}

// New returns the prose of a language: "en", or "nl" for everything else.
func New(language string) Prose {
	if language != "en" {
		language = "nl"
	}
	return Prose{language, templates.Texts(language, "prose")}
}

// hard is a blank at which no line ends.
const hard = "\u00a0"

// Loose makes of each blank at which no line ends one at which it may, for text
// that is never broken in lines or breaks where it likes.
func Loose(s string) string { return strings.ReplaceAll(s, hard, " ") }

// row returns the words of a key whose text is a row of words.
func (p Prose) row(key string) []string { return strings.Fields(p.words.Get(key)) }
