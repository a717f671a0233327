package templates

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed new
var scaffolds embed.FS

// Scaffold gives the files of a small complete project in a language ("nl" or
// "en"), from which "slotmemo new" starts.
func Scaffold(language string) fs.FS {
	files, err := fs.Sub(scaffolds, "new/"+language)
	if err != nil {
		panic(fmt.Sprintf("templates: no scaffold in %q: %v", language, err))
	}
	return files
}
