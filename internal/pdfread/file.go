package pdfread

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// A File is a PDF as read: its objects by number.
type File struct {
	Bytes   []byte // from %PDF- on; offsets count from there
	Junk    int    // bytes before it
	Entries map[int]Entry
	objects map[int]any
	packed  map[int][]packedObject // object streams, by number
	open    map[int]bool           // being read, against circles
	Trailer Dict
	Last    Dict // the trailer that stands last in the file: of the first page in a linearized one
	XrefAt  []int
	Rebuilt bool
	budget  int // bytes that may still be inflated
	search  int // bytes that may still be searched
}

// An Entry says where an object lies.
type Entry struct {
	Offset int
	In     int // object stream; 0: by itself
	index  int
}

type packedObject struct {
	num int
	b   []byte
}

var errNoPDF = errors.New("no PDF: the header %PDF- is missing")

// maxTotal bounds what all streams of a file inflate to.
const maxTotal = 1 << 31

// Open reads a file from the first 1024 bytes in which its header stands. It is an
// error only where there is no header or no catalog; what else is damaged is read
// as far as it can be.
func Open(b []byte) (*File, error) {
	at := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	if at < 0 {
		return nil, errNoPDF
	}
	f := &File{
		Bytes: b[at:], Junk: at, Entries: map[int]Entry{}, objects: map[int]any{},
		packed: map[int][]packedObject{}, open: map[int]bool{}, Trailer: Dict{}, budget: maxTotal, search: 8*len(b) + 1<<20,
	}
	if !f.readXrefs() || f.Dict(f.Dict(f.Trailer["Root"])["Pages"]) == nil {
		f.rebuild()
	}
	if f.Dict(f.Trailer["Root"]) == nil {
		return nil, errors.New("no document catalog can be found")
	}
	return f, nil
}

// readXrefs follows the chain of cross-reference sections from the end.
func (f *File) readXrefs() bool {
	at := bytes.LastIndex(f.Bytes, []byte("startxref"))
	if at < 0 {
		return false
	}
	l := Lexer{Bytes: f.Bytes, Pos: at + len("startxref"), content: true}
	v, _ := l.Next()
	start, ok := v.(int)
	for seen := map[int]bool{}; ok && !seen[start]; {
		seen[start] = true
		if start <= 0 || start >= len(f.Bytes) {
			return false
		}
		f.XrefAt = append(f.XrefAt, start)
		t := f.readXref(start)
		if t == nil {
			return false
		}
		if f.Last == nil {
			f.Last = t
		}
		for k, v := range t {
			if _, have := f.Trailer[k]; !have {
				f.Trailer[k] = v
			}
		}
		if hybrid, isInt := t["XRefStm"].(int); isInt && !seen[hybrid] && hybrid > 0 && hybrid < len(f.Bytes) {
			seen[hybrid] = true
			f.readXref(hybrid)
		}
		start, ok = t["Prev"].(int)
	}
	return len(f.XrefAt) > 0
}

// readXref reads one section and gives its trailer; nil if it is none.
func (f *File) readXref(at int) Dict {
	l := Lexer{Bytes: f.Bytes, Pos: at, content: true}
	v, _ := l.Next()
	if v == keyword("xref") {
		return f.readTable(&l)
	}
	if _, isInt := v.(int); !isInt {
		return nil
	}
	s, ok := f.readObjectAt(at, -1).(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil
	}
	f.readXrefStream(s)
	return s.Dict
}

func (f *File) readTable(l *Lexer) Dict {
	for {
		v, ok := l.Next()
		if !ok {
			return nil
		}
		if v == keyword("trailer") {
			d := Lexer{Bytes: f.Bytes, Pos: l.Pos}
			t, _ := d.Next()
			out, _ := t.(Dict)
			return out
		}
		first, isInt := v.(int)
		c, _ := l.Next()
		count, isCount := c.(int)
		if !isInt || !isCount || count < 0 || count > maxObjects || first < 0 {
			return nil
		}
		for i := range count {
			o, _ := l.Next()
			g, _ := l.Next()
			k, ok := l.Next()
			offset, isOffset := o.(int)
			if _, isGen := g.(int); !ok || !isOffset || !isGen {
				return nil
			}
			if k == keyword("n") {
				f.addEntry(first+i, Entry{Offset: offset})
			} else {
				f.addEntry(first+i, Entry{Offset: -1})
			}
		}
	}
}

// addEntry keeps the first entry of an object: sections are read from the
// newest to the oldest.
func (f *File) addEntry(num int, e Entry) {
	if _, have := f.Entries[num]; !have && len(f.Entries) < maxObjects {
		f.Entries[num] = e
	}
}

