package markdown

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"slotmemo/internal/document"
)

// line makes the inlines of a node whose children are one line of text.
func (c *converter) line(parent ast.Node) []document.Inline {
	var nodes []ast.Node
	for k := parent.FirstChild(); k != nil; k = k.NextSibling() {
		if image, ok := k.(*ast.Image); ok {
			c.report(c.inPart(image.Pos()), ImageInLine)
			continue
		}
		nodes = append(nodes, k)
	}
	return trim(c.inlines(nodes))
}

// inlines makes a line in three steps: the plain inlines, then quotes and joints
// over the whole line, then what the host puts in the place of our links, which
// keeps its spelling.
func (c *converter) inlines(nodes []ast.Node) []document.Inline {
	if len(nodes) == 0 {
		return nil
	}
	c.leftovers(nodes)
	first := len(c.links)
	text := c.raw(nodes)
	text = Typeset(text, c.language)
	text = c.resolve(text)
	c.links = c.links[:first]
	return text
}

// raw makes inlines; a link of ours stays a Link with a number in its Target.
func (c *converter) raw(nodes []ast.Node) []document.Inline {
	var out []document.Inline
	add := func(s string) {
		if s == "" {
			return
		}
		if last := len(out) - 1; last >= 0 {
			if t, ok := out[last].(document.Text); ok {
				if strings.HasSuffix(string(t), " ") {
					s = strings.TrimLeft(s, " ") // around a dropped comment
				}
				out[last] = t + document.Text(s)
				return
			}
		}
		out = append(out, document.Text(s))
	}
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Text:
			s := c.clean(unescape(string(n.Value(c.part))), n.Pos())
			if n.IsRaw() {
				s = c.clean(string(n.Value(c.part)), n.Pos())
			}
			add(s)
			switch {
			case n.HardLineBreak():
				out = append(out, document.LineBreak{})
			case n.SoftLineBreak():
				add(" ")
			}
		case *ast.String:
			add(c.clean(string(n.Value), n.Pos()))
		case *extast.TaskCheckBox:
		case *noteCall:
			out = append(out, c.call(n)...)
		case *ast.RawHTML:
			c.rawHTML(n)
		default:
			out = append(out, c.inline(n)...)
		}
	}
	return out
}

// inline makes an inline that has kids or an address.
func (c *converter) inline(n ast.Node) []document.Inline {
	if c.depth >= maxDepth {
		c.report(c.inPart(n.Pos()), TooDeep, maxDepth)
		return nil
	}
	c.depth++
	defer func() { c.depth-- }()
	switch n := n.(type) {
	case *ast.Emphasis:
		kids := c.raw(children(n))
		if n.Level == 2 {
			return []document.Inline{document.Strong{Kids: kids}}
		}
		return []document.Inline{document.Emph{Kids: kids}}
	case *extast.Strikethrough:
		return []document.Inline{document.Span{Strike: true, Kids: c.raw(children(n))}}
	case *ast.CodeSpan:
		return []document.Inline{document.CodeText(c.codeSpan(n))}
	case *ast.Link:
		return c.link(n)
	case *ast.AutoLink:
		return c.autoLink(n)
	case *ast.Image:
		c.report(c.inPart(n.Pos()), ImageInLine)
		return nil
	}
	panic("markdown: no rule for inline " + n.Kind().String())
}

func children(n ast.Node) []ast.Node {
	var kids []ast.Node
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		kids = append(kids, k)
	}
	return kids
}

func (c *converter) codeSpan(n *ast.CodeSpan) string {
	var b strings.Builder
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if t, ok := k.(*ast.Text); ok {
			b.WriteString(strings.ReplaceAll(string(t.Value(c.part)), "\n", " "))
		}
	}
	return c.clean(b.String(), n.Pos())
}

func (c *converter) rawHTML(n *ast.RawHTML) {
	var b strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		b.Write(s.Value(c.part))
	}
	if rest, _ := withoutComments(b.String()); strings.TrimSpace(rest) != "" {
		c.report(c.inPart(n.Segments.At(0).Start), RawHTML, short(rest))
	}
}

var entity = regexp.MustCompile(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// unescape resolves backslashes and entities, in one pass so that "\&amp;"
// stays what its writer meant.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			m := entity.FindString(s[i:])
			if m == "" {
				b.WriteByte('&')
				i++
				continue
			}
			b.WriteString(html.UnescapeString(m))
			i += len(m)
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

func isPunctuation(b byte) bool {
	return b < 0x80 && (unicode.IsPunct(rune(b)) || unicode.IsSymbol(rune(b)))
}

// clean drops characters that turn the direction of reading (they make a reader
// see something else than the file says) and control characters.
func (c *converter) clean(s string, offset int) string {
	warned := false
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
			if !warned {
				warned = true
				c.warn(c.inPart(offset), DirectionMark, r)
			}
			return -1
		case r == '\t':
			return ' '
		case r == '\n':
			return r
		case unicode.IsControl(r) || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
