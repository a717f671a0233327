package story

import (
	"math"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of small multiples.
const (
	panelsInRow    = 3
	panelWidth  Pt = 58 // of the plot
	panelHeight Pt = 116
	namesOff    Pt = 9 // between the plot and the names
	panelApart  Pt = 16
	nameLead    Pt = 8.4
)

// A multiplesSetter places charts of lines beside each other.
type multiplesSetter struct{ *setter }

// multiples places a panel for each goal, all on one scale.
func (s multiplesSetter) multiples(d *document.Multiples) {
	ticks := Pt(0)
	for _, t := range d.Y.Ticks {
		ticks = max(ticks, s.measure(softStyle, t.Label))
	}
	g := grid{Multiples: d, left: ticks + 5}
	g.pitch = (s.width - g.left) / panelsInRow
	y := s.top
	for from := 0; from < len(d.Facets); from += panelsInRow {
		to := min(from+panelsInRow, len(d.Facets))
		y = s.panelRow(g, d.Facets[from:to], y) + panelApart
	}
}

// A grid is how the panels stand.
type grid struct {
	*document.Multiples
	left, pitch Pt
	top, height Pt // of the plots of the row
}

func (g grid) y(v float64) Pt {
	if g.Y.Max == g.Y.Min {
		return g.top + g.height/2
	}
	return g.top + g.height*Pt((g.Y.Max-v)/(g.Y.Max-g.Y.Min))
}

func (g grid) x(v float64) Pt {
	if g.X.Max == g.X.Min {
		return 0
	}
	return panelWidth * Pt((v-g.X.Min)/(g.X.Max-g.X.Min))
}

// nameRoom is how wide a name at the end of a line may be.
func (g grid) nameRoom() Pt { return g.pitch - panelWidth - namesOff - 3 }

// panelRow places up to three panels; it gives where they end.
func (s multiplesSetter) panelRow(g grid, panels []document.Facet, y Pt) Pt {
	titles, most := make([][]string, len(panels)), 1
	for i, p := range panels {
		titles[i] = s.wrap(p.Title, headStyle, g.pitch-20)
		most = max(most, len(titles[i]))
	}
	g.top = y + Pt(most)*headStyle.leading + 16
	g.height = panelHeight
	for _, p := range panels {
		stack := Pt(0)
		for _, t := range s.endTags(g, p) {
			stack += t.height
		}
		g.height = max(g.height, stack-14)
	}
	for i, p := range panels {
		left := g.left + g.pitch*Pt(i)
		head := left - g.left
		if i > 0 {
			head = left - 6
		}
		title := Part{Kind: "head", ID: p.ID, Label: p.Title}
		title.Shapes = append(title.Shapes, &Mark{Kind: Eye, At: Point{X: head + mark.Goal, Y: y + 6}, Radius: mark.Goal, Color: templates.Goal})
		title.Shapes = append(title.Shapes, s.lines(titles[i], headStyle, Start, head+2*mark.Goal+4, y+9)...)
		s.part(title)
		s.panel(g, p, left, i == 0)
	}
	return g.top + g.height + 18
}

// panel places the plot of a goal with its lines and names.
func (s multiplesSetter) panel(g grid, p document.Facet, left Pt, labels bool) {
	axis := Part{Kind: "axis", ID: p.ID}
	if labels && g.Unit != "" {
		axis.Shapes = append(axis.Shapes, s.line(g.Unit, softStyle, Start, 0, g.top-7))
	}
	for _, t := range g.Y.Ticks {
		y := g.y(t.At)
		axis.Shapes = append(axis.Shapes, rule(left, left+panelWidth, y))
		if labels {
			axis.Shapes = append(axis.Shapes, s.line(t.Label, softStyle, End, left-4, y+softStyle.size*mark.HalfCapital))
		}
	}
	floor := g.top + g.height
	for i, t := range g.X.Ticks {
		x := left + g.x(t.At)
		axis.Shapes = append(axis.Shapes, &Line{Points: []Point{{X: x, Y: floor + 4}, {X: x, Y: floor + 7}}, Color: templates.Soft, Width: 0.5})
		if t.Label != "" {
			anchor := Middle
			if i == len(g.X.Ticks)-1 {
				anchor, x = End, x+4
			}
			axis.Shapes = append(axis.Shapes, s.line(t.Label, softStyle, anchor, x, floor+16))
		}
	}
	s.part(axis)
	for _, strong := range []bool{false, true} {
		for _, c := range p.Lines {
			if c.Strong == strong {
				s.curve(g, p, c, left)
			}
		}
	}
	s.endNames(g, p, left)
}

func (s multiplesSetter) curve(g grid, p document.Facet, c document.Curve, left Pt) {
	look := mark.IdentityOf(c.Rank)
	line := &Line{Color: templates.Soft, Width: look.Width, Dash: look.Dash, Round: look.Round}
	switch {
	case c.Strong:
		line.Color = templates.Ink
	case c.Rank >= mark.Identities:
		line.Color = templates.Faint
	}
	for i := range min(len(c.X), len(c.Y)) {
		if !math.IsNaN(c.Y[i]) {
			line.Points = append(line.Points, Point{X: left + g.x(c.X[i]), Y: g.y(c.Y[i])})
		}
	}
	part := Part{Kind: "line", ID: p.ID + " " + c.ID, Label: c.Label}
	part.Facts = []Fact{{"rank", strconv.Itoa(c.Rank)}, {"strong", yes(c.Strong)}}
	if len(line.Points) > 1 {
		s.part(part, line)
	}
}

// An endTag is a name at the end of a line, or of several that are too small.
type endTag struct {
	tag
	lines []string
	st    style
	id    string
}

// endTags gives the names at the ends of the lines of a panel with the height
// where they belong.
func (s multiplesSetter) endTags(g grid, p document.Facet) []endTag {
	var tags []endTag
	rest, n := 0.0, 0
	for _, c := range p.Lines {
		if len(c.Y) == 0 || math.IsNaN(c.Y[len(c.Y)-1]) {
			continue
		}
		last := c.Y[len(c.Y)-1]
		if c.Unnamed {
			rest, n = rest+last, n+1
			continue
		}
		st := tickStyle
		if c.Strong {
			st.face, st.color = text.SansBold, templates.Ink
		}
		tags = append(tags, s.endTag(g, c.ID, c.Label, st, last))
	}
	if n > 0 && p.Rest != "" {
		tags = append(tags, s.endTag(g, "", p.Rest, tickStyle, rest/float64(n)))
	}
	return tags
}

func (s multiplesSetter) endTag(g grid, id, words string, st style, at float64) endTag {
	lines := s.wrap(words, st, g.nameRoom())
	st.leading = nameLead
	return endTag{tag{want: g.y(at), height: tagHeight + Pt(len(lines)-1)*nameLead}, lines, st, id}
}

// endNames sets the names, pushed apart, each with a leader to its line.
func (s multiplesSetter) endNames(g grid, p document.Facet, left Pt) {
	named := s.endTags(g, p)
	var tags []tag
	for i, t := range named {
		t.index = i
		tags = append(tags, t.tag)
	}
	right := left + panelWidth
	for _, t := range spread(tags, g.top-6, g.top+g.height+12) {
		n := named[t.index]
		line := &Line{Points: []Point{{X: right + 1, Y: t.want}, {X: right + namesOff - 2, Y: t.y}}, Color: templates.Rule, Width: 0.6}
		part := Part{Kind: "label", ID: n.id}
		s.part(part, append([]Shape{line}, s.centred(n.lines, n.st, Start, right+namesOff, t.y)...)...)
	}
}
