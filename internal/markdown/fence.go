package markdown

import (
	"regexp"
	"strings"
	"unicode"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// A part is a stretch of text without ":::" lines, or what stands between two
// of them.
type part struct {
	from, to int // offsets in src
	fence    *fence
	inner    []*part // of a fence
	hidden   bool
	aside    *document.Aside
}

// A fence is an opening ":::" line.
type fence struct {
	pos     source.Pos
	readers []string // empty: internal
}

var (
	internOpening = regexp.MustCompile(`^::: (intern|internal)$`)
	forOpening    = regexp.MustCompile(`^::: \{for="([^"{}]*)"\}$`)
)

var listNumber = regexp.MustCompile(`^[\s>]*\d{1,9}[.)]\s`)

// split cuts src at its ":::" lines. A line that looks like one and isn't
// exactly one of ours is an error wherever it stands, also in a code block: a
// cut that depended on the Markdown around it could be moved by a typing error.
func (c *converter) split() []*part {
	root := &part{}
	stack := []*part{root}
	begin := 0
	top := func() *part { return stack[len(stack)-1] }
	flush := func(end int) {
		if begin < end {
			top().inner = append(top().inner, &part{from: begin, to: end})
		}
	}
	for i, start := range c.lines {
		end := len(c.src)
		if i+1 < len(c.lines) {
			end = c.lines[i+1]
		}
		line := string(c.src[start:end])
		if !looksLikeFence(line) {
			continue
		}
		flush(start)
		begin = end
		line = strings.TrimRight(line, " \t\r\n")
		f, closing, ok := readFence(line)
		switch {
		case !ok:
			c.report(c.at(start), StrayFence, line)
		case closing && len(stack) == 1:
			c.report(c.at(start), FenceNotOpen)
		case closing:
			top().to = start
			stack = stack[:len(stack)-1]
		default:
			f.pos = c.at(start)
			p := &part{from: end, to: len(c.src), fence: f}
			top().inner = append(top().inner, p)
			stack = append(stack, p)
		}
	}
	flush(len(c.src))
	for _, p := range stack[1:] {
		c.report(p.fence.pos, FenceNotClosed)
	}
	return root.inner
}

// looksLikeFence tells whether a line begins with two or more colons of any
// kind, once blanks, quote marks, list marks and what can't be seen are taken off.
func looksLikeFence(line string) bool {
	colons := 0
	for _, r := range listNumber.ReplaceAllString(line, "") {
		switch {
		case r == ':' || r == '：' || r == '﹕' || r == '∶' || r == 'ː':
			if colons++; colons == 2 {
				return true
			}
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		case colons == 0 && strings.ContainsRune(">-*+", r):
		default:
			return false
		}
	}
	return false
}

func readFence(line string) (f *fence, closing, ok bool) {
	if line == ":::" {
		return nil, true, true
	}
	if internOpening.MatchString(line) {
		return &fence{}, false, true
	}
	if m := forOpening.FindStringSubmatch(line); m != nil {
		if readers := Names(m[1]); len(readers) > 0 {
			return &fence{readers: readers}, false, true
		}
	}
	return nil, false, false
}

// Names splits a list of ids at blanks and commas.
func Names(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

// hideInner asks the host which parts are in this edition. What stands inside a
// hidden part is hidden, but its openings are still checked.
func (c *converter) hideInner(parts []*part) {
	for _, p := range parts {
		if p.fence == nil {
			continue
		}
		aside, shown, problems := c.host.Part(p.fence.pos, p.fence.readers)
		c.problems = append(c.problems, problems...)
		p.aside, p.hidden = aside, !shown
		c.leftOut = c.leftOut || p.hidden
		c.hideInner(p.inner)
	}
}

// parts makes the blocks of the parts that are shown.
func (c *converter) parts(parts []*part) []document.Block {
	c.references = c.collectReferences(parts, nil)
	return c.blocksOf(parts)
}

func (c *converter) blocksOf(parts []*part) []document.Block {
	var blocks []document.Block
	for _, p := range parts {
		switch {
		case p.hidden:
		case p.fence == nil:
			blocks = append(blocks, c.parse(p)...)
		default:
			aside := *p.aside
			aside.Pos = p.fence.pos
			aside.Blocks = c.blocksOf(p.inner)
			if len(aside.Blocks) > 0 {
				blocks = append(blocks, &aside)
			}
		}
	}
	return blocks
}
