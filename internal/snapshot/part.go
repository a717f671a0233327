package snapshot

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A part is what was chosen, sorted: the one list that picture, words and table
// are made from.
type part struct {
	nodes    []document.Node
	links    []link
	groups   []document.Group
	loops    []marvel.Loop
	hidden   []string // ids of factors
	route    *route
	effect   *effect
	change   *change
	overview *overview
	subjects []subject
	lit      *Lit
}

// A link is a relation of the picture, or a bundle of them in an overview.
type link struct {
	edge     document.Edge
	relation model.Relation
	scales   *model.Model    // of the relation's words: an older model has scales of its own
	was      *model.Relation // as it was in the older model, if it changed
	old      *model.Model
	bundle   *bundle
}

func (c *choice) part() *part {
	p := &part{
		loops: c.loops, route: c.route, effect: c.effect, change: c.change,
		overview: c.overview, subjects: c.subjects, lit: c.lit,
	}
	if c.overview != nil {
		c.overview.fill(p)
		return p
	}
	for id := range c.hidden {
		p.hidden = append(p.hidden, id)
	}
	slices.Sort(p.hidden)
	levers := leverFactors(c.in.Model)
	for _, f := range c.in.Model.Factors {
		if r := c.factors[f.ID]; r != 0 {
			p.nodes = append(p.nodes, c.node(f, r, levers[f.ID]))
		}
	}
	for _, r := range c.in.Model.Relations {
		if role := c.relations[r.ID]; role != 0 {
			p.links = append(p.links, c.link(r, role))
		}
	}
	if c.change != nil {
		c.change.addGone(c, p)
	}
	c.addGroups(p)
	p.sort()
	return p
}

func (p *part) sort() {
	slices.SortFunc(p.nodes, func(a, b document.Node) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.links, func(a, b link) int { return cmp.Compare(a.edge.ID, b.edge.ID) })
}

// leverFactors returns the factors on which an intervention acts. An effect view
// marks only those of the interventions that it shows.
func leverFactors(m *model.Model) map[string]bool {
	levers := map[string]bool{}
	for _, i := range m.Interventions {
		levers[i.Factor] = true
	}
	return levers
}

func (c *choice) node(f model.Factor, r role, lever bool) document.Node {
	n := document.Node{
		ID: f.ID, Label: f.Label, Goal: f.Goal != model.NoGoal, Lever: lever,
		Light: lightOf(r), X: f.X.Value, Y: f.Y.Value, HasSpot: f.X.Known && f.Y.Known,
	}
	if c.effect != nil {
		n.Lever = c.effect.levers[f.ID]
		n.Value = c.value(f)
	}
	n.Chips = c.chips(f)
	if c.change != nil {
		n.Change = c.change.factors[f.ID]
	}
	return n
}

// lightOf says how loud a role speaks.
func lightOf(r role) document.Light {
	switch r {
	case neighbour:
		return document.Ghost
	case quiet:
		return document.Quiet
	}
	return document.Lit
}

func (c *choice) link(r model.Relation, role role) link {
	l := link{edge: edgeOf(c.in.Model, r), relation: r, scales: c.in.Model}
	l.edge.Light, l.edge.Points = lightOf(role), c.lit.Points[r.ID]
	if c.change != nil {
		l.edge.Change = c.change.relations[r.ID]
		if l.edge.Change == document.Changed {
			l.was, l.old = c.in.Previous.Relation(r.ID), c.in.Previous
		}
	}
	return l
}

func edgeOf(m *model.Model, r model.Relation) document.Edge {
	return document.Edge{
		ID: r.ID, From: r.From, To: r.To, Sign: document.Sign(r.Sign),
		Weight: weightOf(m, r), Barriers: barriersOf(m, r),
	}
}

// addGroups makes an area of each domain that has a factor shown in full. The
// neighbours stand outside: an area with one grey name in it says nothing.
func (c *choice) addGroups(p *part) {
	if !c.groups {
		return
	}
	domains := map[string]bool{}
	for i, n := range p.nodes {
		f := c.in.Model.Factor(n.ID)
		if f == nil || f.Domain == "" || n.Light == document.Ghost {
			continue
		}
		p.nodes[i].Group = f.Domain
		domains[f.Domain] = true
	}
	for _, d := range c.in.Model.Domains() {
		if domains[d] {
			p.groups = append(p.groups, document.Group{ID: d, Title: d, Lit: slices.Contains(c.lit.Domains, d)})
		}
	}
	slices.SortFunc(p.groups, func(a, b document.Group) int { return cmp.Compare(a.ID, b.ID) })
}

// diagram makes the picture to be laid out.
func (p *part) diagram(in Input, w *writer) *document.Diagram {
	d := &document.Diagram{
		ID: in.View.ID, Title: w.title(), Layout: layoutOf(in.View.Layout),
		Size: sizeOf(in.View.Show), Nodes: p.nodes, Groups: p.groups,
	}
	for _, l := range p.links {
		e := l.edge
		e.Label = w.sentence(l)
		d.Edges = append(d.Edges, e)
	}
	for _, l := range p.loops {
		d.Rings = append(d.Rings, document.Ring{ID: l.ID, Letter: letterOf(l.Kind), Name: l.Name, Nodes: l.Factors})
	}
	slices.SortFunc(d.Rings, func(a, b document.Ring) int { return cmp.Compare(a.ID, b.ID) })
	d.Key = keyOf(d, p, in.Language)
	return d
}

// fingerprint sums up all that a diagram says, in any language.
func fingerprint(d *document.Diagram) string {
	h := sha256.New()
	for _, n := range d.Nodes {
		fmt.Fprintf(h, "node %q %q %v %v %d %q %v %d", n.ID, n.Label, n.Goal, n.Lever, n.Light, n.Group, n.Chips, n.Change)
		if n.Value != nil {
			fmt.Fprintf(h, " %q", n.Value.Text)
		}
		fmt.Fprintln(h)
	}
	for _, e := range d.Edges {
		fmt.Fprintf(h, "edge %q %q %q %d %d %g %d %d %d\n", e.ID, e.From, e.To, e.Sign, e.Weight, e.Barriers, e.Light, e.Count, e.Change)
		if e.Points != 0 {
			fmt.Fprintf(h, "points %g\n", e.Points)
		}
	}
	for _, r := range d.Rings {
		fmt.Fprintf(h, "ring %q %q %q %q\n", r.ID, r.Letter, r.Name, r.Nodes)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
