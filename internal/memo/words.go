package memo

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/model"
)

const (
	minus = "\u2212"
	hard  = "\u00a0" // a blank at which no line ends
)

// decimal writes a number with so many decimals, in the signs of the language.
func (w *writer) decimal(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	if len(whole) > 4 { // four digits stay closed up
		whole = group(whole, w.t("number.thousands"))
	}
	if fraction != "" {
		whole += w.t("number.decimal") + fraction
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		return minus + whole
	}
	return whole
}

func group(digits, separator string) string {
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, parts...), separator)
}

// short writes a number with at most two decimals and no zeros at its end.
func (w *writer) short(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	_, fraction, _ := strings.Cut(s, ".")
	return w.decimal(v, len(fraction))
}

// signed writes a change: "+12,4", "−0,3", "0,0".
func (w *writer) signed(v float64, decimals int) string {
	s := w.decimal(v, decimals)
	if v > 0 && strings.Trim(s, "0.,") != "" {
		return "+" + s
	}
	return s
}

// gainText writes a signed gain with two decimals; what rounds to nothing but
// isn't is "≈ 0".
func (w *writer) gainText(v float64) string {
	if v != 0 && math.Abs(v) < 0.005 {
		return "≈" + hard + "0"
	}
	return w.signed(v, 2)
}

// points writes a change on [0,1] in points on a scale of 0–100.
func (w *writer) points(change float64) string { return w.signed(change*100, 1) }

// level writes a level on [0,1] on a scale of 0–100.
func (w *writer) level(v float64) string { return w.short(math.Round(v*1000) / 10) }

// count writes a number in running text: to ten in words.
func (w *writer) count(n int) string {
	if n >= 0 && n <= 10 {
		return strings.Fields(w.t("number.words"))[n]
	}
	return w.decimal(float64(n), 0)
}

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

// list joins names: "a, b en c".
func (w *writer) list(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + w.t("and") + " " + names[last]
}

// years writes a length of time: "1 jaar", "0,5 jaar", "3 jaar".
func (w *writer) years(v float64) string {
	if v == 1 {
		return "1" + hard + w.t("year")
	}
	return w.short(v) + hard + w.t("years")
}

// after writes a moment: "na 3 jaar".
func (w *writer) after(v float64) string { return w.t("after") + hard + w.years(v) }

// date writes YYYY-MM-DD as people do; what isn't a date stays as it is.
func (w *writer) date(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return s
	}
	month, err1 := strconv.Atoi(parts[1])
	day, err2 := strconv.Atoi(parts[2])
	if err1 != nil || err2 != nil || month < 1 || month > 12 {
		return s
	}
	return strconv.Itoa(day) + hard + strings.Fields(w.t("months"))[month-1] + hard + parts[0]
}

// capital makes the first letter a capital; a Dutch "ij" is one letter.
func (w *writer) capital(s string) string {
	if w.language == "nl" && strings.HasPrefix(s, "ij") {
		return "IJ" + s[2:]
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// polish gives text of the user's tables the quotes and joints of print.
func (w *writer) polish(s string) string {
	return markdown.Polish(strings.Join(strings.Fields(s), " "), w.language)
}

// sentence closes a text with a full stop if it has no closing mark.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsRune(".!?…:”’\"", lastRune(s)) {
		return s
	}
	return s + "."
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// sorted orders by a name as a dictionary does: diacritics beside their letter.
func sorted[T any](w *writer, items []T, name func(T) string) []T {
	tag := language.Dutch
	if w.language == "en" {
		tag = language.BritishEnglish
	}
	c := collate.New(tag, collate.IgnoreCase, collate.Numeric)
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b T) int {
		return c.CompareString(name(a), name(b))
	})
	return items
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

// quoted puts a name of the model in quotes, for in a sentence of ours: names
// are whole phrases ("Professionals trainen"), and nobody can tell otherwise
// where they end.
func quoted(name string) string { return "‘" + name + "’" }

// factorQ and interventionQ are names in quotes.
func (w *writer) factorQ(id string) string       { return quoted(w.factor(id)) }
func (w *writer) interventionQ(id string) string { return quoted(w.intervention(id)) }

// allQuoted puts names in quotes and in a row.
func (w *writer) allQuoted(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quoted(n)
	}
	return w.list(out)
}

// withEachOther names a combination in running text: "‘training’ en ‘budget’".
func (w *writer) withEachOther(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.intervention(id)
	}
	return w.allQuoted(names)
}

// word gives the word of a scale in the language of the memo; a word of the
// project's own stays as it is.
func (w *writer) word(scale, name string) string {
	if name == "" {
		return w.t("word.unknown")
	}
	key := scale + "." + strings.ReplaceAll(name, " ", "-")
	if w.words.Has(key) {
		return w.t(key)
	}
	return name
}

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
