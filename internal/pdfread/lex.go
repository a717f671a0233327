package pdfread

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
)

// The objects of PDF: nil, bool, int, float64, Name, String, Array, Dict, *Stream
// and Ref; and in content streams, keywords.
type (
	Name    string
	String  string
	keyword string
	Array   []any
	Dict    map[Name]any
	Ref     struct{ Number, Generation int }
	Stream  struct {
		Dict   Dict
		Raw    []byte
		Number int // of the object; 0 for an inline image
	}
)

// Bounds of the reader. What goes beyond them is read as a fault, not followed.
const (
	MaxDepth   = 200 // of arrays and dictionaries in each other
	maxObjects = 1 << 20
	maxInflate = 1 << 28 // bytes of one stream
)

// A Lexer reads objects from bytes. It is lenient: what it can't read it steps
// over, and counts.
type Lexer struct {
	Bytes   []byte
	Pos     int
	depth   int
	OddHex  int // hexadecimal strings with an odd number of digits
	BadHex  int // and with other characters
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

// IsRegular reports whether a byte is neither white space nor a delimiter.
func IsRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

func (l *Lexer) skipSpace() {
	for l.Pos < len(l.Bytes) {
		c := l.Bytes[l.Pos]
		if c == '%' {
			for l.Pos < len(l.Bytes) && l.Bytes[l.Pos] != '\n' && l.Bytes[l.Pos] != '\r' {
				l.Pos++
			}
		} else if !isSpace(c) {
			return
		} else {
			l.Pos++
		}
	}
}

// closing is what next gives for ] and >>.
type closing byte

// Next returns the next object; ok is false at the end.
func (l *Lexer) Next() (v any, ok bool) {
	for {
		l.skipSpace()
		if l.Pos >= len(l.Bytes) {
			return nil, false
		}
		switch c := l.Bytes[l.Pos]; {
		case c == '/':
			return l.name(), true
		case c == '(':
			return l.literal(), true
		case c == '<' && l.at(1) == '<':
			l.Pos += 2
			return l.dict(), true
		case c == '<':
			return l.hex(), true
		case c == '[':
			l.Pos++
			return l.array(), true
		case c == ']':
			l.Pos++
			return closing(']'), true
		case c == '>' && l.at(1) == '>':
			l.Pos += 2
			return closing('>'), true
		case isDelimiter(c): // { } ) and a lone >
			l.Pos++
			l.skipped++
		default:
			return l.word(), true
		}
	}
}

func (l *Lexer) at(offset int) byte {
	if l.Pos+offset < len(l.Bytes) {
		return l.Bytes[l.Pos+offset]
	}
	return 0
}

func (l *Lexer) word() any {
	start := l.Pos
	for l.Pos < len(l.Bytes) && IsRegular(l.Bytes[l.Pos]) {
		l.Pos++
	}
	w := l.Bytes[start:l.Pos]
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
func (l *Lexer) maybeRef(n int) any {
	back := l.Pos
	l.skipSpace()
	gen, digits := 0, 0
	for l.Pos < len(l.Bytes) && l.Bytes[l.Pos] >= '0' && l.Bytes[l.Pos] <= '9' && digits < 6 {
		gen = 10*gen + int(l.Bytes[l.Pos]-'0')
		l.Pos++
		digits++
	}
	if digits > 0 {
		l.skipSpace()
		if l.at(0) == 'R' && (l.Pos+1 >= len(l.Bytes) || !IsRegular(l.Bytes[l.Pos+1])) {
			l.Pos++
			return Ref{n, gen}
		}
	}
	l.Pos = back
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

func (l *Lexer) name() Name {
	l.Pos++
	start := l.Pos
	escaped := false
	for l.Pos < len(l.Bytes) && IsRegular(l.Bytes[l.Pos]) {
		escaped = escaped || l.Bytes[l.Pos] == '#'
		l.Pos++
	}
	w := l.Bytes[start:l.Pos]
	if !escaped {
		return Name(w)
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
	return Name(out)
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

func (l *Lexer) hex() String {
	l.Pos++
	var out []byte
	high, digits := 0, 0
	for ; l.Pos < len(l.Bytes) && l.Bytes[l.Pos] != '>'; l.Pos++ {
		d := hexDigit(l.Bytes[l.Pos])
		if d < 0 {
			if !isSpace(l.Bytes[l.Pos]) {
				l.BadHex++
			}
			continue
		}
		if digits++; digits%2 == 1 {
			high = d << 4
		} else {
			out = append(out, byte(high|d))
		}
	}
	l.Pos++
	if digits%2 == 1 {
		l.OddHex++
		out = append(out, byte(high))
	}
	return String(out)
}

func (l *Lexer) literal() String {
	l.Pos++
	var out []byte
	for depth := 1; l.Pos < len(l.Bytes); l.Pos++ {
		c := l.Bytes[l.Pos]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.Pos++
				return String(out)
			}
		case '\\':
			var n int
			out, n = unescape(out, l.Bytes[l.Pos+1:])
			l.Pos += n
			continue
		case '\r':
			if l.at(1) == '\n' {
				l.Pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return String(out)
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

func (l *Lexer) enter() bool { l.depth++; return l.depth <= MaxDepth }

func (l *Lexer) array() Array {
	out := Array{}
	defer func() { l.depth-- }()
	if !l.enter() {
		l.Pos = len(l.Bytes)
		return out
	}
	for {
		v, ok := l.Next()
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

func (l *Lexer) dict() Dict {
	out := Dict{}
	defer func() { l.depth-- }()
	if !l.enter() {
		l.Pos = len(l.Bytes)
		return out
	}
	for {
		k, ok := l.Next()
		if !ok || k == closing('>') {
			return out
		}
		key, isName := k.(Name)
		if !isName {
			if w, isWord := k.(keyword); isWord && (w == "endobj" || w == "stream") {
				return out
			}
			l.skipped++
			continue
		}
		v, ok := l.Next()
		if !ok {
			return out
		}
		if v == closing('>') {
			return out
		}
		out[key] = v
	}
}

// SortedKeys returns the keys of a dictionary in order: what is told first must
// not depend on chance.
func SortedKeys(d Dict) []Name { return slices.Sorted(maps.Keys(d)) }
