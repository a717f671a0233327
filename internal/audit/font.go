package audit

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// A font is a font as its dictionary and its program say it.
type font struct {
	dict, descriptor dict
	child            dict // the descendant of a Type 0 font
	num              int
	kind             name // Subtype; of a Type 0 font that of its descendant
	composite        bool
	encoding         *cmap // of a composite font; nil: two bytes each
	predefined       bool  // a CMap that we don't have
	collection       bool  // characters known through a collection of Adobe
	texts            *cmap // ToUnicode
	widths           map[int]float64
	defaultWidth     float64
	toGID            []byte // CIDToGIDMap
	identity         bool
	embedded         bool
	program          *trueType
	names            map[int]string // Differences
	base             name           // base encoding
	symbolic         bool
	used             map[int]bool // codes, with the page of the first use
	drawn            bool         // used in a mode other than invisible
}

var tableCMaps = strings.Fields(`Identity-H Identity-V
	GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V
	B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V
	83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V
	UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V
	KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V`)

// font finds a font of a resource dictionary, and checks it when it is first met.
func (c *checker) font(v any, page int) *font {
	num := objectNumber(v)
	if f := c.fonts[num]; f != nil && num != 0 {
		return f
	}
	d := c.f.dict(v)
	if d == nil {
		return nil
	}
	f := &font{dict: d, num: num, kind: c.f.name(d["Subtype"]), used: map[int]bool{}, defaultWidth: 1000}
	if c.fonts == nil {
		c.fonts = map[int]*font{}
	}
	if num != 0 {
		c.fonts[num] = f
	} else {
		c.loose = append(c.loose, f)
	}
	if s := c.f.stream(d["ToUnicode"]); s != nil {
		b, _ := c.f.decode(s)
		f.texts = parseCMap(b)
	}
	if f.kind == "Type0" {
		c.readComposite(f, page)
	} else {
		c.readSimple(f)
	}
	return f
}

func (c *checker) readComposite(f *font, page int) {
	f.composite = true
	list := c.f.array(f.dict["DescendantFonts"])
	if len(list) == 0 {
		c.fail("damaged", page, f.num, "DescendantFonts")
		return
	}
	f.child = c.f.dict(list[0])
	f.kind = c.f.name(f.child["Subtype"])
	f.descriptor = c.f.dict(f.child["FontDescriptor"])
	c.readProgram(f)
	if w, ok := c.f.number(f.child["DW"]); ok {
		f.defaultWidth = w
	}
	f.widths = c.cidWidths(c.f.array(f.child["W"]))
	switch m := c.f.get(f.child["CIDToGIDMap"]).(type) {
	case *stream:
		f.toGID, _ = c.f.decode(m)
	case name:
		f.identity = m == "Identity"
	}
	if f.kind == "CIDFontType2" && f.embedded && f.toGID == nil && !f.identity {
		c.fail("cid-map", page, f.num, "")
	}
	c.readEncoding(f, page)
}

func (c *checker) readEncoding(f *font, page int) {
	system := c.f.dict(f.child["CIDSystemInfo"])
	registry, _ := c.f.text(system["Registry"])
	ordering, _ := c.f.text(system["Ordering"])
	f.collection = slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1"}, ordering)
	switch e := c.f.get(f.dict["Encoding"]).(type) {
	case name:
		if !slices.Contains(tableCMaps, string(e)) {
			c.fail("cmap-embedded", page, f.num, string(e))
		}
		f.predefined = e != "Identity-H" && e != "Identity-V"
		if want := orderingOf(string(e)); f.predefined && want != "" && want != ordering {
			c.fail("cid-system", page, f.num, fmt.Sprintf("%s, %s", ordering, e))
		}
	case *stream:
		b, _ := c.f.decode(e)
		f.encoding = parseCMap(b)
		c.checkCMap(f, e, page, registry, ordering, c.f.integer(system["Supplement"]))
	}
}

// orderingOf tells the character collection of a predefined CMap by its name.
func orderingOf(cmap string) string {
	switch {
	case strings.HasPrefix(cmap, "GB"), strings.HasPrefix(cmap, "UniGB"):
		return "GB1"
	case strings.HasPrefix(cmap, "KSC"), strings.HasPrefix(cmap, "UniKS"):
		return "Korea1"
	case strings.HasPrefix(cmap, "B5"), strings.HasPrefix(cmap, "HK"), strings.HasPrefix(cmap, "ET"), strings.HasPrefix(cmap, "CNS"), strings.HasPrefix(cmap, "UniCNS"):
		return "CNS1"
	}
	return "Japan1"
}

