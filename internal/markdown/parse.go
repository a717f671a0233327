package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"slotmemo/internal/document"
)

// newParser gives goldmark's parser with what a memo needs. Footnotes are read
// by our own two small parsers: goldmark's drop a call without a definition.
func newParser() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList),
		goldmark.WithParserOptions(
			parser.WithHeadingAttribute(),
			parser.WithBlockParsers(util.Prioritized(noteDefinitionParser{}, 999)),
			parser.WithInlineParsers(util.Prioritized(noteCallParser{}, 101)),
		),
	).Parser()
}

// references are the link definitions of all parts of a text that are shown.
type references []parser.Reference

// collectReferences parses each part once, to know the link definitions and
// footnotes that all of them may use.
func (c *converter) collectReferences(parts []*part, refs references) references {
	for _, p := range parts {
		if p.hidden {
			continue
		}
		if p.fence != nil {
			refs = c.collectReferences(p.inner, refs)
			continue
		}
		context := parser.NewContext()
		root := newParser().Parse(text.NewReader(c.src[p.from:p.to]), parser.WithContext(context))
		for n := root.FirstChild(); n != nil; n = n.NextSibling() {
			collectNotes(n, c.notes, 0)
		}
		for _, r := range context.References() {
			refs = append(refs, parser.NewReference(r.Label(), r.Destination(), r.Title()))
		}
	}
	return refs
}

func collectNotes(n ast.Node, notes map[string]bool, depth int) {
	if d, ok := n.(*noteDefinition); ok {
		notes[d.label] = true
	}
	if n.Type() != ast.TypeBlock || depth > maxDepth {
		return
	}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		collectNotes(k, notes, depth+1)
	}
}

// parse makes the blocks of one part.
func (c *converter) parse(p *part) []document.Block {
	context := parser.NewContext()
	for _, r := range c.references {
		context.AddReference(r)
	}
	c.base, c.part = p.from, c.src[p.from:p.to]
	root := newParser().Parse(text.NewReader(c.part), parser.WithContext(context))
	return c.blocks(root)
}
