package story

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of what lies with one reader.
const (
	rowHeight   Pt = 94
	wayFrom     Pt = 8   // the first station of a row
	wayTo       Pt = 240 // and the last
	sparksAt    Pt = 289 // the first column of small lines
	sparksApart Pt = 41
	ownSpark    Pt = 27 // width of a small line
	ownHigh     Pt = 23
	stationsAt  Pt = 33 // below the top of a row
)

var (
	ownStyle  = style{text.Sans, 8, 9, templates.Ink}
	sumStyle  = style{text.SansBold, 8.5, 10, templates.Ink}
	warnStyle = style{text.Sans, 9, 12, templates.Ink}
)

// A forYouSetter places what lies with one reader.
type forYouSetter struct{ *setter }

// forYou places a row for each intervention, and who does it together.
func (s forYouSetter) forYou(d *document.ForYou) {
	y := s.top
	if len(d.Rows) > 0 {
		y = s.goalHeads(d.Goals, y)
		var all []document.Spark
		for _, r := range d.Rows {
			all = append(all, r.Sparks...)
		}
		scale := scaleOf(all)
		for i := range d.Rows {
			s.part(Part{Kind: "rule"}, rule(0, s.width, y))
			y += s.ownRow(&d.Rows[i], scale, y)
		}
	}
	s.part(Part{Kind: "rule"}, rule(0, s.width, y))
	if d.Rest != "" {
		lines := s.wrap(d.Rest, softStyle, s.width)
		s.part(Part{Kind: "rest", Label: d.Rest}, s.lines(lines, softStyle, Start, 0, y+12)...)
		y += 12 + Pt(len(lines))*softStyle.leading
	}
	m := matrixSetter(s)
	end := m.matrix(d.Matrix, y)
	if d.Warning != "" {
		at := sparksAt - 3
		if len(d.Matrix.Rows) == 0 {
			at = 0
		}
		s.part(Part{Kind: "warning", Label: d.Warning}, s.lines(s.wrap(d.Warning, warnStyle, s.width-at), warnStyle, Start, at, max(y, end-m.matrixHeight(d.Matrix))+16)...)
	}
}

// goalHeads sets the goals above the columns of small lines; it gives where the
// first row begins.
func (s forYouSetter) goalHeads(goals []document.Node, y Pt) Pt {
	most := 0
	for i, g := range goals {
		x := sparksAt + sparksApart*Pt(i)
		lines := s.wrap(g.Label, softStyle, sparksApart-2)
		p := nodePart(g)
		p.Shapes = append(p.Shapes, &Mark{Kind: Eye, At: Point{X: x, Y: y + mark.Goal}, Radius: mark.Goal, Color: templates.Goal})
		p.Shapes = append(p.Shapes, s.lines(lines, softStyle, Middle, x, y+2*mark.Goal+10)...)
		s.part(p)
		most = max(most, len(lines))
	}
	return y + 2*mark.Goal + 16 + Pt(max(0, most-1))*softStyle.leading
}

// ownRow places a row and gives its height.
func (s forYouSetter) ownRow(r *document.OwnRow, scale sparkScale, y Pt) Pt {
	p := Part{Kind: "row", ID: r.ID, Label: r.Name + ": " + r.Change}
	const most = sparksAt - sparksApart/2 - 4
	name, change := s.wrap(r.Name, nameStyle, most), s.wrap(r.Change, softStyle, most)
	p.Shapes = append(p.Shapes, s.lines(name, nameStyle, Start, 0, y+14)...)
	lower := Pt(len(name)-1) * nameStyle.leading
	after := s.measure(nameStyle, name[len(name)-1]) + 8
	if len(name) > 1 || after+s.measure(softStyle, r.Change) > most {
		p.Shapes = append(p.Shapes, s.lines(change, softStyle, Start, 0, y+25+lower)...)
		lower += 1 + Pt(len(change))*softStyle.leading
	} else {
		p.Shapes = append(p.Shapes, s.line(r.Change, softStyle, Start, after, y+14))
	}
	s.part(p)
	s.ownSparks(r, scale, y)
	return max(rowHeight, s.ownWay(r, y+stationsAt+lower)-y+7)
}

