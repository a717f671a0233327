// Package html writes a memo as one self-contained HTML file.
//
// It takes a document.Document and its pictures and gives a page that needs
// nothing from outside: fonts, figures (inline SVG), style and script are in it,
// and a content security policy forbids the rest. All that the memo says can be
// read without the script; the script lets a reader find his way and explore
// the model. It numbers nothing and words nothing of the memo itself: numbers,
// labels and captions stand in the Document, equal to those of the PDF.
//
//	┌──────────┬──────────┬─────────────────────┐
//	│ contents │ margin   │ text                │   from 1,100 px
//	│          │ 3.2      │ ≤ 68 characters     │
//	│          │ Figuur 3 │ figures may go on → │
//	└──────────┴──────────┴─────────────────────┘
package html

import (
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// pageParts is what templates/page.html shows. Strings are escaped there; what is
// template.HTML was made by the writer or is ours.
type pageParts struct {
	Language, Title, Policy             string
	Description, Keywords, Author, Date string
	Class, Skip, Short, Marks, States   string
	Style, Contents, Memo, Script       template.HTML
}

var shell = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page.html").Parse(string(templates.Web("page.html"))))
})

// Write writes the page of a Document. Pictures are found by the id of their
// Figure; a Figure without one gets its words only.
func Write(w io.Writer, doc *document.Document, pictures map[string]*picture.Picture, fonts *text.Fonts) error {
	p, err := newPage(doc, pictures, fonts)
	if err != nil {
		return fmt.Errorf("write the HTML page: %w", err)
	}
	if err := shell().Execute(w, p); err != nil {
		return fmt.Errorf("write the HTML page: %w", err)
	}
	return nil
}

func newPage(doc *document.Document, pictures map[string]*picture.Picture, fonts *text.Fonts) (*pageParts, error) {
	wr := newWriter(doc, pictures, fonts)
	wr.memo()
	data, err := wr.exploreData()
	if err != nil {
		return nil, err
	}
	css, js := style(doc, wr.words)+wr.roomRules(), string(templates.Web("script.js"))
	short := doc.Short
	if short == "" {
		short = doc.Title
	}
	return &pageParts{
		Language: doc.Language, Title: clean(doc.Title), Policy: policy(css, js),
		Description: clean(doc.Meta.Description), Keywords: clean(strings.Join(doc.Meta.Keywords, ", ")),
		Author: clean(doc.Meta.Author), Date: clean(doc.Meta.Date),
		Class: bodyClass(doc), Skip: wr.words.Get("skip"), Short: clean(short),
		Marks:    clean(strings.Join(doc.Marks, " · ")),
		States:   clean(strings.Join(doc.States, " · ")),
		Style:    template.HTML("<style>" + css + "</style>"),
		Contents: template.HTML(wr.contents.String()), Memo: template.HTML(wr.String()),
		Script: template.HTML(data + "<script>" + js + "</script>"),
	}, nil
}

func bodyClass(doc *document.Document) string {
	var list []string
	if doc.Draft {
		list = append(list, "draft")
	}
	if doc.Internal {
		list = append(list, "internal")
	}
	return strings.Join(list, " ")
}
