package diagram

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/engine"
)

// A plan is one way to lay out a diagram.
type plan struct {
	engine string // of Graphviz; empty: the hints themselves, or a ring
	graph  string // attributes for it
	wrap   float64
	hints  bool // begin with the places on the map
	circle bool // the nodes of the first loop on an oval
	closer bool // empty bands of the map made narrower
	tiled  bool // the page shared out among groups
}

// Attributes for Graphviz. It finds positions only, so it draws straight lines:
// curves are ours, and overlap is ours to remove, since only we know the page.
const (
	dotTight = "nodesep=0.12,ranksep=0.25,splines=line"
	dotWide  = "nodesep=0.2,ranksep=0.3,splines=line"
	dotFast  = "nodesep=0.12,ranksep=0.25,splines=line,nslimit=0.2,nslimit1=0.5,mclimit=0.1"
	stress   = "overlap=true,splines=line"
	kamada   = "mode=KK,overlap=true,splines=line"
	descent  = "mode=sgd,overlap=true,splines=line"
	soft     = "overlap=true,splines=line,maxiter="
)

// Sizes of diagrams, by which the plans are chosen: by size and density alone,
// never by time.
const (
	smallDiagram  = 30
	mediumDiagram = 80
	largeDiagram  = 150
	denseDiagram  = 1.8 // edges per node
)

// plans lists the candidates for a diagram, the likeliest first; with three or
// more groups also such in which they share out the page.
func (p *placer) plans(d *document.Diagram, hinted bool) []plan {
	plans := p.ungrouped(d, hinted)
	if len(d.Groups) < 3 || d.Layout == document.PinnedLayout {
		return plans
	}
	first := plans[0]
	if len(d.Nodes) > smallDiagram {
		plans = nil
	}
	for _, wrap := range []float64{95, 80, 70, 60} {
		first.wrap, first.tiled = wrap, true
		plans = append(plans, first)
	}
	return plans
}

func (p *placer) ungrouped(d *document.Diagram, hinted bool) []plan {
	n := len(d.Nodes)
	dense := float64(len(d.Edges)) > denseDiagram*float64(n)
	switch {
	case len(d.Edges) == 0 && !hinted:
		return []plan{{wrap: 80}}
	case d.Layout == document.PinnedLayout && hinted:
		return []plan{{wrap: 70, hints: true}, {wrap: 60, hints: true}}
	case hinted && n <= smallDiagram:
		return p.mapPlans(d)
	case hinted:
		return []plan{{wrap: 60, hints: true}, {wrap: 60, hints: true, closer: true}, {engine: "neato", graph: soft + "3", wrap: 60, hints: true}}
	case n <= smallDiagram:
		return p.freshPlans(d)
	case n <= mediumDiagram:
		return []plan{{engine: "neato", graph: stress, wrap: 60}, {engine: "dot", graph: dotTight, wrap: 60}}
	case n <= largeDiagram && !dense:
		return []plan{{engine: "neato", graph: stress, wrap: 60}, {engine: "dot", graph: dotFast, wrap: 60}}
	}
	return []plan{{engine: "neato", graph: stress, wrap: 60}}
}

func (p *placer) mapPlans(d *document.Diagram) []plan {
	plans := []plan{
		{wrap: 70, hints: true},
		{wrap: 95, hints: true},
		{wrap: 60, hints: true},
		{wrap: 70, hints: true, closer: true},
		{wrap: 95, hints: true, closer: true},
		{engine: "neato", graph: soft + "2", wrap: 70, hints: true},
		{engine: "neato", graph: soft + "6", wrap: 70, hints: true},
	}
	if len(d.Rings) > 0 {
		plans = append(plans, plan{wrap: 70, hints: true, circle: true}, plan{wrap: 60, hints: true, circle: true})
	}
	return plans
}

func (p *placer) freshPlans(d *document.Diagram) []plan {
	plans := []plan{
		{engine: "dot", graph: dotTight, wrap: 60},
		{engine: "dot", graph: dotWide, wrap: 70},
		{engine: "dot", graph: dotWide, wrap: 95},
		{engine: "neato", graph: stress, wrap: 70},
		{engine: "neato", graph: kamada, wrap: 70},
		{engine: "neato", graph: descent, wrap: 70},
	}
	if len(d.Rings) > 0 {
		plans = append(plans, plan{wrap: 70, circle: true}, plan{wrap: 60, circle: true})
	}
	return plans
}

