package text

import (
	"math"
	"unicode/utf8"
)

// A paragraph is a list of items after Knuth and Plass (1981): boxes that are
// set, glue between them, and penalties where a line may end besides.
type paragraph struct {
	runs   []Run
	items  []item
	spaced bool // a space stands at the end
}

type itemKind uint8

const (
	box itemKind = iota
	glue
	penalty
)

// An item is a part of a paragraph. Lengths are points, on the grid of units.
type item struct {
	kind        itemKind
	hyphen      bool // a line that ends here shows a hyphen
	newline     bool // the line ends here
	unbreakable bool // glue where no line may end: a no-break space
	class       breakKind
	width       float64 // of a penalty: of its hyphen
	stretch     float64
	shrink      float64
	run         int
	from, to    int // bytes of the run's text
}

// units rounds lengths to 1/1024 pt. Sums of such numbers are exact in binary,
// so that every processor breaks a paragraph at the same places.
func units(w float64) float64 { return math.Round(w*1024) / 1024 }

// glyphs shapes a part of a run.
func (f *Fonts) glyphs(run *Run, s string) []Glyph {
	if run.Superior {
		return f.superior(run.Face, s)
	}
	return f.Shape(run.Face, s)
}

var superiors = map[rune]rune{
	'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴',
	'5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
}

// superior gives figures as the face's own superior ones, which are drawn for
// that size; their text stays that of plain figures.
func (f *Fonts) superior(face Face, s string) []Glyph {
	var out []Glyph
	for _, r := range s {
		drawn := r
		if sup, ok := superiors[r]; ok {
			drawn = sup
		}
		for _, g := range f.Shape(face, string(drawn)) {
			if g.Text == string(drawn) {
				g.Text = string(r)
			}
			out = append(out, g)
		}
	}
	return out
}

// SuperiorWidth gives the width of figures that are set as superior ones.
func (f *Fonts) SuperiorWidth(face Face, size Pt, s string) Pt {
	w := 0.0
	for _, g := range f.superior(face, s) {
		w += g.Advance
	}
	return Pt(w) / em * size
}

// builder makes items of runs.
type builder struct {
	fonts *Fonts
	p     paragraph
}

// paragraph makes the items of runs, in the room of the items of another
// paragraph that is done.
func (f *Fonts) paragraph(runs []Run, room []item) *paragraph {
	b := builder{fonts: f, p: paragraph{runs: runs, items: room[:0]}}
	for i := range runs {
		b.run(i)
	}
	b.p.trim()
	return &b.p
}

// trim takes spaces off the end, which would make a line of their own. That
// there were some is kept: the last line ends in one.
func (p *paragraph) trim() {
	n := len(p.items)
	p.spaced = n > 0 && p.items[n-1].kind == glue
	for n > 0 && (p.items[n-1].kind == glue || p.items[n-1].kind == penalty && !p.items[n-1].newline && !p.runs[p.items[n-1].run].Fixed) {
		n--
	}
	p.items = p.items[:n]
}

func (b *builder) run(i int) {
	s := b.p.runs[i].Text
	for start := 0; start < len(s); {
		r, n := utf8.DecodeRuneInString(s[start:])
		switch {
		case r == '\n':
			b.add(item{kind: penalty, newline: true, run: i, from: start, to: start + n})
			start += n
		case isSpace(r):
			b.space(i, start, start+n, r)
			start += n
		default:
			end := start
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				if r == '\n' || isSpace(r) {
					break
				}
				end += n
			}
			b.word(i, start, end)
			start = end
		}
	}
}

func isSpace(r rune) bool {
	return r == ' ' || r == 0xA0 || r == 0x2009 || r == 0x202F || r == '\t'
}

// Spaces of a justified line stretch by a half and shrink by a third of their
// width, as in Knuth's own measures for Computer Modern.
const (
	spaceStretch = 1.0 / 2
	spaceShrink  = 1.0 / 3
)

func (b *builder) space(run, from, to int, r rune) {
	rn := &b.p.runs[run]
	w := units(float64(b.fonts.Width(rn.Face, rn.Size, rn.Text[from:to])))
	if rn.Fixed {
		b.add(item{kind: box, width: w, run: run, from: from, to: to})
		b.add(item{kind: penalty, class: own, run: run, from: to, to: to})
		return
	}
	it := item{kind: glue, width: w, run: run, from: from, to: to}
	if r == ' ' || r == 0xA0 {
		it.stretch, it.shrink = units(w*spaceStretch), units(w*spaceShrink)
	}
	it.unbreakable = r != ' ' && r != '\t' || r == ' ' && joined(rn.Text, from, to)
	b.add(it)
}

// word adds the boxes of a word, with a penalty at each place where it may be
// divided.
func (b *builder) word(run, from, to int) {
	rn := &b.p.runs[run]
	if rn.Superior {
		w := 0.0
		for _, g := range b.fonts.superior(rn.Face, rn.Text[from:to]) {
			w += g.Advance
		}
		b.add(item{kind: box, width: units(w / em * float64(rn.Size)), run: run, from: from, to: to})
		return
	}
	w := b.fonts.word(rn.Face, rn.Language, rn.Text[from:to])
	size := float64(rn.Size) / em
	hyphen := units(float64(b.fonts.Width(rn.Face, rn.Size, "-")))
	at, before := from, 0.0
	for _, br := range w.breaks {
		b.add(item{kind: box, width: units(br.width*size) - units(before*size), run: run, from: at, to: from + br.at})
		pen := item{kind: penalty, class: br.kind, hyphen: br.kind.hyphen(), run: run, from: from + br.at, to: from + br.at}
		if pen.hyphen {
			pen.width = hyphen
		}
		b.add(pen)
		at, before = from+br.at, br.width
	}
	b.add(item{kind: box, width: units(w.width*size) - units(before*size), run: run, from: at, to: to})
}

func (b *builder) add(it item) { b.p.items = append(b.p.items, it) }
