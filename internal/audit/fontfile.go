package audit

import (
	"slices"

	"golang.org/x/text/encoding/charmap"
)

// A fontOf is a font as its dictionary and its program say it.
type fontOf struct {
	dict, descriptor dict
	child            dict // the descendant of a Type 0 font
	num              int  // of the object; 0 if it has none of its own
	kind             name // Subtype; of a Type 0 font that of its descendant
	composite        bool
	encoding         *cmap           // of a composite font; nil: two bytes each
	predefined       bool            // a CMap that we don't have
	collection       bool            // characters known through a collection of Adobe
	texts            *cmap           // ToUnicode
	widths           map[int]float64 // 1/1000 em, by code; of a composite font by CID
	defaultWidth     float64
	toGID            []byte // CIDToGIDMap
	identity         bool
	embedded         bool
	broken           []string // what is wrong with its programs; empty: can't be read
	program          *trueType
	names            map[int]string // Differences
	base             name           // base encoding
	symbolic         bool
}

// readFont reads a font; nil if v is none.
func (f *file) readFont(v any) *fontOf {
	d := f.dict(v)
	if d == nil {
		return nil
	}
	o := &fontOf{dict: d, num: objectNumber(v), kind: f.name(d["Subtype"]), defaultWidth: 1000}
	if s := f.stream(d["ToUnicode"]); s != nil {
		b, _ := f.decode(s)
		o.texts = parseCMap(b)
	}
	if o.kind == "Type0" {
		f.readComposite(o)
	} else {
		f.readSimple(o)
	}
	return o
}

