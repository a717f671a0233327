package audit

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// A file is a PDF as read: its objects by number.
type file struct {
	b        []byte // from %PDF- on
	junk     int    // bytes before it
	entries  map[int]entry
	objects  map[int]any
	packed   map[int][]packedObject // object streams, by number
	open     map[int]bool           // being read, against circles
	trailer  dict
	last     dict // the trailer that stands last in the file: of the first page in a linearized one
	xrefAt   []int
	hasTable bool
	hasXrefs bool // cross-reference streams
	rebuilt  bool
	budget   int // bytes that may still be inflated
	search   int // bytes that may still be searched
}

type entry struct {
	offset int
	in     int // object stream; 0: by itself
	index  int
}

type packedObject struct {
	num int
	b   []byte
}

var errNoPDF = errors.New("no PDF: the header %PDF- is missing")

// maxTotal bounds what all streams of a file inflate to.
const maxTotal = 1 << 31

func open(b []byte) (*file, error) {
	at := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	if at < 0 {
		return nil, errNoPDF
	}
	f := &file{
		b: b[at:], junk: at, entries: map[int]entry{}, objects: map[int]any{},
		packed: map[int][]packedObject{}, open: map[int]bool{}, trailer: dict{}, budget: maxTotal, search: 8*len(b) + 1<<20,
	}
	if !f.readXrefs() || f.dict(f.dict(f.trailer["Root"])["Pages"]) == nil {
		f.rebuild()
	}
	if f.dict(f.trailer["Root"]) == nil {
		return nil, errors.New("no document catalog can be found")
	}
	return f, nil
}

// readXrefs follows the chain of cross-reference sections from the end.
func (f *file) readXrefs() bool {
	at := bytes.LastIndex(f.b, []byte("startxref"))
	if at < 0 {
		return false
	}
	l := lexer{b: f.b, pos: at + len("startxref"), content: true}
	v, _ := l.next()
	start, ok := v.(int)
	for seen := map[int]bool{}; ok && !seen[start]; {
		seen[start] = true
		if start <= 0 || start >= len(f.b) {
			return false
		}
		f.xrefAt = append(f.xrefAt, start)
		t := f.readXref(start)
		if t == nil {
			return false
		}
		if f.last == nil {
			f.last = t
		}
		for k, v := range t {
			if _, have := f.trailer[k]; !have {
				f.trailer[k] = v
			}
		}
		if hybrid, isInt := t["XRefStm"].(int); isInt && !seen[hybrid] && hybrid > 0 && hybrid < len(f.b) {
			seen[hybrid] = true
			f.readXref(hybrid)
		}
		start, ok = t["Prev"].(int)
	}
	return len(f.xrefAt) > 0
}

// readXref reads one section and gives its trailer; nil if it is none.
func (f *file) readXref(at int) dict {
	l := lexer{b: f.b, pos: at, content: true}
	v, _ := l.next()
	if v == keyword("xref") {
		f.hasTable = true
		return f.readTable(&l)
	}
	if _, isInt := v.(int); !isInt {
		return nil
	}
	s, ok := f.readObjectAt(at, -1).(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil
	}
	f.hasXrefs = true
	f.readXrefStream(s)
	return s.dict
}

func (f *file) readTable(l *lexer) dict {
	for {
		v, ok := l.next()
		if !ok {
			return nil
		}
		if v == keyword("trailer") {
			d := lexer{b: f.b, pos: l.pos}
			t, _ := d.next()
			out, _ := t.(dict)
			return out
		}
		first, isInt := v.(int)
		c, _ := l.next()
		count, isCount := c.(int)
		if !isInt || !isCount || count < 0 || count > maxObjects || first < 0 {
			return nil
		}
		for i := range count {
			o, _ := l.next()
			g, _ := l.next()
			k, ok := l.next()
			offset, isOffset := o.(int)
			if _, isGen := g.(int); !ok || !isOffset || !isGen {
				return nil
			}
			if k == keyword("n") {
				f.addEntry(first+i, entry{offset: offset})
			} else {
				f.addEntry(first+i, entry{offset: -1})
			}
		}
	}
}

