package diagram

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// around gives the view of a node and its neighbours up to so many nodes.
func viewOf(d *document.Diagram, center, most int) *document.Diagram {
	in := map[string]bool{d.Nodes[center].ID: true}
	queue := []string{d.Nodes[center].ID}
	for len(queue) > 0 && len(in) < most {
		id := queue[0]
		queue = queue[1:]
		for _, e := range d.Edges {
			for _, next := range [2]string{e.From, e.To} {
				if (e.From == id || e.To == id) && !in[next] && len(in) < most {
					in[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
	v := &document.Diagram{ID: fmt.Sprintf("view-%d", center), Layout: document.MapLayout, Key: d.Key}
	for _, n := range d.Nodes {
		if in[n.ID] {
			v.Nodes = append(v.Nodes, n)
		}
	}
	for _, e := range d.Edges {
		if in[e.From] && in[e.To] {
			v.Edges = append(v.Edges, e)
		}
	}
	return v
}

func viewsOf(d *document.Diagram, extra string) []*document.Diagram {
	var views []*document.Diagram
	for center := 0; center < 40; center += 4 {
		v := viewOf(d, center, 14)
		if extra != "" && !slices.ContainsFunc(v.Nodes, func(n document.Node) bool { return n.ID == extra }) {
			v = with(v, d, extra)
		}
		views = append(views, v)
	}
	return views
}

// with adds a node and its edges to a view.
func with(v, d *document.Diagram, id string) *document.Diagram {
	for _, n := range d.Nodes {
		if n.ID == id {
			v.Nodes = append(v.Nodes, n)
		}
	}
	for _, e := range d.Edges {
		has := func(id string) bool {
			return slices.ContainsFunc(v.Nodes, func(n document.Node) bool { return n.ID == id })
		}
		if (e.From == id || e.To == id) && has(e.From) && has(e.To) {
			v.Edges = append(v.Edges, e)
		}
	}
	return v
}

// model makes a model of 40 nodes; larger adds one with two edges.
func model(larger bool) *document.Diagram { return modelOf(11, larger) }

func modelOf(seed uint64, larger bool) *document.Diagram {
	d := synthetic.Diagram(seed, 40, 1.6)
	d.ID, d.Layout = "model", document.MapLayout
	if larger {
		d.Nodes = append(d.Nodes, document.Node{ID: "nieuw", Label: "Nieuwe opvangplekken"})
		d.Edges = append(d.Edges,
			document.Edge{ID: "z1", From: d.Nodes[3].ID, To: "nieuw", Sign: document.Plus, Weight: document.AverageLine, Barriers: 1},
			document.Edge{ID: "z2", From: "nieuw", To: d.Nodes[17].ID, Sign: document.Minus, Weight: document.StrongLine})
	}
	return d
}

func place(t *testing.T, whole *document.Diagram, views []*document.Diagram, o Options) *Places {
	t.Helper()
	o.Language, o.Cache = "nl", "-"
	places, err := Place(t.Context(), text.NewFonts(), whole, views, o)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// TestMapStays adds a node to a model and holds that nothing else moves on the
// map, and that in every view at least 90 % of the left/right and above/below
// relations stay. One model by default, more with SLOTMEMO_RUNS.
func TestMapStays(t *testing.T) {
	for seed := range uint64(min(runs(), 5)) {
		t.Run(fmt.Sprintf("seed %d", 11+seed), func(t *testing.T) { mapStays(t, 11+seed) })
	}
}

// throughFile returns positions as a file of whole points keeps them.
func throughFile(p Positions) Positions {
	kept := Positions{}
	for id, at := range p {
		kept[id] = Position{math.Round(at.X), math.Round(at.Y)}
	}
	return kept
}

func mapStays(t *testing.T, seed uint64) {
	before := place(t, modelOf(seed, false), viewsOf(modelOf(seed, false), ""), Options{})
	after := place(t, modelOf(seed, true), viewsOf(modelOf(seed, true), "nieuw"), Options{Kept: throughFile(before.Positions)})
	want := Drift{New: []string{"nieuw"}}
	if diff := cmp.Diff(want, after.Drift); diff != "" {
		t.Errorf("drift: %s", diff)
	}
	for id, at := range before.Positions {
		if after.Positions[id] != at {
			t.Errorf("%s moved from %v to %v", id, at, after.Positions[id])
		}
	}
	least := 1.0
	for _, v := range viewsOf(modelOf(seed, false), "") {
		same := relationsKept(before.Placed[v.ID], after.Placed[v.ID])
		least = min(least, same)
		if same < 0.9 {
			t.Errorf("%s keeps %.3f of its relations", v.ID, same)
		}
		scratch("map-"+v.ID, before.Placed[v.ID])
		scratch("map2-"+v.ID, after.Placed[v.ID])
	}
	t.Logf("at least %.3f of the relations in a view are kept", least)
}

// relationsKept is the share of pairs of nodes in both pictures that stand left
// or right of, and above or below, each other as before.
func relationsKept(a, b *Placed) float64 {
	at := func(p *Placed) map[string]vec {
		out := map[string]vec{}
		for _, n := range p.Nodes {
			out[n.ID] = vec{float64(n.Box.X + n.Box.W/2), float64(n.Box.Y + n.Box.H/2)}
		}
		return out
	}
	was, is := at(a), at(b)
	pairs, kept := 0, 0
	for i, n := range a.Nodes {
		for _, m := range a.Nodes[i+1:] {
			p, ok1 := is[n.ID]
			q, ok2 := is[m.ID]
			if !ok1 || !ok2 {
				continue
			}
			pairs += 2
			d, e := was[m.ID].minus(was[n.ID]), q.minus(p)
			if d.x*e.x > 0 || d.x == e.x {
				kept++
			}
			if d.y*e.y > 0 || d.y == e.y {
				kept++
			}
		}
	}
	return float64(kept) / float64(max(1, pairs))
}

// TestJustFoundEqualsKept holds that the build that finds the positions and the
// next one that reads them give the same.
func TestJustFoundEqualsKept(t *testing.T) {
	first := place(t, model(false), viewsOf(model(false), "")[:3], Options{Workers: 1})
	kept := throughFile(first.Positions)
	second := place(t, model(false), viewsOf(model(false), "")[:3], Options{Kept: kept, Workers: 2})
	if diff := cmp.Diff(first.Placed, second.Placed); diff != "" {
		t.Errorf("positions just found and kept ones give different pictures:\n%s", diff)
	}
	if diff := cmp.Diff(first.Positions, second.Positions); diff != "" {
		t.Errorf("positions: %s", diff)
	}
	if len(second.Drift.New)+len(second.Drift.Gone)+len(second.Drift.Moved) > 0 {
		t.Errorf("drift without a change: %+v", second.Drift)
	}
}

func TestRelayout(t *testing.T) {
	d := model(false)
	kept := Positions{"weg": {1, 2}}
	for i, n := range d.Nodes {
		kept[n.ID] = Position{float64(i) * 50, float64(i%7) * 60}
	}
	places := place(t, d, nil, Options{Kept: kept, Relayout: true})
	if diff := cmp.Diff([]string{"weg"}, places.Drift.Gone); diff != "" {
		t.Error(diff)
	}
	if len(places.Drift.Moved) < 30 {
		t.Errorf("%d nodes moved, want nearly all", len(places.Drift.Moved))
	}
}

func TestFirstPositionsFromTables(t *testing.T) {
	d := model(false)
	for i := range d.Nodes {
		d.Nodes[i].X, d.Nodes[i].Y, d.Nodes[i].HasSpot = float64(i%6), float64(i/6), true
	}
	places := place(t, d, nil, Options{})
	a, b := places.Positions[d.Nodes[0].ID], places.Positions[d.Nodes[1].ID]
	if a.Y != b.Y || b.X <= a.X {
		t.Errorf("first positions aren't followed: %v, %v", a, b)
	}
}
