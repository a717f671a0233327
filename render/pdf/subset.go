package pdf

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// An sfnt is a TrueType font with outlines in a glyf table.
// Source: OpenType specification 1.9, chapters "OpenType font file", glyf, loca.
type sfnt struct {
	tables     map[string][]byte
	unitsPerEm int
	glyphs     int
	longMetric int // glyphs with a width of their own
	longLoca   bool
}

func parseSFNT(b []byte) (*sfnt, error) {
	if len(b) < 12 {
		return nil, fmt.Errorf("only %d bytes", len(b))
	}
	s := &sfnt{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		entry := b[12+16*i:]
		if len(entry) < 16 {
			return nil, fmt.Errorf("table directory cut off")
		}
		start, length := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if start+length > len(b) {
			return nil, fmt.Errorf("table %s lies outside the file", entry[:4])
		}
		s.tables[string(entry[:4])] = b[start : start+length]
	}
	for table, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 90, "post": 8, "hmtx": 4, "loca": 4, "glyf": 1} {
		if len(s.tables[table]) < size {
			return nil, fmt.Errorf("no table %s", table)
		}
	}
	s.unitsPerEm = u16(s.tables["head"], 18)
	s.longLoca = u16(s.tables["head"], 50) == 1
	s.glyphs = u16(s.tables["maxp"], 4)
	s.longMetric = u16(s.tables["hhea"], 34)
	return s, nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

// metric gives width and left side bearing of a glyph, in font units.
func (s *sfnt) metric(id uint16) (width, bearing int) {
	hmtx := s.tables["hmtx"]
	if i := int(id); i >= s.longMetric {
		return u16(hmtx, 4*(s.longMetric-1)), i16(hmtx, 4*s.longMetric+2*(i-s.longMetric))
	}
	return u16(hmtx, 4*int(id)), i16(hmtx, 4*int(id)+2)
}

// width gives the width that a reader gives a glyph, in 1/1000 em.
func (s *sfnt) width(id uint16) float64 {
	w, _ := s.metric(id)
	return float64(thousandths(w, s.unitsPerEm))
}

// metrics are what a font descriptor says, in 1/1000 em.
type metrics struct {
	box                        [4]int
	italicAngle                float64
	ascent, descent, capHeight int
}

func (s *sfnt) metrics() metrics {
	head, hhea, os2, post := s.tables["head"], s.tables["hhea"], s.tables["OS/2"], s.tables["post"]
	unit := func(x int) int { return thousandths(x, s.unitsPerEm) }
	m := metrics{
		italicAngle: float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536,
		ascent:      unit(i16(hhea, 4)), descent: unit(i16(hhea, 6)), capHeight: unit(i16(os2, 88)),
	}
	for i := range m.box {
		m.box[i] = unit(i16(head, 36+2*i))
	}
	return m
}

func (s *sfnt) outline(id uint16) []byte {
	loca, glyf, i := s.tables["loca"], s.tables["glyf"], int(id)
	if s.longLoca {
		return glyf[binary.BigEndian.Uint32(loca[4*i:]):binary.BigEndian.Uint32(loca[4*i+4:])]
	}
	return glyf[2*u16(loca, 2*i) : 2*u16(loca, 2*i+2)]
}

// subset makes a font of the glyphs with these ids, in this order, and of the
// components that they need after them. Hints are left out: no reader of today
// uses them, and they would be a quarter of the font.
func (s *sfnt) subset(ids []uint16) []byte {
	ids = slices.Clone(ids)
	place := map[uint16]int{}
	for i, id := range ids {
		if _, ok := place[id]; !ok {
			place[id] = i
		}
	}
	number := func(id uint16) int {
		n, ok := place[id]
		if !ok {
			n = len(ids)
			place[id] = n
			ids = append(ids, id)
		}
		return n
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(ids); i++ { // number makes ids longer
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, withoutHints(s.outline(ids[i]), number)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		width, bearing := s.metric(ids[i])
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(width))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(bearing))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(s.tables["head"]), slices.Clone(s.tables["hhea"]), slices.Clone(s.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // checkSumAdjustment: set by assemble
	binary.BigEndian.PutUint16(head[50:], 1) // loca has long offsets
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(ids)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(ids)))
	return assemble([]table{
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp},
	})
}

// withoutHints copies an outline without its instructions, and gives the
// components of a composite glyph their new numbers.
func withoutHints(b []byte, number func(uint16) int) []byte {
	if len(b) < 10 {
		return nil
	}
	contours := i16(b, 0)
	if contours < 0 {
		return composite(b, number)
	}
	at := 10 + 2*contours
	out := slices.Clone(b[:at+2])
	binary.BigEndian.PutUint16(out[at:], 0)
	return append(out, b[at+2+u16(b, at):]...)
}

// Flags of a component.
const (
	wordArguments    = 0x0001
	haveScale        = 0x0008
	moreComponents   = 0x0020
	haveTwoScales    = 0x0040
	haveMatrix       = 0x0080
	haveInstructions = 0x0100
)

func composite(b []byte, number func(uint16) int) []byte {
	out := slices.Clone(b)
	for at := 10; ; {
		flags := u16(out, at)
		binary.BigEndian.PutUint16(out[at:], uint16(flags&^haveInstructions))
		binary.BigEndian.PutUint16(out[at+2:], uint16(number(uint16(u16(out, at+2)))))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveTwoScales != 0:
			at += 4
		case flags&haveMatrix != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			return out[:at]
		}
	}
}

type table struct {
	tag  string
	data []byte
}

// assemble writes tables, sorted by tag, as a font file.
func assemble(tables []table) []byte {
	n := len(tables)
	power := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at, headAt := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		for _, v := range []uint32{checksum(t.data), uint32(at), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
