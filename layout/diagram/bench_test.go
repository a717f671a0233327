package diagram

import (
	"fmt"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// snapshots makes n different views of 20 nodes of a model of 60.
func snapshots(n int) (whole *document.Diagram, views []*document.Diagram) {
	whole = synthetic.Diagram(4, 60, 1.6)
	whole.ID, whole.Layout = "model", document.MapLayout
	for i := range n {
		v := viewOf(whole, i%60, 20)
		v.ID = fmt.Sprintf("view-%d", i)
		v.Nodes[i/60].Goal = !v.Nodes[i/60].Goal // the same nodes, another picture
		views = append(views, v)
	}
	return whole, views
}

// BenchmarkSnapshots lays out 200 snapshots of 20 nodes: cold, with an empty
// cache, and warm.
func BenchmarkSnapshots(b *testing.B) {
	whole, views := snapshots(200)
	run := func(b *testing.B, cache string) {
		if _, err := Place(b.Context(), text.NewFonts(), whole, views, Options{Language: "nl", Cache: cache}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			run(b, b.TempDir())
		}
	})
	b.Run("warm", func(b *testing.B) {
		cache := b.TempDir()
		run(b, cache)
		for b.Loop() {
			run(b, cache)
		}
	})
}

// BenchmarkLarge lays out whole models that are too large for a figure.
func BenchmarkLarge(b *testing.B) {
	for _, size := range []struct {
		nodes   int
		density float64
	}{{60, 1.6}, {120, 1.6}, {300, 3}} {
		d := synthetic.Diagram(1, size.nodes, size.density)
		for _, layout := range []document.Layout{document.MapLayout, document.FreshLayout} {
			v := *d
			v.Layout = layout
			b.Run(fmt.Sprintf("%d/%d/%d", len(d.Nodes), len(d.Edges), layout), func(b *testing.B) {
				for b.Loop() {
					if _, err := Place(b.Context(), text.NewFonts(), d, []*document.Diagram{&v}, Options{Language: "nl", Cache: "-"}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
