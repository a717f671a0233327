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
	goalName    Pt = 62  // width of the name of a goal, at most
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

// A branchSetter places the ways from one node to several goals.
type branchSetter struct{ *setter }

// branches places the strongest way to each goal, the common beginning once; a
// lane a goal, with what the goal does at its end.
func (s branchSetter) branches(d *document.Branches) {
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
	top, lanes := s.top+34, laneApart
	for range 2 { // the second time with room for the names that were found
		most := 0
		root.each(func(t *twig) {
			t.at = Point{X: rootAt + apart*Pt(t.depth), Y: top + lanes*Pt(t.ways[(len(t.ways)-1)/2])}
			if t.leaf {
				t.at.X = goals
			}
		})
		root.each(func(t *twig) {
			lines, above := s.twigName(t, apart)
			most = max(most, len(lines))
			if above && t.at.Y-top < 1 {
				top = max(top, s.top+Pt(len(lines))*mark.Leading+8)
			}
		})
		lanes = laneApart + Pt(max(0, most-3))*mark.Leading
	}
	root.each(func(t *twig) {
		if t.from != nil {
			s.part(edgePart(arrow(t.edge, t.curve(), room(t.from.Node)+3, room(t.Node)+3.6)))
		}
	})
	root.each(func(t *twig) { s.twig(t, apart) })
	s.ends(ways, goals, top, lanes, d.Years)
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

// twigName breaks the name of a twig, and tells whether it stands above the
// station: where that is reached from below.
func (s branchSetter) twigName(t *twig, apart Pt) (lines []string, above bool) {
	st, measure := styleOf(t.Node), apart-3
	switch room := s.freeAfter(t); {
	case t.from == nil && t.kids[0].at.Y == t.at.Y:
		// Its neighbour's name stands below, so there is room above.
		return s.wrap(t.Label, st, rootAt+apart), true
	case t.from == nil:
		measure = rootAt + apart*0.4
	case t.leaf:
		measure = goalName
		if t.from.at.Y == t.at.Y { // what the name before it leaves on that side, twice
			measure = min(goalName, 2*(t.at.X-t.from.at.X-apart/2)-1)
		}
	case room > apart:
		measure = min(room-3, 72)
	}
	return s.wrap(t.Label, st, measure), !t.leaf && t.from != nil && t.at.Y < t.from.at.Y
}

// twig places a station with its name.
func (s branchSetter) twig(t *twig, apart Pt) {
	st := styleOf(t.Node)
	lines, above := s.twigName(t, apart)
	anchor, x := Middle, t.at.X
	if t.from == nil {
		anchor, x = Start, t.at.X-rootAt
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
func (s branchSetter) freeAfter(t *twig) Pt {
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
func (s branchSetter) ends(ways []document.Way, goals, top, lanes Pt, years [2]string) {
	var sparks []document.Spark
	for _, w := range ways {
		sparks = append(sparks, w.Effect)
	}
	scale := scaleOf(sparks)
	left := goals + 34
	number := style{text.SansBold, 11, 13, templates.Ink}
	for i, w := range ways {
		y := top + lanes*Pt(i)
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
	last := top + lanes*Pt(len(ways)-1)
	low := max(last+7-scale.zero(sparkHeight)+sparkHeight+13, last+27)
	s.part(Part{Kind: "axis"},
		s.line(years[0], tickStyle, Middle, left, low), s.line(years[1], tickStyle, Middle, left+sparkWidth, low))
}

var verdictNames = [...]string{document.NoVerdict: "", document.Nearer: "closer", document.Further: "farther"}

// verdictMark gives the mark of a verdict; nil without one.
func verdictMark(v document.Verdict, at Point) *Mark {
	switch v {
	case document.Nearer:
		return &Mark{Kind: Good, At: at, Radius: mark.Verdict}
	case document.Further:
		return &Mark{Kind: Bad, At: at, Radius: mark.Verdict}
	}
	return nil
}
