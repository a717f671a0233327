package text

import (
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// placeholder is drawn where no face has a character: an empty box that Source
// Sans 3 and Source Code Pro have. Its text is the character that it stands
// for, so that search and speech lose nothing.
const placeholder = '□'

// fallbacks gives the faces that are asked for a character, the first one
// first: the face itself, its upright sister, the sans, the mono.
func (f Face) fallbacks() []Face {
	switch f {
	case Serif:
		return []Face{Serif, Sans, Mono}
	case SerifItalic:
		return []Face{SerifItalic, Serif, SansItalic, Sans, Mono}
	case SerifBold:
		return []Face{SerifBold, SansBold, Mono}
	case SerifBoldItalic:
		return []Face{SerifBoldItalic, SerifBold, SansBold, Mono}
	case SansLight:
		return []Face{SansLight, Sans, Serif, Mono}
	case SansItalic:
		return []Face{SansItalic, Sans, Serif, Mono}
	case SansBold:
		return []Face{SansBold, Sans, SerifBold, Mono}
	case Mono:
		return []Face{Mono, Sans, Serif}
	}
	return []Face{Sans, Serif, Mono}
}

// Lacks tells whether no embedded face has the character. Then it is set as a
// placeholder.
func (f *Fonts) Lacks(r rune) bool {
	if r < 0x180 && r >= ' ' || invisible(r) || unicode.IsSpace(r) {
		return false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	lacks, known := f.lacks[r]
	if !known {
		lacks = true
		for _, face := range []Face{Serif, Sans, Mono} {
			if _, ok := f.face(face).NominalGlyph(r); ok {
				lacks = false
			}
		}
		f.lacks[r] = lacks
	}
	return lacks
}

// RightToLeft tells whether a character is written from right to left. The
// program sets no such text: its faces have none, and it would come out
// backwards.
func RightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF && !unicode.Is(unicode.Mn, r) ||
		r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// invisible tells whether a character has no picture of its own: joiners, marks
// of direction, variation selectors.
func invisible(r rune) bool {
	return r == 0x00AD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F ||
		r >= 0xE0000 && r <= 0xE01EF || r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0
}

// A stretch is a part of a run that one face has; rune 0 in Instead means that
// it is set as it is.
type stretch struct {
	face    Face
	runes   []rune
	instead rune // what is drawn for all of it
}

// shape gives the glyphs of s, each stretch with the first face that has it.
func (f *Fonts) shape(face Face, s string) []Glyph {
	var glyphs []Glyph
	for _, part := range f.split(face, s) {
		if part.instead == 0 {
			glyphs = append(glyphs, f.shapeWith(part.face, part.runes)...)
			continue
		}
		for _, g := range f.shapeWith(part.face, []rune{part.instead}) {
			g.Text = string(part.runes)
			glyphs = append(glyphs, g)
		}
	}
	return glyphs
}

// split cuts s into stretches. A mark on a letter stays with its letter, so
// that the face can put it in its place. Characters without a picture are left
// out.
func (f *Fonts) split(face Face, s string) []stretch {
	var parts []stretch
	runes := []rune(s)
	for i := 0; i < len(runes); {
		if invisible(runes[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(runes) && unicode.In(runes[end], unicode.Mn, unicode.Me) {
			end++
		}
		cluster := f.choose(face, runes[i:end])
		i = end
		last := len(parts) - 1
		if last >= 0 && cluster.instead == 0 && parts[last].instead == 0 && parts[last].face == cluster.face {
			parts[last].runes = append(parts[last].runes, cluster.runes...)
		} else {
			cluster.runes = append([]rune(nil), cluster.runes...)
			parts = append(parts, cluster)
		}
	}
	return parts
}

// alike are characters that are drawn with the glyph of another where a face
// has only that: same look, own text.
var alike = map[rune]rune{'\u2011': '-', '\u202F': '\u2009', '\u2009': ' ', '\u2007': ' ', '\t': ' ', '\n': ' ', '\u2028': ' ', '\u2029': ' '}

func (f *Fonts) choose(face Face, cluster []rune) stretch {
	if r, ok := alike[cluster[0]]; ok && len(cluster) == 1 && !f.has(face, cluster) {
		return stretch{face, cluster, r}
	}
	for _, candidate := range face.fallbacks() {
		if f.has(candidate, cluster) {
			return stretch{candidate, cluster, 0}
		}
	}
	for _, candidate := range face.fallbacks() {
		if f.has(candidate, []rune{placeholder}) {
			return stretch{candidate, cluster, placeholder}
		}
	}
	panic("text: no face has the placeholder")
}

func (f *Fonts) has(face Face, runes []rune) bool {
	for _, r := range runes {
		if _, ok := f.face(face).NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

// em is the size at which runs are shaped: lengths come out as 1/1000 em.
const em = 1000

func (f *Fonts) shapeWith(face Face, runes []rune) []Glyph {
	out := f.shaper.Shape(shaping.Input{
		Text: runes, RunStart: 0, RunEnd: len(runes),
		Direction: di.DirectionLTR, Face: f.face(face), Size: fixed.I(em),
		Script: language.Latin, Language: language.NewLanguage("nl"),
	})
	glyphs := make([]Glyph, 0, len(out.Glyphs))
	for i, g := range out.Glyphs {
		text := ""
		if i == 0 || out.Glyphs[i-1].TextIndex() != g.TextIndex() {
			text = string(runes[g.TextIndex() : g.TextIndex()+g.RunesCount()])
		}
		glyphs = append(glyphs, Glyph{
			Face: face, ID: uint16(g.GlyphID), Advance: float64(g.Advance) / 64,
			DX: float64(g.XOffset) / 64, DY: float64(g.YOffset) / 64, Text: text,
		})
	}
	return glyphs
}
