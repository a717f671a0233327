package page

import (
	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Set sets a Document in pages. sizes gives the size of the picture of each
// Figure by its id.
//
// It goes through the Document once, making frames; breaks them into pages; and
// then fills in what only the finished pages tell: the numbers in the contents
// and at the foot. Those numbers have their room from the start, so that they
// move nothing and one pass is enough.
func Set(doc *document.Document, fonts *text.Fonts, sizes map[string]Size) (*Book, []source.Problem) {
	s := newSetter(doc, fonts, sizes)
	s.set()
	return s.book, s.problems
}

func newSetter(doc *document.Document, fonts *text.Fonts, sizes map[string]Size) *setter {
	s := &setter{
		doc: doc, fonts: fonts, sizes: sizes,
		texts: templates.Texts(doc.Language, "page"),
		notes: map[string]*note{}, bodies: map[string]*document.Note{},
		kinds: kindsOf(doc),
		chars: characters{fine: map[rune]bool{}, told: map[rune]bool{}, refused: map[source.Pos]bool{}},
		book: &Book{
			Language: doc.Language, Title: doc.Title,
			Root: &Element{Kind: "Document"}, Places: map[string]Place{},
		},
	}
	for i := range doc.Notes {
		s.bodies[doc.Notes[i].ID] = &doc.Notes[i]
	}
	s.column = column{x: textX, w: measure, parent: s.book.Root, style: bodyStyle, gap: half}
	return s
}

func (s *setter) set() {
	headSetter{s}.firstPage()
	s.blocks(s.doc.Blocks)
	clearLabels(s.frames)
	keepWhole(s.frames)
	speller{s}.tellWaiting()
	s.paginate()
	teller{s}.tellPages()
	finisher{s}.finish()
}

// A setter turns a Document into frames and these into a Book.
type setter struct {
	doc      *document.Document
	fonts    *text.Fonts
	sizes    map[string]Size
	texts    templates.Words
	book     *Book
	problems []source.Problem
	chars    characters
	pos      source.Pos // of the block in hand

	column   column
	frames   []*frame
	contents Content // the last one given
	groups   int     // the last one given
	grouped  int     // tables with groups so far
	bodies   map[string]*document.Note
	notes    map[string]*note
	called   []*note // to be put into the structure after the paragraph
	entries  []*entry
	kinds    kinds
	tabling  *tabling // the table in hand
	sheets   []*sheet
}

// A column is where blocks are set: the text, an item of a list, a quotation.
type column struct {
	x, w   Pt
	parent *Element
	style  style
	gap    Pt // between blocks
	panels []*panel
	depth  int // of lists
	group  int // of the float it stands in
}

// within sets blocks in another column.
func (s *setter) within(c column, set func()) {
	outer := s.column
	s.column = c
	set()
	s.column = outer
}

// emit puts a frame at the end of the flow.
func (s *setter) emit(f *frame) *frame {
	f.panels, f.pos = s.column.panels, s.pos
	if f.group == 0 {
		f.group = s.column.group
	}
	s.frames = append(s.frames, f)
	return f
}
