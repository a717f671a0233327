package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"slotmemo/internal/document"
)

// blocks makes the blocks of the children of a node.
func (c *converter) blocks(parent ast.Node) []document.Block {
	if c.depth >= maxDepth {
		c.report(c.inPart(parent.Pos()), TooDeep, maxDepth)
		return nil
	}
	c.depth++
	defer func() { c.depth-- }()
	var blocks []document.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		blocks = append(blocks, c.block(n)...)
	}
	return blocks
}

func (c *converter) block(n ast.Node) []document.Block {
	pos := c.inPart(n.Pos())
	switch n := n.(type) {
	case *ast.Heading:
		return c.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n)
	case *ast.List:
		return []document.Block{c.list(n)}
	case *extast.DefinitionList:
		return []document.Block{c.definitionList(n)}
	case *ast.Blockquote:
		return quotation(pos, c.blocks(n))
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return []document.Block{&document.Code{Pos: pos, Text: c.code(n)}}
	case *ast.ThematicBreak:
		return []document.Block{&document.Break{Pos: pos}}
	case *ast.HTMLBlock:
		c.htmlBlock(n)
		return nil
	case *extast.Table:
		return []document.Block{c.table(n)}
	case *noteDefinition:
		c.define(n)
		return nil
	case *ast.LinkReferenceDefinition:
		return nil
	}
	panic("markdown: no rule for block " + n.Kind().String())
}

// lastAttributes is a heading's end that looks like attributes; goldmark takes
// off what it understands.
var lastAttributes = regexp.MustCompile(`\{[^{}]*\}?\s*$`)

func (c *converter) heading(n *ast.Heading) []document.Block {
	pos := c.inPart(n.Pos())
	text := c.line(n)
	plain := document.Plain(text)
	if strings.TrimSpace(plain) == "" {
		c.warn(pos, EmptyHeading)
		return nil
	}
	if m := lastAttributes.FindString(plain); m != "" {
		c.report(pos, BadAttributes, m)
	}
	h := &document.Heading{Pos: pos, Level: n.Level, Text: text}
	var attributes []Attribute
	for _, a := range n.Attributes() {
		attributes = append(attributes, Attribute{string(a.Name), attributeValue(a.Value)})
	}
	below, problems := c.host.Heading(h, attributes)
	c.problems = append(c.problems, problems...)
	return append([]document.Block{h}, below...)
}

func attributeValue(v any) string {
	switch v := v.(type) {
	case []byte:
		return string(v)
	case string:
		return v
	}
	return ""
}

// paragraph makes a paragraph, and figures of the images of ours that stand in it.
func (c *converter) paragraph(n ast.Node) []document.Block {
	pos := c.inPart(n.Pos())
	var blocks []document.Block
	var run []ast.Node
	flush := func() {
		if text := trim(c.inlines(run)); len(text) > 0 {
			blocks = append(blocks, &document.Paragraph{Pos: pos, Text: text})
		}
		run = nil
	}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		image, ok := k.(*ast.Image)
		if !ok {
			run = append(run, k)
			continue
		}
		flush()
		blocks = append(blocks, c.image(image)...)
	}
	flush()
	return blocks
}

// trim takes blanks off the ends of a line.
func trim(text []document.Inline) []document.Inline {
	for len(text) > 0 {
		switch first := text[0].(type) {
		case document.Text:
			s := document.Text(strings.TrimLeft(string(first), " "))
			if s == "" {
				text = text[1:]
				continue
			}
			text[0] = s
		case document.LineBreak:
			text = text[1:]
			continue
		}
		break
	}
	for len(text) > 0 {
		last := len(text) - 1
		switch end := text[last].(type) {
		case document.Text:
			s := document.Text(strings.TrimRight(string(end), " "))
			if s == "" {
				text = text[:last]
				continue
			}
			text[last] = s
		case document.LineBreak:
			text = text[:last]
			continue
		}
		break
	}
	return text
}

func (c *converter) list(n *ast.List) *document.List {
	list := &document.List{Pos: c.inPart(n.Pos()), Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		item := document.Item{}
		if box := taskBox(k); box != nil {
			item.Task, item.Done = true, box.IsChecked
		}
		item.Blocks = c.blocks(k)
		list.Items = append(list.Items, item)
	}
	return list
}

func taskBox(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
			return box
		}
	}
	return nil
}

func (c *converter) definitionList(n *extast.DefinitionList) *document.Definitions {
	list := &document.Definitions{Pos: c.inPart(n.Pos())}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *extast.DefinitionTerm:
			list.Items = append(list.Items, document.Definition{Term: c.line(k)})
		case *extast.DefinitionDescription:
			if len(list.Items) == 0 {
				list.Items = append(list.Items, document.Definition{})
			}
			last := &list.Items[len(list.Items)-1]
			last.Blocks = append(last.Blocks, c.blocks(k)...)
		}
	}
	return list
}

func (c *converter) code(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(c.part))
	}
	return strings.TrimRight(c.clean(b.String(), n.Pos()), "\n")
}

func (c *converter) table(n *extast.Table) *document.Table {
	table := &document.Table{Pos: c.inPart(n.Pos())}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		var cells []document.Cell
		for cell := k.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, document.Cell{Text: c.line(cell)})
		}
		if _, ok := k.(*extast.TableHeader); ok {
			for i, cell := range cells {
				table.Columns = append(table.Columns, document.Column{Head: cell.Text, Align: align(n.Alignments, i), Scope: i == 0})
			}
			continue
		}
		for len(cells) < len(table.Columns) {
			cells = append(cells, document.Cell{})
		}
		table.Rows = append(table.Rows, document.Row{Cells: cells[:len(table.Columns)]})
	}
	return table
}

func align(alignments []extast.Alignment, i int) document.Align {
	if i >= len(alignments) {
		return document.Left
	}
	switch alignments[i] {
	case extast.AlignRight:
		return document.Right
	case extast.AlignCenter:
		return document.Center
	}
	return document.Left
}

// htmlBlock drops comments and reports everything else. A comment that doesn't
// end in its block is an error too: nobody can tell what it was to hide.
func (c *converter) htmlBlock(n *ast.HTMLBlock) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(c.part))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(c.part))
	}
	pos := c.inPart(n.Pos())
	switch rest, closed := withoutComments(b.String()); {
	case !closed:
		c.report(pos, CommentNotClosed)
	case strings.TrimSpace(rest) != "":
		c.report(pos, RawHTML, short(rest))
	}
}

// withoutComments takes <!-- … --> out of s; closed is false if one has no end.
func withoutComments(s string) (rest string, closed bool) {
	var b strings.Builder
	for {
		i := strings.Index(s, "<!--")
		if i < 0 {
			b.WriteString(s)
			return b.String(), true
		}
		b.WriteString(s[:i])
		j := strings.Index(s[i+4:], "-->")
		if j < 0 {
			return b.String(), false
		}
		s = s[i+4+j+3:]
	}
}

// short gives the beginning of a text for a message.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
