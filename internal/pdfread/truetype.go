package pdfread

import "math"

// A TrueType is an embedded TrueType program, as far as rules ask for it.
type TrueType struct {
	Glyphs     int
	unitsPerEm int
	long       int // glyphs with a width of their own
	hmtx       []byte
	Tables     []GlyphTable
	loca, glyf []byte
	longLoca   bool
	openCFF    bool // OpenType with CFF outlines
}

// A GlyphTable maps codes to glyphs.
type GlyphTable struct {
	platform, encoding int
	b                  []byte
}

// parseTrueType returns nil for what is no TrueType.
func parseTrueType(b []byte) *TrueType {
	if len(b) < 12 {
		return nil
	}
	tables := map[string][]byte{}
	for i := range BigEndian(b[4:6]) {
		at := 12 + 16*i
		if at+16 > len(b) {
			break
		}
		start, length := BigEndian(b[at+8:at+12]), BigEndian(b[at+12:at+16])
		if start > len(b) {
			continue
		}
		tables[string(b[at:at+4])] = b[start:min(len(b), start+length)]
	}
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	if len(head) < 54 || len(maxp) < 6 {
		return nil
	}
	t := &TrueType{
		unitsPerEm: BigEndian(head[18:20]), Glyphs: BigEndian(maxp[4:6]), hmtx: tables["hmtx"],
		loca: tables["loca"], glyf: tables["glyf"], longLoca: BigEndian(head[50:52]) == 1, openCFF: tables["CFF "] != nil,
	}
	if len(hhea) >= 36 {
		t.long = BigEndian(hhea[34:36])
	}
	c := tables["cmap"]
	if len(c) < 4 {
		return t
	}
	for i := range BigEndian(c[2:4]) {
		at := 4 + 8*i
		if at+8 > len(c) {
			break
		}
		if offset := BigEndian(c[at+4 : at+8]); offset < len(c) {
			t.Tables = append(t.Tables, GlyphTable{BigEndian(c[at : at+2]), BigEndian(c[at+2 : at+4]), c[offset:]})
		}
	}
	return t
}

// Width returns the width of a glyph in 1/1000 em.
func (t *TrueType) Width(gid int) (float64, bool) {
	if t.long == 0 || t.unitsPerEm == 0 {
		return 0, false
	}
	at := 4 * min(gid, t.long-1)
	if at < 0 || at+2 > len(t.hmtx) {
		return 0, false
	}
	return math.Round(float64(BigEndian(t.hmtx[at:at+2]))*1000/float64(t.unitsPerEm)*100) / 100, true
}

// Has returns the character map for a platform and encoding; nil if there is none.
func (t *TrueType) Has(platform, encoding int) *GlyphTable {
	for i, c := range t.Tables {
		if c.platform == platform && c.encoding == encoding {
			return &t.Tables[i]
		}
	}
	return nil
}

// glyph looks a code up; formats 0, 4, 6 and 12.
func (c *GlyphTable) glyph(code int) int {
	b := c.b
	u := func(at int) int {
		if at < 0 || at+2 > len(b) {
			return 0
		}
		return BigEndian(b[at : at+2])
	}
	switch u(0) {
	case 0:
		if code < 256 && 6+code < len(b) {
			return int(b[6+code])
		}
	case 4:
		segments := u(6) / 2
		for i := range segments {
			end, start := u(14+2*i), u(16+2*segments+2*i)
			if code > end {
				continue
			}
			if code < start {
				return 0
			}
			delta, offsetAt := u(16+4*segments+2*i), 16+6*segments+2*i
			offset := u(offsetAt)
			if offset == 0 {
				return (code + delta) & 0xFFFF
			}
			if g := u(offsetAt + offset + 2*(code-start)); g != 0 {
				return (g + delta) & 0xFFFF
			}
			return 0
		}
	case 6:
		if i := code - u(6); i >= 0 && i < u(8) {
			return u(10 + 2*i)
		}
	case 12:
		if len(b) < 16 {
			return 0
		}
		for i := range min(BigEndian(b[12:16]), (len(b)-16)/12) {
			g := b[16+12*i:]
			if start, end := BigEndian(g[0:4]), BigEndian(g[4:8]); code >= start && code <= end {
				return BigEndian(g[8:12]) + code - start
			}
		}
	}
	return 0
}

// HasOutline reports whether a glyph draws anything.
func (t *TrueType) HasOutline(gid int) bool {
	size, factor := 2, 2
	if t.longLoca {
		size, factor = 4, 1
	}
	if (gid+2)*size > len(t.loca) {
		return false
	}
	return BigEndian(t.loca[gid*size:(gid+1)*size])*factor < BigEndian(t.loca[(gid+1)*size:(gid+2)*size])*factor
}
