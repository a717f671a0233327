package project

import (
	"slices"
	"strings"
	"time"

	"slotmemo/internal/source"
	"slotmemo/internal/tables"
)

// A decoder turns values of a YAML tree into fields and keeps the problems.
type decoder struct {
	problems []source.Problem
}

func (d *decoder) report(pos source.Pos, m source.Message, args ...any) {
	d.problems = append(d.problems, source.Problem{Pos: pos, Message: m, Args: args})
}

func (d *decoder) warn(pos source.Pos, m source.Message, args ...any) {
	d.problems = append(d.problems, source.Problem{Pos: pos, Severity: source.Warning, Message: m, Args: args})
}

func (d *decoder) near(pos source.Pos, word string, candidates []string, m source.Message, args ...any) {
	d.problems = append(d.problems, source.Problem{Pos: pos, Message: m, Args: args, Near: source.Near(word, candidates)})
}

// A field is a key that a map may have, and what to do with its value.
type field struct {
	key  string
	also []string
	read func(e entry)
}

// fields reads the entries of a map. Unknown keys are errors, since a typing
// error in a key would otherwise silently change the memo.
func (d *decoder) fields(v value, fields []field) {
	for _, e := range v.entries {
		i := slices.IndexFunc(fields, func(f field) bool {
			return f.key == e.key || slices.Contains(f.also, strings.ToLower(e.key))
		})
		if i < 0 {
			var keys []string
			for _, f := range fields {
				keys = append(append(keys, f.key), f.also...)
			}
			if e.val.kind == null && strings.ContainsRune(e.key, ' ') { // {name: Volksgezondheid, Welzijn en Sport}
				d.report(e.pos, commaSplits, e.key)
				continue
			}
			d.unknownField(e, keys, fields)
			continue
		}
		fields[i].read(e)
	}
}

// unknownField reports a key, with one that is near, or all there are if they
// are few.
func (d *decoder) unknownField(e entry, names []string, fields []field) {
	const few = 10
	if len(fields) > few || source.Near(e.key, names) != "" {
		d.near(e.pos, e.key, names, unknownField, e.key)
		return
	}
	var keys source.Choice
	for _, f := range fields {
		keys = append(keys, f.key)
	}
	d.report(e.pos, unknownFieldOf, e.key, keys)
}

// isMap tells whether the value is a map, and reports if it isn't.
func (d *decoder) isMap(e entry, expected string) bool {
	if e.val.kind != mapping && e.val.kind != wrong {
		d.report(e.val.pos, notFields, e.key, expected)
	}
	return e.val.kind == mapping
}

// text reads one value. Lines of a longer text are kept.
func (d *decoder) text(e entry) string {
	switch e.val.kind {
	case scalar:
		return strings.TrimSpace(e.val.text)
	case null, wrong:
		return ""
	}
	d.report(e.val.pos, notText, e.key)
	return ""
}

// list reads a list, or one value as a list of one.
func (d *decoder) list(e entry) []value {
	switch e.val.kind {
	case list:
		return e.val.items
	case null, wrong:
		return nil
	case scalar:
		return []value{e.val}
	}
	d.report(e.val.pos, notList, e.key)
	return nil
}

// texts reads a list of values, empty ones left out.
func (d *decoder) texts(e entry) []string {
	var all []string
	for _, v := range d.list(e) {
		if s := d.text(entry{e.key, e.pos, v}); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// date reads a date. It stays text: the memo prints what was written.
func (d *decoder) date(e entry) string {
	s := d.text(e)
	if s == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		d.report(e.val.pos, notDate, e.key, s)
		return ""
	}
	return s
}

// number reads a number from low to high; silent if there is none.
func (d *decoder) number(e entry, low, high, silent float64) float64 {
	s := d.text(e)
	if s == "" {
		return silent
	}
	v, ok := tables.ParseNumber(s)
	if !ok || v < low || v > high {
		d.report(e.val.pos, notNumberIn, e.key, s, source.Number(low), source.Number(high))
		return silent
	}
	return v
}

// whole reads a whole number from low to high; silent if there is none.
func (d *decoder) whole(e entry, low, high, silent int) int {
	s := d.text(e)
	if s == "" {
		return silent
	}
	v, ok := tables.ParseNumber(s)
	if !ok || v != float64(int(v)) || v < float64(low) || v > float64(high) {
		d.report(e.val.pos, notWhole, e.key, s, low, high)
		return silent
	}
	return int(v)
}

// oneOf reads one of a few words; each has other ways to be written.
func (d *decoder) oneOf(e entry, words map[string]string, shown source.Phrase, silent string) string {
	s := d.text(e)
	if s == "" {
		return silent
	}
	if w, ok := words[strings.ToLower(s)]; ok {
		return w
	}
	var candidates []string
	for w := range words {
		candidates = append(candidates, w)
	}
	slices.Sort(candidates)
	d.near(e.val.pos, s, candidates, notOneOf, e.key, s, shown)
	return silent
}
