package pdfread

import (
	"slices"

	"golang.org/x/text/encoding/charmap"
)

// A Font is a font as its dictionary and its program say it.
type Font struct {
	Dict, Descriptor Dict
	Child            Dict // the descendant of a Type 0 font
	Number           int  // of the object; 0 if it has none of its own
	Kind             Name // Subtype; of a Type 0 font that of its descendant
	Composite        bool
	Encoding         *CMap           // of a composite font; nil: two bytes each
	Predefined       bool            // a CMap that we don't have
	collection       bool            // characters known through a collection of Adobe
	texts            *CMap           // ToUnicode
	widths           map[int]float64 // 1/1000 em, by code; of a composite font by CID
	defaultWidth     float64
	ToGID            []byte // CIDToGIDMap
	Identity         bool
	Embedded         bool
	Broken           []string // what is wrong with its programs; empty: can't be read
	Program          *TrueType
	Names            map[int]string // Differences
	Base             Name           // base encoding
	Symbolic         bool
}

// Font reads a font; nil if v is none.
func (f *File) Font(v any) *Font {
	d := f.Dict(v)
	if d == nil {
		return nil
	}
	o := &Font{Dict: d, Number: NumberOf(v), Kind: f.Name(d["Subtype"]), defaultWidth: 1000}
	if s := f.Stream(d["ToUnicode"]); s != nil {
		b, _ := f.Decode(s)
		o.texts = parseCMap(b)
	}
	if o.Kind == "Type0" {
		f.readComposite(o)
	} else {
		f.readSimple(o)
	}
	return o
}

