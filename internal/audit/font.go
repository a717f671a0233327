package audit

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"slotmemo/internal/pdfread"
)

// fontRules are about fonts, each checked when it is first met.
type fontRules struct {
	*checker
	byNumber map[int]*font
	loose    []*font // fonts without an object of their own
}

// A font is a font with what its uses tell.
type font struct {
	*pdfread.Font
	used  map[int]bool // codes, twice each: shown and invisible
	drawn bool         // used in a mode other than invisible
}

var tableCMaps = strings.Fields(`Identity-H Identity-V
	GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V
	B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V
	83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V
	UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V
	KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V`)

// find finds a font of a resource dictionary, and checks it when it is first met.
func (c *fontRules) find(v any, page int) *font {
	num := pdfread.NumberOf(v)
	if f := c.byNumber[num]; f != nil && num != 0 {
		return f
	}
	read := c.f.Font(v)
	if read == nil {
		return nil
	}
	f := &font{Font: read, used: map[int]bool{}}
	if num != 0 {
		c.byNumber[num] = f
	} else {
		c.loose = append(c.loose, f)
	}
	for _, detail := range f.Broken {
		c.fail("font-program", 0, f.Number, detail)
	}
	if f.Composite {
		c.checkComposite(f, page)
	}
	return f
}

func (c *fontRules) checkComposite(f *font, page int) {
	if f.Child == nil && len(c.f.Array(f.Dict["DescendantFonts"])) == 0 {
		c.fail("damaged", page, f.Number, "DescendantFonts")
		return
	}
	if f.Kind == "CIDFontType2" && f.Embedded && f.ToGID == nil && !f.Identity {
		c.fail("cid-map", page, f.Number, "")
	}
	c.checkEncoding(f, page)
}