func (f *file) readComposite(o *fontOf) {
	o.composite = true
	list := f.array(o.dict["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	o.child = f.dict(list[0])
	o.kind = f.name(o.child["Subtype"])
	o.descriptor = f.dict(o.child["FontDescriptor"])
	f.readProgram(o)
	if w, ok := f.number(o.child["DW"]); ok {
		o.defaultWidth = w
	}
	o.widths = f.cidWidths(f.array(o.child["W"]))
	switch m := f.get(o.child["CIDToGIDMap"]).(type) {
	case *stream:
		o.toGID, _ = f.decode(m)
	case name:
		o.identity = m == "Identity"
	}
	f.readEncoding(o)
}

func (f *file) readEncoding(o *fontOf) {
	ordering, _ := f.text(f.dict(o.child["CIDSystemInfo"])["Ordering"])
	o.collection = slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1"}, ordering)
	switch e := f.get(o.dict["Encoding"]).(type) {
	case name:
		o.predefined = e != "Identity-H" && e != "Identity-V"
	case *stream:
		b, _ := f.decode(e)
		o.encoding = parseCMap(b)
	}
}

// cidWidths reads a W array.
func (f *file) cidWidths(w array) map[int]float64 {
	out := map[int]float64{}
	for i := 0; i+1 < len(w); {
		first := f.integer(w[i])
		if list, ok := f.get(w[i+1]).(array); ok {
			for j, v := range list {
				if x, ok := f.number(v); ok {
					out[first+j] = x
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		x, _ := f.number(w[i+2])
		for cid := max(first, 0); cid <= min(f.integer(w[i+1]), 0xFFFF); cid++ {
			out[cid] = x
		}
		i += 3
	}
	return out
}

func (f *file) readProgram(o *fontOf) {
	for _, k := range []name{"FontFile", "FontFile2", "FontFile3"} {
		s := f.stream(o.descriptor[k])
		if s == nil {
			continue
		}
		o.embedded = true
		b, err := f.decode(s)
		if err != nil || len(b) == 0 {
			o.broken = append(o.broken, "")
		}
		if k == "FontFile2" || f.name(s.dict["Subtype"]) == "OpenType" {
			o.program = parseTrueType(b)
			if o.program == nil {
				o.broken = append(o.broken, "TrueType")
			} else if o.program.openCFF {
				o.program = nil
			}
		}
	}
}

func (f *file) readSimple(o *fontOf) {
	o.descriptor = f.dict(o.dict["FontDescriptor"])
	f.readProgram(o)
	const symbolic, nonsymbolic = 4, 32
	flags := f.integer(o.descriptor["Flags"])
	o.symbolic = flags&symbolic != 0 && flags&nonsymbolic == 0
	o.widths = map[int]float64{}
	first := f.integer(o.dict["FirstChar"])
	for i, v := range f.array(o.dict["Widths"]) {
		if w, ok := f.number(v); ok && i < 256 {
			o.widths[first+i] = w
		}
	}
	o.names = map[int]string{}
	switch e := f.get(o.dict["Encoding"]).(type) {
	case name:
		o.base = e
	case dict:
		o.base = f.name(e["BaseEncoding"])
		code := 0
		for _, v := range f.array(e["Differences"]) {
			switch v := f.get(v).(type) {
			case int:
				code = v
			case name:
				o.names[code] = string(v)
				code++
			}
		}
	}
}

// split cuts a string in codes.
func (f *fontOf) split(s str, each func(code int)) {
	switch {
	case !f.composite:
		for i := range len(s) {
			each(int(s[i]))
		}
	case f.encoding != nil && len(f.encoding.spaces) > 0:
		f.encoding.split(s, each)
	default:
		for i := 0; i+1 < len(s); i += 2 {
			each(int(s[i])<<8 | int(s[i+1]))
		}
	}
}

// cid gives the CID of a code.
func (f *fontOf) cid(code int) int {
	if f.encoding != nil {
		cid, _ := f.encoding.cid(code)
		return cid
	}
	return code
}

// width gives the width that the dictionary says.
func (f *fontOf) width(code int) float64 {
	if f.composite {
		if w, ok := f.widths[f.cid(code)]; ok {
			return w
		}
		return f.defaultWidth
	}
	if w, ok := f.widths[code]; ok {
		return w
	}
	return 0
}

// glyph gives the glyph of a code in a TrueType program; ok is false where we
// can't tell.
func (f *fontOf) glyph(code int) (gid int, ok bool) {
	switch {
	case f.program == nil || f.predefined:
		return 0, false
	case f.composite && f.identity:
		return f.cid(code), true
	case f.composite:
		if cid := f.cid(code); 2*cid+2 <= len(f.toGID) {
			return bigEndian(f.toGID[2*cid : 2*cid+2]), true
		}
		return 0, f.toGID != nil
	case f.kind != "TrueType":
		return 0, false
	}
	return f.simpleGlyph(code)
}

func (f *fontOf) simpleGlyph(code int) (gid int, ok bool) {
	p := f.program
	if f.symbolic || f.base == "" && len(f.names) == 0 {
		if t := p.has(3, 0); t != nil {
			for _, high := range []int{0, 0xF000, 0xF100, 0xF200} {
				if g := t.glyph(high + code); g != 0 {
					return g, true
				}
			}
			return 0, true
		}
		if t := p.has(1, 0); t != nil {
			return t.glyph(code), true
		}
		return 0, false
	}
	r, known := f.rune(code)
	if !known {
		return 0, false
	}
	if t := p.has(3, 1); t != nil {
		if g := t.glyph(int(r)); g != 0 || p.has(1, 0) == nil {
			return g, r != 0xA0 // a no-break space is drawn as a space by all
		}
	}
	if t := p.has(1, 0); t != nil {
		if b, ok := charmap.Macintosh.EncodeRune(r); ok {
			return t.glyph(int(b)), true
		}
	}
	return 0, false
}

// rune gives the character of a code of a simple font by its encoding.
func (f *fontOf) rune(code int) (rune, bool) {
	if n, ok := f.names[code]; ok {
		return runeOfName(n)
	}
	switch f.base {
	case "WinAnsiEncoding":
		return charmap.Windows1252.DecodeByte(byte(code)), true
	case "MacRomanEncoding":
		return charmap.Macintosh.DecodeByte(byte(code)), true
	case "StandardEncoding", "":
		if code >= ' ' && code <= '~' {
			return rune(code), true
		}
	}
	return 0, false
}

// text gives the text of a code; ok is false if there is none.
func (f *fontOf) text(code int) (string, bool) {
	if f.texts != nil {
		if t, ok := f.texts.texts[code]; ok {
			return t, true
		}
	}
	if f.composite {
		return "", f.predefined || f.collection
	}
	if f.kind == "Type3" {
		n, ok := f.names[code]
		if !ok {
			return "", false
		}
		return textOfName(n)
	}
	if f.symbolic && f.base == "" && len(f.names) == 0 {
		return "", f.kind != "TrueType" // the program of a Type 1 font has names
	}
	if n, ok := f.names[code]; ok {
		return textOfName(n)
	}
	r, ok := f.rune(code)
	if !ok {
		return "", true
	}
	return string(r), true
}

func (f *fontOf) hasWidth(code int) bool { _, ok := f.widths[code]; return ok }

// textOfName gives the text of a glyph name, which may be known without our
// knowing it.
func textOfName(n string) (string, bool) {
	r, ok := runeOfName(n)
	if r == 0 {
		return "", ok
	}
	return string(r), ok
}