func (f *File) readComposite(o *Font) {
	o.Composite = true
	list := f.Array(o.Dict["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	o.Child = f.Dict(list[0])
	o.Kind = f.Name(o.Child["Subtype"])
	o.Descriptor = f.Dict(o.Child["FontDescriptor"])
	f.readProgram(o)
	if w, ok := f.Number(o.Child["DW"]); ok {
		o.defaultWidth = w
	}
	o.widths = f.cidWidths(f.Array(o.Child["W"]))
	switch m := f.Get(o.Child["CIDToGIDMap"]).(type) {
	case *Stream:
		o.ToGID, _ = f.Decode(m)
	case Name:
		o.Identity = m == "Identity"
	}
	f.readEncoding(o)
}

func (f *File) readEncoding(o *Font) {
	ordering, _ := f.Text(f.Dict(o.Child["CIDSystemInfo"])["Ordering"])
	o.collection = slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1"}, ordering)
	switch e := f.Get(o.Dict["Encoding"]).(type) {
	case Name:
		o.Predefined = e != "Identity-H" && e != "Identity-V"
	case *Stream:
		b, _ := f.Decode(e)
		o.Encoding = parseCMap(b)
	}
}

// cidWidths reads a W array.
func (f *File) cidWidths(w Array) map[int]float64 {
	out := map[int]float64{}
	for i := 0; i+1 < len(w); {
		first := f.Integer(w[i])
		if list, ok := f.Get(w[i+1]).(Array); ok {
			for j, v := range list {
				if x, ok := f.Number(v); ok {
					out[first+j] = x
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		x, _ := f.Number(w[i+2])
		for cid := max(first, 0); cid <= min(f.Integer(w[i+1]), 0xFFFF); cid++ {
			out[cid] = x
		}
		i += 3
	}
	return out
}

func (f *File) readProgram(o *Font) {
	for _, k := range []Name{"FontFile", "FontFile2", "FontFile3"} {
		s := f.Stream(o.Descriptor[k])
		if s == nil {
			continue
		}
		o.Embedded = true
		b, err := f.Decode(s)
		if err != nil || len(b) == 0 {
			o.Broken = append(o.Broken, "")
		}
		if k == "FontFile2" || f.Name(s.Dict["Subtype"]) == "OpenType" {
			o.Program = parseTrueType(b)
			if o.Program == nil {
				o.Broken = append(o.Broken, "TrueType")
			} else if o.Program.openCFF {
				o.Program = nil
			}
		}
	}
}

func (f *File) readSimple(o *Font) {
	o.Descriptor = f.Dict(o.Dict["FontDescriptor"])
	f.readProgram(o)
	const symbolic, nonsymbolic = 4, 32
	flags := f.Integer(o.Descriptor["Flags"])
	o.Symbolic = flags&symbolic != 0 && flags&nonsymbolic == 0
	o.widths = map[int]float64{}
	first := f.Integer(o.Dict["FirstChar"])
	for i, v := range f.Array(o.Dict["Widths"]) {
		if w, ok := f.Number(v); ok && i < 256 {
			o.widths[first+i] = w
		}
	}
	o.Names = map[int]string{}
	switch e := f.Get(o.Dict["Encoding"]).(type) {
	case Name:
		o.Base = e
	case Dict:
		o.Base = f.Name(e["BaseEncoding"])
		code := 0
		for _, v := range f.Array(e["Differences"]) {
			switch v := f.Get(v).(type) {
			case int:
				code = v
			case Name:
				o.Names[code] = string(v)
				code++
			}
		}
	}
}

// Split cuts a string in codes.
func (f *Font) Split(s String, each func(code int)) {
	switch {
	case !f.Composite:
		for i := range len(s) {
			each(int(s[i]))
		}
	case f.Encoding != nil && len(f.Encoding.spaces) > 0:
		f.Encoding.split(s, each)
	default:
		for i := 0; i+1 < len(s); i += 2 {
			each(int(s[i])<<8 | int(s[i+1]))
		}
	}
}

// cid returns the CID of a code.
func (f *Font) cid(code int) int {
	if f.Encoding != nil {
		cid, _ := f.Encoding.cid(code)
		return cid
	}
	return code
}

// Width returns the width that the dictionary says.
func (f *Font) Width(code int) float64 {
	if f.Composite {
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

// Glyph returns the glyph of a code in a TrueType program; ok is false where we
// can't tell.
func (f *Font) Glyph(code int) (gid int, ok bool) {
	switch {
	case f.Program == nil || f.Predefined:
		return 0, false
	case f.Composite && f.Identity:
		return f.cid(code), true
	case f.Composite:
		if cid := f.cid(code); 2*cid+2 <= len(f.ToGID) {
			return BigEndian(f.ToGID[2*cid : 2*cid+2]), true
		}
		return 0, f.ToGID != nil
	case f.Kind != "TrueType":
		return 0, false
	}
	return f.simpleGlyph(code)
}

func (f *Font) simpleGlyph(code int) (gid int, ok bool) {
	p := f.Program
	if f.Symbolic || f.Base == "" && len(f.Names) == 0 {
		if t := p.Has(3, 0); t != nil {
			for _, high := range []int{0, 0xF000, 0xF100, 0xF200} {
				if g := t.glyph(high + code); g != 0 {
					return g, true
				}
			}
			return 0, true
		}
		if t := p.Has(1, 0); t != nil {
			return t.glyph(code), true
		}
		return 0, false
	}
	r, known := f.rune(code)
	if !known {
		return 0, false
	}
	if t := p.Has(3, 1); t != nil {
		if g := t.glyph(int(r)); g != 0 || p.Has(1, 0) == nil {
			return g, r != 0xA0 // a no-break space is drawn as a space by all
		}
	}
	if t := p.Has(1, 0); t != nil {
		if b, ok := charmap.Macintosh.EncodeRune(r); ok {
			return t.glyph(int(b)), true
		}
	}
	return 0, false
}

// rune returns the character of a code of a simple font by its encoding.
func (f *Font) rune(code int) (rune, bool) {
	if n, ok := f.Names[code]; ok {
		return runeOfName(n)
	}
	switch f.Base {
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

// Text returns the text of a code; ok is false if there is none.
func (f *Font) Text(code int) (string, bool) {
	if f.texts != nil {
		if t, ok := f.texts.texts[code]; ok {
			return t, true
		}
	}
	if f.Composite {
		return "", f.Predefined || f.collection
	}
	if f.Kind == "Type3" {
		n, ok := f.Names[code]
		if !ok {
			return "", false
		}
		return textOfName(n)
	}
	if f.Symbolic && f.Base == "" && len(f.Names) == 0 {
		return "", f.Kind != "TrueType" // the program of a Type 1 font has names
	}
	if n, ok := f.Names[code]; ok {
		return textOfName(n)
	}
	r, ok := f.rune(code)
	if !ok {
		return "", true
	}
	return string(r), true
}

// HasWidth reports whether the dictionary has a width for a code of a simple font.
func (f *Font) HasWidth(code int) bool { _, ok := f.widths[code]; return ok }

// textOfName returns the text of a glyph name, which may be known without our
// knowing it.
func textOfName(n string) (string, bool) {
	r, ok := runeOfName(n)
	if r == 0 {
		return "", ok
	}
	return string(r), ok
}
