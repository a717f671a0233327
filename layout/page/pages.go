// Package page sets a Document in pages: lines, tables, figures, footnotes,
// breaks, running heads and page numbers.
//
// It decides where everything stands and which structure element it belongs to;
// render/pdf only paints. A picture is a box for it: it knows its size, not
// what is in it.
package page

import (
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Pt is a length in points; y grows downward from the top of the page.
type Pt = text.Pt

// A Book is a set of pages with the structure of what stands on them.
type Book struct {
	Language string
	Title    string
	Pages    []Page
	Root     *Element // "Document"
	Outline  []Bookmark
	Places   map[string]Place // where each id of the Document stands
}

// A Page holds items in the order in which they are painted.
type Page struct {
	Width, Height Pt
	Items         []Item
	Links         []LinkArea
}

// Content is the number of a stretch of content in the structure; equal numbers
// on one page follow each other and make one marked-content sequence, on several
// pages one each. 0 is an artifact.
type Content int

// An Item is painted: *Glyphs, *Stroke, *Fill or *Box.
type Item interface{ item() }

// Glyphs is a run on one baseline.
type Glyphs struct {
	X, Y     Pt // start of the baseline
	Size     Pt
	Color    templates.Role
	Glyphs   []text.Glyph // spaces included; a stretched space has its advance changed
	Angle    float64      // degrees counter-clockwise; only the watermark is turned
	Content  Content
	Artifact Artifact // if Content is 0
}

// A Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 Pt
	Width          Pt
	Color          templates.Role
	Content        Content
	Artifact       Artifact
}

// A Fill is a filled rectangle.
type Fill struct {
	X, Y, W, H Pt
	Color      templates.Role
	Artifact   Artifact
}

// A Box is where a picture goes. Scale is 1 unless the picture was too wide.
type Box struct {
	Figure  string // id of the Figure
	X, Y    Pt
	W, H    Pt
	Scale   float64
	Content Content
}

func (*Glyphs) item() {}
func (*Stroke) item() {}
func (*Fill) item()   {}
func (*Box) item()    {}

// Artifact says what an item is that is no content.
type Artifact int

const (
	Layout     Artifact = iota // rules, leaders
	Header                     // running head
	Footer                     // running foot, page number
	Mark                       // watermark
	Background                 // tints
)

// A LinkArea is where a reader can click. Several with the same Element are one
// link over several lines.
type LinkArea struct {
	X, Y, W, H Pt
	Element    *Element // "Link"
	URL        string   // one of these two
	Target     string   // id of the Document
	Purpose    string
}

// An Element is a structure element, with its kids in reading order.
type Element struct {
	Kind      string // standard type of PDF 1.7: "P", "H1", "TH"
	Kids      []Kid
	ID        string // of a Note, or of a header cell that others name
	Alt       string
	Actual    string // ActualText
	Language  string // if it differs from its surroundings
	Scope     string // of TH: "Column", "Row", "Both"
	ColSpan   int    // 0 is 1
	RowSpan   int
	Headers   []string // of a cell: the ids of the header cells that say what it is
	Numbering string   // of L: "None", "Disc", "Decimal"
	BBox      [4]Pt    // of a Figure: x, y, w, h on its page
	Placement bool     // block placement, for figures
}

// A Kid is an element or a stretch of content.
type Kid struct {
	Element *Element // one of these two
	Content Content
}

// A Bookmark is an entry of the outline.
type Bookmark struct {
	Title  string
	Target string // id of the heading
	Level  int    // 1, 2, …; never more than one deeper than the one before
}

// A Place is where an id stands.
type Place struct {
	Page int // from 0
	Y    Pt  // top of it
}

// A Size is the size of a picture.
type Size struct{ W, H Pt }
