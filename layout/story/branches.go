package story

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of branches.
const (
	columnApart Pt = 50 // between columns, where there is room
	columnLeast Pt = 40 // below it the drawing grows wider
	laneApart   Pt = 63
	goalColumn  Pt = 268 // where the goals stand, in the width of the text
	rootAt      Pt = 12
	afterGoal   Pt = 123 // from the goals to the rim: small line, number, verdict
)

// A twig is a node of the tree of ways: ways that begin alike share it.
type twig struct {
	document.Node
	edge  document.Edge // that leads to it
	from  *twig
	kids  []*twig
	ways  []int // that run through it, rising
	depth int
	leaf  bool
	at    Point
}

// branches places the strongest way to each goal, the common beginning once; a
// lane a goal, with what the goal does at its end.
func (s *setter) branches(d *document.Branches) {
	ways := d.Ways[:min(len(d.Ways), document.MostBranches)]
	if len(ways) == 0 || len(ways[0].Nodes) == 0 {
		return
	}
	root := growTwigs(d.Nodes, ways)
	deepest := 1
	root.each(func(t *twig) { deepest = max(deepest, t.depth) })
	goals := max(goalColumn, rootAt+columnLeast*Pt(deepest))
	apart := min(columnApart, (goals-rootAt)/Pt(deepest))
	s.width = max(s.width, goals+afterGoal)
	top := s.top + 34
	root.each(func(t *twig) {
		lane := t.ways[(len(t.ways)-1)/2]
		t.at = Point{X: rootAt + apart*Pt(t.depth), Y: top + laneApart*Pt(lane)}
		if t.leaf {
			t.at.X = goals
		}
	})
	root.each(func(t *twig) {
		if t.from != nil {
			s.part(edgePart(arrow(t.edge, t.curve(), room(t.from.Node)+3, room(t.Node)+3.6)))
		}
	})
	root.each(func(t *twig) { s.twig(t, apart) })
	s.ends(ways, goals, top, d.Years)
}

// growTwigs makes the tree of the ways. A goal is a leaf of its own, also where
// the way to another goal runs through it.
func growTwigs(nodes []document.Node, ways []document.Way) *twig {
	named := map[string]document.Node{}
	for _, n := range nodes {
		named[n.ID] = n
	}
	root := &twig{Node: named[ways[0].Nodes[0]]}
	for i, w := range ways {
		at := root
		at.ways = append(at.ways, i)
		for k := 1; k < len(w.Nodes); k++ {
			at = at.grow(named[w.Nodes[k]], w.Edges[k-1], k == len(w.Nodes)-1)
			at.ways = append(at.ways, i)
		}
	}
	return root
}

func (t *twig) grow(n document.Node, e document.Edge, leaf bool) *twig {
	for _, kid := range t.kids {
		if kid.edge.ID == e.ID && !kid.leaf && !leaf {
			return kid
		}
	}
	kid := &twig{Node: n, edge: e, from: t, depth: t.depth + 1, leaf: leaf}
	t.kids = append(t.kids, kid)
	return kid
}

// each visits a tree, what is nearer the root first.
func (t *twig) each(visit func(*twig)) {
	visit(t)
	for _, k := range t.kids {
		k.each(visit)
	}
}