// sizes of letters that are tried in turn, and the steps of the last resort.
var sizes = []float64{9, 8.5, 8, 7.5, 7, 6, 5, 4}

// sizes leaves out the sizes at which the nodes can't fit the page: with less
// than half of it white there is no room for arrows.
func (p *placer) sizes(d *document.Diagram) []float64 {
	const white = 0.5
	s := p.newSketch(d, float64(LabelSize), 60, p.page)
	area := 0.0
	for _, b := range s.bodies {
		area += (b.box.width() + gapLeast) * (b.box.height() + gapLeast)
	}
	for i, size := range sizes {
		f := size / float64(LabelSize)
		if area*f*f <= p.page.x*p.page.y*(1-white) {
			return sizes[i:]
		}
	}
	return sizes[len(sizes)-1:]
}

// place finds the best candidate for a diagram.
func (p *placer) place(ctx context.Context, d *document.Diagram) (result, error) {
	hints, hinted := p.hints(d)
	key := p.cache.key("diagram", p.language, p.page.x, p.page.y, d, spots(hints))
	if r, ok := p.get(key, d); ok {
		return r, nil
	}
	r, err := p.search(ctx, d, hints, hinted)
	if err != nil {
		return result{}, err
	}
	if r.failure == nil {
		p.put(key, r)
	}
	return r, nil
}

// search goes from large letters to small ones, and stops at the first size at
// which nothing is wrong that smaller letters could mend.
func (p *placer) search(ctx context.Context, d *document.Diagram, hints []*vec, hinted bool) (result, error) {
	var best *sketch
	var quality Quality
	var failure error
	plans := p.plans(d, hinted)
	starts := make([][]vec, len(plans))
	for i, pl := range plans {
		start, err := p.start(ctx, d, pl, hints)
		if err != nil {
			if ctx.Err() != nil {
				return result{}, ctx.Err()
			}
			failure = err
			continue
		}
		starts[i] = start
	}
	if allNil(starts) {
		plans, starts = []plan{{wrap: 60}}, [][]vec{simple(len(d.Nodes))}
	}
	room := p.room(d)
	vain := 0 // sizes in a row that brought nothing
	for _, size := range p.sizes(d) {
		better := false
		for i, pl := range plans {
			if starts[i] == nil {
				continue
			}
			bar := math.Inf(1)
			if best != nil {
				bar = quality.score(room)
			}
			s, q := p.try(d, pl, starts[i], hints, size, bar)
			if best == nil || q.score(room) < quality.score(room)-1e-9 {
				best, quality, better = s, q, true
			}
		}
		if vain++; better {
			vain = 0
		}
		if quality.Overlaps == 0 && (vain > 1 || size <= float64(LabelMin) || quality.Clashes+quality.OverNodes == 0) {
			break
		}
	}
	return result{best.finish(&p.measurer, p.page.x), quality, best.wrap, failure}, nil
}

func allNil(starts [][]vec) bool {
	for _, s := range starts {
		if s != nil {
			return false
		}
	}
	return true
}

// try makes one candidate at one size of letters. What is wrong with it is
// mended as long as that may bring it under the bar, the best score so far.
func (p *placer) try(d *document.Diagram, pl plan, start []vec, hints []*vec, size, bar float64) (*sketch, Quality) {
	page := p.room(d)
	if !pl.hints {
		hints = nil
	}
	wider, apart := vec{rim, rim}, make([]float64, len(d.Edges))
	nudge := make([]vec, len(d.Nodes))
	var best *sketch
	var quality Quality
	for range mostTries {
		s := p.newSketch(d, size, pl.wrap, page)
		s.rim, s.apart, s.nudge = wider, apart, nudge
		for i := range d.Nodes {
			s.bodies[i].at = start[i]
		}
		s.arrange(pl.hints, pl.tiled)
		s.route()
		clashes := s.mark()
		q := s.quality(len(clashes), hints)
		if best == nil || q.score(page) < quality.score(page)-1e-9 {
			best, quality = s, q
		}
		over := vec{max(0, q.Width-page.x+2), max(0, q.Height-page.y+2)}
		if (over == (vec{}) && len(clashes)+q.OverNodes == 0) || q.mended(page).score(page) >= bar {
			break
		}
		nudge = s.dodge(nudge)
		if over != (vec{}) { // arrows went off the page
			wider = wider.plus(over.times(0.6)).plus(vec{1, 1})
		}
		apart = slices.Clone(apart)
		for _, i := range clashes { // the arrow is too short for its marks
			apart[i] = max(gapLinked, apart[i]) + 6
		}
	}
	return best, quality
}

