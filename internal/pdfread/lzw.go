package pdfread

import (
	"bytes"
	"compress/lzw"
	"errors"
	"io"
)

// unLZW reads the LZW of TIFF; that of compress/lzw changes its code width one
// code later, which shows only in streams of more than 254 codes.
func unLZW(data []byte) ([]byte, error) {
	if out, err := earlyLZW(data); err == nil {
		return out, nil
	}
	r := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	return io.ReadAll(io.LimitReader(r, maxInflate))
}

// Codes of LZW that stand for no bytes, and the bounds of the others.
const (
	lzwClear, lzwEnd = 256, 257
	lzwFirst         = 258
	lzwNarrow        = 9 // bits of a code at first
	lzwWide          = 12
)

// An lzwWord is what a code stands for: the bytes of another code and one more.
type lzwWord struct {
	prefix int
	last   byte
	length int
}

// An lzwReader reads the LZW of TIFF, whose codes grow wider one code early.
type lzwReader struct {
	table    []lzwWord
	out      []byte
	width    int
	previous int // code; −1: none
}

var (
	errLZWCode = errors.New("a code that isn't in the table")
	errTooLong = errors.New("too long")
)

func earlyLZW(data []byte) ([]byte, error) {
	r := &lzwReader{table: make([]lzwWord, lzwFirst, 1<<lzwWide), width: lzwNarrow, previous: -1}
	for i := range 256 {
		r.table[i] = lzwWord{-1, byte(i), 1}
	}
	bits, have := 0, 0
	for _, c := range data {
		if bits, have = bits<<8|int(c), have+8; have < r.width {
			continue
		}
		code := bits >> (have - r.width) & (1<<r.width - 1)
		have -= r.width
		bits &= 1<<have - 1
		if code == lzwEnd {
			return r.out, nil
		}
		if err := r.take(code); err != nil {
			return nil, err
		}
	}
	return r.out, nil
}

// take writes what a code stands for, and learns a new one.
func (r *lzwReader) take(code int) error {
	if code == lzwClear {
		r.table, r.width, r.previous = r.table[:lzwFirst], lzwNarrow, -1
		return nil
	}
	at := len(r.out)
	switch {
	case code < len(r.table):
		r.write(code)
		if r.previous >= 0 && len(r.table) < 1<<lzwWide {
			r.learn(r.out[at])
		}
	case code == len(r.table) && r.previous >= 0:
		r.write(r.previous)
		r.out = append(r.out, r.out[at])
		r.learn(r.out[at])
	default:
		return errLZWCode
	}
	if len(r.out) > maxInflate {
		return errTooLong
	}
	r.previous = code
	if len(r.table)+1 >= 1<<r.width && r.width < lzwWide {
		r.width++
	}
	return nil
}

func (r *lzwReader) learn(last byte) {
	r.table = append(r.table, lzwWord{r.previous, last, r.table[r.previous].length + 1})
}

// write writes the bytes of a code, of which the table knows the last first.
func (r *lzwReader) write(code int) {
	n, at := r.table[code].length, len(r.out)
	r.out = append(r.out, make([]byte, n)...)
	for i := n - 1; i >= 0; i-- {
		r.out[at+i] = r.table[code].last
		code = r.table[code].prefix
	}
}
