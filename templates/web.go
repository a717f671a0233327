package templates

import (
	"embed"
	"fmt"
)

//go:embed page.html style.css script.js fonts/*.woff2
var web embed.FS

// Web gives a file of the HTML edition: "page.html", "style.css", "script.js",
// or a web font such as "fonts/MemoSerif-Regular.woff2".
func Web(name string) []byte {
	b, err := web.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("templates: no web file %q", name))
	}
	return b
}
