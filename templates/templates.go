// Package templates holds the data that is embedded in the program: fonts,
// hyphenation patterns, the theme, and the words that the program itself says
// in each language. Everyone may import it; it imports nothing of ours.
package templates

import (
	"embed"
	"fmt"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed fonts/*.ttf
var fonts embed.FS

//go:embed nl/*.yaml en/*.yaml theme.yaml
var data embed.FS

// Font gives the bytes of an embedded font, for instance
// "SourceSerif4_400Regular". The slice is the caller's own copy.
func Font(name string) []byte {
	b, err := fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		panic(fmt.Sprintf("templates: no font %q", name))
	}
	return b
}

// Words are the texts that one room of the program prints, by key.
type Words struct {
	name  string
	texts map[string]string
}

// Get gives the text of a key. A missing key is a fault of ours and panics; a
// test holds that both languages have the same keys.
func (w Words) Get(key string) string {
	s, ok := w.texts[key]
	if !ok {
		panic(fmt.Sprintf("templates: no text %q in %s", key, w.name))
	}
	return s
}

// Format fills the verbs of the text of a key.
func (w Words) Format(key string, args ...any) string { return fmt.Sprintf(w.Get(key), args...) }

// Has tells whether there is a text for the key.
func (w Words) Has(key string) bool { _, ok := w.texts[key]; return ok }

var readWords = sync.OnceValue(func() map[string]Words {
	all := map[string]Words{}
	for _, language := range []string{"nl", "en"} {
		files, err := data.ReadDir(language)
		if err != nil {
			panic(err)
		}
		for _, f := range files {
			name := language + "/" + f.Name()
			b, err := data.ReadFile(name)
			if err != nil {
				panic(err)
			}
			texts := map[string]string{}
			if err := yaml.Unmarshal(b, &texts); err != nil {
				panic(fmt.Sprintf("templates: %s: %v", name, err))
			}
			all[name] = Words{name, texts}
		}
	}
	return all
})

// Texts gives the words of a room ("memo", "page", "html", "picture") in a
// language ("nl" or "en"): the file LANGUAGE/ROOM.yaml.
func Texts(language, room string) Words {
	w, ok := readWords()[language+"/"+room+".yaml"]
	if !ok {
		panic(fmt.Sprintf("templates: no file %s/%s.yaml", language, room))
	}
	return w
}
