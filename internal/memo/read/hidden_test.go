package read

import (
	"slices"
	"testing"
)

func TestPlacedViews(t *testing.T) {
	for text, want := range map[string][]string{
		"![](snapshot:a)":                             {"a"},
		"![caption [x] y](snapshot:a) tail":           {"a"},
		"![two\nlines]( <snapshot:a> )":               {"a"},
		"[](snapshot:a)":                              nil,
		"![x][ref]\n\n[ref]: snapshot:a\n":            {"a"},
		"![](table:a) [](snapshot:b) ![](snapshot:c)": {"c"},
		"](snapshot:a)":                               nil,
	} {
		if got := placedViews(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
