package story

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a scatter.
const (
	scatterHeight Pt = 148
	scatterDot    Pt = 4
	whiskerApart  Pt = 6 // between two points at one place
	mostNames        = 12
)

var cornerStyle = style{text.SansItalic, 8, 10, templates.Soft}

// A scatterSetter places points by how soon and how much.
type scatterSetter struct{ *setter }

// scatter places points by how soon and how much, with their ranges.
func (s scatterSetter) scatter(d *document.Scatter) {
	left := Pt(0)
	for _, t := range d.Y.Ticks {
		left = max(left, s.measure(softStyle, t.Label))
	}
	c := plot{Scatter: d, left: left + 6, right: s.width - 8, top: s.top + 22, bottom: s.top + 22 + scatterHeight}
	s.scatterAxes(c)
	at := c.places()
	taken := s.dots(c, at)
	s.corners(c, s.pointNames(c, at, taken))
}

// A plot is the frame of a scatter.
type plot struct {
	*document.Scatter
	left, right, top, bottom Pt
}

func (c plot) x(v float64) Pt { return between(v, c.X.Min, c.X.Max, c.left, c.right) }
func (c plot) y(v float64) Pt { return between(v, c.Y.Min, c.Y.Max, c.bottom, c.top) }

func between(v, low, high float64, from, to Pt) Pt {
	if high == low {
		return (from + to) / 2
	}
	return from + (to-from)*Pt(min(max((v-low)/(high-low), 0), 1))
}

func (s scatterSetter) scatterAxes(c plot) {
	p := Part{Kind: "axis"}
	p.Shapes = append(p.Shapes,
		s.line(c.Y.Title, softStyle, Start, 0, s.top+8),
		&Line{Points: []Point{{X: c.left, Y: c.bottom}, {X: c.right, Y: c.bottom}}, Color: templates.Soft, Width: 0.5})
	for _, t := range c.Y.Ticks {
		p.Shapes = append(p.Shapes, s.line(t.Label, softStyle, End, c.left-6, c.y(t.At)+softStyle.size*mark.HalfCapital))
	}
	for _, t := range c.X.Ticks {
		x := c.x(t.At)
		p.Shapes = append(p.Shapes,
			&Line{Points: []Point{{X: x, Y: c.bottom}, {X: x, Y: c.bottom + 3}}, Color: templates.Soft, Width: 0.5},
			s.line(t.Label, softStyle, Middle, x, c.bottom+12))
	}
	p.Shapes = append(p.Shapes, s.line(c.X.Title, softStyle, End, c.right, c.bottom+24))
	if c.Whisker != "" {
		p.Shapes = append(p.Shapes, s.line(c.Whisker, softStyle, Start, c.left, c.bottom+24))
	}
	s.part(p)
}

// places gives the points their places, those at one x beside each other.
func (c plot) places() []Point {
	at := make([]Point, len(c.Points))
	var tags []tag
	for i, p := range c.Points {
		at[i] = Point{X: c.x(p.X), Y: c.y(p.Y)}
		tags = append(tags, tag{want: at[i].X, height: whiskerApart, index: i})
	}
	for _, t := range spread(tags, c.left, c.right+whiskerApart) {
		at[t.index].X = t.y
	}
	return at
}

// dots sets points and ranges; it gives what they take.
func (s scatterSetter) dots(c plot, at []Point) []span {
	var taken []span
	ranges := Part{Kind: "ranges"}
	for i, p := range c.Points {
		if math.IsNaN(p.Low) || math.IsNaN(p.High) {
			continue
		}
		w := &Line{Points: []Point{{X: at[i].X, Y: c.y(p.Low)}, {X: at[i].X, Y: c.y(p.High)}}, Color: templates.Faint, Width: 1}
		ranges.Shapes = append(ranges.Shapes, w)
		taken = append(taken, around(w.Points, 1))
	}
	s.part(ranges)
	for i, p := range c.Points {
		m := &Mark{Kind: Dot, At: at[i], Radius: scatterDot, Color: templates.Ink}
		s.part(Part{Kind: "point", ID: p.ID, Label: p.Label}, m)
		taken = append(taken, around([]Point{at[i]}, scatterDot))
	}
	return taken
}