// addEntry keeps the first entry of an object: sections are read from the
// newest to the oldest.
func (f *file) addEntry(num int, e entry) {
	if _, have := f.entries[num]; !have && len(f.entries) < maxObjects {
		f.entries[num] = e
	}
}

func (f *file) readXrefStream(s *stream) {
	data, _ := f.decode(s)
	w, _ := s.dict["W"].(array)
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
	index, _ := s.dict["Index"].(array)
	if index == nil {
		n, _ := s.dict["Size"].(int)
		index = array{0, n}
	}
	for i := 0; i+1 < len(index) && size > 0; i += 2 {
		first, _ := index[i].(int)
		count, _ := index[i+1].(int)
		for n := 0; n < count && len(data) >= size; n++ {
			kind := 1
			if width[0] > 0 {
				kind = bigEndian(data[:width[0]])
			}
			a, b := bigEndian(data[width[0]:width[0]+width[1]]), bigEndian(data[width[0]+width[1]:size])
			data = data[size:]
			switch kind {
			case 0:
				f.addEntry(first+n, entry{offset: -1})
			case 1:
				f.addEntry(first+n, entry{offset: a})
			case 2:
				f.addEntry(first+n, entry{in: a, index: b})
			}
		}
	}
}

func bigEndian(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}

var objectStart = regexp.MustCompile(`(?:^|[\r\n\s])(\d{1,9})[ \t]+(\d{1,5})[ \t]+obj\b`)

