package picture_test

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	_ "slotmemo/layout/diagram/earlycache"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// luminance and contrast are those of WCAG 2.2 (relative luminance, contrast
// ratio), written out here so that the test shares nothing with the theme.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	linear := func(v uint64) float64 {
		c := float64(v&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// decoration carries no meaning of its own.
var decoration = map[templates.Role]bool{
	templates.Rule: true, templates.Tint: true, templates.Paper: true, templates.None: true,
	// Ghosts are there to be recognised, not read.
	templates.Edge: true, templates.Ghost: true,
}

func init() {
	for i := range templates.Rises {
		decoration[templates.Rises[i]], decoration[templates.Falls[i]] = true, true
	}
}

// A pair of colours that lie on each other in a picture.
type pair struct{ on, under templates.Role }

// pairs walks a picture in the order of painting. What lies under a text is the
// last area painted that holds its middle; lines may lie on paper and on tint.
type pairs struct {
	fonts *text.Fonts
	areas []*picture.Path
	texts map[pair]bool
	lines map[templates.Role]bool
}

func (p *pairs) walk(shapes []picture.Shape) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *picture.Group:
			p.walk(s.Shapes)
		case *picture.Path:
			p.lines[s.Stroke], p.lines[s.Fill] = true, true
			if x0, y0, x1, y1 := box(s); s.Fill == templates.None && len(s.Segments) == 2 && s.Width == 1.1 {
				p.texts[pair{s.Stroke, p.under((x0+x1)/2, (y0+y1)/2)}] = true // a sign, drawn
			}
			if s.Fill != templates.None {
				p.areas = append(p.areas, s)
			}
		case *picture.Text:
			x := s.X
			if w := p.fonts.Width(s.Face, s.Size, s.Value); s.Anchor == picture.Start {
				x += w / 2
			} else if s.Anchor == picture.End {
				x -= w / 2
			}
			p.texts[pair{s.Color, p.under(x, s.Y-s.Size*0.3)}] = true
		}
	}
}

func (p *pairs) under(x, y picture.Pt) templates.Role {
	for i := len(p.areas) - 1; i >= 0; i-- {
		x0, y0, x1, y1 := box(p.areas[i])
		if x >= x0 && x <= x1 && y >= y0 && y <= y1 {
			return p.areas[i].Fill
		}
	}
	return templates.Paper
}

func box(p *picture.Path) (x0, y0, x1, y1 picture.Pt) {
	x0, y0, x1, y1 = 1e9, 1e9, -1e9, -1e9
	for _, s := range p.Segments {
		n := 1
		switch s.Op {
		case picture.Curve:
			n = 3
		case picture.Close:
			n = 0
		}
		for _, q := range s.Points[:n] {
			x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
		}
	}
	return x0, y0, x1, y1
}

// everything is a diagram with every mark that there is.
func everything() *document.Diagram {
	d := &document.Diagram{ID: "all", Groups: []document.Group{{ID: "g", Title: "Zorg"}}}
	for i := range 14 {
		n := document.Node{ID: fmt.Sprintf("n%02d", i), Label: fmt.Sprint("Factor ", i), Goal: i%3 == 0, Lever: i%2 == 0, Light: document.Light(i % 6 / 5 * 2), Change: document.Change(i % 4), More: i % 2}
		if i < 5 {
			n.Group = "g"
		}
		if i > 5 {
			n.Value = &document.Value{Text: "+1,0", Points: float64(i-9) * 10}
		}
		d.Nodes = append(d.Nodes, n)
	}
	for i := range 14 {
		d.Edges = append(d.Edges, document.Edge{
			ID: fmt.Sprintf("e%02d", i), From: fmt.Sprintf("n%02d", i), To: fmt.Sprintf("n%02d", (i*3+1)%14), Sign: document.Sign(i%3 - 1),
			Weight: document.Weight(i % 5), Barriers: float64(i%5) / 2, Light: document.Light(i % 2 * 2), Change: document.Change(i % 4), Count: (i % 7) / 6 * 5,
		})
	}
	d.Nodes[8].Chips = []document.Chip{{Text: "OM"}, {Text: "alleen Politie", Filled: true}}
	d.Nodes[9].Value = &document.Value{Text: "+4,0", Points: 4, Verdict: document.Nearer, Word: "dichterbij"}
	d.Nodes[12].Value = &document.Value{Text: "−4,0", Points: -4, Verdict: document.Further, Word: "verder weg"}
	d.Edges[2].Number, d.Edges[3].Points = 1, 12
	d.Panels = []document.Panel{{Title: "Na 1 jaar", Note: "4 bewegen", Foot: "Wat werkt?", Nodes: d.Nodes[:5:5], Edges: d.Edges[:3:3]}}
	d.Rings = []document.Ring{{ID: "l", Letter: "R", Name: "vertrouwen", Nodes: []string{"n00", "n01", "n04"}}}
	for c := range document.CueUnknownSpeed + 1 {
		d.Key = append(d.Key, document.KeyEntry{Cue: c, Text: "woord"})
	}
	return d
}

