package yamltree_test

import (
	"strings"
	"testing"

	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// TestDeep holds that nesting which would use up the stack of the parser is
// refused before it is parsed.
func TestDeep(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", 200_000), "a: " + strings.Repeat("{a: ", 50_000), strings.Repeat("- ", 100_000),
		strings.Repeat("? ", 100_000), strings.Repeat("a:\n"+strings.Repeat(" ", 200), 1000),
	} {
		_, problems := yamltree.Parse(source.Pos{Path: "memo.yaml"}, text)
		if len(problems) == 0 {
			t.Errorf("%.20q… was accepted", text)
		}
	}
}

// TestPlaces holds that every value and key knows where it stands, also in a text
// that begins further down its file.
func TestPlaces(t *testing.T) {
	root, problems := yamltree.Parse(source.Pos{Path: "a.md", Line: 2, Column: 1}, "title: Een\nlist:\n  - {a: 0.10, b: [x]}\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for text, want := range map[string]string{"Een": "a.md:2:8", "0.10": "a.md:4:9", "x": "a.md:4:19"} {
		if pos, ok := root.Find(text); !ok || pos.String() != want {
			t.Errorf("%s stands at %s, want %s", text, pos, want)
		}
	}
	e, ok := root.Entry("list")
	if !ok || e.Pos.String() != "a.md:3:1" || !root.Touches(map[int]bool{4: true}) || root.Touches(map[int]bool{5: true}) {
		t.Errorf("list: %v at %s", ok, e.Pos)
	}
}

// TestFields holds what is said of fields that are unknown or unfit.
func TestFields(t *testing.T) {
	for text, want := range map[string]string{
		"titel: x":        `a.yaml:1:1: the field "titel" isn't known; did you mean "title"?`,
		"q: x":            `a.yaml:1:1: the field "q" isn't known; expected title, years or kind`,
		"{title: a, b c}": `a.yaml:1:12: the unknown field "b c" begins after the comma; put a value with a comma in quotes`,
		"title: [a]":      `a.yaml:1:8: the field "title" is no text; expected one value`,
		"years: 21":       `a.yaml:1:8: years "21" is no whole number from 0 to 20`,
		"years: 1,5":      `a.yaml:1:8: years "1,5" is no whole number from 0 to 20`,
		"kind: swift":     `a.yaml:1:7: kind "swift" isn't known; expected fast or slow`,
		"kind: slwo":      `a.yaml:1:7: kind "slwo" isn't known; expected fast or slow; did you mean "slow"?`,
		"title: a":        "",
	} {
		root, problems := yamltree.Parse(source.Pos{Path: "a.yaml"}, text)
		d := &yamltree.Decoder{Problems: problems}
		d.Fields(root, []yamltree.Field{
			{Key: "title", Read: func(e yamltree.Entry) { d.Text(e) }},
			{Key: "years", Read: func(e yamltree.Entry) { d.Whole(e, 0, 20, 1) }},
			{Key: "kind", Read: func(e yamltree.Entry) {
				d.OneOf(e, map[string]string{"fast": "fast", "slow": "slow"}, source.Choice{"fast", "slow"}, "fast")
			}},
		})
		var got []string
		for _, p := range d.Problems {
			got = append(got, p.Pos.String()+": "+p.Text("en"))
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s:\ngot  %s\nwant %s", text, s, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "a: [", "a: &x b\nc: *x", "? a\n: b", "---\n---\n", "- - - a", "a: |\n  b\n", "\ufeffa: \u202e\x00b", "a: \xff", "!!map {a: !!str 0.10}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, problems := yamltree.Parse(source.Pos{Path: "a.yaml"}, text)
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 2
		for _, p := range problems {
			if p.Pos.Path != "a.yaml" || p.Pos.Line > lines || p.Text("nl") == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
