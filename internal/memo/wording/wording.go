// Package wording says things in the language of a memo: its own texts, with
// numbers, moments, lists and names put into them. It knows no model.
package wording

import (
	"slotmemo/internal/prose"
	"slotmemo/templates"
)

// Words are the texts of a memo in one language. All sentences that the program
// itself says stand in templates/nl/memo.yaml and templates/en/memo.yaml.
type Words struct {
	prose.Prose
	Language string // "nl" or "en"
	texts    templates.Words
}

// In returns the words of a language; another than "en" is Dutch.
func In(language string) *Words {
	if language != "en" {
		language = "nl"
	}
	return &Words{prose.New(language), language, templates.Texts(language, "memo")}
}

// T returns a text of ours; with arguments it fills its verbs.
func (w *Words) T(key string, args ...any) string {
	if len(args) == 0 {
		return w.texts.Get(key)
	}
	return w.texts.Format(key, args...)
}

// Has reports whether there is a text with this key.
func (w *Words) Has(key string) bool { return w.texts.Has(key) }

// Signs of our own.
const (
	Minus = "\u2212" // before a number below zero
	Hard  = "\u00a0" // a blank at which no line ends
)
