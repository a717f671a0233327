// Package text sets words in lines.
//
// It shapes runs of characters into glyphs with the embedded faces, measures
// them, hyphenates words, and breaks a paragraph into lines for a measure. It
// knows no pages and no colours: where a line ends up is layout/page's affair.
//
//	    |<------ measure ------>|
//	─┬─                             ascent
//	 │  De pakkans hangt af van
//	─┼─ ························    baseline    lengths are points,
//	─┴─                             descent     y grows downward
package text

import (
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"slotmemo/templates"
)

// Pt is a length in points, 1/72 inch.
type Pt float64

// MM is one millimetre in points.
const MM Pt = 72 / 25.4

// A Face is one of the embedded faces.
type Face int8

// The faces of the memo.
const (
	Serif Face = iota
	SerifItalic
	SerifBold // weight 600
	SerifBoldItalic
	SansLight // weight 300
	Sans
	SansItalic
	SansBold // weight 600
	Mono
	Faces int = iota
)

var faceNames = [Faces]string{
	"SourceSerif4_400Regular", "SourceSerif4_400Regular_Italic",
	"SourceSerif4_600SemiBold", "SourceSerif4_600SemiBold_Italic",
	"SourceSans3_300Light", "SourceSans3_400Regular",
	"SourceSans3_400Regular_Italic", "SourceSans3_600SemiBold",
	"SourceCodePro_400Regular",
}

// Name gives the name of the font file of a face, as templates.Font takes it.
func (f Face) Name() string { return faceNames[f] }

// A Glyph is one glyph of a face, with its place after the one before it.
// Lengths are 1/1000 em.
type Glyph struct {
	Face    Face // differs from the face asked for where that lacks the character
	ID      uint16
	Advance float64 // to the next glyph, kerning included
	DX, DY  float64 // offset of the drawing; y upward
	Text    string  // the characters that it stands for; empty: they stand with the glyph before it
}

// Fonts shapes text with the embedded faces. It is safe for concurrent use.
type Fonts struct {
	mu     sync.Mutex
	faces  [Faces]*font.Face
	shaper shaping.HarfbuzzShaper
	cache  map[shapeKey][]Glyph
	words  map[wordKey]*word
	lacks  map[rune]bool

	exceptions map[exception][]Point // divisions that the project asks for
}

type shapeKey struct {
	face Face
	text string
}

// NewFonts makes an empty set; faces are parsed when they are first asked for.
func NewFonts() *Fonts {
	return &Fonts{
		cache: map[shapeKey][]Glyph{}, words: map[wordKey]*word{}, lacks: map[rune]bool{},
		exceptions: map[exception][]Point{},
	}
}

func (f *Fonts) face(face Face) *font.Face {
	if f.faces[face] == nil {
		parsed, err := font.ParseTTF(templates.OpenFont(face.Name()))
		if err != nil {
			panic(fmt.Sprintf("text: embedded font %s: %v", face.Name(), err))
		}
		f.faces[face] = parsed
	}
	return f.faces[face]
}

// Shape gives the glyphs of a run. The slice is shared: don't change it.
func (f *Fonts) Shape(face Face, s string) []Glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := shapeKey{face, s}
	if glyphs, ok := f.cache[key]; ok {
		return glyphs
	}
	glyphs := f.shape(face, s)
	f.cache[key] = glyphs
	return glyphs
}

// Width gives the width of a run at a size.
func (f *Fonts) Width(face Face, size Pt, s string) Pt {
	w := 0.0
	for _, g := range f.Shape(face, s) {
		w += g.Advance
	}
	return Pt(w) / 1000 * size
}
