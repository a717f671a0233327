package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"slotmemo/internal/pdfread"
)

// TestPDFAndHTMLSayTheSame compares both outputs paragraph by paragraph, as a
// set: what stands in the structure tree of the PDF, and what the HTML holds. Left
// out is what only one of them can have: page numbers of the contents, and what a
// screen offers beside the text (marked data-ui).
func TestPDFAndHTMLSayTheSame(t *testing.T) {
	t.Parallel()
	memos := map[string]func(*testing.T) string{"new": newMemo}
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		memos[name] = func(t *testing.T) string { return built(t, name) }
	}
	for name, memo := range memos {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := memo(t)
			inPDF := pdfParagraphs(t, filepath.Join(dir, "out/memo.pdf"))
			inHTML := htmlParagraphs(t, filepath.Join(dir, "out/memo.html"))
			if len(inPDF) < 60 {
				t.Fatalf("only %d paragraphs were found in the PDF", len(inPDF))
			}
			reportMissing(t, "PDF", inPDF, inHTML)
			reportMissing(t, "HTML", inHTML, inPDF)
		})
	}
}

// newMemo builds what slotmemo new makes.
func newMemo(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new")
	if err := slotmemo(t, nil, "new", dir).Run(); err != nil {
		t.Fatal(err)
	}
	build(t, dir)
	return dir
}

// reportMissing lists what one output says and the other doesn't.
func reportMissing(t *testing.T, where string, paragraphs, others []string) {
	t.Helper()
	have := map[string]bool{}
	for _, p := range others {
		have[squeeze(p)] = true
	}
	shown := 0
	for _, p := range paragraphs {
		if s := squeeze(p); !bareMark.MatchString(s) && !have[s] {
			if shown++; shown <= 10 {
				t.Errorf("only the %s says %q", where, p)
			}
		}
	}
	if shown > 10 {
		t.Errorf("… and %d more only in the %s", shown-10, where)
	}
}

// bareMark is the mark of a list item or note, which HTML makes itself.
var bareMark = regexp.MustCompile(`^([•◦▪–☐☑☒✓]|\d+\.?)?$`)

// squeeze drops white space and soft hyphens: lines are broken differently.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' {
			return -1
		}
		return r
	}, s)
}

var inlineTags = []string{"Span", "Link", "Reference", "Quote", "Code", "Lbl"}

// An open element of the structure tree while it is read.
type openElement struct {
	kind string
	text *strings.Builder
}

// pdfParagraphs returns the text of each block of the structure tree, in reading
// order. That our reader reads what others read is held by a test of the audit.
func pdfParagraphs(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfread.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	pages := f.Pages()
	tree, texts := f.Tree(pages), f.Texts(pages)
	if tree == nil {
		t.Fatal("the PDF has no structure")
	}
	var found []*strings.Builder
	var walk func(e *pdfread.Element, above []openElement)
	walk = func(e *pdfread.Element, above []openElement) {
		open := openIn(above, string(e.Kind), &found)
		above = append(above[:len(above):len(above)], open)
		for _, k := range e.Order {
			if k.Element != nil {
				walk(k.Element, above)
			} else {
				open.text.WriteString(texts.Of(pdfread.MCID{Stream: k.Page, ID: k.MCID}))
			}
		}
	}
	for _, e := range tree.Top {
		walk(e, nil)
	}
	return texted(found)
}

// openIn opens an element: its text is that of its parent, or a paragraph more.
func openIn(stack []openElement, kind string, found *[]*strings.Builder) openElement {
	e := openElement{kind: kind, text: &strings.Builder{}}
	if len(stack) > 0 && joins(stack[len(stack)-1].kind, kind) {
		e.text = stack[len(stack)-1].text
	} else {
		*found = append(*found, e.text)
	}
	if unshared(stack, kind) {
		e.text = &strings.Builder{}
	}
	return e
}

func texted(found []*strings.Builder) []string {
	var paragraphs []string
	for _, b := range found {
		paragraphs = append(paragraphs, b.String())
	}
	return paragraphs
}

// unshared tells whether an element holds what HTML has in another way: the
// contents with their page numbers, and pictures.
func unshared(stack []openElement, kind string) bool {
	if kind == "Figure" {
		return true
	}
	return slices.ContainsFunc(stack, func(o openElement) bool {
		return o.kind == "TOC" || o.kind == "Figure"
	})
}

// joins tells whether the text of an element belongs to that of its parent.
func joins(parent, kid string) bool {
	return slices.Contains(inlineTags, kid) && parent != "LI" && parent != "Note"
}

var htmlBlocks = []string{
	"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "caption", "figcaption", "pre", "summary",
}

// htmlParagraphs gives the text of each block of the page's own text.
func htmlParagraphs(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var found []*strings.Builder
	var walk func(n *html.Node, into *strings.Builder)
	walk = func(n *html.Node, into *strings.Builder) {
		switch {
		case n.Type == html.TextNode:
			if into != nil {
				into.WriteString(n.Data)
			}
			return
		case n.Type == html.ElementNode && leftOut(n):
			return
		case n.Type == html.ElementNode && (slices.Contains(htmlBlocks, n.Data) || hasClass(n, "for")):
			into = &strings.Builder{}
			found = append(found, into)
		}
		for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
			walk(kid, into)
		}
	}
	walk(doc, nil)
	var paragraphs []string
	for _, b := range found {
		paragraphs = append(paragraphs, b.String())
	}
	return paragraphs
}

// leftOut tells whether an element is no text of the memo.
func leftOut(n *html.Node) bool {
	if n.Data == "li" && n.Parent != nil && insideNav(n) || hasClass(n, "bar") || hasClass(n, "run") || n.Data == "h2" && n.Parent != nil && hasClass(n.Parent, "notes") {
		return true
	}
	if n.Data == "summary" && !insideNav(n) {
		return true
	}
	if slices.Contains([]string{"head", "script", "style", "svg", "button", "noscript", "label", "select", "output"}, n.Data) {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "data-ui" || a.Key == "hidden" {
			return true
		}
	}
	return false
}

func insideNav(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "nav" {
			return true
		}
	}
	return false
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}
