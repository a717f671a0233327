package story_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
)

// printed lists a placed drawing, a shape a line, in whole tenths of a point.
func printed(p *story.Placed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s × %s\n", tenth(p.Width), tenth(p.Height))
	for _, part := range p.Parts {
		fmt.Fprintf(&b, "%s %s", part.Kind, part.ID)
		for _, f := range part.Facts {
			fmt.Fprintf(&b, " %s=%s", f.Name, f.Value)
		}
		b.WriteByte('\n')
		for _, shape := range part.Shapes {
			b.WriteString("  " + printedShape(shape) + "\n")
		}
	}
	for _, k := range p.Key {
		fmt.Fprintf(&b, "key %d %q at %s\n", k.Cue, k.Text, tenth(k.At.X))
	}
	return b.String()
}

func printedShape(shape story.Shape) string {
	switch s := shape.(type) {
	case *story.Words:
		turn := ""
		if s.Turn != 0 {
			turn = fmt.Sprintf(" turned %.0f", s.Turn)
		}
		return fmt.Sprintf("%q %s %s size %v anchor %d%s", s.Text, at(s.At), s.Color, s.Size, s.Anchor, turn)
	case *story.Line:
		return fmt.Sprintf("line %s – %s of %d, %s %s %v", at(s.Points[0]), at(s.Points[len(s.Points)-1]), len(s.Points), s.Color, tenth(s.Width), s.Dash)
	case *story.Area:
		return fmt.Sprintf("area %s of %d, %s", at(s.Points[0]), len(s.Points), s.Color)
	case *story.Mark:
		return fmt.Sprintf("mark %d %s radius %s %q filled %v", s.Kind, at(s.At), tenth(s.Radius), s.Text, s.Filled)
	case *story.Chip:
		return fmt.Sprintf("chip %v %s × %s own %v", s.Lines, at(mark.Point{X: s.Box.X, Y: s.Box.Y}), tenth(s.Box.W), s.Own)
	case *story.Arrow:
		return fmt.Sprintf("arrow %s sign %d %s barriers %d tip %s width %s %v", s.ID, s.Sign, at(s.SignAt), len(s.Barriers), at(s.Tip), tenth(s.Width), s.Dash)
	}
	return fmt.Sprintf("%T", shape)
}

func at(p mark.Point) string { return tenth(p.X) + " " + tenth(p.Y) }

func tenth(v mark.Pt) string { return fmt.Sprintf("%.1f", math.Round(float64(v)*10)/10+0) }

// One small drawing of each form stands in a file, to be read.
func TestPositions(t *testing.T) {
	pair := &document.Circles{Common: common("pair"), Shared: "in beide", Loops: []document.Circle{circle("a", 0, 2, false), circle("b", 2, 3, false)}}
	pair.Loops[1].Nodes[0] = pair.Loops[0].Nodes[0]
	fonts := text.NewFonts()
	for _, d := range []document.Drawing{
		&document.Circles{Common: common("circle"), Loops: []document.Circle{circle("l", 0, 4, false)}}, pair,
		ribbon("ribbon", 4, false, 40, 0.5), branches("branches", 2, 3, false), dispute("dispute", 2, 3, false),
		forYou("foryou", 1, 3, false), multiples("multiples", 2, 3, false), scatter("scatter", 4, false),
		bump("bump", 3, 3, false), shift("shift", 1, 2, false),
	} {
		got := printed(story.Place(d, fonts, "nl"))
		path := filepath.Join("testdata", d.Base().ID+".txt")
		if os.Getenv("SLOTMEMO_UPDATE") != "" {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs (SLOTMEMO_UPDATE=1 accepts it):\n%s", path, firstDifference(got, string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
