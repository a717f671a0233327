package audit

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
)

// The objects of PDF: nil, bool, int, float64, name, str, array, dict, *stream
// and ref; and in content streams, keyword.
type (
	name    string
	str     string
	keyword string
	array   []any
	dict    map[name]any
	ref     struct{ num, gen int }
	stream  struct {
		dict dict
		raw  []byte
		num  int // of the object; 0 for an inline image
	}
)

// Bounds of the reader. What goes beyond them is read as a fault, not followed.
const (
	maxDepth   = 200 // of arrays and dictionaries in each other
	maxObjects = 1 << 20
	maxInflate = 1 << 28 // bytes of one stream
)

// A lexer reads objects from bytes. It is lenient: what it can't read it steps
// over, and counts.
type lexer struct {
	b       []byte
	pos     int
	depth   int
	oddHex  int // hexadecimal strings with an odd number of digits
	badHex  int // and with other characters
	skipped int // bytes that belong to nothing
	content bool
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

func (l *lexer) skipSpace() {
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		if c == '%' {
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
		} else if !isSpace(c) {
			return
		} else {
			l.pos++
		}
	}
}

// closing is what next gives for ] and >>.
type closing byte

// next gives the next object; ok is false at the end.
func (l *lexer) next() (v any, ok bool) {
	for {
		l.skipSpace()
		if l.pos >= len(l.b) {
			return nil, false
		}
		switch c := l.b[l.pos]; {
		case c == '/':
			return l.name(), true
		case c == '(':
			return l.literal(), true
		case c == '<' && l.at(1) == '<':
			l.pos += 2
			return l.dict(), true
		case c == '<':
			return l.hex(), true
		case c == '[':
			l.pos++
			return l.array(), true
		case c == ']':
			l.pos++
			return closing(']'), true
		case c == '>' && l.at(1) == '>':
			l.pos += 2
			return closing('>'), true
		case isDelimiter(c): // { } ) and a lone >
			l.pos++
			l.skipped++
		default:
			return l.word(), true
		}
	}
}

func (l *lexer) at(offset int) byte {
	if l.pos+offset < len(l.b) {
		return l.b[l.pos+offset]
	}
	return 0
}

func (l *lexer) word() any {
	start := l.pos
	for l.pos < len(l.b) && isRegular(l.b[l.pos]) {
		l.pos++
	}
	w := l.b[start:l.pos]
	if v, ok := number(w); ok {
		if n, isInt := v.(int); isInt && !l.content && n >= 0 {
			return l.maybeRef(n)
		}
		return v
	}
	switch string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(w)
}

// maybeRef looks for the rest of "12 0 R".
func (l *lexer) maybeRef(n int) any {
	back := l.pos
	l.skipSpace()
	gen, digits := 0, 0
	for l.pos < len(l.b) && l.b[l.pos] >= '0' && l.b[l.pos] <= '9' && digits < 6 {
		gen = 10*gen + int(l.b[l.pos]-'0')
		l.pos++
		digits++
	}
	if digits > 0 {
		l.skipSpace()
		if l.at(0) == 'R' && (l.pos+1 >= len(l.b) || !isRegular(l.b[l.pos+1])) {
			l.pos++
			return ref{n, gen}
		}
	}
	l.pos = back
	return n
}

func number(w []byte) (any, bool) {
	if len(w) == 0 || len(w) > 40 || !(w[0] >= '0' && w[0] <= '9' || w[0] == '-' || w[0] == '+' || w[0] == '.') {
		return nil, false
	}
	if n, err := strconv.Atoi(string(w)); err == nil {
		return n, true
	}
	for _, c := range w {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return nil, false // no 1e5, no Inf: PDF doesn't know them
		}
	}
	f, err := strconv.ParseFloat(string(w), 64)
	return f, err == nil
}

func (l *lexer) name() name {
	l.pos++
	start := l.pos
	escaped := false
	for l.pos < len(l.b) && isRegular(l.b[l.pos]) {
		escaped = escaped || l.b[l.pos] == '#'
		l.pos++
	}
	w := l.b[start:l.pos]
	if !escaped {
		return name(w)
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) && hexDigit(w[i+1]) >= 0 && hexDigit(w[i+2]) >= 0 {
			out = append(out, byte(hexDigit(w[i+1])<<4|hexDigit(w[i+2])))
			i += 2
		} else {
			out = append(out, w[i])
		}
	}
	return name(out)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *lexer) hex() str {
	l.pos++
	var out []byte
	high, digits := 0, 0
	for ; l.pos < len(l.b) && l.b[l.pos] != '>'; l.pos++ {
		d := hexDigit(l.b[l.pos])
		if d < 0 {
			if !isSpace(l.b[l.pos]) {
				l.badHex++
			}
			continue
		}
		if digits++; digits%2 == 1 {
			high = d << 4
		} else {
			out = append(out, byte(high|d))
		}
	}
	l.pos++
	if digits%2 == 1 {
		l.oddHex++
		out = append(out, byte(high))
	}
	return str(out)
}

func (l *lexer) literal() str {
	l.pos++
	var out []byte
	for depth := 1; l.pos < len(l.b); l.pos++ {
		c := l.b[l.pos]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return str(out)
			}
		case '\\':
			var n int
			out, n = unescape(out, l.b[l.pos+1:])
			l.pos += n
			continue
		case '\r':
			if l.at(1) == '\n' {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return str(out)
}

// unescape reads what stands after a backslash, and counts its bytes.
func unescape(out, b []byte) ([]byte, int) {
	if len(b) == 0 {
		return out, 0
	}
	if i := bytes.IndexByte([]byte("nrtbf"), b[0]); i >= 0 {
		return append(out, "\n\r\t\b\f"[i]), 1
	}
	switch {
	case b[0] == '\r' && len(b) > 1 && b[1] == '\n':
		return out, 2
	case b[0] == '\r' || b[0] == '\n':
		return out, 1
	case b[0] >= '0' && b[0] <= '7':
		v, n := 0, 0
		for n < 3 && n < len(b) && b[n] >= '0' && b[n] <= '7' {
			v = v<<3 | int(b[n]-'0')
			n++
		}
		return append(out, byte(v)), n
	}
	return append(out, b[0]), 1
}

func (l *lexer) enter() bool { l.depth++; return l.depth <= maxDepth }

func (l *lexer) array() array {
	out := array{}
	defer func() { l.depth-- }()
	if !l.enter() {
		l.pos = len(l.b)
		return out
	}
	for {
		v, ok := l.next()
		if !ok || v == closing(']') {
			return out
		}
		if _, wrong := v.(closing); wrong {
			l.skipped++
			continue
		}
		if k, isWord := v.(keyword); isWord && (k == "endobj" || k == "stream") {
			return out
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() dict {
	out := dict{}
	defer func() { l.depth-- }()
	if !l.enter() {
		l.pos = len(l.b)
		return out
	}
	for {
		k, ok := l.next()
		if !ok || k == closing('>') {
			return out
		}
		key, isName := k.(name)
		if !isName {
			if w, isWord := k.(keyword); isWord && (w == "endobj" || w == "stream") {
				return out
			}
			l.skipped++
			continue
		}
		v, ok := l.next()
		if !ok {
			return out
		}
		if v == closing('>') {
			return out
		}
		out[key] = v
	}
}

// sortedKeys gives the keys of a dictionary in order: what is told first must
// not depend on chance.
func sortedKeys(d dict) []name { return slices.Sorted(maps.Keys(d)) }
