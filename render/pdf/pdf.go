// Package pdf writes a Book as tagged PDF: PDF/UA-1 and PDF/A-2a.
//
// It takes pages and pictures and gives the bytes of a file. fpdf makes the
// pages and draws on them; what it can't do is done here: glyphs by number in
// own subsets of the fonts, marked content, the structure tree, links, outline,
// metadata, and the file around them.
//
//	Book, Pictures ──paint──▶ fpdf ──drawn──▶ content streams ──finish──▶ file
//	                  │                                           ▲
//	                  └── marks (content → sequences), fonts ─────┘
//
// It decides nothing: where things stand and which element they belong to is
// the Book's. Only here does y turn round: in a Book it grows downward, in a
// PDF upward.
package pdf

import (
	"fmt"
	"io"
	"time"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
)

// Options of a file; the zero value is what a build wants.
type Options struct {
	// Date goes into the metadata. Zero: the date of the memo.
	Date time.Time
	// WithoutUA and WithoutA leave out the claim of PDF/UA-1 and of PDF/A-2a,
	// for a file in which a clause doesn't hold. Nothing else changes.
	WithoutUA, WithoutA bool
}

// Write writes a Book as a PDF. The pictures are found by the ids of their
// figures. Every error but one of w is a fault of the program.
func Write(w io.Writer, book *page.Book, pictures map[string]*picture.Picture, doc *document.Document, fonts *text.Fonts) error {
	return Options{}.Write(w, book, pictures, doc, fonts)
}

// Write does as the function Write does, with options.
func (o Options) Write(w io.Writer, book *page.Book, pictures map[string]*picture.Picture, doc *document.Document, fonts *text.Fonts) error {
	if len(book.Pages) == 0 || book.Root == nil {
		return fmt.Errorf("pdf: a book without pages")
	}
	tree, err := newTree(book.Root)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	p := newPainter(book, pictures, fonts, tree)
	streams, err := p.paint()
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	f := &file{}
	finish(f, o, p, streams, doc)
	if err := f.write(w); err != nil {
		return fmt.Errorf("pdf: write: %w", err)
	}
	return nil
}

// finish makes the objects of the file.
func finish(f *file, o Options, p *painter, streams [][]byte, doc *document.Document) {
	book, tree := p.book, p.tree
	f.root, f.info = f.reserve(), f.reserve()
	pages := make([]ref, len(book.Pages))
	for i := range pages {
		pages[i] = f.reserve()
	}
	links := addLinks(f, book, pages)
	structure := tree.write(f, pages, p.marks, links)
	fonts := p.used.write(f)
	parent := f.reserve()
	for i, pg := range book.Pages {
		f.set(pages[i], pageObject(pg, i, parent, fonts, f.stream("", streams[i]), links.onPage[i]))
	}
	f.set(parent, fmt.Sprintf("<</Type /Pages /Kids %s /Count %d>>", array(pages), len(pages)))
	outline := addOutline(f, book, pages)
	addMetadata(f, o, book, doc, catalog{pages: parent, structure: structure, outline: outline})
}

func pageObject(pg page.Page, number int, parent, fonts, content ref, annots []ref) string {
	s := fmt.Sprintf("<</Type /Page /Parent %s /MediaBox [0 0 %s %s] /Resources <</Font %s>> /Tabs /S /StructParents %d /Contents %s",
		parent, num(pg.Width), num(pg.Height), fonts, number, content)
	if len(annots) > 0 {
		s += " /Annots " + array(annots)
	}
	return s + ">>"
}
