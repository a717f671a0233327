package picture

import "math"

// round puts all lengths of a picture on a grid of 1/1000 pt, so that
// processors that differ in the last bit of a sum give the same bytes.
func (p *Picture) round() {
	p.Width, p.Height = onGrid(p.Width), onGrid(p.Height)
	roundShapes(p.Shapes)
}

func roundShapes(shapes []Shape) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *Path:
			s.Width = onGrid(s.Width)
			for i := range s.Segments {
				for j, q := range s.Segments[i].Points {
					s.Segments[i].Points[j] = Point{onGrid(q.X), onGrid(q.Y)}
				}
			}
		case *Text:
			s.X, s.Y, s.Size = onGrid(s.X), onGrid(s.Y), onGrid(s.Size)
		case *Group:
			roundShapes(s.Shapes)
		}
	}
}

func onGrid(v Pt) Pt { return Pt(math.Round(float64(v)*1000) / 1000) }
