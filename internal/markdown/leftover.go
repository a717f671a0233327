package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var (
	// brokenOurs is a link of ours that goldmark left as text.
	brokenOurs = regexp.MustCompile(`\]\s*\(\s*(?:factor|loop|intervention|actor|snapshot|table|chapter|chart|session|effect)\s*:`)
	// undefinedReference is "[text][label]" or "[text][]" left as text.
	undefinedReference = regexp.MustCompile(`\[[^\[\]]+\]\[([^\[\]]*)\]`)
	// lateDefinition is a link definition that goldmark took for the end of the
	// paragraph above it.
	lateDefinition = regexp.MustCompile(`(?m)^\[[^\[\]\n]+\]:[ \t]+\S`)
)

// leftovers looks in what stayed text for links that didn't become one. What
// was meant as a reference would be printed as code, or show what it was to hide.
func (c *converter) leftovers(nodes []ast.Node) {
	var b strings.Builder
	var offsets []int // of each byte of b in the part
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			if n.IsRaw() {
				return
			}
			for i, at := 0, n.Segment.Start; at < n.Segment.Stop; i, at = i+1, at+1 {
				b.WriteByte(c.part[at])
				offsets = append(offsets, at)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
				offsets = append(offsets, n.Segment.Stop)
			}
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *noteCall:
			b.WriteByte(0)
			offsets = append(offsets, max(n.Pos(), 0))
		default:
			for k := n.FirstChild(); k != nil; k = k.NextSibling() {
				walk(k)
			}
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	text := b.String()
	for _, m := range brokenOurs.FindAllStringIndex(text, -1) {
		c.report(c.inPart(offsets[m[0]]), BrokenLink, short(text[m[0]:min(len(text), m[1]+20)]))
	}
	for _, m := range lateDefinition.FindAllStringIndex(text, -1) {
		c.report(c.inPart(offsets[m[0]]), DefinitionInText, short(text[m[0]:m[1]]))
	}
	for _, m := range undefinedReference.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > 0 && text[m[0]-1] == '\\' {
			continue
		}
		c.report(c.inPart(offsets[m[0]]), ReferenceUndefined, short(text[m[0]:m[1]]))
	}
}
