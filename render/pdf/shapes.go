package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

const softHyphen = "\u00ad"

// A frame is where a picture stands on the page.
type frame struct{ x, y, scale float64 }

func (f frame) point(pt picture.Point) (x, y float64) {
	// The conversions keep a processor from fusing product and sum.
	return round(f.x + float64(float64(pt.X)*f.scale)), round(f.y + float64(float64(pt.Y)*f.scale))
}

// box paints a picture.
func (p *painter) box(b *page.Box) {
	pic := p.pictures[b.Figure]
	if pic == nil {
		p.fail(fmt.Errorf("no picture for figure %s", b.Figure))
		return
	}
	scale := b.Scale
	if scale == 0 {
		scale = 1
	}
	p.begin(b.Content, page.Layout)
	p.shapes(pic.Shapes, frame{float64(b.X), float64(b.Y), scale})
}

func (p *painter) shapes(shapes []picture.Shape, f frame) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *picture.Path:
			p.path(s, f)
		case *picture.Text:
			p.label(s, f, false)
		case *picture.Group:
			p.group(s, f)
		default:
			panic(fmt.Sprintf("pdf: no rule for %T", s))
		}
	}
}

func (p *painter) path(s *picture.Path, f frame) {
	style := ""
	if s.Stroke != templates.None {
		style = "D"
		dash := make([]float64, len(s.Dash))
		for i, d := range s.Dash {
			dash[i] = round(float64(d) * f.scale)
		}
		p.line(s.Stroke, float64(s.Width)*f.scale, dash, s.Round)
	}
	if s.Fill != templates.None {
		style += "F"
		p.fill(s.Fill)
	}
	if style == "" || len(s.Segments) == 0 {
		return
	}
	for _, seg := range s.Segments {
		x, y := f.point(seg.Points[0])
		switch seg.Op {
		case picture.Move:
			p.pdf.MoveTo(x, y)
		case picture.Line:
			p.pdf.LineTo(x, y)
		case picture.Curve:
			x1, y1 := f.point(seg.Points[1])
			x2, y2 := f.point(seg.Points[2])
			p.pdf.CurveBezierCubicTo(x, y, x1, y1, x2, y2)
		case picture.Close:
			p.pdf.ClosePath()
		default:
			panic(fmt.Sprintf("pdf: no rule for segment %d", seg.Op))
		}
	}
	p.pdf.DrawPath(style)
}

// group paints a group. A hyphen at the end of a line that the label of the
// group doesn't have is one of ours, and divides a word that stays whole for
// those who take the text out.
func (p *painter) group(g *picture.Group, f frame) {
	for i, s := range g.Shapes {
		line, ok := s.(*picture.Text)
		if !ok || i+1 == len(g.Shapes) {
			p.shapes(g.Shapes[i:i+1], f)
			continue
		}
		next, _ := g.Shapes[i+1].(*picture.Text)
		word, divided := strings.CutSuffix(line.Value, "-")
		p.label(line, f, divided && next != nil && strings.Contains(g.Label, word+next.Value))
	}
}

// label paints a text of a picture. A space after it keeps it apart from the
// next for those who take the text out, unless a word is divided there.
func (p *painter) label(s *picture.Text, f frame, divided bool) {
	if s.Value == "" {
		return
	}
	glyphs := spaced(p.fonts.Shape(s.Face, s.Value), s)
	size := float64(s.Size) * f.scale
	x, y := f.point(picture.Point{X: s.X, Y: s.Y})
	width := 0.0
	for _, g := range glyphs {
		width += g.Advance
	}
	width = float64(width * size / 1000)
	back := 0.0
	switch s.Anchor {
	case picture.Middle:
		back = width / 2
	case picture.End:
		back = width
	}
	sin, cos := math.Sincos(s.Turn * math.Pi / 180)
	x, y = round(x-float64(back*cos)), round(y+float64(back*sin))
	ended := make([]text.Glyph, 0, len(glyphs)+1)
	ended = append(ended, glyphs...)
	if divided {
		ended[len(ended)-1].Text = softHyphen
	} else {
		ended = append(ended, p.fonts.Shape(s.Face, " ")...)
	}
	p.fill(s.Color)
	p.run(x, y, size, s.Turn, ended)
}

// spaced sets the glyphs of a text apart where it asks for that.
func spaced(glyphs []text.Glyph, s *picture.Text) []text.Glyph {
	if s.Space == 0 {
		return glyphs
	}
	out := slices.Clone(glyphs) // the fonts keep theirs
	for i := range out {
		out[i].Advance += float64(s.Space / s.Size * 1000)
	}
	return out
}
