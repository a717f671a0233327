package pdfread

import (
	"bytes"
	"fmt"
)

// StreamError is what was wrong with the stream of an object.
type StreamError struct {
	Number int // of the object
	Err    error
}

// Error says what is wrong.
func (e StreamError) Error() string { return fmt.Sprintf("object %d: %v", e.Number, e.Err) }

// Unwrap returns what was wrong.
func (e StreamError) Unwrap() error { return e.Err }

// An Operation is an operator of a content stream with its operands.
type Operation struct {
	Operator string
	Operands []any // the first 1000; they hold until the next operation
	Image    Dict  // of an inline image, the operator of which is BI
}

const maxOperands = 1000

// Name returns an operand that is a name; empty if it is none.
func (o Operation) Name(i int) Name {
	if i < 0 || i >= len(o.Operands) {
		return ""
	}
	n, _ := o.Operands[i].(Name)
	return n
}

// Properties returns the property list of a marked-content operator; nil if it
// has none.
func (o Operation) Properties(f *File, resources Dict) Dict {
	if o.Operator != "BDC" || len(o.Operands) < 2 {
		return nil
	}
	switch p := o.Operands[1].(type) {
	case Dict:
		return p
	case Name:
		return f.Dict(f.Dict(resources["Properties"])[p])
	}
	return nil
}

// A Content reads a content stream operation by operation.
type Content struct {
	l        Lexer
	operands []any
}

// NewContent returns a reader of the content stream b.
func NewContent(b []byte) *Content { return &Content{l: Lexer{Bytes: b, content: true}} }

// Next returns the next operation; ok is false at the end.
func (c *Content) Next() (o Operation, ok bool) {
	c.operands = c.operands[:0]
	for {
		v, ok := c.l.Next()
		if !ok {
			return Operation{}, false
		}
		word, isWord := v.(keyword)
		switch {
		case isWord && word == "BI":
			return Operation{Operator: "BI", Operands: c.operands, Image: c.inlineImage()}, true
		case isWord:
			return Operation{Operator: string(word), Operands: c.operands}, true
		case len(c.operands) < maxOperands:
			c.operands = append(c.operands, v)
		}
	}
}

// Faults returns how many hexadecimal strings so far have an odd number of
// digits, and how many characters in them are no digits.
func (c *Content) Faults() (odd, bad int) { return c.l.OddHex, c.l.BadHex }

// inlineImage reads the dictionary of an image up to ID, and steps over its data.
func (c *Content) inlineImage() Dict {
	d := Dict{}
	for {
		k, ok := c.l.Next()
		if !ok || k == keyword("ID") {
			break
		}
		if key, isName := k.(Name); isName {
			v, _ := c.l.Next()
			d[key] = v
		}
	}
	c.l.Pos++
	c.skipImage()
	return d
}

// skipImage steps over EI that stands between white space.
func (c *Content) skipImage() {
	l := &c.l
	for at := l.Pos; ; {
		i := bytes.Index(l.Bytes[min(at, len(l.Bytes)):], []byte("EI"))
		if i < 0 {
			l.Pos = len(l.Bytes)
			return
		}
		at += i
		before, after := l.Bytes[at-1], byte(' ')
		if at+2 < len(l.Bytes) {
			after = l.Bytes[at+2]
		}
		at += 2
		if isSpace(before) && isSpace(after) {
			l.Pos = at
			return
		}
	}
}
