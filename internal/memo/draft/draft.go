// Package draft is the memo before it is numbered: the blocks and inlines of a
// document, and beside them types of their own for what isn't known yet.
//
//	Reference                        the words come when everything has its number
//	Value, LoopName, EffectPlace     the words come when the results are there
//	SnapshotPlace, ChartPlace        the figure comes with the results
//	TablePlace                       the table comes when all chapters are written
//	NoteCall                         the number comes in the order of the calls
//	Figure, Table                    made, and still known by the name that texts use
//
// It holds values and walks over them; it decides nothing. None of these types
// may reach a Document: renderers have no rule for them.
package draft

import (
	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// A Memo is all chapters of one edition, written but not numbered.
type Memo struct {
	Front    document.Document // all but Blocks and Notes
	Chapters []Chapter
}

// A Chapter with its blocks; none is empty.
type Chapter struct {
	ID     string // built-in id, or the file name of one of the team's own
	Annex  bool
	Title  []document.Inline
	Blocks []document.Block
}

// A Recommendation is a heading of the text that advises somebody.
type Recommendation struct {
	Heading       *document.Heading
	Readers       []string // ids of addressees
	Interventions []string // ids, sorted
}

// Kind of what a reference leads to.
type Kind string

// The kinds, by the schemes that texts use.
const (
	ToFigure  Kind = "snapshot" // by the id of its snapshot, or of its chart
	ToTable   Kind = "table"
	ToChapter Kind = "chapter"
	ToSection Kind = "#" // by the id or the words of its heading
)

// A Reference is a link whose words depend on the numbering.
type Reference struct {
	document.Inline // nil; it makes this one of the inlines

	Pos     source.Pos // zero: one of ours, which may lead nowhere
	Kind    Kind
	Name    string            // id
	Written string            // the name as the text has it; empty: Name
	Heading *document.Heading // instead of Kind and Name
	Kids    []document.Inline // its own words; none: those of what it leads to
}

// Key names a reference as it is written: "table:factors".
func (r Reference) Key() string {
	if r.Written != "" {
		return string(r.Kind) + ":" + r.Written
	}
	return string(r.Kind) + ":" + r.Name
}

// Held returns the words that the reference has so far (document.Holder).
func (r Reference) Held() []document.Inline { return r.Kids }

// WithHeld returns it other words (document.Holder).
func (r Reference) WithHeld(words []document.Inline) document.Inline {
	r.Kids = words
	return r
}

// Refer makes a reference of ours.
func Refer(kind Kind, name string) document.Inline { return Reference{Kind: kind, Name: name} }

// A Value is the change of a factor that interventions bring about.
type Value struct {
	document.Inline // nil; it makes this one of the inlines

	Pos           source.Pos
	Written       string // as the text has it: "c1+c3/costs@3"
	Interventions []string
	Factor        string
	Year          float64           // years from now
	Kids          []document.Inline // stand before the number
}

// Held returns the words of the link, or something like the number.
func (v Value) Held() []document.Inline {
	if len(v.Kids) > 0 {
		return v.Kids
	}
	return document.Words("0")
}

// WithHeld returns it other words, if it has any of its own.
func (v Value) WithHeld(words []document.Inline) document.Inline {
	if len(v.Kids) > 0 {
		v.Kids = words
	}
	return v
}

// A LoopName is a loop that the group didn't name: the results may know it.
type LoopName struct {
	document.Inline // nil; it makes this one of the inlines

	Pos  source.Pos
	ID   string
	Kids []document.Inline // instead of the name, if any
}

// Held returns the words of the link, or the id.
func (l LoopName) Held() []document.Inline {
	if len(l.Kids) > 0 {
		return l.Kids
	}
	return document.Words(l.ID)
}

// WithHeld returns it other words, if it has any of its own.
func (l LoopName) WithHeld(words []document.Inline) document.Inline {
	if len(l.Kids) > 0 {
		l.Kids = words
	}
	return l
}

// A NoteCall calls a footnote.
type NoteCall struct {
	document.Inline // nil; it makes this one of the inlines

	Note *Note
}

// CallsNote says that it does (document.Caller).
func (NoteCall) CallsNote() {}

// A Note is a footnote. It has no blocks if a text calls it and never says it,
// which is reported where it is read. Figures and generated tables stand in none of
// them: internal/markdown refuses their places there.
type Note struct{ Blocks []document.Block }

// A SnapshotPlace is where a text places a snapshot.
type SnapshotPlace struct {
	document.Block // nil; it makes this one of the blocks

	Pos     source.Pos
	View    string
	Caption []document.Inline // of the text; empty: that of the snapshot
}

// A ChartPlace is where a text places a chart, which may be several figures.
type ChartPlace struct {
	document.Block // nil; it makes this one of the blocks

	Pos     source.Pos
	Chart   string
	Caption []document.Inline // of the text; empty: what there is to see
}

// A TablePlace is where a text places a generated table.
type TablePlace struct {
	document.Block // nil; it makes this one of the blocks

	Pos     source.Pos
	Table   string
	Caption []document.Inline // of the text; empty: that of the table
}

// An EffectPlace is where the computed effect of a recommendation stands.
type EffectPlace struct {
	document.Block // nil; it makes this one of the blocks

	Interventions []string
}

// A Figure is made and has no number yet.
type Figure struct {
	*document.Figure
	Of string // id of its snapshot or chart
}

// NewFigure gives a figure the id that goes with its name.
func NewFigure(name string, f *document.Figure) *Figure {
	f.ID = "fig-" + name
	return &Figure{f, name}
}

// A Table is generated and has no number yet.
type Table struct {
	*document.Table
	Of    string            // its name in texts: "factors"
	Short []document.Inline // in a list of tables; empty: the first sentence of Caption
}

// NewTable gives a table the id that goes with its name.
func NewTable(name string, t *document.Table) *Table {
	t.ID = "table-" + name
	return &Table{Table: t, Of: name}
}
