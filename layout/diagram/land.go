package diagram

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/document"
)

// A land is the map of a model: a station for every node, a way for every edge
// and a field for every group, in points of the whole map. Every picture shows
// the same land, so what stands on it may depend on who is tied to whom and on
// nothing that is said: no label, sign or weight.
type land struct {
	frame    vec // width and height
	ids      []string
	index    map[string]int // of stations, by id
	stations []vec
	fields   []field
	fieldOf  []int           // of each station
	marks    []document.Node // what a ghost shows of a node: a goal, a lever
	links    []link
	linkOf   map[string]int // by id
	bows     []float64
}

// A field is the room of a group. That of nodes without a group has no title.
type field struct {
	id, title string
	members   []int
	room      rect
}

// A link is an edge between two stations.
type link struct {
	id       string
	from, to int
}

func (l link) touches(i int) bool { return l.from == i || l.to == i }

func (l link) sharesEnd(m link) bool { return l.touches(m.from) || l.touches(m.to) }

// newLand makes a land without places.
func newLand(d *document.Diagram) *land {
	l := &land{index: map[string]int{}, linkOf: map[string]int{}}
	titles := map[string]string{}
	for _, g := range d.Groups {
		titles[g.ID] = g.Title
	}
	at := map[string]int{}
	for _, n := range slices.SortedFunc(slices.Values(d.Nodes), func(a, b document.Node) int { return cmp.Compare(a.ID, b.ID) }) {
		id := n.Group
		if titles[id] == "" {
			id = ""
		}
		if _, ok := at[id]; !ok {
			at[id] = len(l.fields)
			l.fields = append(l.fields, field{id: id, title: titles[id]})
		}
		l.add(n, at[id])
	}
	for _, e := range slices.SortedFunc(slices.Values(d.Edges), func(a, b document.Edge) int { return cmp.Compare(a.ID, b.ID) }) {
		l.tie(e)
	}
	return l
}

func (l *land) add(n document.Node, field int) {
	i := len(l.ids)
	l.index[n.ID] = i
	l.marks = append(l.marks, document.Node{ID: n.ID, Goal: n.Goal, Lever: n.Lever, Light: document.Ghost})
	l.ids, l.stations, l.fieldOf = append(l.ids, n.ID), append(l.stations, vec{}), append(l.fieldOf, field)
	l.fields[field].members = append(l.fields[field].members, i)
}

// tie adds a way for an edge whose ends have stations.
func (l *land) tie(e document.Edge) {
	from, ok1 := l.index[e.From]
	to, ok2 := l.index[e.To]
	if _, twice := l.linkOf[e.ID]; !ok1 || !ok2 || twice {
		return
	}
	l.linkOf[e.ID] = len(l.links)
	l.links, l.bows = append(l.links, link{e.ID, from, to}), append(l.bows, 0)
}

// Heights of the whole map in points: a small model needs no full page. A kept
// map has the least of them that holds its stations, so that one node more
// changes no height.
var heights = []float64{250, 330, 400, 470}

func heightFor(nodes int) float64 {
	for i, most := range []int{8, 15, 26} {
		if nodes <= most {
			return heights[i]
		}
	}
	return heights[len(heights)-1]
}

// unit is 1 on a map as full as that of 46 nodes on a whole page, and less on
// a fuller one: lengths of the energy shrink with it.
func (l *land) unit() float64 {
	const wanted = 391 * 470 / 46.0
	return min(1, math.Sqrt(l.frame.x*l.frame.y/float64(max(1, len(l.ids)))/wanted))
}

// way is the curve of a link: control points at 0.3 and 0.7 of the straight
// line, pushed aside by its bow, in parts of its length. A link from a station
// to itself is a small loop.
func (l *land) way(i int, bow float64) cubic {
	a, b := l.stations[l.links[i].from], l.stations[l.links[i].to]
	if a == b {
		return cubic{a, a.plus(vec{-22, -30}), a.plus(vec{22, -30}), a}
	}
	d := b.minus(a)
	aside := d.left().times(bow)
	return cubic{a, a.plus(d.times(0.3)).plus(aside), a.plus(d.times(0.7)).plus(aside), b}
}
