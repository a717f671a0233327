package prose

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// List joins names: "a, b en c".
func (p Prose) List(names []string) string { return Joined(names, p.words.Get("and")) }

// Choice joins what one may choose from: "a, b of c".
func (p Prose) Choice(names []string) string { return Joined(names, p.words.Get("or")) }

// And is the word between the last two names of a list.
func (p Prose) And() string { return p.words.Get("and") }

// Joined puts a word before the last of some names. British English has no comma
// there, and neither has Dutch.
func Joined(names []string, word string) string {
	if len(names) == 0 {
		return ""
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}

// Sorted returns the items in the order of their names in a dictionary:
// diacritics beside their letter, "2" before "10"; equal names keep their order.
func Sorted[T any](p Prose, items []T, name func(T) string) []T {
	tag := language.Dutch
	if p.language == "en" {
		tag = language.BritishEnglish
	}
	c := collate.New(tag, collate.IgnoreCase, collate.Numeric)
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b T) int { return c.CompareString(name(a), name(b)) })
	return items
}