// chartOf has n lines of which the ends lie close together.
func chartOf(kind document.ChartKind, n int) *document.Chart {
	c := &document.Chart{
		ID: "chart", Kind: kind, HasBase: true, X: document.Axis{Title: "jaar", Max: 2},
		Y: document.Axis{Title: "niveau", Min: 1, Max: float64(n)},
	}
	for i := range 3 {
		c.X.Ticks = append(c.X.Ticks, document.Tick{At: float64(i), Label: fmt.Sprint("Na ", i, " jaar")})
	}
	for i := range n {
		y := 1 + float64(i)*0.1
		if kind == document.RankingChart {
			y = float64(i + 1)
		}
		c.Lines = append(c.Lines, document.Line{
			ID: fmt.Sprint(i), Label: fmt.Sprint("Een interventie met een lange naam, nummer ", i), Dash: i, Base: i == 0, Strong: i == 1,
			X: []float64{0, 1, 2}, Y: []float64{1, math.NaN(), y},
		})
	}
	return c
}

// Every colour that lies on another has contrast enough, light and dark: text
// 4.5, lines and marks 3.
func TestContrast(t *testing.T) {
	fonts := text.NewFonts()
	places, err := diagram.Place(context.Background(), fonts, nil, []*document.Diagram{everything()}, diagram.Options{Language: "nl"})
	if err != nil {
		t.Fatal(err)
	}
	p := &pairs{fonts: fonts, texts: map[pair]bool{}, lines: map[templates.Role]bool{}}
	for _, pic := range []*picture.Picture{
		picture.Draw(places.Placed["all"], fonts),
		picture.Chart(chartOf(document.LineChart, 5), fonts), picture.Chart(chartOf(document.RankingChart, 5), fonts),
	} {
		p.areas = nil
		p.walk(pic.Shapes)
	}
	theme := templates.DefaultTheme()
	for name, colour := range map[string]map[templates.Role]string{"light": theme.Light, "dark": theme.Dark} {
		for q := range p.texts {
			if r := contrast(t, colour[q.on], colour[q.under]); r < 4.5 {
				t.Errorf("%s: text in %s on %s has contrast %.2f", name, q.on, q.under, r)
			}
		}
		for role := range p.lines {
			if decoration[role] {
				continue
			}
			for _, under := range []templates.Role{templates.Paper, templates.Tint} {
				if r := contrast(t, colour[role], colour[under]); r < 3 {
					t.Errorf("%s: %s on %s has contrast %.2f", name, role, under, r)
				}
			}
		}
	}
	if len(p.texts) < 8 || len(p.lines) < 12 {
		t.Errorf("only %d pairs of text and %d colours of lines were met", len(p.texts), len(p.lines))
	}
}

// Labels at the ends of lines never lie on each other, nor outside the chart.
func TestChartLabels(t *testing.T) {
	fonts := text.NewFonts()
	for _, kind := range []document.ChartKind{document.LineChart, document.RankingChart} {
		for _, n := range []int{1, 2, 9, 16} {
			pic := picture.Chart(chartOf(kind, n), fonts)
			last := picture.Pt(-1)
			labels := 0
			for _, s := range pic.Shapes {
				g, ok := s.(*picture.Group)
				if !ok || g.Kind != "label" {
					continue
				}
				labels++
				for _, s := range g.Shapes {
					line, ok := s.(*picture.Text)
					if !ok {
						continue
					}
					top := line.Y - line.Size*0.75
					if top < last-0.01 || top < 0 || line.Y+line.Size*0.25 > pic.Height {
						t.Errorf("kind %d, %d lines: a label stands at %v after %v in a chart of %v", kind, n, top, last, pic.Height)
					}
					if right := line.X + fonts.Width(line.Face, line.Size, line.Value); right > pic.Width+0.5 {
						t.Errorf("kind %d, %d lines: %q ends at %v in a chart of %v", kind, n, line.Value, right, pic.Width)
					}
					last = line.Y + line.Size*0.2
				}
			}
			if labels != n {
				t.Errorf("kind %d: %d labels for %d lines", kind, labels, n)
			}
		}
	}
}
