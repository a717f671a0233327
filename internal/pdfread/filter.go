package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
)

var errFilter = errors.New("a filter that isn't read")

// Decode undoes the filters of a stream. Of a stream that breaks off it gives
// what could be read, with the error.
func (f *File) Decode(s *Stream) ([]byte, error) {
	data := s.Raw
	filters, parms := f.Filters(s)
	for i, filter := range filters {
		var err error
		if data, err = f.undo(filter, data, parms[i]); err != nil {
			return data, fmt.Errorf("%s: %w", filter, err)
		}
		if f.budget -= len(data); f.budget < 0 {
			return nil, errors.New("streams inflate to more than 2 GB")
		}
	}
	return data, nil
}

// Filters returns the filters of a stream, at most ten, with the parameters of each.
func (f *File) Filters(s *Stream) ([]Name, []Dict) {
	entry := func(keys ...Name) any {
		for _, k := range keys {
			if v := f.Get(s.Dict[k]); v != nil {
				return v
			}
		}
		return nil
	}
	var filters []Name
	var parms []Dict
	p := entry("DecodeParms", "DP")
	switch v := entry("Filter", "F").(type) {
	case Name:
		filters, parms = []Name{v}, []Dict{f.Dict(p)}
		if list, ok := p.(Array); ok && len(list) > 0 {
			parms[0] = f.Dict(list[0])
		}
	case Array:
		list, _ := p.(Array)
		for i, n := range v[:min(len(v), 10)] {
			filters = append(filters, f.Name(n))
			if i < len(list) {
				parms = append(parms, f.Dict(list[i]))
			} else {
				parms = append(parms, nil)
			}
		}
	}
	return filters, parms
}

func (f *File) undo(filter Name, data []byte, parms Dict) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		out, err := inflate(data)
		if p := f.Integer(parms["Predictor"]); p > 1 {
			out = f.unpredict(out, p, parms)
		}
		return out, err
	case "LZWDecode", "LZW":
		out, err := unLZW(data)
		if p := f.Integer(parms["Predictor"]); p > 1 {
			out = f.unpredict(out, p, parms)
		}
		return out, err
	case "ASCIIHexDecode", "AHx":
		l := Lexer{Bytes: append([]byte{'<'}, data...)}
		return []byte(l.hex()), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data)
	case "RunLengthDecode", "RL":
		return unRunLength(data), nil
	case "Crypt":
		return data, nil
	}
	return data, errFilter
}

func inflate(data []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, maxInflate))
	if err != nil && len(out) > 0 && errors.Is(err, zlib.ErrChecksum) {
		err = nil // every reader forgives a wrong checksum
	}
	return out, err
}

func unASCII85(data []byte) ([]byte, error) {
	data = bytes.TrimSpace(data)
	data = bytes.TrimPrefix(data, []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	return io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
}

func unRunLength(data []byte) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) < maxInflate {
		n := int(data[0])
		if n < 128 {
			n = min(n+1, len(data)-1)
			out = append(out, data[1:1+n]...)
			data = data[1+n:]
		} else {
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
		}
	}
	return out
}

// unpredict undoes the predictors of PNG and TIFF.
func (f *File) unpredict(data []byte, predictor int, parms Dict) []byte {
	or := func(key Name, otherwise int) int {
		if n, ok := f.Get(parms[key]).(int); ok && n > 0 && n < 1<<16 {
			return n
		}
		return otherwise
	}
	colors, bits, columns := or("Colors", 1), or("BitsPerComponent", 8), or("Columns", 1)
	step := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if predictor == 2 {
		if bits == 8 {
			for start := 0; start+row <= len(data); start += row {
				for i := start + step; i < start+row; i++ {
					data[i] += data[i-step]
				}
			}
		}
		return data
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		line := data[1:min(len(data), row+1)]
		unfilter(data[0], line, above, step)
		out = append(out, line...)
		copy(above, line)
		data = data[1+len(line):]
	}
	return out
}

func unfilter(kind byte, line, above []byte, step int) {
	for i := range line {
		var left, corner byte
		if i >= step {
			left, corner = line[i-step], above[i-step]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	abs := func(n int) int { return max(n, -n) }
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	if pa <= pb && pa <= pc {
		return a
	}
	if pb <= pc {
		return b
	}
	return c
}
