package audit

import (
	"bytes"
	"fmt"
)

// streamError is what was wrong with the stream of an object.
type streamError struct {
	num int // of the object
	err error
}

// Error says what is wrong.
func (e streamError) Error() string { return fmt.Sprintf("object %d: %v", e.num, e.err) }

// Unwrap returns what was wrong.
func (e streamError) Unwrap() error { return e.err }

// An operation is an operator of a content stream with its operands.
type operation struct {
	operator string
	operands []any // the first 1000; they hold until the next operation
	image    dict  // of an inline image, the operator of which is BI
}

const maxOperands = 1000

// name returns an operand that is a name; empty if it is none.
func (o operation) name(i int) name {
	if i < 0 || i >= len(o.operands) {
		return ""
	}
	n, _ := o.operands[i].(name)
	return n
}

// properties returns the property list of a marked-content operator; nil if it
// has none.
func (o operation) properties(f *file, resources dict) dict {
	if o.operator != "BDC" || len(o.operands) < 2 {
		return nil
	}
	switch p := o.operands[1].(type) {
	case dict:
		return p
	case name:
		return f.dict(f.dict(resources["Properties"])[p])
	}
	return nil
}

// A contentReader reads a content stream operation by operation.
type contentReader struct {
	l        lexer
	operands []any
}

func newContent(b []byte) *contentReader { return &contentReader{l: lexer{b: b, content: true}} }

// next returns the next operation; ok is false at the end.
func (c *contentReader) next() (o operation, ok bool) {
	c.operands = c.operands[:0]
	for {
		v, ok := c.l.next()
		if !ok {
			return operation{}, false
		}
		word, isWord := v.(keyword)
		switch {
		case isWord && word == "BI":
			return operation{operator: "BI", operands: c.operands, image: c.inlineImage()}, true
		case isWord:
			return operation{operator: string(word), operands: c.operands}, true
		case len(c.operands) < maxOperands:
			c.operands = append(c.operands, v)
		}
	}
}

// faults returns how many hexadecimal strings so far have an odd number of
// digits, and how many characters in them are no digits.
func (c *contentReader) faults() (odd, bad int) { return c.l.oddHex, c.l.badHex }

// inlineImage reads the dictionary of an image up to ID, and steps over its data.
func (c *contentReader) inlineImage() dict {
	d := dict{}
	for {
		k, ok := c.l.next()
		if !ok || k == keyword("ID") {
			break
		}
		if key, isName := k.(name); isName {
			v, _ := c.l.next()
			d[key] = v
		}
	}
	c.l.pos++
	c.skipImage()
	return d
}

// skipImage steps over EI that stands between white space.
func (c *contentReader) skipImage() {
	l := &c.l
	for at := l.pos; ; {
		i := bytes.Index(l.b[min(at, len(l.b)):], []byte("EI"))
		if i < 0 {
			l.pos = len(l.b)
			return
		}
		at += i
		before, after := l.b[at-1], byte(' ')
		if at+2 < len(l.b) {
			after = l.b[at+2]
		}
		at += 2
		if isSpace(before) && isSpace(after) {
			l.pos = at
			return
		}
	}
}