func (c *checker) checkCMap(f *font, s *stream, page int, registry, ordering string, supplement int) {
	m := f.encoding
	own := c.f.dict(s.dict["CIDSystemInfo"])
	if r, ok := c.f.text(own["Registry"]); ok {
		m.registry = r
	}
	if o, ok := c.f.text(own["Ordering"]); ok {
		m.ordering = o
	}
	if n, ok := c.f.get(own["Supplement"]).(int); ok {
		m.supplement = n
	}
	if m.registry != registry || m.ordering != ordering || supplement > m.supplement {
		c.fail("cid-system", page, f.num, fmt.Sprintf("%s-%s-%d, %s-%s-%d", registry, ordering, supplement, m.registry, m.ordering, m.supplement))
	}
	if c.f.integer(s.dict["WMode"]) != m.wmode {
		c.fail("cmap-wmode", page, f.num, fmt.Sprint(m.wmode))
	}
	uses := m.uses
	switch u := c.f.get(s.dict["UseCMap"]).(type) {
	case name:
		uses = string(u)
	case *stream:
		uses = string(c.f.name(u.dict["CMapName"]))
	}
	if uses != "" && !slices.Contains(tableCMaps, uses) {
		c.fail("cmap-uses", page, f.num, uses)
	}
}

// cidWidths reads a W array.
func (c *checker) cidWidths(w array) map[int]float64 {
	out := map[int]float64{}
	for i := 0; i+1 < len(w); {
		first := c.f.integer(w[i])
		if list, ok := c.f.get(w[i+1]).(array); ok {
			for j, v := range list {
				if x, ok := c.f.number(v); ok {
					out[first+j] = x
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		x, _ := c.f.number(w[i+2])
		for cid := max(first, 0); cid <= min(c.f.integer(w[i+1]), 0xFFFF); cid++ {
			out[cid] = x
		}
		i += 3
	}
	return out
}

func (c *checker) readProgram(f *font) {
	for _, k := range []name{"FontFile", "FontFile2", "FontFile3"} {
		s := c.f.stream(f.descriptor[k])
		if s == nil {
			continue
		}
		f.embedded = true
		b, err := c.f.decode(s)
		if err != nil || len(b) == 0 {
			c.fail("font-program", 0, f.num, "")
		}
		if k == "FontFile2" || c.f.name(s.dict["Subtype"]) == "OpenType" {
			f.program = parseTrueType(b)
			if f.program == nil {
				c.fail("font-program", 0, f.num, "TrueType")
			} else if f.program.openCFF {
				f.program = nil
			}
		}
	}
}

func (c *checker) readSimple(f *font) {
	f.descriptor = c.f.dict(f.dict["FontDescriptor"])
	c.readProgram(f)
	const symbolic, nonsymbolic = 4, 32
	flags := c.f.integer(f.descriptor["Flags"])
	f.symbolic = flags&symbolic != 0 && flags&nonsymbolic == 0
	f.widths = map[int]float64{}
	first := c.f.integer(f.dict["FirstChar"])
	for i, v := range c.f.array(f.dict["Widths"]) {
		if w, ok := c.f.number(v); ok && i < 256 {
			f.widths[first+i] = w
		}
	}
	f.names = map[int]string{}
	switch e := c.f.get(f.dict["Encoding"]).(type) {
	case name:
		f.base = e
	case dict:
		f.base = c.f.name(e["BaseEncoding"])
		code := 0
		for _, v := range c.f.array(e["Differences"]) {
			switch v := c.f.get(v).(type) {
			case int:
				code = v
			case name:
				f.names[code] = string(v)
				code++
			}
		}
	}
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+`)

// finishFonts checks what can be told of a font when all its uses are known.
func (c *checker) finishFonts() {
	fonts := slices.Clone(c.loose)
	for _, num := range slices.Sorted(maps.Keys(c.fonts)) {
		fonts = append(fonts, c.fonts[num])
	}
	for _, f := range fonts {
		if f.drawn && !f.embedded && f.kind != "Type3" {
			c.fail("font-embedded", 0, f.num, string(c.f.name(f.dict["BaseFont"])))
		}
		if f.kind == "TrueType" && f.drawn {
			c.checkTrueType(f)
		}
		if f.composite {
			c.checkCIDSet(f)
		}
	}
}

func (c *checker) checkTrueType(f *font) {
	if f.symbolic {
		if f.dict["Encoding"] != nil {
			c.fail("truetype-symbolic", 0, f.num, "")
		}
		if p := f.program; p != nil && len(p.cmaps) != 1 && p.has(3, 0) == nil {
			c.fail("truetype-symbolic-cmap", 0, f.num, fmt.Sprint(len(p.cmaps)))
		}
		return
	}
	if f.base != "MacRomanEncoding" && f.base != "WinAnsiEncoding" {
		c.fail("truetype-encoding", 0, f.num, string(f.base))
	} else if len(f.names) > 0 {
		for _, code := range slices.Sorted(maps.Keys(f.names)) {
			if n := f.names[code]; !isListed(n) {
				c.fail("truetype-encoding", 0, f.num, n)
			}
		}
		if f.program != nil && f.program.has(3, 1) == nil {
			c.fail("truetype-encoding", 0, f.num, "cmap (3,1)")
		}
	}
	if p := f.program; p != nil && (len(p.cmaps) == 0 || len(p.cmaps) == 1 && p.has(3, 0) != nil) {
		c.fail("truetype-cmap", 0, f.num, fmt.Sprint(len(p.cmaps)))
	}
}

// checkCIDSet checks that a CIDSet names the glyphs that are there.
func (c *checker) checkCIDSet(f *font) {
	s := c.f.stream(f.descriptor["CIDSet"])
	if s == nil || f.program == nil || !subsetName.MatchString(string(c.f.name(f.child["BaseFont"]))) || f.toGID == nil && !f.identity {
		return
	}
	b, err := c.f.decode(s)
	if err != nil {
		return
	}
	inSet := func(cid int) bool { return cid/8 < len(b) && b[cid/8]&(0x80>>(cid%8)) != 0 }
	if f.identity {
		for gid := range f.program.glyphs {
			if !inSet(gid) && f.program.hasOutline(gid) {
				c.fail("font-cidset", 0, f.num, fmt.Sprint(gid))
				return
			}
		}
		return
	}
	for cid := range len(f.toGID) / 2 {
		if bigEndian(f.toGID[2*cid:2*cid+2]) != 0 && !inSet(cid) {
			c.fail("font-cidset", 0, f.num, fmt.Sprint(cid))
			return
		}
	}
}

func (t *trueType) hasOutline(gid int) bool {
	size, factor := 2, 2
	if t.longLoca {
		size, factor = 4, 1
	}
	if (gid+2)*size > len(t.loca) {
		return false
	}
	return bigEndian(t.loca[gid*size:(gid+1)*size])*factor < bigEndian(t.loca[(gid+1)*size:(gid+2)*size])*factor
}

// split cuts a string in codes.
func (f *font) split(s str, each func(code int)) {
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
func (f *font) cid(code int) int {
	if f.encoding != nil {
		cid, _ := f.encoding.cid(code)
		return cid
	}
	return code
}

// width gives the width that the dictionary says.
func (f *font) width(code int) float64 {
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
func (f *font) glyph(code int) (gid int, ok bool) {
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

func (f *font) simpleGlyph(code int) (gid int, ok bool) {
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
func (f *font) rune(code int) (rune, bool) {
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
func (f *font) text(code int) (string, bool) {
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

// textOfName gives the text of a glyph name, which may be known without our
// knowing it.
func textOfName(n string) (string, bool) {
	r, ok := runeOfName(n)
	if r == 0 {
		return "", ok
	}
	return string(r), ok
}

// checkCode checks one code when it is first shown.
func (c *checker) checkCode(f *font, code, page int, invisible bool) {
	if !invisible {
		f.drawn = true
	}
	key := code << 1
	if invisible {
		key |= 1
	}
	if f.used[key] {
		return
	}
	f.used[key] = true
	where := fmt.Sprintf("%s, code %04X", c.f.name(f.dict["BaseFont"]), code)
	t, ok := f.text(code)
	switch {
	case !ok:
		c.fail("text-unicode", page, f.num, where)
	case strings.ContainsAny(t, "\x00\ufeff\ufffe"):
		c.fail("text-unicode-value", page, f.num, where)
	}
	gid, known := f.glyph(code)
	if !known {
		n, named := f.names[code]
		const firstCharacter = 32 // no base encoding has any below
		if n == ".notdef" || !named && code < firstCharacter && f.kind == "Type1" && f.base != "" {
			c.fail("text-notdef", page, f.num, where)
		}
		return
	}
	if gid == 0 {
		c.fail("text-notdef", page, f.num, where)
		return
	}
	if invisible {
		return
	}
	if gid >= f.program.glyphs {
		c.fail("font-glyphs", page, f.num, where)
		return
	}
	if w, ok := f.program.width(gid); ok && math.Abs(w-f.width(code)) > 1 && (f.composite || f.hasWidth(code)) {
		c.fail("font-widths", page, f.num, fmt.Sprintf("%s: %g, %g", where, f.width(code), w))
	}
}

func (f *font) hasWidth(code int) bool { _, ok := f.widths[code]; return ok }

// isPrivate tells whether a text has a character of a private use area.
func isPrivate(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) }) >= 0
}
