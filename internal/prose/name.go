package prose

import "regexp"

// A Kind is a kind of thing that has a name in the model. It has an article in
// the files of words.
type Kind string

// The kinds of things that sentences name.
const (
	Factor       Kind = "factor"
	Goal         Kind = "goal"
	Intervention Kind = "intervention"
	Actor        Kind = "actor"
	Loop         Kind = "loop"
)

// A Name is a noun phrase for in a running sentence: with its article, without a
// capital.
type Name struct {
	Text   string
	Plural bool // its verb stands in the plural
}

// Name returns the short name of a thing as its table gives it ("extra
// rechercheurs", plural). Without one it is the kind and the full title, "de
// interventie ‘Extra rechercheurs’": article, singular and quotes in one, so
// that it is never wrong.
func (p Prose) Name(k Kind, short string, plural bool, title string) Name {
	if short != "" {
		return Name{short, plural}
	}
	return Name{Text: p.words.Get("the."+string(k)) + " " + Quoted(title)}
}

// Names joins names to one: "extra rechercheurs en het opvangoverzicht", plural
// if they are more than one.
func (p Prose) Names(names []Name) Name {
	texts := make([]string, len(names))
	for i, n := range names {
		texts[i] = n.Text
	}
	return Name{p.List(texts), len(names) > 1 || len(names) == 1 && names[0].Plural}
}

// pair is a verb in both numbers: "[brengt/brengen]".
var pair = regexp.MustCompile(`\[([^][/]*)/([^][/]*)\]`)

// Agree makes the verbs of a text agree with its subject: of each pair
// "[brengt/brengen]" the first stays for a singular, the second for a plural.
func Agree(text string, plural bool) string {
	if plural {
		return pair.ReplaceAllString(text, "$2")
	}
	return pair.ReplaceAllString(text, "$1")
}
