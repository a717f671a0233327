package audit

import (
	"fmt"
	"slices"

	"slotmemo/internal/pdfread"
)

// checkObjects looks at every object that the catalog leads to, for what may
// stand anywhere: actions, graphics states, images, filters, long strings.
func (c *checker) checkObjects() {
	w := &walker{c: c, seen: map[int]bool{}}
	w.walk(c.f.Trailer["Root"], 0)
	w.walk(c.f.Trailer["Info"], 0)
	if w.odd > 0 {
		c.fail("hex-odd", 0, w.oddAt, "")
	}
	if w.bad > 0 {
		c.fail("hex-digits", 0, w.badAt, "")
	}
}

// Bounds of an integer (ISO 19005-2, 6.1.13).
const (
	maxInteger = 1<<31 - 1
	minInteger = -1 << 31
)

type walker struct {
	c            *checker
	seen         map[int]bool
	at           int // number of the object
	odd, bad     int
	oddAt, badAt int
}

func (w *walker) walk(v any, depth int) {
	if depth > 10_000 {
		return
	}
	if r, ok := v.(ref); ok {
		if w.seen[r.Number] {
			return
		}
		w.seen[r.Number] = true
		back := w.at
		w.at = r.Number
		w.checkHex(r.Number)
		w.walk(w.c.f.Object(r.Number), depth+1)
		w.at = back
		return
	}
	switch v := v.(type) {
	case array:
		for _, e := range v {
			w.walk(e, depth+1)
		}
	case dict:
		w.dict(v, depth)
	case *stream:
		w.stream(v)
		w.dict(v.Dict, depth)
	case str:
		if len(v) > 32767 {
			w.c.fail("limit-string", 0, w.at, fmt.Sprint(len(v)))
		}
	case name:
		if len(v) > 127 {
			w.c.fail("limit-name", 0, w.at, string(v))
		}
	case int:
		if v > maxInteger || v < minInteger {
			w.c.fail("limit-integer", 0, w.at, fmt.Sprint(v))
		}
	}
}

// checkHex reads an object once more, to count its faulty strings.
func (w *walker) checkHex(num int) {
	e := w.c.f.Entries[num]
	if e.In != 0 || e.Offset <= 0 || e.Offset >= len(w.c.f.Bytes) {
		return
	}
	l := pdfread.Lexer{Bytes: w.c.f.Bytes, Pos: e.Offset}
	l.Next()
	l.Next()
	l.Next()
	l.Next()
	if w.odd += l.OddHex; l.OddHex > 0 {
		w.oddAt = num
	}
	if w.bad += l.BadHex; l.BadHex > 0 {
		w.badAt = num
	}
}

func (w *walker) stream(s *stream) {
	filters, parms := w.c.f.Filters(s)
	for i, f := range filters {
		switch f {
		case "LZWDecode", "LZW":
			w.c.fail("filter-lzw", 0, w.at, "")
		case "Crypt":
			if n := w.c.f.Name(parms[i]["Name"]); n != "" && n != "Identity" {
				w.c.fail("filter-crypt", 0, w.at, string(n))
			}
		}
	}
	switch w.c.f.Name(s.Dict["Subtype"]) {
	case "Image":
		w.image(s)
	case "Form":
		w.form(s)
	case "PS":
		if w.c.f.Name(s.Dict["Type"]) == "XObject" {
			w.c.fail("postscript-xobject", 0, w.at, "")
		}
	}
}

func (w *walker) image(s *stream) {
	if s.Dict["Alternates"] != nil {
		w.c.fail("image-alternates", 0, w.at, "")
	}
	if s.Dict["OPI"] != nil {
		w.c.fail("image-opi", 0, w.at, "")
	}
	if w.c.f.Get(s.Dict["Interpolate"]) == true {
		w.c.fail("image-interpolate", 0, w.at, "")
	}
	w.intent(s.Dict["Intent"])
	if filters, _ := w.c.f.Filters(s); len(filters) > 0 && filters[len(filters)-1] == "JPXDecode" {
		if channels, methods, ok := readJPX(s.Raw); ok && (channels != 1 && channels != 3 && channels != 4 || methods > 1) {
			w.c.fail("image-jpx", 0, w.at, fmt.Sprint(channels))
		}
	}
}