// room is what the key leaves of the page.
func (p *placer) room(d *document.Diagram) vec {
	_, _, height := p.key(d.Key, p.page.x, 0)
	return vec{p.page.x, p.page.y - height - keyAbove}
}

// mostTries bounds how often bodies draw in to bring their arrows on the page, or
// part to make room for marks.
const mostTries = 6

// start gives the positions with which a plan begins.
func (p *placer) start(ctx context.Context, d *document.Diagram, pl plan, hints []*vec) ([]vec, error) {
	s := p.newSketch(d, float64(LabelSize), pl.wrap, p.page)
	at := make([]vec, len(d.Nodes))
	if pl.hints {
		for i := range at {
			s.bodies[i].at = *hints[i]
		}
		s.scale()
	}
	if pl.closer {
		s.closer()
	}
	switch {
	case pl.circle:
		s.oval(pl.hints)
	case pl.engine == "" && !pl.hints:
		return simple(len(d.Nodes)), nil
	case pl.engine != "":
		answer, err := p.pool.Do(ctx, s.request(pl))
		if errors.Is(err, engine.ErrTimeout) || (err != nil && ctx.Err() == nil && pl.engine == "dot") {
			fast := pl
			fast.graph = dotFast
			var again error
			if answer, again = p.pool.Do(ctx, s.request(fast)); again == nil {
				return positions(answer, len(at)), nil
			}
		}
		if err != nil {
			return nil, err
		}
		return positions(answer, len(at)), nil
	}
	for i := range at {
		at[i] = s.bodies[i].at
	}
	return at, nil
}

func positions(a *engine.Answer, n int) []vec {
	at := make([]vec, n)
	for i := range at {
		at[i] = vec{grid(a.Nodes[i].X), grid(a.Nodes[i].Y)}
	}
	return at
}

// request says to Graphviz how large the nodes are and how long the arrows
// should be. Groups are clusters for dot; for neato a hidden node pulls the
// members together.
func (s *sketch) request(pl plan) engine.Request {
	r := engine.Request{Engine: pl.engine, Graph: pl.graph}
	for _, b := range s.bodies[:s.nodes] {
		r.Nodes = append(r.Nodes, engine.Box{
			W: b.box.width(), H: b.box.height(),
			X: b.at.x, Y: b.at.y, Hinted: pl.hints,
		})
	}
	for _, l := range s.links {
		a, b := s.bodies[l.from], s.bodies[l.to]
		length := 0.0
		if pl.engine == "neato" {
			length = clear + (a.box.width()+b.box.width()+a.box.height()+b.box.height())/4
		}
		r.Edges = append(r.Edges, engine.Link{From: l.from, To: l.to, Len: length})
	}
	for _, g := range s.groups {
		if len(g.members) < 2 {
			continue
		}
		if pl.engine == "dot" {
			r.Groups = append(r.Groups, g.members)
			continue
		}
		hub := len(r.Nodes)
		c := s.center(g.members)
		r.Nodes = append(r.Nodes, engine.Box{W: 4, H: 4, X: c.x, Y: c.y, Hinted: pl.hints})
		for _, m := range g.members {
			r.Edges = append(r.Edges, engine.Link{From: hub, To: m, Len: 30 * math.Sqrt(float64(len(g.members))), Hidden: true})
		}
	}
	return r
}

// oval puts the nodes of the first loop on an oval in their order, turned so
// that it fits where they stand, and the others round it, each in the direction
// in which it stands or of its first neighbour.
func (s *sketch) oval(hinted bool) {
	nodes := s.rings[0].nodes
	n := len(nodes)
	if n == 0 {
		return
	}
	middle, turn, dir := s.center(nodes), -math.Pi/2, 1.0
	if hinted {
		turn, dir = s.turn(nodes, middle)
	}
	rx := max(70, float64(n)*24)
	ry := max(56, float64(n)*26)
	on := make(map[int]bool, n)
	for k, i := range nodes {
		a := turn + dir*2*math.Pi*float64(k)/float64(n)
		s.bodies[i].at = middle.plus(vec{rx * math.Cos(a), ry * math.Sin(a)})
		on[i] = true
	}
	for i := range s.bodies[:s.nodes] {
		if on[i] {
			continue
		}
		toward := s.bodies[i].at
		if !hinted {
			toward = s.neighbour(i, on)
		}
		u := toward.minus(middle)
		if u.length() < 1 {
			u = vec{1, float64(i)}
		}
		u = u.unit()
		s.bodies[i].at = middle.plus(vec{u.x * (rx + 95), u.y * (ry + 70)})
	}
}

