package templates

import (
	"embed"
	"fmt"
)

//go:embed hyphenation/*.txt
var hyphenation embed.FS

// Hyphenation gives a list that helps to divide words: "nl" and "en" are
// patterns, "nl-words" and "en-words" words with their divisions, "nl-parts"
// the words that Dutch compounds are made of.
func Hyphenation(name string) string {
	b, err := hyphenation.ReadFile("hyphenation/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("templates: no hyphenation list %q", name))
	}
	return string(b)
}
