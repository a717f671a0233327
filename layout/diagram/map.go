package diagram

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// placeMap finds the place of every node on the map of the whole model. Kept
// places stay as they are; only what is new is placed, near its neighbours.
func (p *placer) placeMap(ctx context.Context, whole *document.Diagram, out *Places, o Options) error {
	if whole == nil || len(whole.Nodes) == 0 {
		return nil
	}
	kept := o.Kept
	if o.Relayout {
		kept = nil
	}
	known := known(whole, kept)
	if len(known) == 0 {
		laid, failure, err := p.layMap(ctx, whole)
		if err != nil {
			return err
		}
		p.positions = laid
		if failure != nil {
			out.Problems = append(out.Problems, source.Problem{Severity: source.Warning, Message: cutOff, Args: []any{whole.ID, failure.Error()}})
		} else {
			out.Positions = laid
		}
	} else {
		p.positions = p.addNew(whole, known)
		out.Positions = p.positions
	}
	out.Drift = drift(o.Kept, p.positions)
	p.groupOf = map[string][]string{}
	for _, n := range whole.Nodes {
		if n.Group != "" {
			p.groupOf[n.Group] = append(p.groupOf[n.Group], n.ID)
		}
	}
	return nil
}

// known gives the places that are known already: the kept ones, and the first
// positions from the tables for nodes that have none yet. Tables that give
// first positions for less than half of a new map are left alone.
func known(whole *document.Diagram, kept Positions) Positions {
	out := Positions{}
	for _, n := range whole.Nodes {
		if at, ok := kept[n.ID]; ok {
			out[n.ID] = at
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, n := range whole.Nodes {
		if n.HasSpot {
			out[n.ID] = Position{n.X, n.Y}
		}
	}
	if 2*len(out) < len(whole.Nodes) {
		return nil
	}
	return spread(out)
}

// spread brings first positions in any unit to the scale of the map.
func spread(spots Positions) Positions {
	const each = 9500 // square points of the map for a node
	var lo, hi vec
	first := true
	for _, id := range sortedIDs(spots) {
		at := vec{spots[id].X, spots[id].Y}
		if first {
			lo, hi, first = at, at, false
		}
		lo, hi = vec{min(lo.x, at.x), min(lo.y, at.y)}, vec{max(hi.x, at.x), max(hi.y, at.y)}
	}
	span := hi.minus(lo)
	f := math.Sqrt(each * float64(len(spots)) / max(1e-9, max(span.x, span.y*0.2)*max(span.y, span.x*0.2)))
	out := Positions{}
	for id, s := range spots {
		out[id] = whole((s.X-lo.x)*f, (s.Y-lo.y)*f)
	}
	return out
}

// whole rounds to whole points, so that the positions that were just made are
// those that the next build reads.
func whole(x, y float64) Position { return Position{math.Round(x), math.Round(y)} }

func sortedIDs(p Positions) []string {
	ids := make([]string, 0, len(p))
	for id := range p {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// mapWrap is the measure of labels on the map.
const mapWrap = 70

// layMap lays out the whole map.
func (p *placer) layMap(ctx context.Context, d *document.Diagram) (laid Positions, failure, err error) {
	key := p.cache.key("map", p.language, p.divisions(d), d)
	if p.cache.read(key, &laid) && len(laid) == len(d.Nodes) {
		return laid, nil, nil
	}
	s, failure, err := p.bestMap(ctx, d)
	if err != nil {
		return nil, nil, err
	}
	lo := s.bounds()
	laid = Positions{}
	for i, n := range d.Nodes {
		at := s.bodies[i].at
		laid[n.ID] = whole(at.x-lo.x0, at.y-lo.y0)
	}
	if failure == nil {
		p.cache.write(key, laid)
	}
	return laid, failure, nil
}

// bestMap takes, of the engines that keep distances, the one with the fewest
// crossings.
func (p *placer) bestMap(ctx context.Context, d *document.Diagram) (best *sketch, failure, err error) {
	graphs := []string{stress, kamada, descent}
	if len(d.Nodes) > mediumDiagram {
		graphs = graphs[:1]
	}
	least := math.Inf(1)
	tiled := len(d.Groups) > 2 // a figure of all of it shares out the page in the same way
	page := mapPage(len(d.Nodes), tiled)
	tries, failures := make([]*sketch, len(graphs)), make([]error, len(graphs))
	var group sync.WaitGroup
	for i, g := range graphs {
		group.Go(func() { tries[i], failures[i] = p.tryMap(ctx, d, g, page, tiled) })
	}
	group.Wait()
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	for i, s := range tries {
		if failures[i] != nil {
			failure = failures[i]
		} else if cost := s.straightCost(); cost < least {
			best, least = s, cost
		}
	}
	if best == nil {
		best = p.newSketch(d, float64(LabelSize), mapWrap, page)
		for i, at := range simple(len(d.Nodes)) {
			best.bodies[i].at = at
		}
		best.arrange(false, tiled)
	}
	return best, failure, nil
}

// tryMap lays out the map with one engine.
func (p *placer) tryMap(ctx context.Context, d *document.Diagram, graph string, page vec, tiled bool) (*sketch, error) {
	start, err := p.start(ctx, d, plan{engine: "neato", graph: graph, wrap: mapWrap}, nil)
	if err != nil {
		return nil, err
	}
	var best *sketch
	least := math.Inf(1)
	for _, turned := range turns(upright(start), tiled && len(d.Nodes) <= mediumDiagram) {
		s := p.newSketch(d, float64(LabelSize), mapWrap, page)
		for i, at := range turned {
			s.bodies[i].at = at
		}
		s.arrange(false, tiled)
		if cost := s.straightCost(); cost < least {
			best, least = s, cost
		}
	}
	return best, nil
}

// turns gives an arrangement as it is and, for a page that is shared out among
// groups, also turned and mirrored: each shares out otherwise.
func turns(at []vec, all bool) [][]vec {
	out := [][]vec{at}
	if !all {
		return out
	}
	for k := 1; k < 16; k++ {
		a := math.Pi * float64(k/2) / 4
		cos, sin := math.Cos(a), math.Sin(a)
		mirror := 1 - 2*float64(k%2)
		turned := make([]vec, len(at))
		for i, p := range at {
			turned[i] = vec{grid(mirror * (p.x*cos - p.y*sin)), grid(p.x*sin + p.y*cos)}
		}
		out = append(out, turned)
	}
	return out
}

// mapPage is a page in the shape of a figure, with room for n nodes.
func mapPage(n int, tiled bool) vec {
	const shape = 0.75
	each := 11000.0
	if tiled {
		each = 6500
	}
	w := math.Sqrt(each * shape * float64(max(n, 4)))
	return vec{w, w / shape}
}

// upright turns an arrangement so that it fits a portrait page best.
func upright(at []vec) []vec {
	const turns, shape = 24, 0.75
	best, least := at, math.Inf(1)
	for k := range turns {
		a := math.Pi * float64(k) / turns
		cos, sin := math.Cos(a), math.Sin(a)
		turned := make([]vec, len(at))
		r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for i, p := range at {
			turned[i] = vec{grid(p.x*cos - p.y*sin), grid(p.x*sin + p.y*cos)}
			r = r.with(turned[i])
		}
		if need := max(r.width()/shape, r.height()); need < least*0.999 {
			best, least = turned, need
		}
	}
	return best
}

// straightCost counts crossings and nodes in the way, as if arrows were straight.
func (s *sketch) straightCost() float64 {
	cost := 0.0
	for i, l := range s.links {
		a, b := s.bodies[l.from].at, s.bodies[l.to].at
		for _, m := range s.links[i+1:] {
			if l.sharesEnd(m) {
				continue
			}
			if _, ok := crossing(a, b, s.bodies[m.from].at, s.bodies[m.to].at); ok {
				cost++
			}
		}
		for k, c := range s.bodies {
			if k != l.from && k != l.to && c.rect().inside(a, b) > 0 {
				cost++
			}
		}
	}
	return cost
}

// addNew places the nodes that have no place yet: those with the most placed
// neighbours first, each at the nearest free spot.
func (p *placer) addNew(d *document.Diagram, known Positions) Positions {
	s := p.newSketch(d, float64(LabelSize), mapWrap, vec{})
	placed := make([]bool, len(d.Nodes))
	var missing []int
	for i, n := range d.Nodes {
		at, ok := known[n.ID]
		if !ok {
			missing = append(missing, i)
			continue
		}
		s.bodies[i].at, placed[i] = vec{at.X, at.Y}, true
	}
	for len(missing) > 0 {
		next := slices.MaxFunc(missing, func(a, b int) int {
			return cmp.Or(cmp.Compare(s.placedNeighbours(a, placed), s.placedNeighbours(b, placed)), cmp.Compare(b, a))
		})
		s.bodies[next].at = s.freeSpot(next, placed)
		placed[next] = true
		missing = slices.DeleteFunc(missing, func(i int) bool { return i == next })
	}
	out := Positions{}
	for i, n := range d.Nodes {
		if at, ok := known[n.ID]; ok {
			out[n.ID] = at
		} else {
			out[n.ID] = whole(s.bodies[i].at.x, s.bodies[i].at.y)
		}
	}
	return out
}

func (s *sketch) placedNeighbours(i int, placed []bool) int {
	n := 0
	for _, l := range s.links {
		if (l.from == i && placed[l.to]) || (l.to == i && placed[l.from]) {
			n++
		}
	}
	return n
}

// freeSpot looks in widening rounds about the middle of the placed neighbours
// (or of the group, or below all) for room for body i.
func (s *sketch) freeSpot(i int, placed []bool) vec {
	const gap, ringStep, directions = 12, 10, 20
	from := s.wish(i, placed)
	for k := range 4000 {
		radius := float64((k+directions-1)/directions) * ringStep
		a := 2 * math.Pi * float64(k%directions) / directions
		at := from.plus(vec{radius * math.Cos(a) * 1.3, radius * math.Sin(a)})
		at = vec{math.Round(at.x), math.Round(at.y)}
		r := s.bodies[i].box.move(at).grow(gap)
		free := true
		for j, b := range s.bodies[:s.nodes] {
			if placed[j] && r.meets(b.rect()) {
				free = false
				break
			}
		}
		if free {
			return at
		}
	}
	return from
}

func (s *sketch) wish(i int, placed []bool) vec {
	var sum, all vec
	n, count, lowest := 0.0, 0.0, 0.0
	for _, l := range s.links {
		other := l.to
		if other == i {
			other = l.from
		} else if l.from != i {
			continue
		}
		if placed[other] {
			sum, n = sum.plus(s.bodies[other].at), n+1
		}
	}
	for _, g := range s.groups {
		for _, m := range g.members {
			if placed[m] && slices.Contains(g.members, i) {
				sum, n = sum.plus(s.bodies[m].at.times(0.5)), n+0.5
			}
		}
	}
	if n > 0 {
		return sum.times(1 / n)
	}
	for j, b := range s.bodies[:s.nodes] {
		if placed[j] {
			all, count, lowest = all.plus(b.at), count+1, max(lowest, b.at.y)
		}
	}
	if count == 0 {
		return vec{}
	}
	return vec{all.x / count, lowest + 40}
}