// turn finds the angle and direction at which an oval agrees best with where
// its nodes stand.
func (s *sketch) turn(nodes []int, middle vec) (angle, dir float64) {
	const tries = 48
	best := math.Inf(1)
	for _, d := range [2]float64{1, -1} {
		for k := range tries {
			a := 2 * math.Pi * float64(k) / tries
			cost := 0.0
			for j, i := range nodes {
				at := a + d*2*math.Pi*float64(j)/float64(len(nodes))
				u := s.bodies[i].at.minus(middle)
				cost -= u.dot(vec{math.Cos(at), math.Sin(at)})
			}
			if cost < best-1e-9 {
				best, angle, dir = cost, a, d
			}
		}
	}
	return angle, dir
}

func (s *sketch) neighbour(i int, on map[int]bool) vec {
	for _, l := range s.links {
		if l.from == i && on[l.to] {
			return s.bodies[l.to].at
		}
		if l.to == i && on[l.from] {
			return s.bodies[l.from].at
		}
	}
	return vec{}
}

// simple is the arrangement of the last resort, and of diagrams without edges:
// rows, read from left to right.
func simple(n int) []vec {
	columns := int(math.Ceil(math.Sqrt(float64(n) * 0.6)))
	at := make([]vec, n)
	for i := range at {
		at[i] = vec{float64(i%columns) * 110, float64(i/columns) * 60}
	}
	return at
}

// hints gives the places on the map, or for a node that stands for a group the
// middle of its members there. Without any place there are no hints; a node
// without one stands among its neighbours that have.
func (p *placer) hints(d *document.Diagram) ([]*vec, bool) {
	hints := make([]*vec, len(d.Nodes))
	if d.Layout == document.FreshLayout || len(p.positions) == 0 {
		return hints, false
	}
	known := 0
	for i, n := range d.Nodes {
		if at, ok := p.hint(n.ID); ok {
			hints[i] = &at
			known++
		}
	}
	if known*2 < len(d.Nodes) || known == 0 {
		return make([]*vec, len(d.Nodes)), false
	}
	p.guess(d, hints)
	return hints, true
}

func (p *placer) hint(id string) (vec, bool) {
	if at, ok := p.positions[id]; ok {
		return vec{at.X, at.Y}, true
	}
	members := p.groupOf[id]
	var sum vec
	for _, m := range members {
		sum = sum.plus(vec{p.positions[m].X, p.positions[m].Y})
	}
	return sum.times(1 / float64(max(1, len(members)))), len(members) > 0
}

// guess places what the map doesn't know among its neighbours.
func (p *placer) guess(d *document.Diagram, hints []*vec) {
	index := map[string]int{}
	for i, n := range d.Nodes {
		index[n.ID] = i
	}
	for i := range d.Nodes {
		if hints[i] != nil {
			continue
		}
		var sum vec
		n := 0.0
		for _, e := range d.Edges {
			a, b := index[e.From], index[e.To]
			if b == i {
				a, b = b, a
			}
			if a == i && hints[b] != nil {
				sum, n = sum.plus(*hints[b]), n+1
			}
		}
		if n == 0 {
			sum, n = *firstHint(hints), 1
		}
		at := sum.times(1 / n).plus(vec{float64(i%5)*7 - 14, 11})
		hints[i] = &at
	}
}

func firstHint(hints []*vec) *vec {
	for _, h := range hints {
		if h != nil {
			return h
		}
	}
	panic(fmt.Sprintf("diagram: no hint among %d", len(hints)))
}

// spots gives hints as numbers, for the key of the cache.
func spots(hints []*vec) [][2]float64 {
	out := make([][2]float64, len(hints))
	for i, h := range hints {
		if h != nil {
			out[i] = [2]float64{h.x, h.y}
		}
	}
	return out
}