func (f *File) readXrefStream(s *Stream) {
	data, _ := f.Decode(s)
	w, _ := s.Dict["W"].(Array)
	if len(w) < 3 {
		return
	}
	var width [3]int
	for i := range width {
		width[i], _ = w[i].(int)
		if width[i] < 0 || width[i] > 8 {
			return
		}
	}
	size := width[0] + width[1] + width[2]
	index, _ := s.Dict["Index"].(Array)
	if index == nil {
		n, _ := s.Dict["Size"].(int)
		index = Array{0, n}
	}
	for i := 0; i+1 < len(index) && size > 0; i += 2 {
		first, _ := index[i].(int)
		count, _ := index[i+1].(int)
		for n := 0; n < count && len(data) >= size; n++ {
			kind := 1
			if width[0] > 0 {
				kind = BigEndian(data[:width[0]])
			}
			a, b := BigEndian(data[width[0]:width[0]+width[1]]), BigEndian(data[width[0]+width[1]:size])
			data = data[size:]
			switch kind {
			case 0:
				f.addEntry(first+n, Entry{Offset: -1})
			case 1:
				f.addEntry(first+n, Entry{Offset: a})
			case 2:
				f.addEntry(first+n, Entry{In: a, index: b})
			}
		}
	}
}

// BigEndian returns the number that bytes write, the highest first.
func BigEndian(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}

var objectStart = regexp.MustCompile(`(?:^|[\r\n\s])(\d{1,9})[ \t]+(\d{1,5})[ \t]+obj\b`)

