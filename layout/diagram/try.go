package diagram

import (
	"slices"

	"slotmemo/internal/document"
)

// mostTries bounds how often a candidate is mended.
const mostTries = 6

// A mending is what is asked of a candidate to mend what was wrong with it the
// last time.
type mending struct {
	rim    vec       // round all bodies, for arrows that go outside
	apart  []float64 // gap that the ends of each link need for its marks; 0: no more than others
	nudge  []vec     // by which nodes leave the way of arrows that found no other
	titles []float64 // what an arrow through the title of each group pays
	spots  []vec     // where it is to stand, from the top left
}

// try makes one candidate at one size of letters. What is wrong with it is
// mended as long as that may bring it under the bar, the best score so far.
func (p *placer) try(d *document.Diagram, pl plan, start []vec, hints []*vec, size, bar float64) (*sketch, Quality) {
	page := p.room(d)
	if !pl.hints {
		hints = nil
	}
	m := mending{vec{rim, rim}, make([]float64, len(d.Edges)), make([]vec, len(d.Nodes)), slices.Repeat([]float64{costTitle}, len(d.Groups)), make([]vec, len(d.Groups))}
	var best, last *sketch
	var quality Quality
	var unplaced []int // marks of the best
	for range mostTries {
		s := p.newSketch(d, size, pl.wrap, page)
		s.mending, s.hints = m, hints
		for i := range s.groups {
			s.groups[i].titleAt = m.spots[i]
		}
		if last != nil && s.nodes > smallDiagram {
			s.settle(last)
		} else {
			for i := range d.Nodes {
				s.bodies[i].at = start[i]
			}
			s.arrange(pl.hints, pl.tiled)
		}
		q, clashes := s.draw()
		if best == nil || q.score(page) < quality.score(page)-1e-9 {
			best, quality, unplaced = s, q, clashes
		}
		if s.nodes > mediumDiagram {
			break // a drawing takes seconds, and no figure of so many nodes is without faults
		}
		over := q.over(page)
		if over == (vec{}) && s.nodes > smallDiagram {
			break // begun anew, it would have other faults; polishing mends these
		}
		if (over == (vec{}) && q.faults() == 0) || q.mended(page).score(page) >= bar {
			break
		}
		last, m = s, s.mend(clashes, over)
	}
	if q := quality; (q.faults() > 0 || q.over(page) != (vec{})) && q.Overlaps == 0 && q.mended(page).score(page) < bar && len(d.Nodes) <= mediumDiagram && size <= polishFrom(len(d.Nodes)) {
		best, quality = best.polish(q, unplaced)
	}
	return best, quality
}

// draw routes arrows, places titles and sets marks. It gives the quality, and the
// arrows whose marks found no place.
func (s *sketch) draw() (Quality, []int) {
	s.route()
	s.crowded = s.placeTitles()
	clashes := s.mark()
	return s.quality(len(clashes), len(s.crowded), s.hints), clashes
}

// mend says what to ask of the next try.
func (s *sketch) mend(clashes []int, over vec) mending {
	m := s.mending
	m.nudge, m.titles, m.apart = s.dodge(m.nudge), dearer(m.titles, s.crowded), slices.Clone(m.apart)
	m.spots = slices.Clone(m.spots)
	for i := range s.groups {
		m.spots[i] = s.groups[i].titleAt
	}
	if over != (vec{}) { // arrows went off the page
		m.rim = m.rim.plus(over.times(0.6)).plus(vec{1, 1})
	}
	for _, i := range clashes { // the arrow is too short for its marks
		m.apart[i] = max(gapLinked, m.apart[i]) + 6
	}
	return m
}

// settle takes the places of an earlier try, and parts only what has to part. A
// large diagram that began anew each time would mend one fault and make two.
func (s *sketch) settle(last *sketch) {
	page := rect{s.rim.x / 2, s.rim.y / 2, s.page.x - s.rim.x/2, s.page.y - s.rim.y/2}
	for _, c := range last.cells {
		s.cells = append(s.cells, rect{max(c.x0, page.x0), max(c.y0, page.y0), min(c.x1, page.x1), min(c.y1, page.y1)})
	}
	for i, b := range s.bodies {
		b.at = last.bodies[i].at
		if i < s.nodes {
			b.at = b.at.plus(s.nudge[i].minus(last.nudge[i]))
		}
	}
	for range 30 {
		for i, gap := range s.apart {
			if gap > 0 {
				s.part(s.links[i], gap)
			}
		}
		s.pushAreas(1)
		s.push(gapLeast+1, 0.5, nil)
		s.toPage()
	}
	s.separate()
}
