package tables

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

var decimal = regexp.MustCompile(`^[-+]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d{1,3})?$`)

// ParseNumber reads a number with a decimal point or comma. It takes no
// separators of thousands, since "1.234" would then be two numbers.
func ParseNumber(s string) (float64, bool) {
	s = strings.NewReplacer("−", "-", "–", "-").Replace(strings.TrimSpace(s))
	if len(s) > 40 || !decimal.MatchString(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// values reads what single cells hold, whatever table they stand in.
type values struct{ *reporter }

// number reads the number of a cell; unknown if it is empty or wrong.
func (v values) number(c cell, name source.Message) model.Number {
	if c.empty() || c.text == "?" {
		return model.Number{}
	}
	n, ok := ParseNumber(c.text)
	if !ok {
		v.report(c.pos, notNumber, name, c.text)
		return model.Number{}
	}
	return model.Known(n)
}

// level reads a level on [0,1], or a percentage such as "48%".
func (v values) level(c cell, name source.Message) model.Number {
	written, whole := c, 1.0
	if part, ok := strings.CutSuffix(c.text, "%"); ok {
		written.text, whole = strings.TrimSpace(part), 100
	}
	n := v.number(written, name)
	if !n.Known {
		return n
	}
	switch n.Value /= whole; {
	case n.Value >= 0 && n.Value <= 1:
		return n
	case whole == 1 && n.Value >= 2 && n.Value <= 100:
		v.report(c.pos, ofHundred, name, c.text, source.Number(n.Value/100))
	default:
		v.report(c.pos, outsideScale, name, c.text)
	}
	return model.Number{}
}

// years reads a length or moment of time, in years, of at least low.
func (v values) years(c cell, name source.Message, low, silent float64) float64 {
	n := v.number(c, name)
	switch {
	case !n.Known:
		return silent
	case n.Value < low || n.Value > maxYears:
		v.report(c.pos, outsideYears, name, c.text, source.Number(low), source.Number(maxYears))
		return silent
	}
	return n.Value
}

// maxYears is the longest time that a table may name; MinYears the shortest
// delay or adjustment. A tenth of the shortest is the step of the simulation.
const (
	maxYears = 1000.0
	MinYears = 0.01
)

// word reads a cell that holds one of a few words.
func (v values) word(c cell, name source.Message, words []Word) string {
	if w, ok := look(words, c.text); ok {
		return w
	}
	var names []string
	for _, w := range words {
		names = append(append(names, w.Name), w.Also...)
	}
	v.near(c.pos, c.text, names, unknownWord, name, c.text, vocabulary(words))
	return ""
}

// vocabulary puts the words of a list into words: the first Dutch one or the
// standard one.
type vocabulary []Word

// In gives "+ of −", "gewoon of kracht".
func (v vocabulary) In(language string) string {
	var c source.Choice
	for _, w := range v {
		name := w.Name
		if language == "nl" && len(name) > 3 || name == "yes" || name == "no" {
			name = firstDutch(w, language)
		}
		c = append(c, name)
	}
	return c.In(language)
}

func firstDutch(w Word, language string) string {
	for _, a := range w.Also {
		if language == "nl" && len(a) > 1 {
			return a
		}
	}
	return w.Name
}

// step reads a word of a scale: one of the project's own, or a standard word in
// either language. Empty and "?" are unknown.
func (v values) step(c cell, name source.Message, scale model.Scale, standard []Word) string {
	if w, ok := look(signWords[2:], c.text); ok && w == "?" {
		return ""
	}
	for _, s := range scale {
		if fold(s.Name) == fold(c.text) {
			return s.Name
		}
	}
	if w, ok := look(standard, c.text); ok && scale.Index(w) >= 0 {
		return w
	}
	choice := steps{scale, standard}
	v.near(c.pos, c.text, append([]string(choice.words("nl")), choice.words("en")...), notOnScale, name, c.text, choice)
	return ""
}

// steps puts the words of a scale into words.
type steps struct {
	scale    model.Scale
	standard []Word
}

// In gives "zwak, gemiddeld, sterk of zeer sterk".
func (s steps) In(language string) string { return s.words(language).In(language) }

func (s steps) words(language string) source.Choice {
	var c source.Choice
	for _, step := range s.scale {
		name := step.Name
		for _, w := range s.standard {
			if w.Name == name {
				name = firstDutch(w, language)
			}
		}
		c = append(c, name)
	}
	return c
}

// StandardWord gives the standard word of the method for a word in either
// language ("zwak" is "weak"), and false if it is none.
func StandardWord(speed bool, written string) (string, bool) {
	if speed {
		return look(speedWords, written)
	}
	return look(strengthWords, written)
}

// list splits a cell with several values.
func list(c cell, separators string) []cell {
	var all []cell
	for _, s := range strings.FieldsFunc(c.text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, cell{s, c.pos})
		}
	}
	return all
}
