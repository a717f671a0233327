package diagram

import (
	"fmt"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// specials are the diagrams that go wrong elsewhere.
func specials() []*document.Diagram {
	long := strings.TrimSpace(strings.Repeat("Langdurige samenwerkingsverbanden tussen opsporingsdiensten en gemeenten ", 3))[:200]
	all := []*document.Diagram{
		simpleDiagram("one", 1, nil),
		simpleDiagram("none", 6, nil),
		simpleDiagram("pair", 2, []string{"0>1"}),
		simpleDiagram("two-cycle", 2, []string{"0>1", "1>0"}),
		simpleDiagram("parallel", 3, []string{"0>1", "0>1", "0>1", "1>0", "1>2"}),
		simpleDiagram("parts", 9, []string{"0>1", "1>2", "3>4", "4>3", "5>6", "6>7", "7>5"}),
		hub("hub", 18),
		ringed("loop", 5, 0), ringed("loops", 6, 3), ringed("loop-two", 2, 2),
		grouped("groups"),
	}
	l := simpleDiagram("long", 4, []string{"0>1", "1>2", "2>0", "2>3"})
	l.Nodes[0].Label = long
	l.Nodes[1].Label = strings.Repeat("Slachtofferhulporganisatie", 5)
	l.Nodes[2].Label = ""
	b := synthetic.Diagram(7, 12, 1.4)
	b.ID = "badges"
	for i := range b.Nodes {
		b.Nodes[i].Value = &document.Value{Text: fmt.Sprintf("+%d,%d", i*3, i), Points: 4 * float64(i)}
		b.Nodes[i].More = i % 3
		b.Nodes[i].Goal, b.Nodes[i].Lever = i%4 == 0, i%2 == 0
	}
	for i := range b.Edges {
		b.Edges[i].Count = i % 4
	}
	return append(all, l, b)
}

func simpleDiagram(id string, n int, edges []string) *document.Diagram {
	labels := synthetic.Diagram(3, max(n, 2), 1)
	d := &document.Diagram{ID: id, Layout: document.FreshLayout, Nodes: labels.Nodes[:n]}
	for i, e := range edges {
		var a, b int
		fmt.Sscanf(e, "%d>%d", &a, &b)
		d.Edges = append(d.Edges, document.Edge{
			ID: fmt.Sprintf("e%d", i), From: d.Nodes[a].ID, To: d.Nodes[b].ID,
			Sign: document.Sign(1 - 2*(i%2)), Weight: document.Weight(1 + i%4), Barriers: float64(i%5) / 2,
		})
	}
	return d
}

// hub has n arrows into and out of one node.
func hub(id string, n int) *document.Diagram {
	var edges []string
	for i := 1; i <= n; i++ {
		if i%3 == 0 {
			edges = append(edges, fmt.Sprintf("0>%d", i))
		} else {
			edges = append(edges, fmt.Sprintf("%d>0", i))
		}
	}
	return simpleDiagram(id, n+1, edges)
}

// ringed has a loop of n nodes, and m more nodes that hang on it; with m at
// least 3 a second loop.
func ringed(id string, n, m int) *document.Diagram {
	var edges []string
	for i := range n {
		edges = append(edges, fmt.Sprintf("%d>%d", i, (i+1)%n))
	}
	for i := n; i < n+m; i++ {
		edges = append(edges, fmt.Sprintf("%d>%d", i-1, i))
	}
	if m > 2 {
		edges = append(edges, fmt.Sprintf("%d>0", n+m-1))
	}
	d := simpleDiagram(id, n+m, edges)
	r := document.Ring{ID: "a", Letter: "R", Name: "Vertrouwen groeit door zicht"}
	for i := range n {
		r.Nodes = append(r.Nodes, d.Nodes[i].ID)
	}
	d.Rings = append(d.Rings, r)
	if m > 2 {
		b := document.Ring{ID: "b", Letter: "B", Name: "Verdringing", Nodes: []string{d.Nodes[0].ID}}
		for i := 1; i < n+m; i++ {
			b.Nodes = append(b.Nodes, d.Nodes[i].ID)
		}
		d.Rings = append(d.Rings, b)
	}
	return d
}

// grouped has two groups and neighbours outside.
func grouped(id string) *document.Diagram {
	d := synthetic.Diagram(5, 14, 1.4)
	d.ID = id
	d.Groups = []document.Group{{ID: "g", Title: "Opsporing"}, {ID: "h", Title: "Opvang en hulpverlening"}}
	for i := range d.Nodes {
		switch {
		case i < 5:
			d.Nodes[i].Group = "g"
		case i < 10:
			d.Nodes[i].Group = "h"
		default:
			d.Nodes[i].Light = document.Ghost
		}
	}
	return d
}

// scratch shows a picture to who works here; nothing by default.
var scratch = func(string, *Placed) {}

func TestSpecials(t *testing.T) {
	places, err := Place(t.Context(), text.NewFonts(), nil, specials(), Options{Language: "nl", Cache: "-"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range specials() {
		q := places.Quality[d.ID]
		scratch(d.ID, places.Placed[d.ID])
		if q.Overlaps+q.Clashes > 0 || q.Size < float64(LabelMin) {
			t.Errorf("%s: %+v", d.ID, q)
		}
		for _, fault := range faults(places.Placed[d.ID]) {
			t.Errorf("%s: %s", d.ID, fault)
		}
	}
}
