package diagram

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
)

// A block is what is written at a station, set: the lines of its name, the
// number of its change, chips. The name of a loop is a block too.
type block struct {
	lines  []string
	widths []float64
	face   text.Face
	size   float64
	lead   float64
	value  *document.Value
	chips  [][]document.Chip // in rows
	fills  []float64         // widths of the rows
	w, h   float64
	wrap   int // 0: the first measure, the one tried first
}

const (
	wrapNarrow = 66.0 // measures of labels
	wrapWide   = 92.0
	chipApart  = 3.0
	chipBelow  = 2.0 // the words
	wordApart  = 3.0 // round the mark of a verdict
	ascent     = 0.74
	descent    = 0.22
)

// leading is the distance of baselines for letters of some size.
func leading(size float64) float64 { return size * float64(mark.Leading/mark.LabelSize) }

// blocks gives the ways to set the words of a node, the narrow one first.
func (s *sheet) blocks(n document.Node) []block {
	var out []block
	for i, measure := range [2]float64{wrapNarrow, wrapWide} {
		b := block{face: Face(n), size: s.letters, lead: leading(s.letters), wrap: i}
		b.lines = s.lines(n.Label, b.face, b.size, measure)
		if i > 0 && slices.Equal(b.lines, out[0].lines) {
			break
		}
		for _, line := range b.lines {
			b.widths = append(b.widths, s.width(b.face, b.size, line))
		}
		if n.Value != nil && n.Value.Text != "" {
			b.value = n.Value
			b.widths = append(b.widths, s.valueWidth(n.Value, b.size))
		}
		s.setChips(&b, n.Chips, measure)
		b.measure()
		out = append(out, b)
	}
	return out
}

func (b *block) measure() {
	b.w = max(slices.Max(append([]float64{0}, b.widths...)), slices.Max(append([]float64{0}, b.fills...)))
	b.h = float64(max(0, len(b.widths)-1))*b.lead + b.size*(ascent+descent)
	if n := float64(len(b.chips)); n > 0 {
		b.h += chipBelow + n*float64(mark.ChipHeight) + (n-1)*float64(mark.ChipGap)
	}
}

func (s *sheet) valueWidth(v *document.Value, size float64) float64 {
	w := s.width(text.SansBold, size, v.Text)
	if v.Verdict != document.NoVerdict {
		w += 2*wordApart + 2*float64(mark.Verdict) + s.width(text.Sans, size, v.Word)
	}
	return w
}

// setChips sets chips in rows no wider than a measure.
func (s *sheet) setChips(b *block, chips []document.Chip, measure float64) {
	x := math.Inf(1)
	for _, c := range chips {
		w := float64(mark.ChipWidth(s.fonts, c.Text, c.Filled))
		if x+chipApart+w > measure {
			b.chips, b.fills = append(b.chips, nil), append(b.fills, 0)
			x = -chipApart
		}
		last := len(b.chips) - 1
		b.chips[last] = append(b.chips[last], c)
		x += chipApart + w
		b.fills[last] = x
	}
}

// Ways in which the lines of a block stand under each other.
type alignment int

const (
	flushLeft alignment = iota
	flushRight
	centred
)

func (a alignment) shift(room, width float64) float64 {
	switch a {
	case flushRight:
		return room - width
	case centred:
		return (room - width) / 2
	}
	return 0
}

// finish writes the block of a label down at its place.
func (l *label) finish(s *sheet, n *Node) {
	c := &l.choices[l.choice]
	b := &l.blocks[c.block]
	soft := n.Light == document.Quiet || n.Change == document.Gone
	y := c.box.y0 + b.size*ascent
	for i, words := range b.lines {
		n.Lines = append(n.Lines, s.line(words, b.face, b.size, c.box.x0+c.align.shift(b.w, b.widths[i]), y, soft))
		y += b.lead
	}
	if v := b.value; v != nil {
		x := c.box.x0 + c.align.shift(b.w, b.widths[len(b.widths)-1])
		n.Lines = append(n.Lines, s.line(v.Text, text.SansBold, b.size, x, y, false))
		if v.Verdict != document.NoVerdict {
			x += s.width(text.SansBold, b.size, v.Text) + wordApart + float64(mark.Verdict)
			at := vec{x, y - b.size*mark.HalfCapital}.point()
			n.Verdict = &at
			n.Lines = append(n.Lines, s.line(v.Word, text.Sans, b.size, x+float64(mark.Verdict)+wordApart, y, false))
		}
		y += b.lead
	}
	y += b.size*descent - b.lead + chipBelow
	for i, row := range b.chips {
		x := c.box.x0 + c.align.shift(b.w, b.fills[i])
		for _, chip := range row {
			w := mark.ChipWidth(s.fonts, chip.Text, chip.Filled)
			n.Chips = append(n.Chips, Chip{chip, Rect{X: pt(x), Y: pt(y), W: w, H: mark.ChipHeight}})
			x += float64(w) + chipApart
		}
		y += float64(mark.ChipHeight + mark.ChipGap)
	}
}

// line gives a line of text, with a patch below it where something runs.
func (s *sheet) line(words string, face text.Face, size, x, y float64, soft bool) Line {
	w := s.width(face, size, words)
	r := rect{x - 1, y - size*ascent, x + w + 1, y + size*descent}
	l := Line{Text: words, X: pt(x), Y: pt(y), Width: Pt(w), Size: Pt(size), Face: face, Soft: soft}
	l.Patch, l.Ground = s.crossed(r), s.ground(r.center())
	return l
}

// crossed tells whether an arrow that is more than a ghost runs below a box.
func (s *sheet) crossed(r rect) bool {
	for i := range s.arrows {
		a := &s.arrows[i]
		if a.edge.Light != document.Ghost && r.meets(a.box.grow(0.01)) && passes(a.samples, r.grow(a.width/2)) {
			return true
		}
	}
	return false
}

// passes tells whether a line of straight pieces runs through a box.
func passes(line []vec, r rect) bool {
	for k := range len(line) - 1 {
		if !r.beside(line[k], line[k+1]) && r.inside(line[k], line[k+1]) > 0 {
			return true
		}
	}
	return false
}