// ownWay places the strongest way with who holds each station; it gives where
// the lowest chip ends.
func (s forYouSetter) ownWay(r *document.OwnRow, y Pt) Pt {
	n := len(r.Nodes)
	if n == 0 {
		return y
	}
	apart := (wayTo - wayFrom) / Pt(max(1, n-1))
	at := func(i int) Point { return Point{X: wayFrom + apart*Pt(i), Y: y} }
	for i, e := range r.Edges {
		s.part(edgePart(arrow(e, straight(at(i), at(i+1)), room(r.Nodes[i].Node)+2.6, room(r.Nodes[i+1].Node)+3)))
	}
	names, rooms, most := make([][]string, n), make([]Pt, n), 1
	for i := n - 1; i >= 0; i-- {
		rooms[i] = min(apart, 80) - 3
		if i == 0 { // flush at the left, up to what its neighbour takes
			rooms[i] = wayTo
			if n > 1 {
				rooms[i] = min(80, wayFrom+apart-s.ownWidth(r, 1, names[1], rooms[1])/2-2)
			}
		}
		names[i] = s.wrap(r.Nodes[i].Label, s.ownName(r, i), rooms[i])
		most = max(most, len(names[i]))
	}
	chips := y + 13 + Pt(most-1)*ownStyle.leading + 4
	end := chips
	for i := range r.Nodes {
		end = max(end, s.owned(r, i, names[i], at(i), rooms[i], chips))
	}
	return end
}

// ownWidth is what a station takes with its name and chips.
func (s forYouSetter) ownWidth(r *document.OwnRow, i int, name []string, room Pt) Pt {
	w := s.widest(name, s.ownName(r, i))
	for _, c := range r.Nodes[i].Chips {
		w = max(w, min(room, mark.ChipWidth(s.fonts, c.Text, c.Filled)))
	}
	return w
}

func (s forYouSetter) ownName(r *document.OwnRow, i int) style {
	st := styleOf(r.Nodes[i].Node)
	st.size, st.leading = ownStyle.size, ownStyle.leading
	return st
}

// owned places a station with its name and its chips; it gives where they end.
func (s forYouSetter) owned(r *document.OwnRow, i int, name []string, at Point, room, y Pt) Pt {
	n := r.Nodes[i]
	anchor, x := Middle, at.X
	if i == 0 {
		anchor, x = Start, at.X-wayFrom
	}
	p := nodePart(n.Node)
	p.Shapes = append(p.Shapes, stationOf(n.Node, at))
	p.Shapes = append(p.Shapes, s.lines(name, s.ownName(r, i), anchor, x, at.Y+13)...)
	s.part(p)
	for _, c := range n.Chips[:min(len(n.Chips), document.MostChips)] {
		st := style{text.Sans, mark.ChipSize, mark.ChipLead, templates.Ink}
		if c.Filled {
			st.face = text.SansBold
		}
		lines := []string{c.Text}
		if s.measure(st, c.Text)+2*mark.ChipInside > room {
			lines = s.wrap(c.Text, st, room-2*mark.ChipInside)
		}
		box := Rect{X: x, Y: y, W: s.widest(lines, st) + 2*mark.ChipInside, H: mark.ChipHeight + Pt(len(lines)-1)*mark.ChipLead}
		if anchor == Middle {
			box.X -= box.W / 2
		}
		s.part(Part{Kind: "chip", ID: n.ID, Label: c.Text, Facts: []Fact{{"own", yes(c.Filled)}}}, &Chip{Box: box, Lines: lines, Own: c.Filled})
		y += box.H + mark.ChipGap
	}
	return y - mark.ChipGap
}

// ownSparks sets the small lines of a row with their numbers, and a mark where a
// goal moves away.
func (s forYouSetter) ownSparks(r *document.OwnRow, scale sparkScale, y Pt) {
	top := y + 16
	for i, e := range r.Sparks {
		x := sparksAt + sparksApart*Pt(i)
		p := Part{Kind: "effect", ID: r.ID, Label: e.Text, Facts: []Fact{{"value", e.Text}}}
		p.Shapes = append(p.Shapes, spark(e.Points, scale, x-ownSpark/2, top, ownSpark, ownHigh)...)
		p.Shapes = append(p.Shapes, s.line(e.Text, sumStyle, Middle, x, top+ownHigh+14))
		if i < len(r.Bad) && r.Bad[i] {
			p.Facts = append(p.Facts, Fact{"verdict", "farther"})
			p.Shapes = append(p.Shapes, &Mark{Kind: Bad, At: Point{X: x, Y: top + ownHigh + 23.5}, Radius: mark.Verdict})
		}
		s.part(p)
	}
}
