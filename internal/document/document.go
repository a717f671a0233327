// Package document is the memo in reading order: what it says, and nothing of
// where it came from or how it will look. It is the waist of the program:
// everything before makes a Document, everything after reads it.
//
// A Document knows blocks, inlines, diagrams and charts. It knows neither the
// method (a Diagram has nodes, edges and marks, not factors and relations) nor
// pages, fonts or HTML. All numbers and labels that a reader sees ("figuur 3",
// "2.4") are in it already: a renderer numbers nothing.
package document

import "slotmemo/internal/source"

// A Document is one edition of a memo.
type Document struct {
	Language string // "nl" or "en"
	Title    string
	Subtitle string
	Short    string   // short title for running heads
	Draft    bool     // status concept: watermark, paragraph numbers
	Marks    []string // at top and bottom of every page, verbatim and in this order: "TLP:AMBER", "INTERN"
	States   []string // what tells this text from others of the same memo: "Editie voor JenV", "Concept", "Versie 0.9"
	Internal bool     // not to leave the team
	Head     Head
	Blocks   []Block  // the whole text, headings included
	Notes    []Note   // footnotes in the order of their numbers
	Map      *Diagram // the whole model, for the mental map; not printed itself
	Explore  *Explore // for the HTML edition; nil if there is nothing to explore
	Meta     Meta
}

// Head is the head of the memo on its first page.
type Head struct {
	Sender  string   // small, at the top
	Kind    string   // "Memo"
	Fields  []Field  // Aan, Van, …, in order
	Message []Inline // the message of the summary; empty if none
	Remark  []Inline // what must be said on page one: "Fictief voorbeeldmodel; …"
}

// A Field is a label with its value.
type Field struct {
	Label string
	Value []Inline
}

// Meta is what goes into the metadata of a file.
type Meta struct {
	Date        string // YYYY-MM-DD
	Description string
	Keywords    []string
	Author      string // the organisation, never a person
}

// A Block begins on a line of its own.
type Block interface{ block() }

// A Heading opens a chapter (level 1), section or sub-section (3, 4).
type Heading struct {
	Pos    source.Pos
	ID     string // unique in the document, stable across builds
	Level  int
	Number string // "3", "3.2", "A"; empty if not numbered
	Text   []Inline
	Annex  bool   // first heading of an annex; level 1 only
	Label  string // for the margin: "Voor JenV, SZW"; empty if none
}

// A Paragraph is running text.
type Paragraph struct {
	Pos    source.Pos
	ID     string // stable
	Number string // "3.4" in a draft, else empty
	Text   []Inline
	Lead   bool // set a little larger: the message of a chapter
	Source bool // closes a quotation and says whose words it holds; has no number
}

// A List has items that are blocks themselves.
type List struct {
	Pos     source.Pos
	Ordered bool
	Start   int
	Tight   bool
	Items   []Item
}

// An Item of a List. Task items carry a box.
type Item struct {
	Task, Done bool
	Blocks     []Block
}

// Definitions is a list of terms with their definitions.
type Definitions struct {
	Pos   source.Pos
	Items []Definition
}

// A Definition explains a term.
type Definition struct {
	Term   []Inline
	Blocks []Block
}

// A Quote is somebody else's words.
type Quote struct {
	Pos    source.Pos
	Blocks []Block
}

// Code is text that keeps its lines and spaces.
type Code struct {
	Pos  source.Pos
	Text string
}

// A Break separates two parts of a text.
type Break struct{ Pos source.Pos }

// An Aside is a labelled part: for some recipients only, internal, or a box.
type Aside struct {
	Pos    source.Pos
	Kind   AsideKind
	Label  string // "Alleen voor JenV, SZW", "Intern", the title of a box
	Blocks []Block
}

// AsideKind tells asides apart.
type AsideKind int

const (
	Audience AsideKind = iota
	Internal
	Box    // the standard box on what the model is, and the like
	Result // the computed effect beside a recommendation
)

// Contents is a table of contents, or a list of figures or tables.
type Contents struct {
	ID      string
	Title   string
	Entries []Entry
}

// An Entry of Contents. The page is the renderer's to find.
type Entry struct {
	Target string // id of the heading, figure or table
	Level  int    // 1, 2
	Number string
	Text   []Inline
}

// A Table has columns, rows and a caption above.
type Table struct {
	Pos     source.Pos
	ID      string
	Name    string // "Tabel"
	Number  string // "2"; empty for a table without caption (from the user's text)
	Caption Caption
	Columns []Column
	Rows    []Row
	Note    []Inline // below the table; empty if none
	Compact bool     // set smaller and over the full width: rows to look up, not to read
}

// A Column of a Table.
type Column struct {
	Head  []Inline
	Align Align
	Scope bool     // its cells are row headers
	Order []string // words of its cells from least to most, if they are those of a scale: sorting follows it
}

// Align of the cells of a column.
type Align int

const (
	Left Align = iota
	Right
	Center
	Decimal // numbers, aligned on the decimal sign
)

// A Row of a Table. A row with Group spans all columns and heads those below it.
type Row struct {
	Pos   source.Pos // where its text stands in a file, if it comes from one place
	ID    string     // stable; empty if nobody refers to it
	Group []Inline
	Cells []Cell
}

// A Cell of a Row.
type Cell struct{ Text []Inline }

// A Figure shows a picture with a caption below.
type Figure struct {
	Pos     source.Pos
	ID      string // "fig-" and the id of the snapshot, or of the chart
	Name    string // "Figuur"
	Number  string
	Caption Caption
	Short   []Inline // in a list of figures, without notes; empty: the message of Caption
	Told    []string // what the picture says in sentences, for those who don't see it and have no table
	Alt     string   // at most 150 characters; never empty
	Long    []Block  // the long description, in words
	Diagram *Diagram // one of these two is set
	Chart   *Chart
	Data    *Table // the same in a table, right after the figure; nil if none
}

// Footnotes stand in Document.Notes; a NoteRef calls one.
type Note struct {
	ID     string // "note-1"
	Number string
	Blocks []Block
}

func (*Heading) block()     {}
func (*Paragraph) block()   {}
func (*List) block()        {}
func (*Definitions) block() {}
func (*Quote) block()       {}
func (*Code) block()        {}
func (*Break) block()       {}
func (*Aside) block()       {}
func (*Contents) block()    {}
func (*Table) block()       {}
func (*Figure) block()      {}
