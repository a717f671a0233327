package diagram

import (
	"fmt"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// snapshots makes n different views of 20 nodes of a model of 60, of which at
// most nine are lit.
func snapshots(n int) (whole *document.Diagram, views []*document.Diagram) {
	whole = synthetic.Diagram(4, 60, 1.6)
	whole.ID = "model"
	for i := range n {
		v := viewOf(whole, i%60, 20)
		v.ID = fmt.Sprintf("view-%d", i)
		for k := range v.Nodes {
			if (k+i/60)%20 >= 9 {
				v.Nodes[k].Light = document.Ghost
			}
		}
		views = append(views, v)
	}
	return whole, views
}

// BenchmarkSnapshots places 200 snapshots of 20 factors: cold, with the map to
// be found, and with a kept map.
func BenchmarkSnapshots(b *testing.B) {
	whole, views := snapshots(200)
	run := func(b *testing.B, k Kept) Kept {
		places, err := Place(b.Context(), text.NewFonts(), whole, views, Options{Language: "nl", Kept: k})
		if err != nil {
			b.Fatal(err)
		}
		return places.Kept
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			run(b, Kept{})
		}
	})
	b.Run("kept", func(b *testing.B) {
		kept := run(b, Kept{})
		for b.Loop() {
			run(b, kept)
		}
	})
}

// BenchmarkWhole places whole models in one figure, the map included.
func BenchmarkWhole(b *testing.B) {
	for _, size := range []struct {
		nodes   int
		density float64
	}{{12, 11}, {20, 9.5}, {60, 1.6}, {120, 1.6}, {300, 3}} {
		d := synthetic.Diagram(1, size.nodes, size.density)
		d.Size, d.Layout = document.WholeSize, document.MapLayout
		b.Run(fmt.Sprintf("%d/%d", len(d.Nodes), len(d.Edges)), func(b *testing.B) {
			for b.Loop() {
				if _, err := Place(b.Context(), text.NewFonts(), d, []*document.Diagram{d}, Options{Language: "nl"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
