package inspect_test

import (
	"fmt"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/testenv"
	"slotmemo/layout/diagram"
	"slotmemo/layout/diagram/inspect"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// runs scales the trial by SLOTMEMO_RUNS: 1 by default.
func runs() int { return testenv.Runs(1) }

// TestUnseenModels holds, for synthetic models of 9 to 60 factors with and
// without domains and for two dense ones, that nothing lies on anything else:
// the landscape with its spine, and views of nine lit factors.
func TestUnseenModels(t *testing.T) {
	fonts := text.NewFonts()
	var all []*document.Diagram
	for i := range min(40, 4*runs()) {
		n := []int{9, 35, 20, 14, 46, 27, 60, 25}[i%8]
		d := synthetic.Diagram(uint64(100+i), n, []float64{1.3, 1.6, 1.9}[i%3])
		if i%2 == 0 {
			group(d, 3+i%4)
		}
		all = append(all, d)
	}
	all = append(all, synthetic.Diagram(3, 12, 11), synthetic.Diagram(3, 20, 9.5))
	for _, d := range all {
		d.Layout = document.MapLayout
		whole := landscape(d)
		views := append([]*document.Diagram{whole}, parts(d)...)
		places, err := diagram.Place(t.Context(), fonts, whole, views, diagram.Options{Language: "nl"})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range views {
			for _, fault := range inspect.Faults(places.Placed[v.ID], fonts, 138*text.MM, 560) {
				t.Errorf("%s of %s: %s", v.ID, d.ID, fault)
			}
		}
	}
}

func group(d *document.Diagram, n int) {
	for k := range n {
		d.Groups = append(d.Groups, document.Group{ID: fmt.Sprint(k), Title: []string{"Opsporing", "Beleid", "Opvang en hulp", "Preventie", "Vervolging", "Signalering", "Toezicht"}[k]})
	}
	for i := range d.Nodes {
		d.Nodes[i].Group = fmt.Sprint(i * n / len(d.Nodes))
	}
}

// landscape lights a third of the relations, at most 26.
func landscape(d *document.Diagram) *document.Diagram {
	v := *d
	v.ID, v.Size = "landscape", document.WholeSize
	v.Edges = append([]document.Edge(nil), d.Edges...)
	v.Nodes = append([]document.Node(nil), d.Nodes...)
	spine := map[string]bool{}
	for i := range v.Edges {
		if i*3%len(v.Edges) >= 3 || i >= 78 {
			v.Edges[i].Light = document.Quiet
		}
		if i%3 != 0 {
			v.Edges[i].Light = document.Quiet
		}
		if v.Edges[i].Light == document.Lit {
			spine[v.Edges[i].From], spine[v.Edges[i].To] = true, true
		}
	}
	for i := range v.Nodes {
		if !spine[v.Nodes[i].ID] && !v.Nodes[i].Goal {
			v.Nodes[i].Light = document.Quiet
		}
	}
	return &v
}

// parts lights nine nodes round one, and what ties them.
func parts(d *document.Diagram) []*document.Diagram {
	var out []*document.Diagram
	for center := 0; center < len(d.Nodes); center += max(1, len(d.Nodes)/4) {
		lit := map[string]bool{d.Nodes[center].ID: true}
		for range 3 {
			for _, e := range d.Edges {
				if lit[e.From] != lit[e.To] && len(lit) < 9 {
					lit[e.From], lit[e.To] = true, true
				}
			}
		}
		v := &document.Diagram{ID: fmt.Sprint("view ", center), Groups: d.Groups, Key: d.Key}
		for _, n := range d.Nodes {
			if lit[n.ID] {
				v.Nodes = append(v.Nodes, n)
			}
		}
		for _, e := range d.Edges {
			if lit[e.From] && lit[e.To] {
				v.Edges = append(v.Edges, e)
			}
		}
		out = append(out, v)
	}
	return out
}