// corners says what each corner means, beside what stands there; nothing where
// all is full.
func (s scatterSetter) corners(c plot, taken []span) {
	part := Part{Kind: "corners"}
	for i, words := range c.Corners {
		if words == "" {
			continue
		}
		y := c.top + 6
		if i >= 2 {
			y = c.bottom - 5
		}
		w := s.line(words, cornerStyle, Start, c.left+6, y)
		step := Pt(5)
		if i%2 == 1 {
			w.Anchor, w.At.X, step = End, c.right, -5
		}
		for range 20 {
			if !meetsAny(s.wordsBox(w), taken, 2) {
				break
			}
			w.At.X += step
		}
		if b := s.wordsBox(w); !meetsAny(b, taken, 1) {
			taken = append(taken, b)
			part.Shapes = append(part.Shapes, w)
		}
	}
	s.part(part)
}

func meetsAny(b span, all []span, gap Pt) bool {
	return slices.ContainsFunc(all, func(o span) bool { return b.meets(o, gap) })
}

// pointNames sets each name right of its dot, left, a little higher or lower, or
// broken, where that collides; it gives all that is taken then. Over twelve only
// the outer ones have a name.
func (s scatterSetter) pointNames(c plot, at []Point, taken []span) []span {
	order := make([]int, 0, len(at))
	for i := range at {
		if len(at) <= mostNames || c.outer(i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return crowd(at, b) - crowd(at, a) })
	for _, i := range order {
		var best []*Words
		least := math.Inf(1)
		for k, lines := range s.besidePoint(c.Points[i].Label, at[i]) {
			if cost := c.nameCost(s.allWords(lines), taken, len(c.Points)) + 0.05*float64(k); cost < least {
				best, least = lines, cost
			}
		}
		taken = append(taken, s.allWords(best))
		p := Part{Kind: "label", ID: c.Points[i].ID, Label: c.Points[i].Label}
		for _, w := range best {
			w.Ground = true
			p.Shapes = append(p.Shapes, w)
		}
		s.part(p)
	}
	return taken
}

func (s scatterSetter) allWords(lines []*Words) span {
	b := empty()
	for _, w := range lines {
		b = b.with(s.wordsBox(w))
	}
	return b
}

// besidePoint gives the places where the name of a point may stand, the best
// first: on one line, and if it is long on more.
func (s scatterSetter) besidePoint(words string, at Point) [][]*Words {
	const off, broken = scatterDot + 4, 84
	var all [][]*Words
	for _, measure := range []Pt{s.width, broken} {
		lines := s.wrap(words, labelStyle, measure)
		if measure == broken && len(lines) == 1 {
			break
		}
		for _, dy := range []Pt{0, -5, 5, -9, 9, -14, 14, -20, 20} {
			for _, side := range []Anchor{Start, End} {
				x := at.X + off
				if side == End {
					x = at.X - off
				}
				var block []*Words
				for _, shape := range s.centred(lines, labelStyle, side, x, at.Y+dy) {
					block = append(block, shape.(*Words))
				}
				all = append(all, block)
			}
		}
	}
	return all
}

// nameCost counts what a name would lie on. The first of taken are the ranges,
// on which a name may lie if need be.
func (c plot) nameCost(b span, taken []span, dots int) float64 {
	cost := 0.0
	if b.x0 < c.left || b.x1 > c.right+8 || b.y0 < c.top-8 || b.y1 > c.bottom-1 {
		cost += 100
	}
	ranges := 0
	for _, p := range c.Points {
		if !math.IsNaN(p.Low) && !math.IsNaN(p.High) {
			ranges++
		}
	}
	for i, t := range taken {
		switch {
		case !b.meets(t, 1):
		case i < ranges:
			cost += 1
		case i < ranges+dots:
			cost += 20
		default:
			cost += 40
		}
	}
	return cost
}

// outer reports whether no point is both sooner and larger, or both later and
// smaller.
func (c plot) outer(i int) bool {
	p := c.Points[i]
	better := func(q document.Spot) bool { return q.X < p.X && q.Y > p.Y }
	worse := func(q document.Spot) bool { return q.X > p.X && q.Y < p.Y }
	return !slices.ContainsFunc(c.Points, better) || !slices.ContainsFunc(c.Points, worse)
}

// crowd counts how many points stand near one.
func crowd(at []Point, i int) int {
	n := 0
	for _, p := range at {
		if distance(p, at[i]) < 60 {
			n++
		}
	}
	return n
}
