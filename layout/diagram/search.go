package diagram

import (
	"context"
	"math"

	"slotmemo/internal/document"
)

// sizes of letters that are tried in turn, and the steps of the last resort.
var sizes = []float64{9, 8.5, 8, 7.5, 7, 6, 5, 4}

// sizes leaves out the sizes at which the nodes can't fit the page: with less
// than half of it white there is no room for arrows.
func (p *placer) sizes(d *document.Diagram) []float64 {
	const white = 0.5
	s := p.newSketch(d, float64(LabelSize), 60, p.page)
	area := 0.0
	for _, b := range s.bodies {
		area += (b.box.width() + gapLeast) * (b.box.height() + gapLeast)
	}
	for i, size := range sizes {
		f := size / float64(LabelSize)
		if area*f*f <= p.page.x*p.page.y*(1-white) {
			return sizes[i:]
		}
	}
	return sizes[len(sizes)-1:]
}

// place finds the best candidate for a diagram.
func (p *placer) place(ctx context.Context, d *document.Diagram) (result, error) {
	hints, hinted := p.hints(d)
	key := p.cache.key("diagram", p.language, p.divisions(d), p.page.x, p.page.y, d, spots(hints))
	if r, ok := p.get(key, d); ok {
		return r, nil
	}
	r, err := p.search(ctx, d, hints, hinted)
	if err != nil {
		return result{}, err
	}
	if r.failure == nil {
		p.put(key, r)
	}
	return r, nil
}

// search goes from large letters to small ones, and stops at the first size at
// which nothing is wrong that smaller letters could mend.
func (p *placer) search(ctx context.Context, d *document.Diagram, hints []*vec, hinted bool) (result, error) {
	var best *sketch
	var quality Quality
	var failure error
	plans := p.plans(d, hinted)
	starts := make([][]vec, len(plans))
	for i, pl := range plans {
		start, err := p.start(ctx, d, pl, hints)
		if err != nil {
			if ctx.Err() != nil {
				return result{}, ctx.Err()
			}
			failure = err
			continue
		}
		starts[i] = start
	}
	if allNil(starts) {
		plans, starts = []plan{{wrap: 60}}, [][]vec{simple(len(d.Nodes))}
	}
	room := p.room(d)
	vain := 0 // sizes in a row that brought nothing
	for _, size := range p.sizes(d) {
		better := false
		for i, pl := range plans {
			if starts[i] == nil {
				continue
			}
			bar := math.Inf(1)
			if best != nil {
				bar = quality.score(room)
			}
			s, q := p.try(d, pl, starts[i], hints, size, bar)
			if best == nil || q.score(room) < quality.score(room)-1e-9 {
				best, quality, better = s, q, true
			}
		}
		if vain++; better {
			vain = 0
		}
		if quality.Overlaps == 0 && (vain > 1 || size <= float64(LabelMin) || quality.faults() == 0) {
			break
		}
	}
	if len(d.Nodes) <= mediumDiagram && quality.faults() == 0 {
		best, quality = best.comb(quality)
	}
	return result{best.finish(&p.measurer, p.page.x), quality, best.wrap, failure}, nil
}

func allNil(starts [][]vec) bool {
	for _, s := range starts {
		if s != nil {
			return false
		}
	}
	return true
}

// room is what the key leaves of the page.
func (p *placer) room(d *document.Diagram) vec {
	_, _, height := p.key(d.Key, p.page.x, 0)
	return vec{p.page.x, p.page.y - height - keyAbove}
}
