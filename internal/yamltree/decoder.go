package yamltree

import (
	"slices"
	"strings"
	"time"

	"slotmemo/internal/source"
	"slotmemo/internal/tables"
)

// A Decoder turns values of a YAML tree into fields and keeps the problems.
type Decoder struct {
	Problems []source.Problem
}

// Report notes an error.
func (d *Decoder) Report(pos source.Pos, m source.Message, args ...any) {
	d.Problems = append(d.Problems, source.Problem{Pos: pos, Message: m, Args: args})
}

// Warn notes a warning.
func (d *Decoder) Warn(pos source.Pos, m source.Message, args ...any) {
	d.Problems = append(d.Problems, source.Problem{Pos: pos, Severity: source.Warning, Message: m, Args: args})
}

// Near notes an error at a word, with the candidate that was probably meant.
func (d *Decoder) Near(pos source.Pos, word string, candidates []string, m source.Message, args ...any) {
	d.Problems = append(d.Problems, source.Problem{Pos: pos, Message: m, Args: args, Near: source.Near(word, candidates)})
}

// A Field is a key that a map may have, and what to do with its value.
type Field struct {
	Key  string
	Also []string // other names of the key
	Read func(e Entry)
}

// Fields reads the entries of a map. Unknown keys are errors, since a typing
// error in a key would otherwise silently change the memo.
func (d *Decoder) Fields(v Value, fields []Field) {
	for _, e := range v.Entries {
		i := slices.IndexFunc(fields, func(f Field) bool {
			return f.Key == e.Key || slices.Contains(f.Also, strings.ToLower(e.Key))
		})
		if i < 0 {
			var keys []string
			for _, f := range fields {
				keys = append(append(keys, f.Key), f.Also...)
			}
			if e.Val.Kind == Null && strings.ContainsRune(e.Key, ' ') { // {name: Volksgezondheid, Welzijn en Sport}
				d.Report(e.Pos, commaSplits, e.Key)
				continue
			}
			d.unknownField(e, keys, fields)
			continue
		}
		fields[i].Read(e)
	}
}

// unknownField reports a key, with one that is near, or all there are if they
// are few.
func (d *Decoder) unknownField(e Entry, names []string, fields []Field) {
	const few = 10
	if len(fields) > few || source.Near(e.Key, names) != "" {
		d.Near(e.Pos, e.Key, names, unknownField, e.Key)
		return
	}
	var keys source.Choice
	for _, f := range fields {
		keys = append(keys, f.Key)
	}
	d.Report(e.Pos, unknownFieldOf, e.Key, keys)
}

// IsMap reports whether the value is a map, and reports if it isn't.
func (d *Decoder) IsMap(e Entry, expected string) bool {
	if e.Val.Kind != Map && e.Val.Kind != Wrong {
		d.Report(e.Val.Pos, notFields, e.Key, expected)
	}
	return e.Val.Kind == Map
}

// IsList reports whether the value is a list or nothing, and notes it if it is
// something else.
func (d *Decoder) IsList(e Entry) bool {
	ok := e.Val.Kind == List || e.Val.Kind == Null
	if !ok {
		d.Report(e.Val.Pos, notList, e.Key)
	}
	return ok
}

// Text reads one value. Lines of a longer text are kept.
func (d *Decoder) Text(e Entry) string {
	switch e.Val.Kind {
	case Scalar:
		return strings.TrimSpace(e.Val.Text)
	case Null, Wrong:
		return ""
	}
	d.Report(e.Val.Pos, notText, e.Key)
	return ""
}

// List reads a list, or one value as a list of one.
func (d *Decoder) List(e Entry) []Value {
	switch e.Val.Kind {
	case List:
		return e.Val.Items
	case Null, Wrong:
		return nil
	case Scalar:
		return []Value{e.Val}
	}
	d.Report(e.Val.Pos, notList, e.Key)
	return nil
}

// Texts reads a list of values, empty ones left out.
func (d *Decoder) Texts(e Entry) []string {
	var all []string
	for _, v := range d.List(e) {
		if s := d.Text(Entry{e.Key, e.Pos, v}); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// Date reads a date. It stays text: the memo prints what was written.
func (d *Decoder) Date(e Entry) string {
	s := d.Text(e)
	if s == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		d.Report(e.Val.Pos, notDate, e.Key, s)
		return ""
	}
	return s
}

// Number reads a number from low to high; silent if there is none.
func (d *Decoder) Number(e Entry, low, high, silent float64) float64 {
	s := d.Text(e)
	if s == "" {
		return silent
	}
	v, ok := tables.ParseNumber(s)
	if !ok || v < low || v > high {
		d.Report(e.Val.Pos, notNumberIn, e.Key, s, source.Number(low), source.Number(high))
		return silent
	}
	return v
}

// NoNumber notes that a number from low to high was expected and nothing stands there.
func (d *Decoder) NoNumber(e Entry, low, high float64) {
	d.Report(e.Pos, notNumberIn, e.Key, "", source.Number(low), source.Number(high))
}

// Whole reads a whole number from low to high; silent if there is none.
func (d *Decoder) Whole(e Entry, low, high, silent int) int {
	s := d.Text(e)
	if s == "" {
		return silent
	}
	v, ok := tables.ParseNumber(s)
	if !ok || v != float64(int(v)) || v < float64(low) || v > float64(high) {
		d.Report(e.Val.Pos, notWhole, e.Key, s, low, high)
		return silent
	}
	return int(v)
}

// OneOf reads one of a few words; each has other ways to be written.
func (d *Decoder) OneOf(e Entry, words map[string]string, shown source.Phrase, silent string) string {
	s := d.Text(e)
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
	d.Near(e.Val.Pos, s, candidates, notOneOf, e.Key, s, shown)
	return silent
}

// Each calls read for each value of a list, or for the one value that isn't a list.
func (d *Decoder) Each(e Entry, read func(e Entry)) {
	if e.Val.Kind != List {
		read(e)
		return
	}
	for _, item := range e.Val.Items {
		read(Entry{e.Key, e.Pos, item})
	}
}

// Need reports that a part of a value is missing if what was given is empty.
func (d *Decoder) Need(e Entry, part, given string) {
	if given == "" {
		d.Report(e.Val.Pos, missingPart, e.Key, part)
	}
}
