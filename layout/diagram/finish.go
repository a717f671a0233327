package diagram

import (
	"slotmemo/internal/document"
)

// finish crops a sketch to what is drawn, sets the key under it, and rounds.
func (s *sketch) finish(m *measurer, width float64) *Placed {
	const rim = 1.0
	r := s.extent()
	items, used, _ := m.key(s.d.Key, width, 0)
	total := max(r.width()+2*rim, used)
	by := vec{(total-r.width())/2 - r.x0, rim - r.y0}
	if len(s.bodies) == 0 {
		by = vec{}
	}
	height := r.height() + 2*rim
	if len(items) > 0 {
		items, _, height = m.key(s.d.Key, width, height+keyAbove)
	}
	p := &Placed{ID: s.d.ID, Title: s.d.Title, Width: pt(total), Height: pt(height), Key: items}
	for i, n := range s.d.Nodes {
		p.Nodes = append(p.Nodes, s.bodies[i].node(n, by))
	}
	for i, e := range s.d.Edges {
		p.Edges = append(p.Edges, s.arrows[i].edge(e, by))
	}
	for i, g := range s.d.Groups {
		p.Groups = append(p.Groups, s.groups[i].group(g, by))
	}
	for i, g := range s.d.Rings {
		p.Rings = append(p.Rings, s.ring(s.rings[i], g, by))
	}
	return p
}

func (b *body) node(n document.Node, by vec) Node {
	by = b.at.plus(by)
	out := Node{Node: n, Box: b.box.move(by).rounded(), Size: pt(b.size)}
	for _, l := range b.lines {
		out.Lines = append(out.Lines, Line{l.Text, pt(float64(l.X) + by.x), pt(float64(l.Y) + by.y)})
	}
	out.Mark, out.Dial, out.MoreAt = placed(b.mark, by), placed(b.dial, by), placed(b.more, by)
	if b.badge != nil {
		r := b.badge.move(by).rounded()
		out.Badge = &r
	}
	return out
}

func placed(p *vec, by vec) *Point {
	if p == nil {
		return nil
	}
	q := p.plus(by).point()
	return &q
}

func (a *arrow) edge(e document.Edge, by vec) Edge {
	out := Edge{Edge: e, Tip: a.whole[3].plus(by).point(), SignAt: a.sign.plus(by).point(), CountAt: placed(a.count, by), TagAt: placed(a.tag, by)}
	for _, p := range a.line {
		out.Curve = append(out.Curve, p.plus(by).point())
	}
	for _, b := range a.barriers {
		out.Barriers = append(out.Barriers, Barrier{b.From.move(by), b.To.move(by)})
	}
	return out
}

func (p Point) move(by vec) Point {
	return Point{pt(float64(p.X) + by.x), pt(float64(p.Y) + by.y)}
}

func (a *area) group(g document.Group, by vec) Group {
	box := a.box.move(by)
	return Group{Group: g, Box: box.rounded(), TitleAt: vec{box.x0 + areaAir, box.y0 + areaAir + float64(GroupSize)*0.7}.plus(a.titleAt).point()}
}

func (s *sketch) ring(r ring, g document.Ring, by vec) Ring {
	at := s.bodies[r.body].at.plus(by)
	out := Ring{Ring: g, Center: vec{at.x, at.y - r.up}.point(), Clockwise: s.clockwise(r)}
	for _, l := range r.lines {
		out.Lines = append(out.Lines, Line{l.Text, pt(at.x), pt(at.y + float64(l.Y))})
	}
	return out
}
