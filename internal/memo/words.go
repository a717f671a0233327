package memo

import (
	"strings"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

const (
	minus = "\u2212"
	hard  = "\u00a0" // a blank at which no line ends
)

// prose writes the language of the memo. The methods below are short names for
// what it says.
func (w *writer) prose() prose.Prose { return prose.New(w.language) }

func (w *writer) decimal(v float64, decimals int) string { return w.prose().Decimal(v, decimals) }
func (w *writer) short(v float64) string                 { return w.prose().Short(v) }
func (w *writer) signed(v float64, decimals int) string  { return w.prose().Signed(v, decimals) }
func (w *writer) gainText(v float64) string              { return w.prose().Gain(v) }
func (w *writer) points(change float64) string           { return w.prose().Change(change) }
func (w *writer) level(v float64) string                 { return w.prose().Level(v) }
func (w *writer) count(n int) string                     { return w.prose().Count(n) }
func (w *writer) list(names []string) string             { return w.prose().List(names) }
func (w *writer) years(v float64) string                 { return w.prose().Years(v) }
func (w *writer) after(v float64) string                 { return w.prose().After(v) }
func (w *writer) date(s string) string                   { return w.prose().Date(s) }
func (w *writer) capital(s string) string                { return w.prose().Capital(s) }

// many chooses between the singular and the plural of a text and puts the
// number in words in it: keys KEY.one and KEY.many.
func (w *writer) many(key string, n int) string {
	switch {
	case n == 1:
		return w.t(key + ".one")
	case n == 0 && w.words.Has(key+".none"):
		return w.t(key + ".none")
	}
	return w.t(key+".many", w.count(n))
}

// polish gives text of the user's tables the quotes and joints of print.
func (w *writer) polish(s string) string {
	return markdown.Polish(strings.Join(strings.Fields(s), " "), w.language)
}

func sentence(s string) string { return prose.Sentence(s) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func sorted[T any](w *writer, items []T, name func(T) string) []T {
	return prose.Sorted(w.prose(), items, name)
}

// Names of things of the model.

func (w *writer) factor(id string) string {
	if f := w.m.Factor(id); f != nil {
		return f.Label
	}
	return id
}

func (w *writer) actor(id string) string {
	if a := w.m.Actor(id); a != nil {
		return a.Label
	}
	return id
}

func (w *writer) intervention(id string) string {
	if c := w.m.Intervention(id); c != nil {
		return c.Label
	}
	return id
}

// together names a combination: "training + budget".
func (w *writer) together(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.intervention(id)
	}
	return strings.Join(names, " + ")
}

func quoted(name string) string { return prose.Quoted(name) }

// factorQ and interventionQ are names in quotes.
func (w *writer) factorQ(id string) string       { return quoted(w.factor(id)) }
func (w *writer) interventionQ(id string) string { return quoted(w.intervention(id)) }

// allQuoted puts names in quotes and in a row.
func (w *writer) allQuoted(names []string) string { return w.list(prose.AllQuoted(names)) }

// withEachOther names a combination in running text: "‘training’ en ‘budget’".
func (w *writer) withEachOther(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.intervention(id)
	}
	return w.allQuoted(names)
}

// word names a step of a scale, "strength" or "speed".
func (w *writer) word(scale, name string) string { return w.prose().Step(prose.Scale(scale), name) }

// link writes what a relation does: "draagt bij · sterk · traag".
func (w *writer) relationWords(r *model.Relation) string {
	key := map[model.Sign]string{model.Plus: "sign.plus", model.Minus: "sign.minus", model.Unknown: "sign.unknown"}[r.Sign]
	if r.Force {
		key = "sign.force"
	}
	parts := []string{w.t(key)}
	if r.Strength != "" && !r.Force {
		parts = append(parts, w.word("strength", r.Strength))
	}
	if r.Speed != "" {
		parts = append(parts, w.word("speed", r.Speed))
	}
	return strings.Join(parts, hard+"· ") // no line begins with the dot
}

// say makes a paragraph of sentences, each already complete.
func say(sentences ...string) *document.Paragraph {
	return &document.Paragraph{Text: document.Words(joinSentences(sentences))}
}

func joinSentences(sentences []string) string {
	var kept []string
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}
