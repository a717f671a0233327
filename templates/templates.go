// Package templates holds the data that is embedded in the program: fonts,
// hyphenation patterns, the theme, and the words that the program itself says
// in each language. Everyone may import it; it imports nothing of ours.
package templates

import (
	"embed"
	"fmt"
	"io"
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

// A FontFile is an embedded font to read from.
type FontFile interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// OpenFont gives an embedded font without copying it.
func OpenFont(name string) FontFile {
	f, err := fonts.Open("fonts/" + name + ".ttf")
	if err != nil {
		panic(fmt.Sprintf("templates: no font %q", name))
	}
	return f.(FontFile) // as the documentation of embed promises
}

// Words are the texts that one room of the program prints, by key.
type Words struct {
	name     string
	language string
	texts    map[string]string
}

// Language returns the language of the words, "nl" or "en".
func (w Words) Language() string { return w.language }

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

// words keeps what was read, by file: a run needs one language and a few rooms.
var words sync.Map

func readWords(name, language string) Words {
	b, err := data.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("templates: no file %s", name))
	}
	texts := map[string]string{}
	if err := yaml.Unmarshal(b, &texts); err != nil {
		panic(fmt.Sprintf("templates: %s: %v", name, err))
	}
	return Words{name, language, texts}
}

// Texts gives the words of a room ("memo", "page", "html", "picture") in a
// language ("nl" or "en"): the file LANGUAGE/ROOM.yaml.
func Texts(language, room string) Words {
	name := language + "/" + room + ".yaml"
	if w, ok := words.Load(name); ok {
		return w.(Words)
	}
	w, _ := words.LoadOrStore(name, readWords(name, language))
	return w.(Words)
}
