package project

import "strings"

// A Chapter is one that is built in.
type Chapter struct {
	ID    string
	Dutch []string // what its file in text/ may be called besides
	Annex bool
}

var chapters = []Chapter{
	{ID: "summary", Dutch: []string{"samenvatting"}},
	{ID: "background", Dutch: []string{"aanleiding", "achtergrond"}},
	{ID: "approach", Dutch: []string{"aanpak", "werkwijze"}},
	{ID: "landscape", Dutch: []string{"systeemlandschap", "landschap"}},
	{ID: "domains", Dutch: []string{"domeinen"}},
	{ID: "effects", Dutch: []string{"effecten"}},
	{ID: "implications", Dutch: []string{"implicaties"}},
	{ID: "recommendations", Dutch: []string{"aanbevelingen"}},
	{ID: "limits", Dutch: []string{"beperkingen"}},
	{ID: "factors", Dutch: []string{"factoren"}, Annex: true},
	{ID: "relations", Dutch: []string{"relaties", "verbanden"}, Annex: true},
	{ID: "actors", Dutch: []string{"actoren"}, Annex: true},
	{ID: "loops", Dutch: []string{"lussen"}, Annex: true},
	{ID: "numbers", Dutch: []string{"getallen", "cijfers"}, Annex: true},
	{ID: "sessions", Dutch: []string{"sessies"}, Annex: true},
	{ID: "changes", Dutch: []string{"wijzigingen", "veranderingen"}, Annex: true},
}

// Chapters gives the built-in chapters and annexes in their own order. The
// caller must not change them.
func Chapters() []Chapter { return chapters }

// ChapterID gives the id of a built-in chapter by its id or a Dutch name, and
// false if there is none.
func ChapterID(name string) (string, bool) {
	name = strings.ToLower(name)
	for _, c := range chapters {
		if c.ID == name {
			return c.ID, true
		}
		for _, d := range c.Dutch {
			if d == name {
				return c.ID, true
			}
		}
	}
	return "", false
}

// chapterNames gives all names of built-in chapters, for suggestions.
func chapterNames() []string {
	var names []string
	for _, c := range chapters {
		names = append(append(names, c.ID), c.Dutch...)
	}
	return names
}