func (c *fontRules) checkEncoding(f *font, page int) {
	system := c.f.Dict(f.Child["CIDSystemInfo"])
	registry, _ := c.f.Text(system["Registry"])
	ordering, _ := c.f.Text(system["Ordering"])
	switch e := c.f.Get(f.Dict["Encoding"]).(type) {
	case name:
		if !slices.Contains(tableCMaps, string(e)) {
			c.fail("cmap-embedded", page, f.Number, string(e))
		}
		if want := orderingOf(string(e)); f.Predefined && want != "" && want != ordering {
			c.fail("cid-system", page, f.Number, fmt.Sprintf("%s, %s", ordering, e))
		}
	case *stream:
		c.checkCMap(f, e, page, registry, ordering, c.f.Integer(system["Supplement"]))
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

func (c *fontRules) checkCMap(f *font, s *stream, page int, registry, ordering string, supplement int) {
	m := f.Encoding
	own := c.f.Dict(s.Dict["CIDSystemInfo"])
	if r, ok := c.f.Text(own["Registry"]); ok {
		m.Registry = r
	}
	if o, ok := c.f.Text(own["Ordering"]); ok {
		m.Ordering = o
	}
	if n, ok := c.f.Get(own["Supplement"]).(int); ok {
		m.Supplement = n
	}
	if m.Registry != registry || m.Ordering != ordering || supplement > m.Supplement {
		c.fail("cid-system", page, f.Number, fmt.Sprintf("%s-%s-%d, %s-%s-%d", registry, ordering, supplement, m.Registry, m.Ordering, m.Supplement))
	}
	if c.f.Integer(s.Dict["WMode"]) != m.WMode {
		c.fail("cmap-wmode", page, f.Number, fmt.Sprint(m.WMode))
	}
	uses := m.Uses
	switch u := c.f.Get(s.Dict["UseCMap"]).(type) {
	case name:
		uses = string(u)
	case *stream:
		uses = string(c.f.Name(u.Dict["CMapName"]))
	}
	if uses != "" && !slices.Contains(tableCMaps, uses) {
		c.fail("cmap-uses", page, f.Number, uses)
	}
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+`)

func (c *fontRules) count() int { return len(c.byNumber) + len(c.loose) }

// finish checks what can be told of a font when all its uses are known.
func (c *fontRules) finish() {
	fonts := slices.Clone(c.loose)
	for _, num := range slices.Sorted(maps.Keys(c.byNumber)) {
		fonts = append(fonts, c.byNumber[num])
	}
	for _, f := range fonts {
		if f.drawn && !f.Embedded && f.Kind != "Type3" {
			c.fail("font-embedded", 0, f.Number, string(c.f.Name(f.Dict["BaseFont"])))
		}
		if f.Kind == "TrueType" && f.drawn {
			c.checkTrueType(f)
		}
		if f.Composite {
			c.checkCIDSet(f)
		}
	}
}

func (c *fontRules) checkTrueType(f *font) {
	if f.Symbolic {
		if f.Dict["Encoding"] != nil {
			c.fail("truetype-symbolic", 0, f.Number, "")
		}
		if p := f.Program; p != nil && len(p.Tables) != 1 && p.Has(3, 0) == nil {
			c.fail("truetype-symbolic-cmap", 0, f.Number, fmt.Sprint(len(p.Tables)))
		}
		return
	}
	if f.Base != "MacRomanEncoding" && f.Base != "WinAnsiEncoding" {
		c.fail("truetype-encoding", 0, f.Number, string(f.Base))
	} else if len(f.Names) > 0 {
		for _, code := range slices.Sorted(maps.Keys(f.Names)) {
			if n := f.Names[code]; !pdfread.IsListedGlyph(n) {
				c.fail("truetype-encoding", 0, f.Number, n)
			}
		}
		if f.Program != nil && f.Program.Has(3, 1) == nil {
			c.fail("truetype-encoding", 0, f.Number, "cmap (3,1)")
		}
	}
	if p := f.Program; p != nil && (len(p.Tables) == 0 || len(p.Tables) == 1 && p.Has(3, 0) != nil) {
		c.fail("truetype-cmap", 0, f.Number, fmt.Sprint(len(p.Tables)))
	}
}

// checkCIDSet checks that a CIDSet names the glyphs that are there.
func (c *fontRules) checkCIDSet(f *font) {
	s := c.f.Stream(f.Descriptor["CIDSet"])
	if s == nil || f.Program == nil || !subsetName.MatchString(string(c.f.Name(f.Child["BaseFont"]))) || f.ToGID == nil && !f.Identity {
		return
	}
	b, err := c.f.Decode(s)
	if err != nil {
		return
	}
	inSet := func(cid int) bool { return cid/8 < len(b) && b[cid/8]&(0x80>>(cid%8)) != 0 }
	if f.Identity {
		for gid := range f.Program.Glyphs {
			if !inSet(gid) && f.Program.HasOutline(gid) {
				c.fail("font-cidset", 0, f.Number, fmt.Sprint(gid))
				return
			}
		}
		return
	}
	for cid := range len(f.ToGID) / 2 {
		if pdfread.BigEndian(f.ToGID[2*cid:2*cid+2]) != 0 && !inSet(cid) {
			c.fail("font-cidset", 0, f.Number, fmt.Sprint(cid))
			return
		}
	}
}

// checkCode checks one code when it is first shown.
func (c *fontRules) checkCode(f *font, code, page int, invisible bool) {
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
	where := fmt.Sprintf("%s, code %04X", c.f.Name(f.Dict["BaseFont"]), code)
	t, ok := f.Text(code)
	switch {
	case !ok:
		c.fail("text-unicode", page, f.Number, where)
	case strings.ContainsAny(t, "\x00\ufeff\ufffe"):
		c.fail("text-unicode-value", page, f.Number, where)
	}
	gid, known := f.Glyph(code)
	if !known {
		n, named := f.Names[code]
		const firstCharacter = 32 // no base encoding has any below
		if n == ".notdef" || !named && code < firstCharacter && f.Kind == "Type1" && f.Base != "" {
			c.fail("text-notdef", page, f.Number, where)
		}
		return
	}
	if gid == 0 {
		c.fail("text-notdef", page, f.Number, where)
		return
	}
	if invisible {
		return
	}
	if gid >= f.Program.Glyphs {
		c.fail("font-glyphs", page, f.Number, where)
		return
	}
	if w, ok := f.Program.Width(gid); ok && math.Abs(w-f.Width(code)) > 1 && (f.Composite || f.HasWidth(code)) {
		c.fail("font-widths", page, f.Number, fmt.Sprintf("%s: %g, %g", where, f.Width(code), w))
	}
}

// isPrivate tells whether a text has a character of a private use area.
func isPrivate(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) }) >= 0
}
