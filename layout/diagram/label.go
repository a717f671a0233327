package diagram

import (
	"math"
	"math/rand/v2"
	"slices"

	"slotmemo/internal/document"
)

// What it costs a label to lie on things.
const (
	costOutside  = 400.0
	costLabel    = 300.0
	costMark     = 120.0 // a sign, a head, a symbol, a title
	costStation  = 120.0
	costGhost    = 60.0 // the station of a ghost
	costForeign  = 16.0 // out of its field, on the whole map
	costOther    = 14.0 // nearer to the station of another
	costLit      = 3.0  // for each sample of a lit arrow below it
	costQuiet    = 1.0
	costFaint    = 0.25
	costLine     = 0.35 // a line more
	annealLabels = 9000 // steps
)

// A label is a block on its way to a place.
type label struct {
	spot    int // −1: the name of a loop
	ring    *document.Ring
	at      vec
	r       float64
	blocks  []block
	choices []choice
	choice  int
}

// A choice is a place for a label.
type choice struct {
	block int
	align alignment
	box   rect
	cost  float64 // of the place, whatever the other labels do
	bad   bool    // it lies on what it may not
}

// distances from a station, and what they cost; those beyond the third are
// tried only where there is no place nearer by.
var distances = []struct{ points, cost float64 }{{0, 0}, {5, 5}, {9, 11}, {16, 20}, {25, 32}, {38, 48}}

// A labelling finds places for the labels of a sheet.
type labelling struct{ *sheet }

// clashes counts the labels that lie on what they mustn't.
func (s *sheet) clashes() int { return labelling{s}.clashes() }

// setLabels finds places for all labels at once: the cheapest in turn, then by
// annealing.
func (s labelling) setLabels() {
	for i := range s.spots {
		p := &s.spots[i]
		if p.light == document.Ghost || (p.node.Value != nil && p.node.Value.Text == "") {
			continue
		}
		s.labels = append(s.labels, &label{spot: i, at: p.at, r: p.r, blocks: s.blocks(p.node)})
	}
	for i := range s.rings {
		s.labels = append(s.labels, s.ringLabel(&s.rings[i]))
	}
	s.near, s.below = newNearby(s.size, s.taken), s.ink()
	for _, reach := range []int{3, len(distances)} {
		for _, l := range s.labels {
			if reach == 3 || l.choices[l.choice].bad || s.onOthers(l) {
				s.offer(l, reach)
			}
		}
		s.arrange()
		if s.clashes() == 0 {
			break
		}
	}
	for _, l := range s.labels {
		if l.spot >= 0 {
			s.spots[l.spot].label = l
		}
	}
}

// clashes counts the labels that lie on what they may not, and on each other.
func (s labelling) clashes() int {
	n := 0
	for _, l := range s.labels {
		if l.choices[l.choice].bad || s.onOthers(l) {
			n++
		}
	}
	return n
}

func (s labelling) onOthers(l *label) bool {
	box := l.choices[l.choice].box.grow(0.4)
	return slices.ContainsFunc(s.labels, func(m *label) bool { return m != l && box.meets(m.choices[m.choice].box) })
}

// offer lists the places of a label, the cheapest first.
func (s labelling) offer(l *label, reach int) {
	l.choices = nil
	for i, b := range l.blocks {
		extra := costLine * float64(len(b.lines)-1)
		for _, d := range distances[:reach] {
			for _, c := range l.around(b, l.r+1.8+d.points) {
				c.block, c.cost = i, c.cost+extra+d.cost
				c.box = s.inPicture(c.box)
				s.weigh(l, &c)
				l.choices = append(l.choices, c)
			}
		}
	}
	slices.SortStableFunc(l.choices, func(a, b choice) int {
		switch {
		case a.cost < b.cost-1e-9:
			return -1
		case a.cost > b.cost+1e-9:
			return 1
		}
		return 0
	})
	l.choices = l.choices[:min(len(l.choices), 60)]
	l.choice = 0
}

// inPicture brings a box back that sticks out a little.
func (s labelling) inPicture(r rect) rect {
	const little = 12
	by := vec{max(0, -r.x0), max(0, -r.y0)}
	by = by.minus(vec{max(0, r.x1-s.size.x), max(0, r.y1-s.size.y)})
	if by.length() < little {
		return r.move(by)
	}
	return r
}

