package story

import (
	"math"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of circles.
const (
	labelOff   Pt = 9   // between a station and its name, at least
	numberOff  Pt = 9   // between an arc and its number
	tellApart  Pt = 22  // between a circle and what is told beside it
	leastStory Pt = 108 // width of that, or it stands below
	leadGap    Pt = 4.4 // between a station and the line that leaves it
	tipGap     Pt = 5.2 // between a station and the head that reaches it
	circleGap  Pt = 18  // between circles
)

// labelMeasures are tried in this order, so that the story finds room.
var labelMeasures = []Pt{72, 65, 58}

// radiusOf gives the radius of a circle by the number of its nodes.
func radiusOf(n int) Pt {
	switch {
	case n <= 2:
		return 50
	case n <= 4:
		return 58
	case n <= 6:
		return 66
	}
	return 78
}

// A round is a circle that is being placed.
type round struct {
	*document.Circle
	center  Point
	radius  Pt
	first   float64 // angle of the first node
	measure Pt      // of names
	told    bool    // its arcs are numbered
	shared  map[string]bool
	silent  string // the node whose name stands elsewhere
	there   string // the node that another circle has placed already
}

func newRound(c *document.Circle) round {
	return round{Circle: c, radius: radiusOf(len(c.Nodes)), measure: labelMeasures[0], shared: map[string]bool{}}
}

func (r round) angle(i int) float64 { return r.first + 2*math.Pi*float64(i)/float64(len(r.Nodes)) }

func (r round) at(i int) Point { return onCircle(r.center, r.radius, r.angle(i)) }

// circles places loops: one with its story beside it, two that touch, or each
// for itself.
func (s *setter) circles(d *document.Circles) {
	switch {
	case len(d.Loops) == 0:
	case len(d.Loops) == 1:
		s.told(newRound(&d.Loops[0]))
	default:
		shared := sharedNodes(d.Loops)
		if len(d.Loops) == 2 && len(shared) == 1 {
			s.pair(d, shared[0])
			return
		}
		s.apart(d.Loops, shared)
	}
}

// told places one circle with what it tells: beside it, else below.
func (s *setter) told(r round) {
	r.told = len(r.Story) > 0
	begin := len(s.parts)
	var box Rect
	for _, m := range labelMeasures {
		s.parts = s.parts[:begin]
		r.measure = m
		s.circle(r)
		box = s.bounds(s.parts[begin:])
		if s.width-box.W-tellApart >= leastStory {
			break
		}
	}
	s.moveParts(begin, -box.X, s.top-box.Y)
	height := box.H
	if !r.told && r.Returns == "" {
		s.moveParts(begin, (s.width-box.W)/2, 0)
		return
	}
	column := len(s.parts)
	x := box.W + tellApart
	if s.width-x < leastStory { // below, over the whole width
		s.story(r, 0, s.top+height+12)
		s.moveParts(begin, 0, 0)
		return
	}
	end := s.story(r, x, s.top)
	s.moveParts(column, 0, max(0, (height-(end-s.top))/2))
}

// story tells a circle in numbered sentences; it gives where they end.
func (s *setter) story(r round, x, y Pt) Pt {
	const inset = 12
	measure := s.width - x - inset
	for i, sentence := range r.Story {
		if sentence == "" {
			continue
		}
		lines := s.wrap(sentence, toldStyle, measure)
		p := Part{Kind: "told", Label: sentence}
		number := s.line(strconv.Itoa(i+1), style{text.SansBold, 8, 11, templates.Soft}, Start, x, y+8)
		s.part(p, append([]Shape{number}, s.lines(lines, toldStyle, Start, x+inset, y+8)...)...)
		y += Pt(len(lines))*toldStyle.leading + 5
	}
	if r.Returns == "" {
		return y - 5
	}
	if r.told {
		s.part(Part{Kind: "rule"}, rule(x+inset, s.width, y+1))
		y += 7
	}
	lines := s.wrap(r.Returns, boldStyle, measure)
	s.part(Part{Kind: "returns", Label: r.Returns}, s.lines(lines, boldStyle, Start, x+inset, y+8)...)
	return y + Pt(len(lines))*boldStyle.leading
}

// circle places arrows, stations, names and the middle of a circle.
func (s *setter) circle(r round) {
	for i, e := range r.Edges {
		to := (i + 1) % len(r.Nodes)
		w := arcWay(r.center, r.radius, r.angle(i), r.angle(i+1))
		s.part(edgePart(arrow(e, w, r.room(i)+leadGap, r.room(to)+tipGap)))
	}
	for i, n := range r.Nodes {
		s.station(r, i, n)
	}
	if r.told {
		for i := range r.Edges {
			at := onCircle(r.center, r.radius+numberOff, (r.angle(i)+r.angle(i+1))/2)
			number := style{text.SansBold, 8, 11, templates.Soft}
			s.part(Part{Kind: "number"}, s.line(strconv.Itoa(i+1), number, Middle, at.X, at.Y+8*mark.HalfCapital))
		}
	}
	s.middle(r)
}

// room is what the node at i takes from its centre, its ring included.
func (r round) room(i int) Pt {
	n := r.Nodes[i]
	if r.shared[n.ID] {
		return max(mark.Shared, room(n)+1.2)
	}
	return room(n)
}

// station places a node and its name outside the circle.
func (s *setter) station(r round, i int, n document.Node) {
	if n.ID == r.there {
		return
	}
	at := r.at(i)
	p := nodePart(n)
	p.Shapes = append(p.Shapes, stationOf(n, at))
	if r.shared[n.ID] {
		p.Facts = append(p.Facts, Fact{"shared", "yes"})
		p.Shapes = append(p.Shapes, &Mark{Kind: Ringed, At: at, Radius: r.room(i)})
	}
	if n.ID != r.silent {
		st := styleOf(n)
		p.Shapes = append(p.Shapes, s.outside(s.wrap(n.Label, st, r.measure), st, at, r.angle(i), r.room(i)+labelOff-mark.Station)...)
	}
	s.part(p)
}

// outside sets lines beyond a point of a circle, off it by a distance: above it
// at the top, below it at the bottom, else beside it.
func (s *setter) outside(lines []string, st style, at Point, angle float64, off Pt) []Shape {
	sin, cos := Pt(math.Sin(angle)), Pt(math.Cos(angle))
	height := Pt(len(lines)-1)*st.leading + st.size*0.72
	switch {
	case sin > -0.3 && sin < 0.3 && cos > 0:
		return s.lines(lines, st, Middle, at.X, at.Y-off-Pt(len(lines)-1)*st.leading)
	case sin > -0.3 && sin < 0.3:
		return s.lines(lines, st, Middle, at.X, at.Y+off+st.size*0.72)
	case sin > 0:
		return s.centred(lines, st, Start, at.X+off, at.Y-cos*height/2)
	}
	return s.centred(lines, st, End, at.X-off, at.Y-cos*height/2)
}

// middle says what the circle is: its letter, its name, how long a round takes.
func (s *setter) middle(r round) {
	name := style{text.SansBold, 10, 11.5, templates.Ink}
	lines := s.wrap(r.Name, name, r.radius*1.25)
	if r.Name == "" {
		lines = nil
	}
	round := s.wrap(r.Round, softStyle, r.radius*1.35)
	if r.Round == "" {
		round = nil
	}
	height := 2*mark.Turn + 4 + Pt(len(lines))*name.leading + Pt(len(round))*softStyle.leading
	y := r.center.Y - height/2
	p := Part{Kind: "ring", ID: r.ID, Label: r.Name, Facts: []Fact{{"letter", r.Letter}, {"turns", "right"}}}
	p.Shapes = append(p.Shapes, &Mark{Kind: Turning, At: Point{X: r.center.X, Y: y + mark.Turn}, Radius: mark.Turn, Text: r.Letter})
	y += 2*mark.Turn + 4
	p.Shapes = append(p.Shapes, s.lines(lines, name, Middle, r.center.X, y+8.5)...)
	y += Pt(len(lines)) * name.leading
	p.Shapes = append(p.Shapes, s.lines(round, softStyle, Middle, r.center.X, y+8)...)
	s.part(p)
}

// sharedNodes gives the nodes that stand in more than one circle, in the order
// of the first.
func sharedNodes(loops []document.Circle) []string {
	count := map[string]int{}
	var shared []string
	for _, l := range loops {
		for _, n := range l.Nodes {
			if count[n.ID]++; count[n.ID] == 2 {
				shared = append(shared, n.ID)
			}
		}
	}
	return shared
}

// apart places circles in rows, what they share ringed in each.
func (s *setter) apart(loops []document.Circle, shared []string) {
	x, y, row := Pt(0), s.top, Pt(0)
	for i := range loops {
		r := newRound(&loops[i])
		r.measure = labelMeasures[2]
		for _, id := range shared {
			r.shared[id] = true
		}
		begin := len(s.parts)
		s.circle(r)
		b := s.bounds(s.parts[begin:])
		if x > 0 && x+b.W > s.width {
			x, y, row = 0, y+row+circleGap, 0
		}
		s.moveParts(begin, x-b.X, y-b.Y)
		x, row = x+b.W+circleGap, max(row, b.H)
	}
}
