package html

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/render/svg"
	"slotmemo/templates"
)

// style gives the style sheet of a page: colours of the theme, fonts, the rules
// of style.css, and what the margins of printed pages say.
func style(doc *document.Document, words templates.Words) string {
	var b strings.Builder
	theme := templates.DefaultTheme()
	fmt.Fprintf(&b, ":root{%s}\n", tokens(theme.Light))
	fmt.Fprintf(&b, "@media screen and (prefers-color-scheme:dark){:root{%s}}\n", tokens(theme.Dark))
	for _, f := range webFonts {
		b.WriteString(f.rule())
	}
	b.WriteString(svg.Rules())
	b.Write(templates.Web("style.css"))
	b.WriteString(pageMargins(doc, words))
	return b.String()
}

// tokens gives the colours as custom properties, in the order of their names.
func tokens(colours map[templates.Role]string) string {
	var list []string
	for role, colour := range colours {
		list = append(list, fmt.Sprintf("--%s:%s", role, colour))
	}
	slices.Sort(list)
	return strings.Join(list, ";")
}

// A webFont is a file of templates/fonts with the place it takes in its family.
type webFont struct {
	file, family string
	weight       int
	italic       bool
}

var webFonts = []webFont{
	{"MemoSerif-Regular", "Memo Serif", 400, false},
	{"MemoSerif-Italic", "Memo Serif", 400, true},
	{"MemoSerif-SemiBold", "Memo Serif", 600, false},
	{"MemoSerif-SemiBoldItalic", "Memo Serif", 600, true},
	{"MemoSans-Light", "Memo Sans", 300, false},
	{"MemoSans-Regular", "Memo Sans", 400, false},
	{"MemoSans-Italic", "Memo Sans", 400, true},
	{"MemoSans-SemiBold", "Memo Sans", 600, false},
	{"MemoMono-Regular", "Memo Mono", 400, false},
}

func (f webFont) rule() string {
	shape := "normal"
	if f.italic {
		shape = "italic"
	}
	data := base64.StdEncoding.EncodeToString(templates.Web("fonts/" + f.file + ".woff2"))
	return fmt.Sprintf("@font-face{font-family:%q;font-weight:%d;font-style:%s;"+
		"src:url(data:font/woff2;base64,%s) format(\"woff2\")}\n", f.family, f.weight, shape, data)
}

// pageMargins gives the running title, marking and page number of a print. No
// element can say them: Chromium knows no running elements.
func pageMargins(doc *document.Document, words templates.Words) string {
	marking := strings.Join(doc.Marks, " · ")
	page := strings.SplitN(words.Get("page"), "%s", 3)
	return fmt.Sprintf("@page{@top-left{content:%s}@top-center{content:%s}@top-right{content:%s}"+
		"@bottom-center{content:%s}@bottom-right{content:%s counter(page) %s counter(pages) %s}}\n",
		cssString(doc.Short), cssString(marking), cssString(strings.Join(doc.States, " · ")),
		cssString(marking), cssString(page[0]), cssString(page[1]), cssString(page[2])) +
		fmt.Sprintf("body.draft::before{content:%s / \"\"}\n", cssString(words.Get("watermark")))
}

// policy is the content security policy of a page with one style element and
// one script: nothing may be fetched, nothing else may run.
func policy(style, script string) string {
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) +
		"; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