// rebuild finds the objects of a file whose cross-references lead nowhere.
func (f *file) rebuild() {
	f.rebuilt = true
	f.entries, f.objects, f.packed = map[int]entry{}, map[int]any{}, map[int][]packedObject{}
	for _, m := range objectStart.FindAllSubmatchIndex(f.b, maxObjects) {
		num, err := strconv.Atoi(string(f.b[m[2]:m[3]]))
		if err == nil {
			f.entries[num] = entry{offset: m[2]}
		}
	}
	for _, num := range f.numbers() {
		s, ok := f.get(ref{num, 0}).(*stream)
		if !ok {
			if d, isDict := f.get(ref{num, 0}).(dict); isDict && d["Type"] == name("Catalog") && f.trailer["Root"] == nil {
				f.trailer["Root"] = ref{num, 0}
			}
			continue
		}
		switch s.dict["Type"] {
		case name("ObjStm"):
			for i, o := range f.unpack(num) {
				if _, have := f.entries[o.num]; !have {
					f.entries[o.num] = entry{in: num, index: i}
				}
			}
		case name("XRef"):
			for _, k := range []name{"Root", "Info", "ID", "Encrypt"} {
				if v, have := s.dict[k]; have {
					f.trailer[k] = v
				}
			}
		}
	}
	for at := 0; ; {
		i := bytes.Index(f.b[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		l := lexer{b: f.b, pos: at}
		v, _ := l.next()
		d, _ := v.(dict)
		for k, v := range d {
			f.trailer[k] = v
		}
	}
}

// numbers gives the numbers of all objects in order.
func (f *file) numbers() []int { return slices.Sorted(maps.Keys(f.entries)) }

// find looks for text from a place on. All searches of a file together may go
// over a few times its length: in a file made for it each object would
// otherwise search all of it.
func (f *file) find(from int, text string) int {
	if from > len(f.b) || f.search < 0 {
		return -1
	}
	at := bytes.Index(f.b[from:], []byte(text))
	if at < 0 {
		f.search -= len(f.b) - from
		return -1
	}
	f.search -= at
	return from + at
}

// readObjectAt reads "12 0 obj …". want is the number that it should have; −1: any.
func (f *file) readObjectAt(at, want int) any {
	l := lexer{b: f.b, pos: at, content: true}
	n, _ := l.next()
	num, ok := n.(int)
	l.next()
	k, _ := l.next()
	if !ok || k != keyword("obj") || want >= 0 && num != want {
		return nil
	}
	l.content = false
	v, _ := l.next()
	d, ok := v.(dict)
	if !ok {
		switch v.(type) {
		case keyword, closing:
			return nil
		}
		return v
	}
	l.skipSpace()
	if !bytes.HasPrefix(f.b[min(l.pos, len(f.b)):], []byte("stream")) {
		return d
	}
	start := l.pos + len("stream")
	if start < len(f.b) && f.b[start] == '\r' {
		start++
	}
	if start < len(f.b) && f.b[start] == '\n' {
		start++
	}
	return &stream{dict: d, raw: f.streamBytes(d, start), num: num}
}

// streamBytes believes Length if endstream stands there, else it looks for it.
func (f *file) streamBytes(d dict, start int) []byte {
	start = min(start, len(f.b))
	if n, ok := f.get(d["Length"]).(int); ok && n >= 0 && n <= len(f.b)-start {
		rest := bytes.TrimLeft(f.b[start+n:min(len(f.b), start+n+20)], "\r\n \t")
		if bytes.HasPrefix(rest, []byte("endstream")) {
			return f.b[start : start+n]
		}
	}
	end := f.find(start, "endstream")
	if end < 0 {
		return f.b[start:]
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(f.b[start:end], []byte("\n")), []byte("\r"))
}

// get gives what a reference leads to, or the object itself.
func (f *file) get(v any) any {
	for range 20 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.object(r.num)
	}
	return nil
}

// object returns the object of a number; nil if there is none.
func (f *file) object(num int) any {
	if v, ok := f.objects[num]; ok {
		return v
	}
	e, ok := f.entries[num]
	if !ok || f.open[num] || e.offset < 0 {
		return nil
	}
	f.open[num] = true
	defer delete(f.open, num)
	var v any
	if e.in == 0 {
		v = f.readObjectAt(min(e.offset, len(f.b)), num)
	} else if list := f.unpack(e.in); e.index < len(list) && e.index >= 0 {
		o := list[e.index]
		l := lexer{b: o.b}
		if v, _ = l.next(); o.num != num {
			v = nil
		}
	}
	f.objects[num] = v
	return v
}

// unpack gives the objects of an object stream, unread.
func (f *file) unpack(num int) []packedObject {
	if list, ok := f.packed[num]; ok {
		return list
	}
	f.packed[num] = nil
	s, ok := f.get(ref{num, 0}).(*stream)
	if !ok {
		return nil
	}
	data, _ := f.decode(s)
	count, _ := f.get(s.dict["N"]).(int)
	first, _ := f.get(s.dict["First"]).(int)
	if first < 0 || first > len(data) || count > maxObjects {
		return nil
	}
	l := lexer{b: data[:first], content: true}
	var list []packedObject
	for range count {
		n, _ := l.next()
		o, ok := l.next()
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
func (f *file) root() dict { return f.dict(f.trailer["Root"]) }

// dict returns the dictionary that v is or leads to, that of a stream too; nil if
// it is none.
func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

// array returns the array that v is or leads to; nil if it is none.
func (f *file) array(v any) array { a, _ := f.get(v).(array); return a }

// name returns the name that v is or leads to; empty if it is none.
func (f *file) name(v any) name { n, _ := f.get(v).(name); return n }

// stream returns the stream that v leads to; nil if it is none.
func (f *file) stream(v any) *stream { s, _ := f.get(v).(*stream); return s }

// integer returns the integer that v is or leads to; 0 if it is none.
func (f *file) integer(v any) int { n, _ := f.get(v).(int); return n }

// asArray returns the array that v is or leads to, or an array of v alone; nil for
// nothing.
func (f *file) asArray(v any) array {
	switch w := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return w
	default:
		return array{v}
	}
}

// text returns a text string, decoded; ok is false if v is no string.
func (f *file) text(v any) (s string, ok bool) {
	raw, ok := f.get(v).(str)
	return decodeText(string(raw)), ok
}

// number returns an integer or a real number; ok is false if v is neither.
func (f *file) number(v any) (n float64, ok bool) {
	switch v := f.get(v).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// objectNumber gives the number of an object for a message; 0 if it has none.
func objectNumber(v any) int {
	switch v := v.(type) {
	case ref:
		return v.num
	case *stream:
		return v.num
	}
	return 0
}

// String writes a reference as PDF does.
func (r ref) String() string { return fmt.Sprintf("%d %d R", r.num, r.gen) }
