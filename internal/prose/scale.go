package prose

import "strings"

// A Scale is one of the two scales of the method.
type Scale string

// The scales of a relation.
const (
	Strength Scale = "strength"
	Speed    Scale = "speed"
)

// Step returns the word of a step of a standard scale ("very strong") as it
// stands under a head that names the scale: "zeer sterk". A word of the
// project's own stays as it is; no word at all is "onbekend".
func (p Prose) Step(s Scale, name string) string {
	if name == "" {
		return p.words.Get("step.unknown")
	}
	if key := s.key("step", name); p.words.Has(key) {
		return p.words.Get(key)
	}
	return name
}

// Manner returns a step of a scale as a sentence says it of a verb: "gemiddeld
// sterk", "at average speed". A word of the project's own is quoted: "met
// sterkte ‘fors’".
func (p Prose) Manner(s Scale, name string) string {
	if key := s.key("manner", name); p.words.Has(key) {
		return p.words.Get(key)
	}
	return p.words.Format("manner."+string(s), name)
}

// key returns the key of a text of a step: "step.strength.very-strong".
func (s Scale) key(kind, name string) string {
	return kind + "." + string(s) + "." + strings.ReplaceAll(name, " ", "-")
}
