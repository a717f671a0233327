package story_test

import (
	"fmt"
	"math"
	"testing"

	"slotmemo/layout/mark"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
)

// The geometry is checked with figures of its own: a text is a rectangle at any
// angle, from the foot of its letters to the top of its capitals; a mark a disc.

type corner struct{ x, y float64 }

// An inked is something that a text must not lie on, or a text itself.
type inked struct {
	what    string
	words   bool
	corners []corner // of a convex outline
	part    int
}

func box(x0, y0, x1, y1 float64) []corner { return []corner{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} }

func disc(p mark.Point, r float64) []corner {
	var all []corner
	for k := range 16 {
		sin, cos := math.Sincos(float64(k) * math.Pi / 8)
		all = append(all, corner{float64(p.X) + r*cos, float64(p.Y) + r*sin})
	}
	return all
}

func words(fonts *text.Fonts, w *story.Words) []corner {
	width, size := float64(fonts.Width(w.Face, w.Size, w.Text)), float64(w.Size)
	left := map[story.Anchor]float64{story.Start: 0, story.Middle: -width / 2, story.End: -width}[w.Anchor]
	sin, cos := math.Sincos(-w.Turn * math.Pi / 180)
	var all []corner
	for _, c := range box(left, -0.66*size, left+width, 0.02*size) {
		all = append(all, corner{float64(w.At.X) + c.x*cos - c.y*sin, float64(w.At.Y) + c.x*sin + c.y*cos})
	}
	return all
}

// inkOf lists what is in a placed drawing.
func inkOf(fonts *text.Fonts, p *story.Placed) []inked {
	var all []inked
	for i, part := range p.Parts {
		for _, shape := range part.Shapes {
			switch s := shape.(type) {
			case *story.Words:
				all = append(all, inked{fmt.Sprintf("%q", s.Text), true, words(fonts, s), i})
			case *story.Mark:
				all = append(all, inked{fmt.Sprintf("mark %d of %s", s.Kind, part.ID), false, disc(s.At, float64(s.Radius)), i})
			case *story.Chip:
				b := s.Box
				all = append(all, inked{fmt.Sprintf("chip %v", s.Lines), false, box(float64(b.X), float64(b.Y), float64(b.X+b.W), float64(b.Y+b.H)), i})
			case *story.Arrow:
				all = append(all, inked{"sign of " + s.ID, false, disc(s.SignAt, float64(mark.Disc)), i})
			}
		}
	}
	return all
}

// overlap gives how deep two convex outlines lie in each other, by the
// separating axis theorem; 0 if they don't.
func overlap(a, b []corner) float64 {
	least := math.Inf(1)
	for _, outline := range [][]corner{a, b} {
		for i, p := range outline {
			q := outline[(i+1)%len(outline)]
			nx, ny := q.y-p.y, p.x-q.x
			l := math.Hypot(nx, ny)
			if l == 0 {
				continue
			}
			a0, a1 := reach(a, nx/l, ny/l)
			b0, b1 := reach(b, nx/l, ny/l)
			least = min(least, min(a1, b1)-max(a0, b0))
		}
	}
	return max(least, 0)
}

func reach(all []corner, nx, ny float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, c := range all {
		v := c.x*nx + c.y*ny
		low, high = min(low, v), max(high, v)
	}
	return low, high
}

// touching is what may meet by a hair: rounding, and the overshoot of letters.
const touching = 0.6

// No text lies on a text, a station, a sign or a chip; everything lies within
// the picture; nothing is set under 7 points.
func TestGeometry(t *testing.T) {
	fonts := text.NewFonts()
	for _, c := range cases() {
		p := story.Place(c.Drawing, fonts, "nl")
		ink := inkOf(fonts, p)
		for i, a := range ink {
			for _, q := range a.corners {
				if q.x < -touching || q.y < -touching || q.x > float64(p.Width)+touching || q.y > float64(p.Height)+touching {
					t.Errorf("%s: %s lies outside, at %.1f %.1f of %.1f × %.1f", c.name, a.what, q.x, q.y, p.Width, p.Height)
					break
				}
			}
			for _, b := range ink[i+1:] {
				if deep := overlap(a.corners, b.corners); (a.words || b.words) && deep > touching {
					t.Errorf("%s: %s lies on %s, %.1f deep", c.name, a.what, b.what, deep)
				}
			}
		}
		for _, part := range p.Parts {
			for _, shape := range part.Shapes {
				if w, ok := shape.(*story.Words); ok && w.Size < 7 {
					t.Errorf("%s: %q is set in %v", c.name, w.Text, w.Size)
				}
			}
		}
	}
}
