package diagram

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
)

// TestLayoutVersion holds that a change of the layouts comes with another
// layoutVersion: else a machine with kept layouts would show other pictures
// than one without. It also holds that every machine finds the same.
//
// After a change: raise layoutVersion, then SLOTMEMO_UPDATE=1.
func TestLayoutVersion(t *testing.T) {
	const file = "testdata/layouts.txt"
	whole := synthetic.Diagram(6, 14, 1.4)
	whole.Layout = document.MapLayout
	fresh := synthetic.Diagram(8, 9, 1.5)
	places := place(t, whole, []*document.Diagram{whole, fresh, ringed("loops", 4, 3), grouped("groups")}, Options{})
	var b strings.Builder
	fmt.Fprintf(&b, "layoutVersion %s\n", layoutVersion)
	for _, id := range []string{whole.ID, fresh.ID, "loops", "groups"} {
		p := places.Placed[id]
		fmt.Fprintf(&b, "%s %g × %g\n", id, p.Width, p.Height)
		for _, n := range p.Nodes {
			fmt.Fprintf(&b, "  %s at %g,%g\n", n.ID, n.Box.X, n.Box.Y)
		}
		for _, e := range p.Edges {
			fmt.Fprintf(&b, "  %s tip %g,%g sign %g,%g\n", e.ID, e.Tip.X, e.Tip.Y, e.SignAt.X, e.SignAt.Y)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(b.String(), "\n")
	if os.Getenv("SLOTMEMO_UPDATE") != "" {
		if old, _, _ := strings.Cut(string(want), "\n"); old == head && string(want) != b.String() {
			t.Fatalf("layouts changed: raise layoutVersion in cache.go first")
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("layouts changed: raise layoutVersion in cache.go, then SLOTMEMO_UPDATE=1\n%s", diff)
	}
}
