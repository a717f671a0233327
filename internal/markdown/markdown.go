// Package markdown turns the project team's text into blocks and inlines of a
// document, each with its place in the file.
//
// It reads CommonMark with tables, footnotes, definition lists and attributes
// on headings, by goldmark. Two things it does before goldmark sees a letter,
// because nothing secret may slip out by a typing error:
//
//	::: intern          a text is cut into parts at its ":::" lines. A part
//	…                   that this edition leaves out is never parsed, so it
//	:::                 can't influence what stays in: no link definition, no
//	                    footnote, no open code block reaches over a cut.
//
// What a text takes from the model, `[](factor:pakkans)` or
// `![](snapshot:vertrouwen)`, the package hands to its Host and sets what that
// gives back. It knows neither models nor memos.
package markdown

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// A Host answers what a text asks of the memo it is part of.
type Host interface {
	// Schemes says which addresses are the host's: it is asked for these, and for
	// no others.
	Schemes() Schemes

	// Part tells whether a part between ":::" lines is in this edition, and how
	// it is labelled. Readers are the ids of `for`, empty for an internal part.
	Part(pos source.Pos, readers []string) (aside *document.Aside, shown bool, problems []source.Problem)

	// Link gives what stands for a link with a scheme of the host's, or with the
	// scheme "#" for a heading of the same memo. Kids are the link's own text.
	Link(a Address, kids []document.Inline) ([]document.Inline, []source.Problem)

	// Place gives the blocks for an image with a scheme of the host's.
	Place(a Address, caption []document.Inline) ([]document.Block, []source.Problem)

	// Heading is told of each heading with its attributes, and gives the blocks
	// that stand below it.
	Heading(h *document.Heading, attributes []Attribute) ([]document.Block, []source.Problem)
}

// Schemes of addresses that a host answers: of links, and of images that stand by
// themselves.
type Schemes struct{ Links, Images []string }

// An Address is a link of the host's: scheme:name.
type Address struct {
	Pos          source.Pos
	Scheme, Name string
}

// An Attribute of a heading; classes have the key "class".
type Attribute struct{ Key, Value string }

// A Text is what a piece of Markdown says.
type Text struct {
	Blocks []document.Block
	Notes  []Note   // footnotes in the order in which they are defined
	Hidden []string // the parts that this edition leaves out, as written
}

// A Note is a footnote as defined in the text. The NoteRefs in Blocks carry its
// label in their field Note.
type Note struct {
	Pos    source.Pos
	Label  string
	Blocks []document.Block
}

// maxDepth is how deep blocks and inlines may be nested. A person doesn't
// reach ten; the bound keeps recursion short on a hostile file.
const maxDepth = 40

// Parse reads text that starts at pos. The language chooses the quotes.
func Parse(text string, pos source.Pos, language string, host Host) (*Text, []source.Problem) {
	c := &converter{
		src: []byte(text), start: pos, host: host, language: language,
		lines: lineStarts(text), notes: map[string]bool{}, called: map[string]source.Pos{},
	}
	parts := c.split()
	c.hideInner(parts)
	out := &Text{Blocks: c.parts(parts)}
	c.collectHidden(parts, out)
	out.Notes = c.definitions
	c.undefinedNotes()
	source.Sort(c.problems)
	return out, c.problems
}

// A converter makes blocks of one text.
type converter struct {
	src      []byte
	start    source.Pos
	lines    []int // offsets at which lines start
	host     Host
	language string

	base        int // offset in src of the part being parsed
	part        []byte
	depth       int
	links       []pending // links of the host's, waiting for typography
	references  references
	notes       map[string]bool // labels with a definition
	called      map[string]source.Pos
	definitions []Note
	inNote      bool
	leftOut     bool // this edition leaves parts out
	problems    []source.Problem
}

// at gives the place of an offset in src.
func (c *converter) at(offset int) source.Pos {
	offset = max(0, min(offset, len(c.src)))
	i := lineOf(c.lines, offset)
	column := len([]rune(string(c.src[c.lines[i]:offset]))) + 1
	p := c.start
	if i == 0 && p.Column > 0 {
		column += p.Column - 1
	}
	p.Line, p.Column = max(p.Line, 1)+i, column
	return p
}

// inPart gives the place of an offset in the part being parsed.
func (c *converter) inPart(offset int) source.Pos { return c.at(c.base + max(offset, 0)) }

func (c *converter) report(pos source.Pos, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Message: m, Args: args})
}

func (c *converter) warn(pos source.Pos, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Severity: source.Warning, Message: m, Args: args})
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// lineOf gives the index of the line that holds the offset.
func lineOf(starts []int, offset int) int {
	lo, hi := 0, len(starts)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; starts[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// collectHidden keeps the left-out parts, so that the host can see what stands
// in them only.
func (c *converter) collectHidden(parts []*part, out *Text) {
	for _, p := range parts {
		if p.hidden {
			out.Hidden = append(out.Hidden, strings.TrimSpace(string(c.src[p.from:p.to])))
			continue
		}
		c.collectHidden(p.inner, out)
	}
}
