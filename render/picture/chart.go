package picture

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a chart, in points. Width and height are those of the text column
// of the memo, 138 × 70 mm; a chart with many labels grows downward.
const (
	chartWidth  Pt = 391
	chartHeight Pt = 198
	chartText   Pt = 8   // ticks and titles of axes
	lineText    Pt = 8.5 // labels at the ends of lines
	lineLeading Pt = 10
	labelWidth  Pt = 108 // of a label at most; a longer one is broken
	wideLabel   Pt = 142 // the same where many labels would make the chart higher
	labelRoom   Pt = 160 // what labels may be high before that
	labelGap    Pt = 3   // between labels
	leader      Pt = 14  // between the end of a line and its label
	tick        Pt = 3
)

// A chart is being drawn: what stands where.
type chart struct {
	c                        *document.Chart
	fonts                    *text.Fonts
	left, right, top, bottom Pt // of the plot
	pic                      *Picture
}

// Chart draws a chart of lines. Lines are told apart by their dashes and by a
// label at their end; the colour says nothing.
//
//	title of y
//	 60 ┤        ___--- Training
//	 40 ┤  __---
//	 20 ┤========------ zonder interventies
//	    └┬─────┬──────
//	     0     5   jaar
func Chart(c *document.Chart, fonts *text.Fonts) *Picture {
	d := &chart{c: c, fonts: fonts, pic: &Picture{ID: c.ID, Width: chartWidth, Height: chartHeight}}
	labels := d.breakLabels()
	d.frame(labels)
	d.axes()
	if c.HasBase && c.Kind == document.LineChart {
		d.baseLine()
	}
	d.lines()
	d.labels(labels)
	d.pic.round()
	return d.pic
}

// An endLabel is the label of a line, broken, with the height where it belongs.
type endLabel struct {
	line  *document.Line
	words []string
	want  Pt // middle
	y     Pt // middle, where it found room
}

func (l *endLabel) height() Pt { return Pt(len(l.words)) * lineLeading }

// breakLabels breaks the labels of the lines, wider ones if they are many: a
// chart that grows leaves no room for the next on its page.
func (d *chart) breakLabels() []*endLabel {
	labels, stack := d.broken(labelWidth)
	if stack > labelRoom {
		labels, _ = d.broken(wideLabel)
	}
	return labels
}

func (d *chart) broken(measure Pt) (labels []*endLabel, stack Pt) {
	for i := range d.c.Lines {
		l := &d.c.Lines[i]
		if len(l.X) == 0 || len(l.X) != len(l.Y) {
			continue
		}
		label := &endLabel{line: l, words: d.wrap(l.Label, d.face(l), measure)}
		labels = append(labels, label)
		stack += label.height() + labelGap
	}
	return labels, stack
}

func (d *chart) face(l *document.Line) text.Face {
	if l.Strong {
		return text.SansBold
	}
	return text.Sans
}