func (w *walker) form(s *stream) {
	if s.Dict["OPI"] != nil || s.Dict["PS"] != nil || w.c.f.Name(s.Dict["Subtype2"]) == "PS" {
		w.c.fail("form-opi", 0, w.at, "")
	}
	if s.Dict["Ref"] != nil {
		w.c.fail("reference-xobject", 0, w.at, "")
	}
}

func (w *walker) intent(v any) {
	n := w.c.f.Name(v)
	if n != "" && !slices.Contains([]name{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}, n) {
		w.c.fail("rendering-intent", 0, w.at, string(n))
	}
}

func (w *walker) dict(d dict, depth int) {
	if w.c.f.Name(d["Type"]) == "ExtGState" || looksLikeState(d) {
		w.state(d)
	}
	w.action(d)
	w.media(d)
	for _, k := range pdfread.SortedKeys(d) {
		if len(k) > 127 {
			w.c.fail("limit-name", 0, w.at, string(k))
		}
		w.walk(d[k], depth+1)
	}
}

func looksLikeState(d dict) bool {
	for _, k := range []name{"TR", "TR2", "HTP", "HT", "BM", "ca", "CA", "SMask"} {
		if d[k] != nil && d["Type"] == nil && d["Subtype"] == nil && d["S"] == nil {
			return true
		}
	}
	return false
}

var blendModes = []name{
	"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
	"HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
}

func (w *walker) state(d dict) {
	if d["TR"] != nil {
		w.c.fail("transfer-function", 0, w.at, "")
	}
	if n := d["TR2"]; n != nil && w.c.f.Name(n) != "Default" {
		w.c.fail("transfer-function-2", 0, w.at, "")
	}
	if d["HTP"] != nil {
		w.c.fail("halftone", 0, w.at, "HTP")
	}
	if ht := w.c.f.Dict(d["HT"]); ht != nil {
		if k := w.c.f.Integer(ht["HalftoneType"]); k != 1 && k != 5 || ht["HalftoneName"] != nil {
			w.c.fail("halftone", 0, w.at, fmt.Sprint(k))
		}
	}
	w.intent(d["RI"])
	for _, v := range w.c.f.List(d["BM"]) {
		if n := w.c.f.Name(v); !slices.Contains(blendModes, n) {
			w.c.fail("blend-mode", 0, w.at, string(n))
		}
	}
}

// action checks what a file may do by itself.
func (w *walker) action(d dict) {
	s := w.c.f.Name(d["S"])
	isAction := w.c.f.Name(d["Type"]) == "Action" || d["Type"] == nil && slices.Contains(forbiddenActions, s)
	switch {
	case !isAction:
	case slices.Contains(forbiddenActions, s):
		w.c.fail("action", 0, w.at, string(s))
	case s == "Named":
		if n := w.c.f.Name(d["N"]); !slices.Contains([]name{"NextPage", "PrevPage", "FirstPage", "LastPage"}, n) {
			w.c.fail("action-named", 0, w.at, string(n))
		}
	}
}

var forbiddenActions = []name{
	"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "JavaScript",
}

// media checks media clips.
func (w *walker) media(d dict) {
	if w.c.f.Name(d["S"]) != "MCD" {
		return
	}
	if d["CT"] == nil {
		w.c.fail("media-type", 0, w.at, "")
	}
	alt := w.c.f.Array(d["Alt"])
	good := len(alt) > 0 && len(alt)%2 == 0
	for _, v := range alt {
		if _, ok := w.c.f.Get(v).(str); !ok {
			good = false
		}
	}
	for i := 1; i < len(alt); i += 2 {
		if s, _ := w.c.f.Text(alt[i]); s == "" {
			good = false
		}
	}
	if !good {
		w.c.fail("media-alt", 0, w.at, "")
	}
}

// readJPX counts the channels and the colour specifications of a JPEG 2000 file.
func readJPX(b []byte) (channels, colours int, ok bool) {
	for len(b) >= 8 {
		size, kind := pdfread.BigEndian(b[:4]), string(b[4:8])
		if size == 0 || size > len(b) {
			size = len(b)
		}
		if size < 8 {
			return channels, colours, ok
		}
		switch kind {
		case "jp2h":
			b = b[8:]
			continue
		case "ihdr":
			if size >= 18 {
				channels, ok = pdfread.BigEndian(b[16:18]), true
			}
		case "colr":
			colours++
		}
		b = b[size:]
	}
	return channels, colours, ok
}
