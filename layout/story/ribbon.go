package story

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a ribbon.
const (
	perPoint   Pt = 0.75 // height of a point
	mostHeight Pt = 30
	thinnest   Pt = 1.2 // a band that carries hardly anything
	stopApart  Pt = 58  // between two stops at least, or they stand evenly
	ribbonEdge Pt = 9   // from the rim of the picture to the first and the last stop
	bandGap    Pt = 5   // between a stop and its band
	ribbonHead Pt = 7   // length of the head of a band
	mostInRow     = 7   // more stops stand in two rows
	rowApart   Pt = 16
	hatchApart Pt = 3.6
)

// A ribbonSetter places one way as a band.
type ribbonSetter struct{ *setter }

// ribbon places one way as a band along the years it takes.
//
//	name          name              name
//	 ◔▇▇▇▇▇⊕▇▇▇▇▶ ● ▇▇▇⊖▒▒▒▒▒▒▶ ◎
//	+40           +40               −20
//	 ├─────────────┼─────────────────┤
//	 0             ½               1½ jaar
func (s ribbonSetter) ribbon(d *document.Ribbon) {
	if len(d.Stops) < 2 {
		return
	}
	per := perPoint
	for _, stop := range d.Stops {
		if h := Pt(math.Abs(stop.Points)); h*per > mostHeight {
			per = mostHeight / h
		}
	}
	y := s.top
	for _, row := range ribbonRows(len(d.Stops)) {
		b := band{Ribbon: d, from: row[0], to: row[1], per: per}
		b.x = b.places(s.width)
		y = s.band(b, y) + rowApart
	}
	if d.Total != "" {
		s.part(Part{Kind: "total", Label: d.Total}, s.lines(s.wrap(d.Total, softStyle, s.width), softStyle, End, s.width, y-rowApart+9)...)
	}
}

// ribbonRows divides so many stops over rows; the last of one is the first of
// the next.
func ribbonRows(n int) [][2]int {
	if n <= mostInRow {
		return [][2]int{{0, n - 1}}
	}
	rows := (n - 2 + mostInRow - 2) / (mostInRow - 1)
	var all [][2]int
	for i := range rows {
		all = append(all, [2]int{i * (n - 1) / rows, (i + 1) * (n - 1) / rows})
	}
	return all
}

// A band is a row of a ribbon: the stops from one to another.
type band struct {
	*document.Ribbon
	from, to int
	per      Pt   // height of a point
	x        []Pt // of each stop of the row
	y        Pt   // of its middle
}

func (b band) stop(i int) document.Stop { return b.Stops[b.from+i] }

// places gives the stops their place in time; evenly where some would stand too
// close, or where a time isn't known.
func (b band) places(width Pt) []Pt {
	n := b.to - b.from
	x := make([]Pt, n+1)
	start, span := b.Stops[b.from].Years, b.Stops[b.to].Years-b.Stops[b.from].Years
	timed := span > 0
	for i := range x {
		x[i] = ribbonEdge + (width-2*ribbonEdge)*Pt((b.stop(i).Years-start)/span)
		timed = timed && (i == 0 || x[i]-x[i-1] >= stopApart)
	}
	if !timed {
		for i := range x {
			x[i] = ribbonEdge + (width-2*ribbonEdge)*Pt(i)/Pt(n)
		}
	}
	return x
}

func (b band) height(i int) Pt {
	return max(thinnest, Pt(math.Abs(b.stop(i).Points))*b.per)
}

// band places a row and gives where it ends.
func (s ribbonSetter) band(b band, y Pt) Pt {
	names := make([][]string, len(b.x))
	most := 0
	for k := range b.x {
		i := (k + 1) % len(b.x) // the first last: it takes what its neighbour leaves
		free := b.nameRoom(i)
		if i == 0 && len(b.x) > 2 {
			free = b.x[1] - s.widest(names[1], styleOf(b.stop(1).Node))/2 - 5
		}
		names[i] = s.wrap(b.stop(i).Label, styleOf(b.stop(i).Node), min(free, 96))
		most = max(most, len(names[i]))
	}
	namesEnd := y + Pt(most)*mark.Leading
	b.y = namesEnd + 7 + mostHeight/2
	for i := range len(b.x) - 1 {
		s.bandPart(b, i)
	}
	under := b.y + mostHeight/2 + 16
	for i := range b.x {
		s.stop(b, i, names[i], namesEnd, under)
	}
	return s.years(b, under+13)
}

// nameRoom is how wide the name of a stop may be: half of the way to its
// neighbours on either side, and to the rim at the ends.
func (b band) nameRoom(i int) Pt {
	const gap = 7
	last := len(b.x) - 1
	switch i {
	case 0:
		return (b.x[1]-b.x[0])/2 + ribbonEdge - 2
	case last:
		return (b.x[last]-b.x[last-1])/2 + ribbonEdge - 2
	}
	room := min(b.x[i]-b.x[i-1], b.x[i+1]-b.x[i])
	return min(room-gap, 96)
}

// stop places a station with its name above and its points below. At the rims
// the words stand flush.
func (s ribbonSetter) stop(b band, i int, name []string, namesEnd, under Pt) {
	n := b.stop(i)
	anchor, x := Middle, b.x[i]
	switch i {
	case 0:
		anchor, x = Start, b.x[i]-ribbonEdge
	case len(b.x) - 1:
		anchor, x = End, b.x[i]+ribbonEdge
	}
	st := styleOf(n.Node)
	p := nodePart(n.Node)
	p.Label = n.Label + " " + n.Text
	p.Facts = append(p.Facts, Fact{"value", n.Text})
	p.Shapes = append(p.Shapes, stationOf(n.Node, Point{X: b.x[i], Y: b.y}))
	p.Shapes = append(p.Shapes, s.lines(name, st, anchor, x, namesEnd-Pt(len(name)-1)*st.leading-2.5)...)
	number := style{text.SansBold, 9, 12, templates.Ink}
	if b.from+i == len(b.Stops)-1 {
		number.size = 13
	}
	p.Shapes = append(p.Shapes, s.line(n.Text, number, anchor, x, under))
	s.part(p)
}

