package audit

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A font is a font with what its uses tell.
type font struct {
	*fontOf
	used  map[int]bool // codes, twice each: shown and invisible
	drawn bool         // used in a mode other than invisible
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
	read := c.f.readFont(v)
	if read == nil {
		return nil
	}
	f := &font{fontOf: read, used: map[int]bool{}}
	if num != 0 {
		c.fonts[num] = f
	} else {
		c.loose = append(c.loose, f)
	}
	for _, detail := range f.broken {
		c.fail("font-program", 0, f.num, detail)
	}
	if f.composite {
		c.checkComposite(f, page)
	}
	return f
}

func (c *checker) checkComposite(f *font, page int) {
	if f.child == nil && len(c.f.array(f.dict["DescendantFonts"])) == 0 {
		c.fail("damaged", page, f.num, "DescendantFonts")
		return
	}
	if f.kind == "CIDFontType2" && f.embedded && f.toGID == nil && !f.identity {
		c.fail("cid-map", page, f.num, "")
	}
	c.checkEncoding(f, page)
}

func (c *checker) checkEncoding(f *font, page int) {
	system := c.f.dict(f.child["CIDSystemInfo"])
	registry, _ := c.f.text(system["Registry"])
	ordering, _ := c.f.text(system["Ordering"])
	switch e := c.f.get(f.dict["Encoding"]).(type) {
	case name:
		if !slices.Contains(tableCMaps, string(e)) {
			c.fail("cmap-embedded", page, f.num, string(e))
		}
		if want := orderingOf(string(e)); f.predefined && want != "" && want != ordering {
			c.fail("cid-system", page, f.num, fmt.Sprintf("%s, %s", ordering, e))
		}
	case *stream:
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

// isPrivate tells whether a text has a character of a private use area.
func isPrivate(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) }) >= 0
}
