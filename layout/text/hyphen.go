package text

// A Point is a place where a word may be divided with a hyphen.
type Point struct {
	At        int  // bytes before it
	Preferred bool // between the parts of a compound
}

// Hyphenate gives the places where a word may be divided in a language ("nl" or
// "en").
func (f *Fonts) Hyphenate(lang, s string) []Point { return nil }
