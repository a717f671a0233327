package story

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of slopes.
const (
	slopesHeight Pt = 156
	slopeNumber  Pt = 36  // room for the numbers left and right of the columns
	tagHeight    Pt = 9.6 // of a name or number in a column of them
	slopeText    Pt = 8
	slopeInset   Pt = 3.5 // between a name along a line and the ends of the line
	fullWidth    Pt = 482 // of the page between its margins
)

// A slopeSetter places numbers in columns, with a line from each to the next.
type slopeSetter struct{ *setter }

// slopes places lines from column to column from x to the rim; the number stands
// at each end, the name along the line.
func (s slopeSetter) slopes(d document.Slopes, x, y Pt) Pt {
	if len(d.Lines) == 0 || len(d.Columns) == 0 {
		return y
	}
	for _, l := range d.Lines { // a long name wants a larger picture
		want := x + 2*slopeNumber + s.measure(slopeStyle(l.Strong), l.Label) + 2*slopeInset
		s.width = min(max(s.width, want), fullWidth)
	}
	s.part(Part{Kind: "head", Label: d.Head}, s.lines(s.wrap(d.Head, headStyle, s.width-x), headStyle, Start, x, y+9)...)
	y += 12 * Pt(len(s.wrap(d.Head, headStyle, s.width-x)))
	c := slopeChart{Slopes: d, left: x + slopeNumber, right: s.width - slopeNumber, top: y + 30, bottom: y + 30 + slopesHeight}
	c.low, c.high = math.Inf(1), math.Inf(-1)
	for _, l := range d.Lines {
		for _, v := range l.Values {
			c.low, c.high = min(c.low, v), max(c.high, v)
		}
	}
	s.columns(c, y+14)
	for _, strong := range []bool{false, true} {
		for _, l := range d.Lines {
			if l.Strong == strong {
				s.slope(c, l)
			}
		}
	}
	s.slopeNumbers(c)
	s.slopeNames(c)
	return c.bottom + 8
}

// A slopeChart is where the columns stand and what they span.
type slopeChart struct {
	document.Slopes
	left, right, top, bottom Pt
	low, high                float64
}

func (c slopeChart) x(column int) Pt {
	return c.left + (c.right-c.left)*Pt(column)/Pt(max(1, len(c.Columns)-1))
}

func (c slopeChart) y(v float64) Pt {
	if c.high == c.low {
		return (c.top + c.bottom) / 2
	}
	return c.bottom - (c.bottom-c.top)*Pt((v-c.low)/(c.high-c.low))
}

// columns sets a rule for each column with its name above.
func (s slopeSetter) columns(c slopeChart, y Pt) {
	p := Part{Kind: "axis"}
	for i, name := range c.Columns {
		anchor, x := Middle, c.x(i)
		switch {
		case i == 0:
			anchor = End
		case i == len(c.Columns)-1:
			anchor = Start
		}
		p.Shapes = append(p.Shapes,
			&Line{Points: []Point{{X: x, Y: c.top - 8}, {X: x, Y: c.bottom + 6}}, Color: templates.Rule, Width: 0.6},
			s.line(name, softStyle, anchor, x, y))
	}
	s.part(p)
}