// years sets the axis of time; it gives where it ends.
func (s ribbonSetter) years(b band, y Pt) Pt {
	axis := &Line{Points: []Point{{X: b.x[0], Y: y}, {X: b.x[len(b.x)-1], Y: y}}, Color: templates.Soft, Width: 0.5}
	shapes := []Shape{axis}
	for i, x := range b.x {
		shapes = append(shapes, &Line{Points: []Point{{X: x, Y: y - 2.5}, {X: x, Y: y + 2.5}}, Color: templates.Soft, Width: 0.5})
		anchor, at := Middle, x
		if i == len(b.x)-1 {
			anchor, at = End, x+ribbonEdge
		}
		shapes = append(shapes, s.line(b.stop(i).When, softStyle, anchor, at, y+12))
	}
	s.part(Part{Kind: "axis"}, shapes...)
	return y + 14
}

// bandPart places the band of one edge: as high as what leaves the first stop
// up to its sign, then tapering to what arrives at the next.
func (s ribbonSetter) bandPart(b band, i int) {
	e := b.Edges[b.from+i]
	a, z := b.stop(i), b.stop(i+1)
	x0, x1 := b.x[i]+room(a.Node)+bandGap-2.6, b.x[i+1]-room(z.Node)-1.6
	neck := x1 - ribbonHead
	mid := (x0 + neck) / 2
	h0, h1 := b.height(i), b.height(i+1)
	p := Part{Kind: "edge", ID: e.ID, Label: e.Label}
	if a.Points < 0 == (z.Points < 0) {
		p.Facts = append(p.Facts, Fact{"turns", "no"})
	} else {
		p.Facts = append(p.Facts, Fact{"turns", "yes"})
	}
	p.Shapes = append(p.Shapes, bandShapes(stretch{x0, mid, h0, h0, b.y, a.Points < 0})...)
	p.Shapes = append(p.Shapes, bandShapes(stretch{mid, neck, h0, h1, b.y, z.Points < 0})...)
	color := templates.Plus
	if z.Points < 0 {
		color = templates.Minus
	}
	half := h1/2 + 2.6
	p.Shapes = append(p.Shapes,
		&Area{Points: []Point{{X: neck, Y: b.y - half}, {X: x1, Y: b.y}, {X: neck, Y: b.y + half}}, Color: color},
		&Arrow{Edge: e, SignAt: Point{X: mid, Y: b.y}})
	s.part(p)
}

// A stretch is a piece of a band between two heights.
type stretch struct {
	x0, x1, h0, h1 Pt
	y              Pt // of its middle
	falls          bool
}

// half gives half of the height at a place: level at both ends.
func (t stretch) half(x Pt) Pt {
	u := (x - t.x0) / (t.x1 - t.x0)
	u = min(max(u, 0), 1)
	return (t.h0 + (t.h1-t.h0)*u*u*(3-2*u)) / 2
}

// bandShapes fills a stretch: plain where it rises, hatched where it falls, each
// with its edges drawn.
func bandShapes(t stretch) []Shape {
	fill, edge := templates.Rises[1], templates.Plus
	if t.falls {
		fill, edge = templates.Falls[0], templates.Minus
	}
	upper, lower := t.edge(-1), t.edge(1)
	outline := append([]Point{}, upper...)
	for i := len(lower) - 1; i >= 0; i-- {
		outline = append(outline, lower[i])
	}
	shapes := []Shape{&Area{Points: outline, Color: fill}}
	if t.falls {
		shapes = append(shapes, t.hatch()...)
	}
	for _, side := range [][]Point{upper, lower} {
		shapes = append(shapes, &Line{Points: side, Color: edge, Width: 0.8})
	}
	return shapes
}

// edge gives the points of the upper (−1) or lower (+1) edge.
func (t stretch) edge(side Pt) []Point {
	steps := 16
	if t.h0 == t.h1 {
		steps = 1
	}
	var points []Point
	for k := range steps + 1 {
		x := t.x0 + (t.x1-t.x0)*Pt(k)/Pt(steps)
		points = append(points, Point{X: x, Y: t.y + side*t.half(x)})
	}
	return points
}

// hatch gives the strokes at 45° that lie within a stretch.
func (t stretch) hatch() []Shape {
	// The hair keeps processors that differ in a last bit at one mind.
	const step, hair = 0.2, 1e-6
	var shapes []Shape
	most := max(t.h0, t.h1) / 2
	for c := t.x0 - most + hatchApart; c < t.x1+most; c += hatchApart {
		var from, to Point
		inside := false
		start, end := max(t.x0, c-most), min(t.x1, c+most)
		for k := range int((end-start)/step) + 1 {
			x := start + Pt(k)*step
			p := Point{X: x, Y: t.y + c - x} // rises to the right
			if d := c - x; max(d, -d) > t.half(x)+hair {
				continue
			}
			if !inside {
				from, inside = p, true
			}
			to = p
		}
		if inside && to.X-from.X > 0.5 {
			shapes = append(shapes, &Line{Points: []Point{from, to}, Color: templates.Minus, Width: 0.8})
		}
	}
	return shapes
}
