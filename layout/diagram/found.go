package diagram

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"slotmemo/layout/diagram/engine"
)

// largeMap is the number of links above which less is tried.
const largeMap = 400

// found finds a place for every station: Graphviz says who belongs near whom,
// the page is shared out among the fields, and annealing does the rest. The
// failure is that of Graphviz; then stations begin in rows.
func (l *land) found(ctx context.Context, pool *engine.Pool) (failure error) {
	l.frame = vec{pageWidth, heightFor(len(l.ids))}
	start, failure := l.ask(ctx, pool)
	if failure != nil || len(l.links) == 0 {
		start = rows(len(l.ids))
	}
	tries := l.turned(start)
	if len(l.links) > largeMap {
		tries = tries[:2]
	}
	best, least := tries[0], math.Inf(1)
	energies := make([]float64, len(tries))
	var group sync.WaitGroup
	for i, try := range tries {
		group.Go(func() {
			a := try.annealer(all(len(try.ids)), uint64(i+1))
			a.run()
			energies[i] = a.energy()
		})
	}
	group.Wait()
	for i, e := range energies {
		if e < least-1e-6 {
			best, least = tries[i], e
		}
	}
	l.stations, l.fields = best.stations, best.fields
	return failure
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// ask lets Graphviz place equal boxes: the size of a label moves nothing. A
// hidden node pulls the members of a field together.
func (l *land) ask(ctx context.Context, pool *engine.Pool) ([]vec, error) {
	if len(l.links) == 0 {
		return nil, nil
	}
	const stress, length = "overlap=true,splines=line", 80.0
	r := engine.Request{Engine: "neato", Graph: stress}
	for range l.ids {
		r.Nodes = append(r.Nodes, engine.Box{W: labelWide, H: labelHigh})
	}
	for _, k := range l.links {
		if k.from != k.to {
			r.Edges = append(r.Edges, engine.Link{From: k.from, To: k.to, Len: length})
		}
	}
	for _, f := range l.fields {
		if f.title == "" || len(f.members) < 2 {
			continue
		}
		hub := len(r.Nodes)
		r.Nodes = append(r.Nodes, engine.Box{W: 4, H: 4})
		for _, m := range f.members {
			r.Edges = append(r.Edges, engine.Link{From: hub, To: m, Len: 30 * math.Sqrt(float64(len(f.members))), Hidden: true})
		}
	}
	answer, err := pool.Do(ctx, r)
	if err != nil {
		return nil, err
	}
	at := make([]vec, len(l.ids))
	for i := range at {
		at[i] = vec{grid(answer.Nodes[i].X), grid(answer.Nodes[i].Y)}
	}
	return at, nil
}

// rows is the arrangement of the last resort, and of nodes without edges.
func rows(n int) []vec {
	columns := int(math.Ceil(math.Sqrt(float64(n) * 0.6)))
	at := make([]vec, n)
	for i := range at {
		at[i] = vec{float64(i%columns) * 110, float64(i/columns) * 60}
	}
	return at
}

// turned gives the lands of least energy among an arrangement as it is, turned
// and mirrored: each shares out the page otherwise.
func (l *land) turned(at []vec) []*land {
	type try struct {
		land   *land
		energy float64
	}
	var tries []try
	for k := range 16 {
		angle := math.Pi * float64(k/2) / 4
		cos, sin := math.Cos(angle), math.Sin(angle)
		mirror := 1 - 2*float64(k%2)
		c := *l
		c.fields, c.stations = slices.Clone(l.fields), make([]vec, len(at))
		for i, p := range at {
			c.stations[i] = vec{grid(mirror * (p.x*cos - p.y*sin)), grid(p.x*sin + p.y*cos)}
		}
		var fields []*field
		for i := range c.fields {
			fields = append(fields, &c.fields[i])
		}
		if len(fields) > 0 {
			c.share(fields, rect{0, 0, c.frame.x, c.frame.y})
		}
		c.fill()
		energy := 0.0
		if len(l.links) <= largeMap { // the turns of a large map differ little
			energy = c.annealer(nil, 0).energy()
		}
		tries = append(tries, try{&c, energy})
	}
	slices.SortStableFunc(tries, func(a, b try) int { return cmp.Compare(a.energy, b.energy) })
	var out []*land
	for _, t := range tries[:annealSeeds] {
		out = append(out, t.land)
	}
	return out
}
