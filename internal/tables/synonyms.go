package tables

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Column is what one column of a table may be called.
type Column struct {
	Key      string
	Also     []string // other names, in both languages
	Required bool     // "id" of a factor isn't, since its label will do
}

// A Table is what one table may be called, and its columns.
type Table struct {
	Key     string
	Also    []string
	Columns []Column
}

// The keys of the tables.
const (
	factors       = "factors"
	relations     = "relations"
	interventions = "interventions"
	actors        = "actors"
	loops         = "loops"
)

// known is the one table of everything that is accepted. Case, spaces, "_" and
// "-" don't count. Known gives it to the documentation.
var known = []Table{
	{factors, []string{"factor", "factoren", "variables", "variabelen"}, []Column{
		{Key: "id", Also: []string{"nr", "no", "code", "nummer", "number"}},
		{Key: "label", Also: []string{"factor", "name", "naam", "variable", "variabele"}},
		{Key: "short", Also: []string{"kort", "short name", "korte naam"}},
		{Key: "definition", Also: []string{"definitie", "description", "toelichting", "omschrijving", "beschrijving"}},
		{Key: "domain", Also: []string{"domein", "group", "groep"}},
		{Key: "level", Also: []string{"niveau", "initial value", "beginwaarde", "initial level", "current level", "huidig niveau", "beginniveau"}},
		{Key: "controllable", Also: []string{"beïnvloedbaar", "beinvloedbaar", "stuurbaar"}},
		{Key: "goal", Also: []string{"doel", "doelvariabele", "richting", "direction"}},
		{Key: "weight", Also: []string{"gewicht", "weging"}},
		{Key: "owner", Also: []string{"eigenaar", "actor", "owners", "eigenaren", "actors", "actoren"}},
		{Key: "intervention", Also: []string{"ingreep", "interventie", "intervention id"}},
		{Key: "intervention name", Also: []string{"naam ingreep", "naam interventie", "intervention label", "ingreep naam", "interventie naam"}},
		{Key: "target", Also: []string{"streefwaarde", "setpoint", "target level", "doelwaarde"}},
		{Key: "session", Also: []string{"sessie"}},
		{Key: "x"},
		{Key: "y"},
	}},
	{relations, []string{"relation", "relaties", "connections", "verbanden"}, []Column{
		{Key: "id", Also: []string{"nr", "no", "code", "nummer", "number"}},
		{Key: "from", Also: []string{"van", "oorzaak", "cause"}, Required: true},
		{Key: "to", Also: []string{"naar", "gevolg"}, Required: true},
		{Key: "sign", Also: []string{"teken", "polarity", "polariteit"}},
		{Key: "strength", Also: []string{"sterkte", "kracht"}},
		{Key: "speed", Also: []string{"snelheid"}},
		{Key: "kind", Also: []string{"soort"}},
		{Key: "argument", Also: []string{"onderbouwing", "bewijs", "evidence", "toelichting", "argumentatie"}},
		{Key: "session", Also: []string{"sessie"}},
		{Key: "dissent", Also: []string{"verschil van mening", "afwijkende mening"}},
	}},
	{interventions, []string{"intervention", "interventies", "ingrepen"}, []Column{
		{Key: "id", Also: []string{"nr", "no", "code", "nummer", "number"}},
		{Key: "label", Also: []string{"name", "naam", "intervention", "interventie", "ingreep"}},
		{Key: "short", Also: []string{"kort", "short name", "korte naam"}},
		{Key: "factor", Also: []string{"aangrijpingspunt", "intervention point"}, Required: true},
		{Key: "target", Also: []string{"streefwaarde", "setpoint", "target level", "doelwaarde"}, Required: true},
		{Key: "adjustment_years", Also: []string{"aanpassingstijd", "adjustment time"}},
		{Key: "active_from", Also: []string{"actief van", "actief vanaf", "begin", "start"}},
		{Key: "active_until", Also: []string{"actief tot", "actief tot en met", "einde", "eind", "end"}},
		{Key: "owner", Also: []string{"eigenaar", "actor", "owners", "eigenaren", "actors", "actoren"}},
	}},
	{actors, []string{"actor", "actoren"}, []Column{
		{Key: "id", Also: []string{"nr", "no", "code", "nummer", "number"}},
		{Key: "label", Also: []string{"name", "naam", "actor"}},
		{Key: "short", Also: []string{"kort", "short name", "korte naam"}},
		{Key: "kind", Also: []string{"soort", "type"}},
		{Key: "description", Also: []string{"omschrijving", "beschrijving", "toelichting"}},
	}},
	{loops, []string{"loop", "lussen", "lus"}, []Column{
		{Key: "id", Also: []string{"nr", "no", "code", "nummer", "number"}},
		{Key: "factors", Also: []string{"factoren", "keten", "chain"}, Required: true},
		{Key: "name", Also: []string{"naam", "label", "lus", "loop"}},
		{Key: "story", Also: []string{"verhaal", "toelichting", "description", "omschrijving", "beschrijving"}},
	}},
}

