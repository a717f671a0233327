package diagram

import (
	"context"
	"errors"
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/engine"
)

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
