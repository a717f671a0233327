package diagram

import (
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
		document.WholeSize: {0}, document.ViewSize: {0.35, 0.28, 0.5, 0.12}, document.ChipSize: {0.35, 0.5, 0.28},
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

// bestSheet takes the first sheet on which no label lies on a sign or another
// label: the lowest, then the one stretched as is usual for its size.
func (p *placer) bestSheet(l *land, d *document.Diagram) *sheet {
	first := look{size: vec{pageWidth, heightOf(l.frame, d.Size)}, letters: float64(LabelSize), full: d.Full, shrink: 1}
	if d.Size == document.WholeSize {
		first.letters, first.whole = WholeSize, true
	}
	var best *sheet
	tries := growths
	if len(d.Nodes) > manyLabels {
		tries = tries[:1]
	}
	for _, growth := range tries {
		for _, a := range stretches[d.Size] {
			v := first
			v.size.y, v.a = min(first.size.y*growth, 560-40), a
			s := p.newSheet(l, d.Nodes, d.Edges, d.Groups, v)
			s.rings = d.Rings
			s.place()
			if best == nil || s.clashes() < best.clashes() {
				best = s
			}
			if best.clashes() == 0 {
				return best
			}
		}
	}
	return best
}