// Known gives the names of tables and columns that are accepted. The caller
// must not change it.
func Known() []Table { return known }

// A Word is a value that a cell may hold, and how else it may be written.
type Word struct {
	Name string // as in the model; a standard word of the method
	Also []string
}

var (
	strengthWords = []Word{
		{"weak", []string{"zwak"}},
		{"average", []string{"gemiddeld", "medium", "matig"}},
		{"strong", []string{"sterk"}},
		{"very strong", []string{"zeer sterk", "heel sterk"}},
	}
	speedWords = []Word{
		{"low", []string{"laag", "slow", "langzaam", "traag"}},
		{"average", []string{"gemiddeld", "medium", "matig"}},
		{"high", []string{"hoog", "fast", "quick", "snel"}},
		{"very high", []string{"zeer hoog", "very fast", "very quick", "zeer snel", "heel hoog", "heel snel"}},
	}
	signWords = []Word{
		{"+", []string{"plus", "positive", "positief"}},
		{"−", []string{"-", "–", "min", "minus", "negative", "negatief"}},
		{"?", []string{"", "onbekend", "unknown"}},
	}
	goalWords = []Word{
		{"+", []string{"higher", "hoger", "plus", "up", "omhoog", "meer", "more"}},
		{"−", []string{"-", "–", "lower", "lager", "min", "minus", "down", "omlaag", "minder", "less"}},
	}
	kindWords = []Word{
		{"ordinary", []string{"", "gewoon", "normaal", "normal"}},
		{"force", []string{"kracht", "gedwongen", "forced"}},
	}
	yesWords = []Word{
		{"yes", []string{"ja", "j", "y", "x", "true", "waar", "1"}},
		{"no", []string{"", "nee", "n", "false", "onwaar", "0"}},
	}
)

// A Vocabulary is the words of one kind of cell.
type Vocabulary struct {
	Column string // where the words stand, for instance "strength"
	Words  []Word
}

// Vocabularies gives the words that are accepted in cells, for the documentation.
func Vocabularies() []Vocabulary {
	return []Vocabulary{
		{"sign", signWords},
		{"strength", strengthWords},
		{"speed", speedWords},
		{"kind", kindWords},
		{"goal", goalWords},
		{"controllable", yesWords},
	}
}

// look gives the standard name of a word as written, and false if it is none.
func look(words []Word, written string) (string, bool) {
	s := fold(written)
	for _, w := range words {
		if s == fold(w.Name) {
			return w.Name, true
		}
		for _, a := range w.Also {
			if s == fold(a) {
				return w.Name, true
			}
		}
	}
	return "", false
}

// fold makes two ways to write the same name equal: capitals, kinds of space,
// and "é" as one character or as two. A lone "-" stays, since it is a sign.
func fold(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Join(strings.Fields(norm.NFC.String(s)), " ")
	return norm.NFC.String(strings.ToLower(s))
}

// plain tells whether fold has nothing to do: most cells are such.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || 'A' <= c && c <= 'Z' || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// foldName is fold for names of tables and columns, where "active_from",
// "active-from" and "active from" are the same.
func foldName(s string) string {
	return fold(strings.NewReplacer("_", " ", "-", " ").Replace(s))
}

// is tells whether a heading, file or sheet name is this one.
func is(key string, also []string, name string) bool {
	name = foldName(name)
	if name == foldName(key) {
		return true
	}
	for _, a := range also {
		if name == foldName(a) {
			return true
		}
	}
	return false
}

// tableNamed gives the table of a file or sheet name, and false if there is none.
func tableNamed(name string) (*Table, bool) {
	for i := range known {
		if is(known[i].Key, known[i].Also, name) {
			return &known[i], true
		}
	}
	return nil, false
}

// column gives the column of a heading, and false if the table has none of this name.
func (t *Table) column(heading string) (Column, bool) {
	for _, c := range t.Columns {
		if is(c.Key, c.Also, heading) {
			return c, true
		}
	}
	return Column{}, false
}