// wrap breaks a label at its spaces into as few lines as it can, about as long
// as each other.
func (d *chart) wrap(s string, face text.Face, widest Pt) []string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return []string{""}
	}
	lines := d.fill(words, face, widest)
	for measure := widest - 4; measure > widest/3; measure -= 4 {
		narrower := d.fill(words, face, measure)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// fill puts words in lines up to a measure; a longer word stands alone.
func (d *chart) fill(words []string, face text.Face, measure Pt) []string {
	lines := []string{words[0]}
	for _, w := range words[1:] {
		last := lines[len(lines)-1]
		if d.fonts.Width(face, lineText, last+" "+w) <= measure {
			lines[len(lines)-1] = last + " " + w
		} else {
			lines = append(lines, w)
		}
	}
	return lines
}

// frame finds the plot: what the ticks, titles and labels leave.
func (d *chart) frame(labels []*endLabel) {
	ticks, ends, stack := Pt(0), Pt(0), Pt(0)
	for _, t := range d.c.Y.Ticks {
		ticks = max(ticks, d.fonts.Width(text.Sans, chartText, t.Label))
	}
	for _, l := range labels {
		for _, w := range l.words {
			ends = max(ends, d.fonts.Width(d.face(l.line), lineText, w))
		}
		stack += l.height() + labelGap
	}
	d.left = ticks + tick + 3
	if d.c.Kind == document.RankingChart {
		d.left = 26 // the first numbers stand on the line, half of "Na 1 jaar" left of it
	}
	d.right = chartWidth - ends - leader
	d.top = 4
	if d.c.Y.Title != "" && d.c.Kind == document.LineChart {
		d.top = 16
	}
	below := chartText + tick + 6
	if d.c.X.Title != "" {
		below += chartText + 4
	}
	if d.c.Kind == document.RankingChart {
		d.top += rankRadius
		below += rankRadius
		// A rank needs room for its number and its label.
		d.pic.Height = d.top + below + max(stack, Pt(d.c.Y.Max-d.c.Y.Min)*22) + lineLeading
	}
	d.pic.Height = max(min(d.pic.Height, chartHeight*2), d.top+stack+below)
	d.bottom = d.pic.Height - below
}

func (d *chart) x(v float64) Pt { return scale(v, d.c.X.Min, d.c.X.Max, d.left, d.right) }

func (d *chart) y(v float64) Pt {
	if d.c.Kind == document.RankingChart { // the first place is at the top
		return scale(v, d.c.Y.Min, d.c.Y.Max, d.top, d.bottom)
	}
	return scale(v, d.c.Y.Min, d.c.Y.Max, d.bottom, d.top)
}

func scale(v, low, high float64, from, to Pt) Pt {
	if high == low {
		return (from + to) / 2
	}
	return from + Pt((v-low)/(high-low))*(to-from)
}

// axes draws the ticks with their labels and the titles, in soft.
func (d *chart) axes() {
	g := &Group{Kind: "axis"}
	soft := templates.Soft
	line := d.c.Kind == document.LineChart
	floor := d.bottom
	if !line {
		floor += rankRadius + 2
	}
	if line {
		g.add(stroke(Point{d.left, d.bottom}, Point{d.right, d.bottom}, soft, 0.5))
		g.add(stroke(Point{d.left, d.top}, Point{d.left, d.bottom}, soft, 0.5))
		for _, t := range d.c.Y.Ticks {
			y := d.y(t.At)
			g.add(stroke(Point{d.left - tick, y}, Point{d.left, y}, soft, 0.5),
				label(d.left-tick-2, y+chartText*0.335, End, text.Sans, chartText, soft, t.Label))
		}
	}
	for _, t := range d.c.X.Ticks {
		x := d.x(t.At)
		if line {
			g.add(stroke(Point{x, floor}, Point{x, floor + tick}, soft, 0.5))
		}
		g.add(label(x, floor+tick+chartText+0.5, Middle, text.Sans, chartText, soft, t.Label))
	}
	if d.c.Y.Title != "" && line {
		g.add(label(0, chartText, Start, text.Sans, chartText, soft, d.c.Y.Title))
	}
	if d.c.X.Title != "" {
		g.add(label(d.right, d.pic.Height-2, End, text.Sans, chartText, soft, d.c.X.Title))
	}
	d.pic.add(g)
}

// baseLine is the level to compare with, for instance zero.
func (d *chart) baseLine() {
	y := d.y(d.c.Base)
	d.pic.add(stroke(Point{d.left, y}, Point{d.right, y}, templates.Soft, 0.5))
}

// dashes tell lines apart; the first is solid. After the last they begin again
// with a thicker line.
var dashes = [][]Pt{
	nil,
	{8, 2.6},
	{3.2, 2},
	{8, 2, 1.4, 2},
	{0, 2.8}, // dots
	{11, 2, 3, 2},
	{5, 1.8, 1.4, 1.8, 1.4, 1.8},
	{1.6, 3.4},
	{14, 3.5},
}

// lines draws the lines, the one to look at last, so that it lies on top.
func (d *chart) lines() {
	order := make([]*document.Line, len(d.c.Lines))
	for i := range d.c.Lines {
		order[i] = &d.c.Lines[i]
	}
	slices.SortStableFunc(order, func(a, b *document.Line) int { return cmp.Compare(weightOf(a), weightOf(b)) })
	for _, l := range order {
		d.line(l)
	}
}

func weightOf(l *document.Line) int {
	switch {
	case l.Strong:
		return 2
	case l.Base:
		return 0
	}
	return 1
}

func (d *chart) line(l *document.Line) {
	g := &Group{Kind: "line", ID: l.ID, Label: l.Label}
	g.say("dash", strconv.Itoa(l.Dash))
	n := max(l.Dash, 0)
	width := 1.1 + 0.9*Pt(n/len(dashes))
	if l.Strong {
		g.say("strong", "yes")
		width += 0.9
	}
	role := lineRole(l)
	if l.Base {
		g.say("base", "yes")
		width = 0.9
	}
	dash := dashes[n%len(dashes)]
	p := &Path{Segments: d.segments(l), Stroke: role, Width: width, Dash: dash, Round: len(dash) > 0 && dash[0] == 0}
	if p.Round {
		p.Width += 0.6
	}
	g.add(p)
	if d.c.Kind == document.RankingChart {
		g.add(d.places(l, role)...)
	}
	d.pic.add(g)
}

func lineRole(l *document.Line) templates.Role {
	if l.Base {
		return templates.Soft
	}
	return templates.Accent
}

// segments joins the points of a line; between ranks by a curve that leaves and
// arrives level. A value that isn't known breaks the line.
func (d *chart) segments(l *document.Line) []Segment {
	var s []Segment
	open := false
	var last Point
	for i := range min(len(l.X), len(l.Y)) {
		if math.IsNaN(l.Y[i]) || math.IsInf(l.Y[i], 0) {
			open = false
			continue
		}
		p := Point{d.x(l.X[i]), d.y(l.Y[i])}
		switch {
		case !open:
			s = append(s, moveTo(p.X, p.Y))
		case d.c.Kind == document.RankingChart:
			mid := (last.X + p.X) / 2
			s = append(s, curveTo(Point{mid, last.Y}, Point{mid, p.Y}, p))
		default:
			s = append(s, lineTo(p.X, p.Y))
		}
		open, last = true, p
	}
	return s
}

const rankRadius Pt = 6.5

// places puts the rank on the line at each moment.
func (d *chart) places(l *document.Line, role templates.Role) []Shape {
	var shapes []Shape
	for i := range min(len(l.X), len(l.Y)) {
		if math.IsNaN(l.Y[i]) {
			continue
		}
		c := Point{d.x(l.X[i]), d.y(l.Y[i])}
		fill, ink := templates.Paper, templates.Ink
		if l.Strong {
			fill, ink = role, templates.Paper
		}
		number := strconv.FormatFloat(math.Round(l.Y[i]), 'f', 0, 64)
		shapes = append(shapes, circle(c, rankRadius, fill, role, 0.9),
			label(c.X, c.Y+chartText*0.335, Middle, d.face(l), chartText, ink, number))
	}
	return shapes
}

// labels puts a label at the end of each line, moved as little as need be so
// that none lies on another; a thin leader ties a moved one to its line.
func (d *chart) labels(labels []*endLabel) {
	for _, l := range labels {
		l.want = d.y(l.line.Y[len(l.line.Y)-1])
	}
	slices.SortStableFunc(labels, func(a, b *endLabel) int { return cmp.Compare(a.want, b.want) })
	spread(labels, 0, d.pic.Height)
	gap := Pt(3)
	if d.c.Kind == document.RankingChart {
		gap += rankRadius
	}
	for _, l := range labels {
		end := Point{d.x(l.line.X[len(l.line.X)-1]) + gap, l.want}
		g := &Group{Kind: "label", ID: l.line.ID}
		x := d.right + leader
		if math.Abs(float64(l.y-l.want)) > 1.5 && end.X < x-2 {
			g.add(stroke(end, Point{x - 2, l.y}, templates.Faint, 0.5))
		}
		color := templates.Ink
		if l.line.Base {
			color = templates.Soft
		}
		top := l.y - l.height()/2
		for i, w := range l.words {
			g.add(label(x, top+lineLeading*(Pt(i)+0.5)+lineText*0.335, Start, d.face(l.line), lineText, color, w))
		}
		d.pic.add(g)
	}
}

// spread finds room for labels in a column between two heights. Labels that
// would meet form a block, which stands at the mean of what its labels want
// (the least squares of the moves, by pooling adjacent violators).
func spread(labels []*endLabel, top, bottom Pt) {
	type block struct {
		labels []*endLabel
		at     Pt // of its top
		height Pt
	}
	place := func(b *block) {
		sum, offset := Pt(0), Pt(0)
		for _, l := range b.labels {
			sum += l.want - (offset + l.height()/2)
			offset += l.height() + labelGap
		}
		b.height = offset - labelGap
		b.at = min(max(sum/Pt(len(b.labels)), top), max(top, bottom-b.height))
	}
	var blocks []*block
	for _, l := range labels {
		b := &block{labels: []*endLabel{l}}
		place(b)
		for len(blocks) > 0 {
			last := blocks[len(blocks)-1]
			if last.at+last.height+labelGap <= b.at {
				break
			}
			b = &block{labels: append(last.labels, b.labels...)}
			place(b)
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	for _, b := range blocks {
		y := b.at
		for _, l := range b.labels {
			l.y = y + l.height()/2
			y += l.height() + labelGap
		}
	}
}