// curve leads to a twig: straight in one lane; to another lane it leaves nearly
// level and arrives steep.
func (t *twig) curve() way {
	a, b := t.from.at, t.at
	if a.Y == b.Y {
		return straight(a, b)
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	reach := min(dx, columnApart*1.2)
	bend := Point{X: a.X + reach, Y: b.Y}
	if dx <= reach {
		return way{a, {X: a.X + dx*0.55, Y: a.Y + dy*0.3}, {X: b.X - dx*0.2, Y: b.Y - dy*0.32}, b}
	}
	// A long way turns at its beginning and then keeps to its lane.
	return append(way{a, {X: a.X + reach*0.5, Y: a.Y + dy*0.35}, {X: bend.X - reach*0.35, Y: b.Y}, bend}, straight(bend, b)[1:]...)
}

// twig places a station with its name: above it where it is reached from below,
// else below.
func (s *setter) twig(t *twig, apart Pt) {
	st := styleOf(t.Node)
	measure := apart - 3
	if t.leaf {
		measure = 62
	}
	if room := s.freeAfter(t); room > apart {
		measure = min(room-3, 72)
	}
	lines := s.wrap(t.Label, st, measure)
	anchor, x := Middle, t.at.X
	above := !t.leaf && t.from != nil && t.at.Y < t.from.at.Y
	if t.from == nil {
		// Its neighbour's name stands below, so there is room above, unless a way
		// leaves upward.
		above = t.kids[0].at.Y == t.at.Y
		anchor, x = Start, t.at.X-rootAt
		if lines = s.wrap(t.Label, st, rootAt+apart*0.4); above {
			lines = s.wrap(t.Label, st, rootAt+apart)
		}
	}
	off := room(t.Node) + 4
	y := t.at.Y + off + st.size*0.72
	if above {
		y = t.at.Y - off - Pt(len(lines)-1)*st.leading
	}
	p := nodePart(t.Node)
	p.Shapes = append(p.Shapes, stationOf(t.Node, t.at))
	for _, shape := range s.lines(lines, st, anchor, x, y) {
		shape.(*Words).Ground = true
		p.Shapes = append(p.Shapes, shape)
	}
	s.part(p)
}

// freeAfter gives how far the nearest stations of the same lane stand, on the
// nearer side; a name may be that wide.
func (s *setter) freeAfter(t *twig) Pt {
	if t.from == nil || t.leaf {
		return 0
	}
	free := Pt(1000)
	if t.from.at.Y == t.at.Y {
		free = t.at.X - t.from.at.X
	}
	for _, k := range t.kids {
		if k.at.Y == t.at.Y {
			free = min(free, k.at.X-t.at.X)
		}
	}
	return free
}

// ends sets what happens to each goal: its small line, number and verdict.
func (s *setter) ends(ways []document.Way, goals, top Pt, years [2]string) {
	var sparks []document.Spark
	for _, w := range ways {
		sparks = append(sparks, w.Effect)
	}
	scale := scaleOf(sparks)
	left := goals + 34
	number := style{text.SansBold, 11, 13, templates.Ink}
	for i, w := range ways {
		y := top + laneApart*Pt(i)
		p := Part{Kind: "effect", ID: w.Nodes[len(w.Nodes)-1], Label: w.Effect.Text + " " + w.Word, Facts: []Fact{{"value", w.Effect.Text}}}
		p.Shapes = append(p.Shapes, spark(w.Effect.Points, scale, left, y+7-scale.zero(sparkHeight), sparkWidth, sparkHeight)...)
		right := s.width
		if m := verdictMark(w.Verdict, Point{X: right - mark.Verdict, Y: y - 1}); m != nil {
			p.Shapes = append(p.Shapes, m)
			p.Facts = append(p.Facts, Fact{"verdict", verdictNames[w.Verdict]})
		}
		p.Shapes = append(p.Shapes, s.line(w.Effect.Text, number, End, right-2*mark.Verdict-4.5, y-1+number.size*mark.HalfCapital))
		if w.Word != "" {
			p.Shapes = append(p.Shapes, s.line(w.Word, softStyle, End, right, y+14))
		}
		s.part(p)
	}
	last := top + laneApart*Pt(len(ways)-1)
	low := max(last+7-scale.zero(sparkHeight)+sparkHeight+13, last+27)
	s.part(Part{Kind: "axis"},
		s.line(years[0], tickStyle, Middle, left, low), s.line(years[1], tickStyle, Middle, left+sparkWidth, low))
}

var verdictNames = [...]string{document.NoVerdict: "", document.Closer: "closer", document.Farther: "farther"}

// verdictMark gives the mark of a verdict; nil without one.
func verdictMark(v document.Verdict, at Point) *Mark {
	switch v {
	case document.Closer:
		return &Mark{Kind: Good, At: at, Radius: mark.Verdict}
	case document.Farther:
		return &Mark{Kind: Bad, At: at, Radius: mark.Verdict}
	}
	return nil
}
