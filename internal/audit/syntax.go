package audit

import (
	"bytes"
	"fmt"
	"regexp"
)

var (
	header     = regexp.MustCompile(`^%PDF-1\.[0-7][\r\n]`)
	tableStart = regexp.MustCompile(`^xref(\r\n|\r|\n)\d+ \d+ ?(\r\n|\r|\n)`)
	tableEntry = regexp.MustCompile(`^\d{10} \d{5} [nf](\r\n| \r| \n)$`)
)

// syntaxRules are about what only the bytes can tell.
type syntaxRules struct{ *checker }

// check checks what only the bytes can tell.
func (c syntaxRules) check() {
	f := c.f
	if f.Junk > 0 || !header.Match(f.Bytes) {
		c.fail("header", 0, 0, clip(string(f.Bytes[:min(9, len(f.Bytes))])))
	}
	c.checkHeaderComment()
	if !c.isIdentifier(f.Trailer["ID"]) && !c.isIdentifier(f.Last["ID"]) {
		c.fail("trailer-id", 0, 0, "")
	}
	if f.Rebuilt {
		c.fail("damaged", 0, 0, "cross-references")
	}
	c.checkEncryption()
	if end := bytes.LastIndex(f.Bytes, []byte("%%EOF")); end >= 0 && len(bytes.TrimLeft(f.Bytes[end+5:], "\r\n")) > 0 {
		c.fail("after-end", 0, 0, "")
	} else if end >= 0 && len(f.Bytes)-end-5 > 2 {
		c.fail("after-end", 0, 0, "")
	}
	for _, at := range f.XrefAt {
		c.checkTableSyntax(f.Bytes[at:])
	}
	for _, num := range f.Numbers() {
		if e := f.Entries[num]; e.In == 0 && e.Offset > 0 {
			c.checkObjectSyntax(num, e.Offset)
		}
	}
}

// isIdentifier tells whether v is two strings that say something.
func (c syntaxRules) isIdentifier(v any) bool {
	a := c.f.Array(v)
	if len(a) != 2 {
		return false
	}
	first, _ := c.f.Get(a[0]).(str)
	second, _ := c.f.Get(a[1]).(str)
	return first != "" && second != ""
}

func (c syntaxRules) checkHeaderComment() {
	end := bytes.IndexAny(c.f.Bytes, "\r\n")
	if end < 0 {
		return
	}
	rest := bytes.TrimLeft(c.f.Bytes[end:min(len(c.f.Bytes), end+20)], "\r\n")
	if len(rest) < 5 || rest[0] != '%' {
		c.fail("header-comment", 0, 0, "")
		return
	}
	for _, b := range rest[1:5] {
		if b < 128 {
			c.fail("header-comment", 0, 0, "")
			return
		}
	}
}

func (c syntaxRules) checkEncryption() {
	encrypt := c.f.Dict(c.f.Trailer["Encrypt"])
	if encrypt == nil {
		return
	}
	c.fail("encrypted", 0, 0, "")
	const accessible = 1 << 9
	if p, ok := c.f.Get(encrypt["P"]).(int); !ok || p&accessible == 0 {
		c.fail("encryption-access", 0, 0, "")
	}
	c.remark("encrypted-unread", 0, "")
}

// checkTableSyntax checks the lines of a cross-reference table.
func (c syntaxRules) checkTableSyntax(b []byte) {
	if !bytes.HasPrefix(b, []byte("xref")) {
		return
	}
	if !tableStart.Match(b[:min(len(b), 60)]) {
		c.fail("xref-syntax", 0, 0, "")
		return
	}
	b = bytes.TrimLeft(b[4:], "\r\n")
	line := regexp.MustCompile(`^(\d+) (\d+) ?(\r\n|\r|\n)`)
	for {
		m := line.FindSubmatch(b[:min(len(b), 40)])
		if m == nil {
			return
		}
		b = b[len(m[0]):]
		count := 0
		fmt.Sscan(string(m[2]), &count)
		for range count {
			if len(b) < 20 || !tableEntry.Match(b[:20]) {
				c.fail("xref-syntax", 0, 0, clip(string(b[:min(20, len(b))])))
				return
			}
			b = b[20:]
		}
	}
}

var (
	objectHead = regexp.MustCompile(`^\d+ \d+ obj`)
	spacedHead = regexp.MustCompile(`^\s*\d+\s+\d+\s+obj`)
)

// checkObjectSyntax checks the lines around an object, and its stream.
func (c syntaxRules) checkObjectSyntax(num, at int) {
	b := c.f.Bytes
	if at >= len(b) {
		return
	}
	head := b[at:min(len(b), at+60)]
	m := objectHead.Find(head)
	if m == nil {
		if spacedHead.Match(head) {
			c.fail("object-lines", 0, num, "")
		}
		return
	}
	if at > 0 && !isEOL(b[at-1]) || !startsWithEOL(head[len(m):]) {
		c.fail("object-lines", 0, num, "")
	}
	s, ok := c.f.Object(num).(*stream)
	if !ok {
		c.checkObjectEnd(num, at+len(m))
		return
	}
	c.checkStreamSyntax(s, num)
}

func (c syntaxRules) checkObjectEnd(num, from int) {
	end := c.f.Find(from, "endobj")
	if end < 1 {
		return
	}
	if !isEOL(c.f.Bytes[end-1]) || end+6 < len(c.f.Bytes) && !startsWithEOL(c.f.Bytes[end+6:]) {
		c.fail("object-lines", 0, num, "endobj")
	}
}

func isEOL(b byte) bool { return b == '\n' || b == '\r' }

func startsWithEOL(b []byte) bool { return len(b) > 0 && isEOL(b[0]) }

func (c syntaxRules) checkStreamSyntax(s *stream, num int) {
	b := c.f.Bytes
	length, _ := c.f.Get(s.Dict["Length"]).(int)
	start := offsetIn(b, s.Raw)
	if start < 0 {
		return
	}
	before := b[:start]
	switch {
	case bytes.HasSuffix(before, []byte("stream\r\n")), bytes.HasSuffix(before, []byte("stream\n")):
	default:
		c.fail("stream-lines", 0, num, "stream")
	}
	if length < 0 || length > len(b)-start {
		c.fail("stream-length", 0, num, "")
		return
	}
	end := start + length
	rest := b[end:min(len(b), end+11)]
	trimmed := bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	switch {
	case !bytes.HasPrefix(trimmed, []byte("endstream")):
		c.fail("stream-length", 0, num, fmt.Sprint(length))
	case len(trimmed) == len(rest):
		c.fail("stream-lines", 0, num, "endstream")
	}
	for _, k := range []name{"F", "FFilter", "FDecodeParms"} {
		if s.Dict[k] != nil {
			c.fail("stream-external", 0, num, string(k))
		}
	}
}

// offsetIn gives where sub lies in b, of which it is a slice.
func offsetIn(b, sub []byte) int {
	if cap(sub) == 0 || cap(sub) > cap(b) {
		return -1
	}
	return cap(b) - cap(sub)
}
