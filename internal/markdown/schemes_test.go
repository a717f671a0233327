package markdown

import (
	"testing"

	"slotmemo/internal/source"
)

// fewer is a host with schemes of its own.
type fewer struct{ stub }

func (fewer) Schemes() Schemes { return Schemes{Links: []string{"person"}, Images: []string{"map"}} }

// TestSchemesAreTheHosts holds that only the host says which addresses are its
// own, and that a message names these.
func TestSchemesAreTheHosts(t *testing.T) {
	text, problems := Parse("Van [ons](person:jan) en [](factor:pakkans).\n\n![](map:nl)\n\n![](snapshot:x)\n", source.Pos{Path: "a.md", Line: 1, Column: 1}, "nl", fewer{})
	got := ""
	for _, p := range problems {
		got += p.Pos.String() + ": " + p.Text("en") + "\n"
	}
	want := `a.md:1:26: the address "factor:pakkans" doesn't become a link; expected http, https, mailto or #heading
a.md:5:1: no image "snapshot:x"; expected map: with a name
`
	if got != want || len(text.Blocks) != 2 {
		t.Errorf("%d blocks, problems\n%swant\n%s", len(text.Blocks), got, want)
	}
}