// around gives the places round a station, at a distance.
//
//	   ┌──┐┌──┐┌──┐
//	┌──┘  └┘  └┘  └──┐
//	└──┐     ●    ┌──┘   right 0, left 0.4, below and above 0.6,
//	┌──┘          └──┐   corners and thirds 0.8 to 1.3
//	└──┐  ┌┐  ┌┐  ┌──┘
//	   └──┘└──┘└──┘
func (l *label) around(b block, off float64) []choice {
	var out []choice
	add := func(x, y float64, a alignment, cost float64) {
		out = append(out, choice{align: a, box: rect{x, y, x + b.w, y + b.h}, cost: cost})
	}
	p := l.at
	for i, shift := range [5]float64{0.5, 0.3, 0.7, 0.08, 0.92} {
		cost := [5]float64{0, 0.8, 0.8, 1.2, 1.2}[i]
		add(p.x+off+1, p.y-b.h*shift, flushLeft, cost)
		add(p.x-off-1-b.w, p.y-b.h*shift, flushRight, cost+0.4)
	}
	for i, shift := range [5]float64{0.5, 0.3, 0.7, 0.1, 0.9} {
		cost := 0.6 + [5]float64{0, 0.4, 0.4, 0.7, 0.7}[i]
		add(p.x-b.w*shift, p.y+off, centred, cost)
		add(p.x-b.w*shift, p.y-off-b.h, centred, cost)
	}
	near := off * 0.72
	add(p.x+near, p.y+near*0.6, flushLeft, 0.9)
	add(p.x+near, p.y-near*0.6-b.h, flushLeft, 0.9)
	add(p.x-near-b.w, p.y+near*0.6, flushRight, 1.1)
	add(p.x-near-b.w, p.y-near*0.6-b.h, flushRight, 1.1)
	return out
}

// weigh adds what a place costs by what it lies on.
func (s labelling) weigh(l *label, c *choice) {
	out := max(0, -c.box.x0, -c.box.y0, c.box.x1-s.size.x, c.box.y1-s.size.y)
	if out > 0.01 {
		c.cost, c.bad = c.cost+costOutside+out, true
	}
	air := c.box.grow(0.5)
	s.near.each(air, func(o *obstacle) {
		if o.meets(air) {
			c.cost, c.bad = c.cost+o.cost, true
		}
	})
	c.cost += s.below.over(air) + s.astray(l, c.box)
}

// astray is what a label pays for lying nearer to the station of another, and,
// on the whole map, for leaving its field.
func (s labelling) astray(l *label, box rect) float64 {
	cost := 0.0
	own := box.distance(l.at) - l.r
	for i, p := range s.spots {
		if i != l.spot && p.light != document.Ghost && box.distance(p.at)-p.r < own+1 {
			cost += costOther
		}
	}
	if s.whole && l.spot >= 0 {
		for _, a := range s.areas {
			if a.box.has(l.at) && (box.x0 < a.box.x0 || box.x1 > a.box.x1 || box.y0 < a.box.y0 || box.y1 > a.box.y1) {
				cost += costForeign
			}
		}
	}
	return cost
}

// arrange chooses among the places of all labels (after Christensen, Marks and
// Shieber 1995, who found annealing best for maps).
func (s labelling) arrange() {
	const sweeps = 6
	for range sweeps {
		for i, l := range s.labels {
			best, least := l.choice, math.Inf(1)
			for k := range l.choices {
				if c := l.choices[k].cost + s.clash(i, &l.choices[k].box); c < least-1e-9 {
					best, least = k, c
				}
			}
			l.choice = best
		}
	}
	if len(s.labels) < 2 {
		return
	}
	r := rand.New(rand.NewPCG(9000, uint64(len(s.labels))))
	best, least := s.chosen(), s.labelCost()
	now := least
	const hot, cold = 25.0, 0.3
	steps := min(annealLabels, 300*len(s.labels))
	for k := range steps {
		heat := hot * math.Pow(cold/hot, float64(k)/float64(steps))
		i := r.IntN(len(s.labels))
		l := s.labels[i]
		to := r.IntN(len(l.choices))
		more := l.choices[to].cost + s.clash(i, &l.choices[to].box) - l.choices[l.choice].cost - s.clash(i, &l.choices[l.choice].box)
		if more > 1e-9 && r.Float64() >= math.Exp(-more/heat) {
			continue
		}
		l.choice = to
		if now += more; now < least-1e-6 {
			best, least = s.chosen(), now
		}
	}
	for i, l := range s.labels {
		l.choice = best[i]
	}
}

func (s labelling) chosen() []int {
	out := make([]int, len(s.labels))
	for i, l := range s.labels {
		out[i] = l.choice
	}
	return out
}

// clash is what label i pays for lying on others.
func (s labelling) clash(i int, box *rect) float64 {
	sum := 0.0
	for j, m := range s.labels {
		if j != i && box.grow(0.6).meets(m.choices[m.choice].box) {
			sum += costLabel
		}
	}
	return sum
}

func (s labelling) labelCost() float64 {
	sum := 0.0
	for i, l := range s.labels {
		sum += l.choices[l.choice].cost + s.clash(i, &l.choices[l.choice].box)/2
	}
	return sum
}
