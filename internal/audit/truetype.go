package audit

import "math"

// A trueType is an embedded TrueType program, as far as rules ask for it.
type trueType struct {
	glyphs     int
	unitsPerEm int
	long       int // glyphs with a width of their own
	hmtx       []byte
	cmaps      []cmapTable
	loca, glyf []byte
	longLoca   bool
	openCFF    bool // OpenType with CFF outlines
}

type cmapTable struct {
	platform, encoding int
	b                  []byte
}

// parseTrueType gives nil for what is no TrueType.
func parseTrueType(b []byte) *trueType {
	if len(b) < 12 {
		return nil
	}
	tables := map[string][]byte{}
	for i := range bigEndian(b[4:6]) {
		at := 12 + 16*i
		if at+16 > len(b) {
			break
		}
		start, length := bigEndian(b[at+8:at+12]), bigEndian(b[at+12:at+16])
		if start > len(b) {
			continue
		}
		tables[string(b[at:at+4])] = b[start:min(len(b), start+length)]
	}
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	if len(head) < 54 || len(maxp) < 6 {
		return nil
	}
	t := &trueType{
		unitsPerEm: bigEndian(head[18:20]), glyphs: bigEndian(maxp[4:6]), hmtx: tables["hmtx"],
		loca: tables["loca"], glyf: tables["glyf"], longLoca: bigEndian(head[50:52]) == 1, openCFF: tables["CFF "] != nil,
	}
	if len(hhea) >= 36 {
		t.long = bigEndian(hhea[34:36])
	}
	c := tables["cmap"]
	if len(c) < 4 {
		return t
	}
	for i := range bigEndian(c[2:4]) {
		at := 4 + 8*i
		if at+8 > len(c) {
			break
		}
		if offset := bigEndian(c[at+4 : at+8]); offset < len(c) {
			t.cmaps = append(t.cmaps, cmapTable{bigEndian(c[at : at+2]), bigEndian(c[at+2 : at+4]), c[offset:]})
		}
	}
	return t
}

// width gives the width of a glyph in 1/1000 em.
func (t *trueType) width(gid int) (float64, bool) {
	if t.long == 0 || t.unitsPerEm == 0 {
		return 0, false
	}
	at := 4 * min(gid, t.long-1)
	if at < 0 || at+2 > len(t.hmtx) {
		return 0, false
	}
	return math.Round(float64(bigEndian(t.hmtx[at:at+2]))*1000/float64(t.unitsPerEm)*100) / 100, true
}

func (t *trueType) has(platform, encoding int) *cmapTable {
	for i, c := range t.cmaps {
		if c.platform == platform && c.encoding == encoding {
			return &t.cmaps[i]
		}
	}
	return nil
}

// glyph looks a code up; formats 0, 4, 6 and 12.
func (c *cmapTable) glyph(code int) int {
	b := c.b
	u := func(at int) int {
		if at < 0 || at+2 > len(b) {
			return 0
		}
		return bigEndian(b[at : at+2])
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
		for i := range min(bigEndian(b[12:16]), (len(b)-16)/12) {
			g := b[16+12*i:]
			if start, end := bigEndian(g[0:4]), bigEndian(g[4:8]); code >= start && code <= end {
				return bigEndian(g[8:12]) + code - start
			}
		}
	}
	return 0
}

// hasOutline reports whether a glyph draws anything.
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
