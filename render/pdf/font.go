package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A fontSet holds the fonts that a file uses.
type fontSet struct{ fonts [text.Faces]*font }

func newFontSet() *fontSet { return &fontSet{} }

func (s *fontSet) font(face text.Face) *font {
	if s.fonts[face] == nil {
		s.fonts[face] = newFont(face)
	}
	return s.fonts[face]
}

// write adds the fonts to a file and gives their resource dictionary.
func (s *fontSet) write(f *file) ref {
	var b strings.Builder
	b.WriteString("<<")
	for _, font := range s.fonts {
		if font != nil {
			fmt.Fprintf(&b, "/%s %s ", font.resource, font.write(f))
		}
	}
	b.WriteString(">>")
	return f.add(b.String())
}

// A font is a face with the glyphs that the file uses.
//
// The code of a glyph in a content stream is its number in the subset. A glyph
// that stands for two texts (the hyphen for "-" and for the soft hyphen) gets
// two codes, and stands in the subset twice: so each code has one text.
type font struct {
	resource string
	name     string
	sfnt     *sfnt
	codes    map[glyphKey]int
	glyphs   []glyphKey // by code; 0 is .notdef
	widths   []float64
}

type glyphKey struct {
	id   uint16
	text string
}

// zeroWidthSpace is what a glyph says that stands with the glyph before it.
// Each code must have a text; where this one is read, ActualText replaces it.
const zeroWidthSpace = "\u200b"

func newFont(face text.Face) *font {
	s, err := parseSFNT(templates.Font(face.Name()))
	if err != nil {
		panic(fmt.Sprintf("pdf: embedded font %s: %v", face.Name(), err))
	}
	return &font{
		resource: "F" + strconv.Itoa(int(face)), name: postScriptName(face.Name()), sfnt: s,
		codes: map[glyphKey]int{}, glyphs: []glyphKey{{}}, widths: []float64{s.width(0)},
	}
}

// postScriptName turns the name of a font file into that of its font:
// SourceSerif4_600SemiBold_Italic into SourceSerif4-SemiBoldItalic.
func postScriptName(file string) string {
	family, style, _ := strings.Cut(file, "_")
	style = strings.ReplaceAll(strings.TrimLeft(style, "0123456789"), "_", "")
	return family + "-" + strings.Replace(style, "RegularItalic", "Italic", 1)
}

// code gives the code of a glyph and the width that a reader gives it.
func (f *font) code(g text.Glyph) (code int, width float64) {
	if g.ID == 0 {
		return 0, f.widths[0] // the audit will see it, and take back our claim
	}
	key := glyphKey{g.ID, g.Text}
	code, ok := f.codes[key]
	if !ok {
		code = len(f.glyphs)
		f.codes[key] = code
		f.glyphs = append(f.glyphs, key)
		f.widths = append(f.widths, f.sfnt.width(g.ID))
	}
	return code, f.widths[code]
}

func (f *font) write(out *file) ref {
	name := f.subsetTag() + "+" + f.name
	ids := make([]uint16, len(f.glyphs))
	for i, g := range f.glyphs {
		ids[i] = g.id
	}
	program := f.sfnt.subset(ids)
	embedded := out.stream(fmt.Sprintf("/Length1 %d", len(program)), program)
	descriptor := out.add(f.descriptor(name, embedded))
	descendant := out.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %s /DW 0 /W [0 [%s]] /CIDToGIDMap /Identity>>", name, descriptor, f.widthList()))
	return out.add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>",
		name, descendant, out.stream("", f.toUnicode())))
}

// subsetTag makes the six letters before the name of a subset from what is in it.
func (f *font) subsetTag() string {
	h := sha256.New()
	for _, g := range f.glyphs {
		fmt.Fprintf(h, "%d %q\n", g.id, g.text)
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

func (f *font) widthList() string {
	var b []byte
	for _, w := range f.widths {
		b = strconv.AppendFloat(b, w, 'f', -1, 64)
		b = append(b, ' ')
	}
	return string(b)
}

func (f *font) descriptor(name string, embedded ref) string {
	const symbolic, italic, serif, fixed = 4, 64, 2, 1
	flags := symbolic
	for word, flag := range map[string]int{"Italic": italic, "Serif": serif, "Code": fixed} {
		if strings.Contains(f.name, word) {
			flags |= flag
		}
	}
	stem := 80
	if strings.Contains(f.name, "SemiBold") {
		stem = 120
	}
	m := f.sfnt.metrics()
	return fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %s /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %s>>",
		name, flags, m.box[0], m.box[1], m.box[2], m.box[3], strconv.FormatFloat(m.italicAngle, 'f', -1, 64), m.ascent, m.descent, m.capHeight, stem, embedded)
}

// toUnicode says which text each code stands for.
func (f *font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const perSection = 100 // more are not allowed
	codes := 1
	for section := range slices.Chunk(f.glyphs[1:], perSection) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(section))
		for _, g := range section {
			s := g.text
			if s == "" {
				s = zeroWidthSpace
			}
			fmt.Fprintf(&b, "<%04X> <%s>\n", codes, utf16Hex(s))
			codes++
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// thousandths turns font units into 1/1000 em.
func thousandths(x, unitsPerEm int) int {
	return int(math.Round(float64(x) * 1000 / float64(unitsPerEm)))
}
