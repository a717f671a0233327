package html

import (
	"math"

	"slotmemo/layout/text"
	"slotmemo/render/picture"
)

// A box is the place of a node in its drawing, in points: left, top, width and
// height. It stands in the data of the page, since measuring the drawing in the
// browser would make a reader wait for its layout.
type box [4]float64

// boxes gives the box of each node of a picture, by its id.
func boxes(p *picture.Picture, fonts *text.Fonts) map[string]box {
	all := map[string]box{}
	if p == nil {
		return all
	}
	for _, s := range p.Shapes {
		if g, ok := s.(*picture.Group); ok && g.Kind == "node" {
			b := newBounds()
			b.add(g.Shapes, fonts)
			all[g.ID] = b.box()
		}
	}
	return all
}

// bounds are the smallest and largest places of shapes.
type bounds struct{ left, top, right, bottom picture.Pt }

func newBounds() *bounds {
	far := picture.Pt(math.Inf(1))
	return &bounds{far, far, -far, -far}
}

func (b *bounds) point(x, y picture.Pt) {
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.top, b.bottom = min(b.top, y), max(b.bottom, y)
}

// add takes in shapes. A curve counts with its control points: those of nodes
// only round a corner.
func (b *bounds) add(shapes []picture.Shape, fonts *text.Fonts) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *picture.Path:
			for _, segment := range s.Segments {
				for _, p := range segment.Points[:pointsOf[segment.Op]] {
					b.point(p.X, p.Y)
				}
			}
		case *picture.Text:
			b.line(s, fonts)
		case *picture.Group:
			b.add(s.Shapes, fonts)
		}
	}
}

var pointsOf = map[picture.Op]int{picture.Move: 1, picture.Line: 1, picture.Curve: 3, picture.Close: 0}

// Ascent and descent of a line of Source Sans, in its size.
const (
	ascent  = 0.9
	descent = 0.27
)

func (b *bounds) line(t *picture.Text, fonts *text.Fonts) {
	width := fonts.Width(t.Face, t.Size, t.Value)
	left := t.X - width*picture.Pt(t.Anchor)/2 // Start, Middle, End: 0, 1, 2 halves
	b.point(left, t.Y-ascent*t.Size)
	b.point(left+width, t.Y+descent*t.Size)
}

// box rounds to tenths: no bit of a floating-point unit may show in the page.
func (b *bounds) box() box {
	if b.right < b.left {
		return box{}
	}
	round := func(x picture.Pt) float64 { return math.Round(10*float64(x)) / 10 }
	return box{round(b.left), round(b.top), round(b.right - b.left), round(b.bottom - b.top)}
}
