package tables

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
)

// names are what one table's rows may be called by others: ids, and labels
// that only one row has.
type names struct {
	ids    map[string]bool
	folded map[string]string   // folded id → id
	labels map[string][]string // folded label → ids
	all    []string            // ids and labels, for suggestions
	where  string              // the file or sheet they stand in
	table  string
}

func (n *names) add(id, label string) {
	if n.ids == nil {
		n.ids, n.folded, n.labels = map[string]bool{}, map[string]string{}, map[string][]string{}
	}
	n.ids[id] = true
	n.folded[fold(id)] = id
	key := fold(label)
	n.labels[key] = append(n.labels[key], id)
	n.all = append(n.all, id)
	if label != id {
		n.all = append(n.all, label)
	}
}

// find gives the id that was meant: an id as it is written, a label that is
// unique, or an id with other capitals.
func (n *names) find(written string) (id string, many bool) {
	if n.ids[written] {
		return written, false
	}
	if ids := n.labels[fold(written)]; len(ids) > 0 {
		return ids[0], len(ids) > 1
	}
	return n.folded[fold(written)], false
}

// refer gives the id of what a cell refers to, and reports if there is none.
func (rd *reader) refer(c cell, n *names, unknown source.Message) (string, bool) {
	id, many := n.find(c.text)
	switch {
	case many:
		rd.report(c.pos, ambiguous, c.text)
	case id == "" && rd.lost[n.table]: // the row may be one that couldn't be read
	case id == "":
		rd.near(c.pos, c.text, n.all, unknown, c.text, n.where)
	default:
		return id, true
	}
	return "", false
}

// checkID refuses characters that stand between ids in texts and tables:
// "effect:c1+c3/costs@3", "a > b > c", "om|politie", intervention="c1 c4".
func (v values) checkID(id cell) {
	if r := forbidden(id.text); r != 0 {
		v.report(id.pos, badID, id.text, string(r))
	} else if mixed(id.text) {
		v.warn(id.pos, mixedID, id.text)
	}
}

// forbidden gives the first character that an id may not have, or 0.
func forbidden(id string) rune {
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-:", r) {
			return r
		}
	}
	return 0
}

// mixed tells whether an id has letters of Latin beside look-alikes of Greek or
// Cyrillic, which nobody can tell apart on a screen.
func mixed(id string) bool {
	latin, other := false, false
	for _, r := range id {
		latin = latin || unicode.Is(unicode.Latin, r)
		other = other || unicode.In(r, unicode.Greek, unicode.Cyrillic)
	}
	return latin && other
}

// slug makes an id of a label: small letters without accents and digits, with
// "-" for everything between: "Financiële zelfredzaamheid" is
// "financiele-zelfredzaamheid".
func slug(label string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(label)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}

// An idMaker makes ids that aren't taken.
type idMaker struct {
	taken map[string]bool
	next  map[string]int // by base, the number to try next
}

func newIDMaker() idMaker { return idMaker{map[string]bool{}, map[string]int{}} }

// make gives base, or base with the first number from 2 that makes it an id
// that isn't taken.
func (m idMaker) make(base string) string {
	id := base
	for n := max(m.next[base], 2); m.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
		m.next[base] = n + 1
	}
	m.taken[id] = true
	return id
}
