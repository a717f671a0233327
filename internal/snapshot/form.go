package snapshot

import (
	"maps"
	"slices"
	"strings"

	"slotmemo/internal/document"
)

// A form is a view told by a drawing of its own instead of on the map: loops as
// circles, a way as a ribbon, ways to several goals as branches. Its picture
// holds fewer relations than the choice; words and table are made of those.
type form struct {
	drawing document.Drawing
	nodes   []document.Node
	edges   []document.Edge
	words   string // what was left out, in a sentence; empty if nothing
}

// mostCircles is how many loops stand side by side; more are lit on the map.
const mostCircles = 3

// form returns the drawing of a view; nil where it is a map. What an author lights
// or hides is said of the map, so such a view stays one.
func (c *choice) form() *form {
	if len(c.in.View.Light) > 0 || len(c.in.View.Hide) > 0 || len(c.in.View.Show) == 0 || len(c.in.Answers.Structure) == 0 {
		return nil
	}
	show := c.in.View.Show
	t := NewTeller(c.in.Model, c.in.Answers.Result, c.in.Language, ShortNamesOf(c.in.Model, c.in.Language))
	common := document.Common{ID: c.in.View.ID, Title: newWriter(c.in, &part{subjects: c.subjects}).title()}
	switch {
	case !slices.ContainsFunc(show, func(s Selector) bool { _, ok := s.(*Loop); return !ok }):
		return c.circles(t, common)
	case !slices.ContainsFunc(show, func(s Selector) bool { _, ok := s.(*Path); return !ok }):
		return c.ways(t, common)
	}
	return nil
}

func (c *choice) circles(t *Teller, common document.Common) *form {
	if len(c.loops) > mostCircles {
		return nil
	}
	d, ok := t.Circles(common, c.loops)
	if !ok {
		return nil
	}
	return formOf(d)
}

// ways tells one path as a ribbon, several from one intervention as branches.
func (c *choice) ways(t *Teller, common document.Common) *form {
	first := c.in.View.Show[0].(*Path)
	if len(c.in.View.Show) == 1 {
		return c.ribbon(t, common, first)
	}
	var goals []string
	for _, s := range c.in.View.Show {
		p := s.(*Path)
		if p.From != first.From || goalIndex(c.in.Answers.Result, p.To) < 0 {
			return nil
		}
		goals = append(goals, p.To)
	}
	d, rest, ok := t.Branches(common, first.From, goals)
	if !ok {
		return nil
	}
	c.route = nil // words about one of several paths would mislead
	f := formOf(d)
	f.words = newLighting(c).strongestWays(rest)
	return f
}

func (c *choice) ribbon(t *Teller, common document.Common, s *Path) *form {
	d, ok := t.Ribbon(common, s.From, s.To)
	if !ok {
		return nil
	}
	f := formOf(d)
	if r := c.routes[s]; r != nil && (r.count > 1 || !r.complete) {
		l := newLighting(c)
		l.tellWays([]string{"strong"}, r)
		f.words = joinSentences(l.words)
	}
	return f
}

// strongestWays says that branches hold one way to each goal, and which goals
// they leave out.
func (l *lighting) strongestWays(rest []string) string {
	w := newWriter(l.c.in, &part{})
	words := []string{w.words.Get("strongest_ways")}
	var names []string
	for _, id := range rest {
		names = append(names, labelOf(l.c.in.Model, id))
	}
	return joinSentences(append(words, w.names("goals_left", names)...))
}

// formOf collects what a drawing holds, each node and edge once.
func formOf(d document.Drawing) *form {
	f := &form{drawing: d}
	f.nodes, f.edges = held(d)
	return f
}

// held returns the nodes and edges of a drawing, sorted by id, each once.
func held(d document.Drawing) ([]document.Node, []document.Edge) {
	nodes, edges := map[string]document.Node{}, map[string]document.Edge{}
	add := func(ns []document.Node, es []document.Edge) {
		for _, n := range ns {
			nodes[n.ID] = n
		}
		for _, e := range es {
			edges[e.ID] = e
		}
	}
	switch d := d.(type) {
	case *document.Circles:
		for _, l := range d.Loops {
			add(l.Nodes, l.Edges)
		}
	case *document.Ribbon:
		for _, s := range d.Stops {
			add([]document.Node{s.Node}, nil)
		}
		add(nil, d.Edges)
	case *document.Branches:
		add(d.Nodes, nil)
		for _, w := range d.Ways {
			add(nil, w.Edges)
		}
	}
	var ns []document.Node
	var es []document.Edge
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		ns = append(ns, nodes[id])
	}
	for _, id := range slices.Sorted(maps.Keys(edges)) {
		es = append(es, edges[id])
	}
	return ns, es
}

// told returns the numbers of a drawing in words; empty if it has none.
func (f *form) told() string {
	var parts []string
	switch d := f.drawing.(type) {
	case *document.Circles:
		for _, l := range d.Loops {
			parts = append(parts, l.Returns)
		}
		return strings.TrimSpace(strings.Join(parts, " "))
	case *document.Ribbon:
		for _, s := range d.Stops {
			parts = append(parts, s.Name+" "+s.Text)
		}
		return strings.TrimSpace(strings.Join(parts, " → ") + ". " + d.Total)
	case *document.Branches:
		for _, w := range d.Ways {
			goal := w.Nodes[len(w.Nodes)-1]
			at := slices.IndexFunc(d.Nodes, func(n document.Node) bool { return n.ID == goal })
			parts = append(parts, strings.TrimSpace(d.Nodes[at].Name+" "+w.Effect.Text+" "+w.Word))
		}
		return strings.Join(parts, "; ") + "."
	}
	return ""
}

// lit returns what a drawing holds as what is lit.
func (f *form) lit() *Lit {
	l := &Lit{Words: f.words}
	for _, n := range f.nodes {
		l.Factors = append(l.Factors, n.ID)
	}
	for _, e := range f.edges {
		l.Relations = append(l.Relations, e.ID)
	}
	return l
}

// DrawingOf returns what Overrides compares of a drawing: its nodes and edges, as
// if they stood on the map.
func DrawingOf(d document.Drawing) *document.Diagram {
	nodes, edges := held(d)
	return &document.Diagram{ID: d.Base().ID, Nodes: nodes, Edges: edges, Key: d.Base().Key}
}
