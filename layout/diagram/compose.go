package diagram

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
)

// A look is how a sheet is made of the map: the size of its picture, how much it
// is stretched where it is lit, and which marks it has.
type look struct {
	size    vec
	a       float64
	letters float64
	whole   bool // the landscape: labels stay in their field
	small   bool // one of several maps side by side: no labels
	tiny    bool // one of three or more: no signs either
	full    bool // all barriers
	shrink  float64
}

// stretches are the amounts of stretching that are tried, and growths the
// heights that follow where none of them is enough.
var (
	stretches = map[document.Size][]float64{
		document.ViewSize: {0.35, 0.28, 0.5, 0.12}, document.ChipSize: {0.35, 0.5, 0.28},
		document.EffectSize: {0.28, 0.35, 0.12},
	}
	growths = []float64{1, 1.15, 1.35, 1.6}
)

// heightOf gives the height of a picture in parts of the whole map. Below 190
// points no label finds room.
func heightOf(frame vec, s document.Size) float64 {
	part := 0.62
	switch s {
	case document.WholeSize:
		return frame.y
	case document.EffectSize:
		part = 0.70
	case document.ChipSize:
		part = 0.70
	}
	return min(frame.y, max(190, frame.y*part))
}

// compose makes the picture of a diagram on a land.
func (p *placer) compose(l *land, d *document.Diagram) *Placed {
	out := &Placed{ID: d.ID, Title: d.Title, Width: Pt(pageWidth)}
	end := 0.0
	if len(d.Nodes) > 0 || len(d.Panels) == 0 {
		s := p.bestSheet(l, d)
		out.Sheet, end = s.finish(), s.size.y
	}
	end = p.panels(l, d, out, end)
	if len(d.Key) > 0 {
		items, _ := mark.Key(p.fonts, d.Key, Pt(pageWidth))
		out.Key, out.KeyAt = items, Point{X: 0, Y: pt(end) + mark.KeyAbove}
		end += float64(mark.KeyAbove + mark.KeyHeight)
	}
	out.Height = pt(end)
	return out
}

// manyLabels is the number of nodes above which a picture is full anyhow.
const manyLabels = 80

// bestSheet takes the height and the stretching that suit labels of a usual size
// and arrows of a usual weight, so that a changed word moves no station. Only if
// the real labels find no place there the picture grows.
func (p *placer) bestSheet(l *land, d *document.Diagram) *sheet {
	v := p.suitable(l, usual(d))
	best := p.tryLook(l, d, v)
	for _, growth := range growths[1:] {
		if best.clashes() == 0 || len(d.Nodes) > manyLabels {
			break
		}
		higher := v
		higher.size.y = min(v.size.y*growth, mostHeight)
		if s := p.tryLook(l, d, higher); s.clashes() < best.clashes() {
			best = s
		}
	}
	return best
}

// mostHeight leaves room for a key and a caption on the page.
const mostHeight = 520.0

// suitable finds the first look in which no label lies on a sign or another
// label: the lowest, then the one stretched as is usual for its size.
func (p *placer) suitable(l *land, d *document.Diagram) look {
	first := look{size: vec{pageWidth, heightOf(l.frame, d.Size)}, letters: float64(LabelSize), full: d.Full, shrink: 1}
	if d.Size == document.WholeSize {
		first.letters, first.whole = WholeSize, true
		return first
	}
	var best look
	least := math.MaxInt
	for _, growth := range growths {
		for _, a := range stretches[d.Size] {
			v := first
			v.size.y, v.a = min(first.size.y*growth, mostHeight), a
			n := p.tryLook(l, d, v).clashes()
			if n < least {
				best, least = v, n
			}
			if n == 0 || len(d.Nodes) > manyLabels {
				return best
			}
		}
	}
	return best
}

func (p *placer) tryLook(l *land, d *document.Diagram, v look) *sheet {
	s := p.newSheet(l, d.Nodes, d.Edges, d.Groups, v)
	s.rings = d.Rings
	s.place()
	return s
}

// usual gives a diagram with labels of two lines and strong arrows.
func usual(d *document.Diagram) *document.Diagram {
	const words, chip = "Gemiddeld lange naam van een factor", "Openbaar ministerie"
	u := *d
	u.Nodes, u.Edges = slices.Clone(d.Nodes), slices.Clone(d.Edges)
	for i := range u.Nodes {
		n := &u.Nodes[i]
		n.Label, n.Chips = words, nil
		if d.Size == document.ChipSize {
			n.Chips = []document.Chip{{Text: chip}, {Text: chip}}
		}
	}
	for i := range u.Edges {
		e := &u.Edges[i]
		e.Sign, e.Weight, e.Barriers = document.Plus, document.StrongLine, 0
	}
	return &u
}
