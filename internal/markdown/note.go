package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// noteDefinition is "[^label]: text" with what is indented below it.
type noteDefinition struct {
	ast.BaseBlock
	label string
}

// noteCall is "[^label]" in a line.
type noteCall struct {
	ast.BaseInline
	label string
}

var (
	kindNoteDefinition = ast.NewNodeKind("NoteDefinition")
	kindNoteCall       = ast.NewNodeKind("NoteCall")
)

func (*noteDefinition) Kind() ast.NodeKind { return kindNoteDefinition }
func (*noteCall) Kind() ast.NodeKind       { return kindNoteCall }

func (n *noteDefinition) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
func (n *noteCall) Dump(src []byte, level int)       { ast.DumpHelper(n, src, level, nil, nil) }

// labelOf reads "[^label]" at the start of b, and gives its length.
func labelOf(b []byte) (label string, length int) {
	if len(b) < 4 || b[0] != '[' || b[1] != '^' {
		return "", 0
	}
	end := bytes.IndexAny(b[2:min(len(b), 202)], "]\n[")
	if end < 1 || b[2+end] != ']' {
		return "", 0
	}
	label = string(b[2 : 2+end])
	if strings.TrimSpace(label) == "" {
		return "", 0
	}
	return label, 2 + end + 1
}

// noteDefinitionParser reads definitions.
type noteDefinitionParser struct{}

func (noteDefinitionParser) Trigger() []byte { return []byte{'['} }

func (noteDefinitionParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, length := labelOf(line[pos:])
	if length == 0 || pos+length >= len(line) || line[pos+length] != ':' {
		return nil, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(min(pos+length+1-segment.Padding, len(line)), segment.Padding)
	return &noteDefinition{label: label}, parser.HasChildren
}

func (noteDefinitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 2)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteDefinitionParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteDefinitionParser) CanInterruptParagraph() bool                 { return true }
func (noteDefinitionParser) CanAcceptIndentedLine() bool                 { return false }

// noteCallParser reads calls. It stands before goldmark's link parser.
type noteCallParser struct{}

func (noteCallParser) Trigger() []byte { return []byte{'['} }

func (noteCallParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	label, length := labelOf(line)
	if length == 0 {
		return nil
	}
	block.Advance(length)
	return &noteCall{label: label}
}

// define keeps a footnote.
func (c *converter) define(n *noteDefinition) {
	pos := c.inPart(n.Pos())
	if i := slices.IndexFunc(c.definitions, func(d Note) bool { return d.Label == n.label }); i >= 0 {
		c.problems = append(c.problems, source.Problem{
			Pos: pos, Message: NoteTwice, Args: []any{n.label}, See: c.definitions[i].Pos,
		})
		return
	}
	if c.inNote {
		c.report(pos, NoteInNote)
		return
	}
	c.inNote = true
	blocks := c.blocks(n)
	c.inNote = false
	c.definitions = append(c.definitions, Note{Pos: pos, Label: n.label, Blocks: blocks})
}

// call makes the reference to a footnote.
func (c *converter) call(n *noteCall) []document.Inline {
	pos := c.inPart(n.Pos())
	switch {
	case c.inNote:
		c.report(pos, NoteInNote)
	case !c.notes[n.label]:
		c.report(pos, NoteUndefined, n.label)
	default:
		if _, ok := c.called[n.label]; !ok {
			c.called[n.label] = pos
		}
		return []document.Inline{document.NoteRef{Note: n.label}}
	}
	return nil
}

// undefinedNotes warns of footnotes that nobody calls: their text is lost. With
// parts left out it says nothing, since the call may stand there.
func (c *converter) undefinedNotes() {
	if c.leftOut {
		return
	}
	for _, d := range c.definitions {
		if _, ok := c.called[d.Label]; !ok {
			c.warn(d.Pos, NoteNotCalled, d.Label)
		}
	}
}