// rebuild finds the objects of a file whose cross-references lead nowhere.
func (f *File) rebuild() {
	f.Rebuilt = true
	f.Entries, f.objects, f.packed = map[int]Entry{}, map[int]any{}, map[int][]packedObject{}
	for _, m := range objectStart.FindAllSubmatchIndex(f.Bytes, maxObjects) {
		num, err := strconv.Atoi(string(f.Bytes[m[2]:m[3]]))
		if err == nil {
			f.Entries[num] = Entry{Offset: m[2]}
		}
	}
	for _, num := range f.Numbers() {
		s, ok := f.Get(Ref{num, 0}).(*Stream)
		if !ok {
			if d, isDict := f.Get(Ref{num, 0}).(Dict); isDict && d["Type"] == Name("Catalog") && f.Trailer["Root"] == nil {
				f.Trailer["Root"] = Ref{num, 0}
			}
			continue
		}
		switch s.Dict["Type"] {
		case Name("ObjStm"):
			for i, o := range f.unpack(num) {
				if _, have := f.Entries[o.num]; !have {
					f.Entries[o.num] = Entry{In: num, index: i}
				}
			}
		case Name("XRef"):
			for _, k := range []Name{"Root", "Info", "ID", "Encrypt"} {
				if v, have := s.Dict[k]; have {
					f.Trailer[k] = v
				}
			}
		}
	}
	for at := 0; ; {
		i := bytes.Index(f.Bytes[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		l := Lexer{Bytes: f.Bytes, Pos: at}
		v, _ := l.Next()
		d, _ := v.(Dict)
		for k, v := range d {
			f.Trailer[k] = v
		}
	}
}

// Numbers returns the numbers of all objects in order.
func (f *File) Numbers() []int { return slices.Sorted(maps.Keys(f.Entries)) }

// Find looks for text from a place on. All searches of a file together may go
// over a few times its length: in a file made for it each object would
// otherwise search all of it.
func (f *File) Find(from int, text string) int {
	if from > len(f.Bytes) || f.search < 0 {
		return -1
	}
	at := bytes.Index(f.Bytes[from:], []byte(text))
	if at < 0 {
		f.search -= len(f.Bytes) - from
		return -1
	}
	f.search -= at
	return from + at
}

// readObjectAt reads "12 0 obj …". want is the number that it should have; −1: any.
func (f *File) readObjectAt(at, want int) any {
	l := Lexer{Bytes: f.Bytes, Pos: at, content: true}
	n, _ := l.Next()
	num, ok := n.(int)
	l.Next()
	k, _ := l.Next()
	if !ok || k != keyword("obj") || want >= 0 && num != want {
		return nil
	}
	l.content = false
	v, _ := l.Next()
	d, ok := v.(Dict)
	if !ok {
		switch v.(type) {
		case keyword, closing:
			return nil
		}
		return v
	}
	l.skipSpace()
	if !bytes.HasPrefix(f.Bytes[min(l.Pos, len(f.Bytes)):], []byte("stream")) {
		return d
	}
	start := l.Pos + len("stream")
	if start < len(f.Bytes) && f.Bytes[start] == '\r' {
		start++
	}
	if start < len(f.Bytes) && f.Bytes[start] == '\n' {
		start++
	}
	return &Stream{Dict: d, Raw: f.streamBytes(d, start), Number: num}
}

// streamBytes believes Length if endstream stands there, else it looks for it.
func (f *File) streamBytes(d Dict, start int) []byte {
	start = min(start, len(f.Bytes))
	if n, ok := f.Get(d["Length"]).(int); ok && n >= 0 && n <= len(f.Bytes)-start {
		rest := bytes.TrimLeft(f.Bytes[start+n:min(len(f.Bytes), start+n+20)], "\r\n \t")
		if bytes.HasPrefix(rest, []byte("endstream")) {
			return f.Bytes[start : start+n]
		}
	}
	end := f.Find(start, "endstream")
	if end < 0 {
		return f.Bytes[start:]
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(f.Bytes[start:end], []byte("\n")), []byte("\r"))
}

// Get returns what a reference leads to, or the object itself.
func (f *File) Get(v any) any {
	for range 20 {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.Object(r.Number)
	}
	return nil
}

// Object returns the object of a number; nil if there is none.
func (f *File) Object(num int) any {
	if v, ok := f.objects[num]; ok {
		return v
	}
	e, ok := f.Entries[num]
	if !ok || f.open[num] || e.Offset < 0 {
		return nil
	}
	f.open[num] = true
	defer delete(f.open, num)
	var v any
	if e.In == 0 {
		v = f.readObjectAt(min(e.Offset, len(f.Bytes)), num)
	} else if list := f.unpack(e.In); e.index < len(list) && e.index >= 0 {
		o := list[e.index]
		l := Lexer{Bytes: o.b}
		if v, _ = l.Next(); o.num != num {
			v = nil
		}
	}
	f.objects[num] = v
	return v
}

// unpack returns the objects of an object stream, unread.
func (f *File) unpack(num int) []packedObject {
	if list, ok := f.packed[num]; ok {
		return list
	}
	f.packed[num] = nil
	s, ok := f.Get(Ref{num, 0}).(*Stream)
	if !ok {
		return nil
	}
	data, _ := f.Decode(s)
	count, _ := f.Get(s.Dict["N"]).(int)
	first, _ := f.Get(s.Dict["First"]).(int)
	if first < 0 || first > len(data) || count > maxObjects {
		return nil
	}
	l := Lexer{Bytes: data[:first], content: true}
	var list []packedObject
	for range count {
		n, _ := l.Next()
		o, ok := l.Next()
		number, isNum := n.(int)
		offset, isOffset := o.(int)
		if !ok || !isNum || !isOffset || offset < 0 || first+offset > len(data) {
			break
		}
		list = append(list, packedObject{number, data[first+offset:]})
	}
	f.packed[num] = list
	return list
}

// root returns the catalog.
func (f *File) root() Dict { return f.Dict(f.Trailer["Root"]) }

// Dict returns the dictionary that v is or leads to, that of a stream too; nil if
// it is none.
func (f *File) Dict(v any) Dict {
	switch v := f.Get(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array returns the array that v is or leads to; nil if it is none.
func (f *File) Array(v any) Array { a, _ := f.Get(v).(Array); return a }

// Name returns the name that v is or leads to; empty if it is none.
func (f *File) Name(v any) Name { n, _ := f.Get(v).(Name); return n }

// Stream returns the stream that v leads to; nil if it is none.
func (f *File) Stream(v any) *Stream { s, _ := f.Get(v).(*Stream); return s }

// Integer returns the integer that v is or leads to; 0 if it is none.
func (f *File) Integer(v any) int { n, _ := f.Get(v).(int); return n }

// List returns the array that v is or leads to, or an array of v alone; nil for
// nothing.
func (f *File) List(v any) Array {
	switch w := f.Get(v).(type) {
	case nil:
		return nil
	case Array:
		return w
	default:
		return Array{v}
	}
}

// Text returns a text string, decoded; ok is false if v is no string.
func (f *File) Text(v any) (s string, ok bool) {
	raw, ok := f.Get(v).(String)
	return DecodeText(string(raw)), ok
}

// Number returns an integer or a real number; ok is false if v is neither.
func (f *File) Number(v any) (n float64, ok bool) {
	switch v := f.Get(v).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// NumberOf returns the number of an object for a message; 0 if it has none.
func NumberOf(v any) int {
	switch v := v.(type) {
	case Ref:
		return v.Number
	case *Stream:
		return v.Number
	}
	return 0
}

// String writes a reference as PDF does.
func (r Ref) String() string { return fmt.Sprintf("%d %d R", r.Number, r.Generation) }