func (s slopeSetter) slope(c slopeChart, l document.Slope) {
	look := mark.IdentityOf(l.Rank)
	line := &Line{Color: templates.Faint, Width: 0.8}
	radius, color := Pt(1.8), templates.Faint
	if l.Strong {
		line.Color, line.Width, line.Dash, line.Round = templates.Ink, max(look.Width, 1.4), look.Dash, look.Round
		radius, color = 2.5, templates.Ink
	}
	p := Part{Kind: "line", ID: l.ID, Label: l.Label, Facts: []Fact{{"strong", yes(l.Strong)}}}
	p.Shapes = append(p.Shapes, line)
	for i, v := range l.Values {
		at := Point{X: c.x(i), Y: c.y(v)}
		line.Points = append(line.Points, at)
		p.Shapes = append(p.Shapes, &Mark{Kind: Dot, At: at, Radius: radius, Color: color})
	}
	s.part(p)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// slopeNumbers sets the numbers beside the outer columns, pushed apart.
func (s slopeSetter) slopeNumbers(c slopeChart) {
	last := len(c.Columns) - 1
	for _, column := range slices.Compact([]int{0, last}) {
		var tags []tag
		for i, l := range c.Lines {
			tags = append(tags, tag{want: c.y(l.Values[column]), height: tagHeight, index: i})
		}
		p := Part{Kind: "numbers"}
		for _, t := range spread(tags, c.top-8, c.bottom+12) {
			l := c.Lines[t.index]
			anchor, x := End, c.x(column)-5.5
			if column == last {
				anchor, x = Start, c.x(column)+5.5
			}
			p.Shapes = append(p.Shapes, s.line(l.Texts[column], slopeStyle(l.Strong), anchor, x, t.y+slopeText*mark.HalfCapital))
		}
		s.part(p)
	}
}

func slopeStyle(strong bool) style {
	if strong {
		return style{text.SansBold, slopeText, slopeText, templates.Ink}
	}
	return style{text.Sans, slopeText, slopeText, templates.Soft}
}

// slopeNames sets each name along its line, where it lies on no other line and
// no other name.
func (s slopeSetter) slopeNames(c slopeChart) {
	var set [][]Point // samples of the names that stand
	order := slices.Clone(c.Lines)
	slices.SortStableFunc(order, func(a, b document.Slope) int { return strongFirst(a.Strong, b.Strong) })
	for _, l := range order {
		var best []*Words
		var bestAt []Point
		least := math.Inf(1)
		for k := range len(c.Columns) - 1 {
			for _, p := range slopePlaces() {
				lines := s.along(c, l, k, p)
				at := s.samplesOf(lines)
				if cost := c.cost(l, at, set) + p.cost(len(lines)); cost < least {
					best, bestAt, least = lines, at, cost
				}
			}
		}
		set = append(set, bestAt)
		p := Part{Kind: "label", ID: l.ID, Label: l.Label}
		for _, w := range best {
			p.Shapes = append(p.Shapes, w)
		}
		s.part(p)
	}
}

func strongFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// A slopePlace is where a name may stand along its line.
type slopePlace struct {
	part   Pt   // of the way
	narrow Pt   // part of the room between the columns that a line of it may take
	below  bool // the line
}

// slopePlaces gives all of them.
func slopePlaces() []slopePlace {
	var all []slopePlace
	for _, narrow := range []Pt{1, 0.5} {
		for _, part := range []Pt{0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78} {
			all = append(all, slopePlace{part, narrow, false}, slopePlace{part, narrow, true})
		}
	}
	return all
}

// cost counts what speaks against a place by itself.
func (p slopePlace) cost(lines int) float64 {
	cost := math.Abs(float64(p.part)-0.5) + 0.8*float64(lines-1)
	if p.below {
		cost += 0.3
	}
	return cost
}

// along sets a name at a place of its line between column k and the next, in as
// many lines as it needs.
func (s slopeSetter) along(c slopeChart, l document.Slope, k int, p slopePlace) []*Words {
	a, b := Point{X: c.x(k), Y: c.y(l.Values[k])}, Point{X: c.x(k + 1), Y: c.y(l.Values[k+1])}
	angle := math.Atan2(float64(a.Y-b.Y), float64(b.X-a.X))
	st := slopeStyle(l.Strong)
	long := distance(a, b)
	lines := s.wrap(l.Label, st, (c.x(k+1)-c.x(k)-2*slopeInset)*p.narrow)
	half := s.widest(lines, st)/2 + slopeInset
	at := mix(a, b, min(max(p.part*long, half), max(long-half, long/2))/long)
	sin, cos := math.Sincos(angle)
	var all []*Words
	for i, words := range lines {
		off := 2.4 + Pt(len(lines)-1-i)*slopeText // of the baseline above the line
		if p.below {
			off = -slopeText*0.72 - 2.2 - Pt(i)*slopeText
		}
		w := s.line(words, st, Middle, at.X-Pt(sin)*off, at.Y-Pt(cos)*off)
		w.Turn = math.Round(angle*180/math.Pi*10) / 10
		all = append(all, w)
	}
	return all
}

// samplesOf gives points all over a name, for asking what is near.
func (s slopeSetter) samplesOf(lines []*Words) []Point {
	var all []Point
	for _, w := range lines {
		width := s.fonts.Width(w.Face, w.Size, w.Text)
		sin, cos := math.Sincos(w.Turn * math.Pi / 180)
		for d := -width / 2; d <= width/2; d += 4 {
			for _, rise := range []Pt{-1, 3, 7} {
				all = append(all, Point{X: w.At.X + d*Pt(cos) - rise*Pt(sin), Y: w.At.Y - d*Pt(sin) - rise*Pt(cos)})
			}
		}
	}
	return all
}

// cost counts what a name would lie on: other lines and other names, and what
// sticks out of the columns.
func (c slopeChart) cost(own document.Slope, at []Point, set [][]Point) float64 {
	cost := 0.0
	for _, p := range at {
		if p.X < c.left+2 || p.X > c.right-2 {
			cost += 5
		}
		for _, l := range c.Lines {
			for k := range len(c.Columns) - 1 {
				a, b := Point{X: c.x(k), Y: c.y(l.Values[k])}, Point{X: c.x(k + 1), Y: c.y(l.Values[k+1])}
				if near := fromSegment(p, a, b); l.ID != own.ID && near < 2 {
					cost += 1
				}
			}
		}
		for _, name := range set {
			for _, q := range name {
				if distance(p, q) < 4 {
					cost += 3
				}
			}
		}
	}
	return cost
}

// fromSegment gives how far a point lies from a straight line between two.
func fromSegment(p, a, b Point) Pt {
	l := distance(a, b)
	if l == 0 {
		return distance(p, a)
	}
	t := ((p.X-a.X)*(b.X-a.X) + (p.Y-a.Y)*(b.Y-a.Y)) / (l * l)
	return distance(p, mix(a, b, min(max(t, 0), 1)))
}
