package diagram

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// viewOf gives the view of a node and its neighbours up to so many nodes.
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
	v := &document.Diagram{ID: fmt.Sprintf("view-%d", center), Key: d.Key, Groups: d.Groups}
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

// modelOf makes a model; every other one has domains.
func modelOf(seed uint64, n int) *document.Diagram {
	d := synthetic.Diagram(seed, n, 1.6)
	d.ID, d.Layout, d.Size = "model", document.MapLayout, document.WholeSize
	if seed%2 == 0 {
		for g := range 4 {
			d.Groups = append(d.Groups, document.Group{ID: fmt.Sprint("g", g), Title: fmt.Sprint("Domein ", g)})
		}
		for i := range d.Nodes {
			d.Nodes[i].Group = fmt.Sprint("g", i%4)
		}
	}
	return d
}

func viewsOf(d *document.Diagram) []*document.Diagram {
	views := []*document.Diagram{d}
	for center := 0; center < len(d.Nodes); center += 9 {
		views = append(views, viewOf(d, center, 9))
	}
	return views
}

func place(t *testing.T, whole *document.Diagram, views []*document.Diagram, o Options) *Places {
	t.Helper()
	o.Language = "nl"
	places, err := Place(t.Context(), text.NewFonts(), whole, views, o)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// stations gives where the nodes of a picture stand, ghosts included.
func stations(p *Placed) map[string]Point {
	out := map[string]Point{}
	for _, n := range p.Nodes {
		out[n.ID] = n.At
	}
	return out
}

// edit changes one thing that is said: a label, a sign, a strength, a speed.
func edit(d *document.Diagram, r *rand.Rand) *document.Diagram {
	c := *d
	c.Nodes, c.Edges = slices.Clone(d.Nodes), slices.Clone(d.Edges)
	e := &c.Edges[r.IntN(len(c.Edges))]
	switch r.IntN(5) {
	case 0:
		e.Sign = -e.Sign
	case 1:
		e.Weight = document.WeakLine + document.Weight(r.IntN(4))
	case 2:
		e.Barriers = float64(r.IntN(5)) / 2
	case 3:
		c.Nodes[r.IntN(len(c.Nodes))].Label = "Kort"
	case 4:
		c.Nodes[r.IntN(len(c.Nodes))].Label = strings.Repeat("Aanzienlijk langer dan eerst ", 1+r.IntN(2))
	}
	return &c
}

// TestWordsMoveNoStation changes what a model says, one thing at a time, and
// holds that every station of every view stays exactly where it is, though
// nothing is kept. SLOTMEMO_RUNS=100 takes 200 edits of five models.
func TestWordsMoveNoStation(t *testing.T) {
	for i := range 2 * runs() {
		seed := uint64(20 + i%5)
		d := modelOf(seed, 16+int(seed%3)*15)
		before := place(t, d, viewsOf(d), Options{})
		changed := edit(d, rand.New(rand.NewPCG(uint64(i), 5)))
		after := place(t, changed, viewsOf(changed), Options{})
		for id, p := range before.Placed {
			if diff := cmp.Diff(stations(p), stations(after.Placed[id])); diff != "" {
				t.Errorf("seed %d, edit %d: stations of %s moved:\n%s", seed, i, id, diff)
			}
		}
		if diff := cmp.Diff(before.Kept, after.Kept); diff != "" {
			t.Errorf("seed %d, edit %d: the map changed:\n%s", seed, i, diff)
		}
	}
}

// TestNewNodeMovesNoOther adds a node with two relations to a kept map, takes one
// away, and holds that nothing else moves: neither its station nor its arrows.
func TestNewNodeMovesNoOther(t *testing.T) {
	for seed := range uint64(min(6, runs())) {
		d := modelOf(30+seed, 24)
		before := place(t, d, viewsOf(d), Options{})
		larger := modelOf(30+seed, 24)
		larger.Nodes = append(larger.Nodes, document.Node{ID: "nieuw", Label: "Nieuwe opvangplekken", Group: larger.Nodes[3].Group})
		larger.Edges = append(larger.Edges,
			document.Edge{ID: "z1", From: larger.Nodes[3].ID, To: "nieuw", Sign: document.Plus},
			document.Edge{ID: "z2", From: "nieuw", To: larger.Nodes[17].ID, Sign: document.Minus})
		after := place(t, larger, append(viewsOf(d)[1:], larger), Options{Kept: before.Kept})
		if diff := cmp.Diff(Drift{New: []string{"nieuw"}}, after.Drift); diff != "" {
			t.Errorf("seed %d: drift: %s", seed, diff)
		}
		for id, was := range before.Placed {
			is := stations(after.Placed[id])
			delete(is, "nieuw")
			if diff := cmp.Diff(stations(was), is); diff != "" {
				t.Errorf("seed %d: stations of %s moved:\n%s", seed, id, diff)
			}
		}
		for id, bow := range before.Kept.Bows {
			if after.Kept.Bows[id] != bow {
				t.Errorf("seed %d: %s bows %g, was %g", seed, id, after.Kept.Bows[id], bow)
			}
		}
	}
}

// TestVanishedNodeLeavesItsPlace holds that nothing moves up.
func TestVanishedNodeLeavesItsPlace(t *testing.T) {
	d := modelOf(32, 30)
	before := place(t, d, []*document.Diagram{d}, Options{})
	less := modelOf(32, 30)
	gone := less.Nodes[7].ID
	less.Nodes = slices.Delete(less.Nodes, 7, 8)
	less.Edges = slices.DeleteFunc(less.Edges, func(e document.Edge) bool { return e.From == gone || e.To == gone })
	after := place(t, less, []*document.Diagram{less}, Options{Kept: before.Kept})
	want := stations(before.Placed["model"])
	delete(want, gone)
	if diff := cmp.Diff(want, stations(after.Placed["model"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Drift{Gone: []string{gone}}, after.Drift); diff != "" {
		t.Error(diff)
	}
}

// TestViewsKeepOrder holds that in every view each pair of stations is left or
// right and above or below as on the whole map.
func TestViewsKeepOrder(t *testing.T) {
	for seed := range uint64(min(6, runs())) {
		d := modelOf(40+seed, 26)
		places := place(t, d, viewsOf(d), Options{})
		whole := stations(places.Placed["model"])
		for id, p := range places.Placed {
			is := stations(p)
			for a, at := range whole {
				for b, bt := range whole {
					if (at.X < bt.X) != (is[a].X < is[b].X) || (at.Y < bt.Y) != (is[a].Y < is[b].Y) {
						t.Fatalf("seed %d, %s: %s and %s stand otherwise than on the map", seed, id, a, b)
					}
				}
			}
		}
	}
}

// TestJustFoundEqualsKept holds that the build that finds the map and the next
// one that reads it give the same, and that the second needs no Graphviz.
func TestJustFoundEqualsKept(t *testing.T) {
	for _, seed := range []uint64{50, 51} {
		d := modelOf(seed, 25)
		first := place(t, d, viewsOf(d), Options{Workers: 1})
		second := place(t, d, viewsOf(d), Options{Kept: first.Kept, Workers: 2})
		if diff := cmp.Diff(first.Placed, second.Placed); diff != "" {
			t.Errorf("seed %d: a map just found and a kept one give different pictures:\n%s", seed, diff)
		}
		if diff := cmp.Diff(first.Kept, second.Kept); diff != "" {
			t.Errorf("seed %d: kept: %s", seed, diff)
		}
		if first.Workers == 0 || second.Workers != 0 {
			t.Errorf("seed %d: %d workers at first, %d when the map was kept", seed, first.Workers, second.Workers)
		}
	}
}

// TestEditedByHand moves a station beyond the page: the rest keeps its order.
func TestEditedByHand(t *testing.T) {
	d := modelOf(51, 20)
	kept := place(t, d, nil, Options{}).Kept
	kept.Spots[d.Nodes[0].ID] = Spot{700, -90}
	places := place(t, d, []*document.Diagram{d}, Options{Kept: kept})
	is := stations(places.Placed["model"])
	for a, at := range kept.Spots {
		for b, bt := range kept.Spots {
			if at.X < bt.X && is[a].X >= is[b].X || at.Y < bt.Y && is[a].Y >= is[b].Y {
				t.Fatalf("%s at %v and %s at %v are drawn at %v and %v", a, at, b, bt, is[a], is[b])
			}
		}
	}
	if diff := cmp.Diff(kept.Spots, places.Kept.Spots); diff != "" {
		t.Errorf("what a person wrote is kept: %s", diff)
	}
}

func TestRelayout(t *testing.T) {
	d := modelOf(51, 40)
	kept := Kept{Spots: map[string]Spot{"weg": {1, 2}}}
	for i, n := range d.Nodes {
		kept.Spots[n.ID] = Spot{float64(i) * 9, float64(i%7) * 60}
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
	d := modelOf(51, 30)
	for i := range d.Nodes {
		d.Nodes[i].X, d.Nodes[i].Y, d.Nodes[i].HasSpot = float64(i%6), float64(i/6), true
	}
	places := place(t, d, []*document.Diagram{d}, Options{})
	a, b := places.Kept.Spots[d.Nodes[0].ID], places.Kept.Spots[d.Nodes[1].ID]
	if a.Y != b.Y || b.X <= a.X || places.Workers > 0 {
		t.Errorf("first positions aren't followed: %v, %v, %d workers", a, b, places.Workers)
	}
	again := place(t, d, []*document.Diagram{d}, Options{Kept: places.Kept})
	if diff := cmp.Diff(places.Placed, again.Placed); diff != "" {
		t.Error(diff)
	}
}

// TestStranger warns of a kept station in the area of another group, and leaves
// it there.
func TestStranger(t *testing.T) {
	d := modelOf(34, 24)
	kept := place(t, d, nil, Options{}).Kept
	d.Nodes[8].Group = "g1"
	places := place(t, d, nil, Options{Kept: kept})
	if len(places.Problems) != 1 || places.Problems[0].Args[0] != d.Nodes[8].ID {
		t.Errorf("problems %v, want one about %s", places.Problems, d.Nodes[8].ID)
	}
	if diff := cmp.Diff(kept.Spots, places.Kept.Spots); diff != "" {
		t.Error(diff)
	}
}

// TestWithoutGraphviz has workers that hang or die: the pictures are simpler,
// a warning says so, and nothing is kept.
func TestWithoutGraphviz(t *testing.T) {
	for name, command := range map[string][]string{
		"hanging": {"sleep", "600"},
		"dying":   {"sh", "-c", "exit 1"},
		"missing": {"/no/such/program"},
	} {
		t.Run(name, func(t *testing.T) {
			o := Options{Language: "nl", Timeout: 50 * time.Millisecond}
			p := newPlacer(text.NewFonts(), o)
			p.pool.Command = func() *exec.Cmd { return exec.Command(command[0], command[1:]...) }
			d := synthetic.Diagram(2, 9, 1.4)
			d.Layout = document.MapLayout
			places, err := p.all(t.Context(), d, []*document.Diagram{d}, o)
			if err != nil {
				t.Fatal(err)
			}
			if len(places.Problems) != 1 || places.Kept.Spots != nil {
				t.Errorf("%d problems, want a warning; kept %v", len(places.Problems), places.Kept.Spots)
			}
			if len(places.Placed[d.ID].Nodes) != 9 {
				t.Error("nodes are missing")
			}
		})
	}
}
