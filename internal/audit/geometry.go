package audit

import "math"

// A matrix is [a b c d e f] as PDF writes it.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// times gives m followed by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) point {
	return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
}

// height gives by how much m stretches what is upright.
func (m matrix) height() float64 { return math.Hypot(m[2], m[3]) }

type point struct{ x, y float64 }

// An area is a filled rectangle, or what stands around another filled shape.
type area struct {
	x1, y1, x2, y2 float64
	color          color
}

func (a area) holds(x1, y1, x2, y2 float64) bool {
	return a.x1 <= x1 && a.y1 <= y1 && a.x2 >= x2 && a.y2 >= y2
}

func (in *interpreter) matrix() matrix {
	var m matrix
	for i := range m {
		m[i] = in.num(i)
	}
	return m
}

func (in *interpreter) point(x, y float64) {
	if len(in.path) < 100_000 {
		in.path = append(in.path, in.g.ctm.apply(x, y))
	}
}

const maxFills = 2000 // that are kept of one page

// paint paints the path.
func (in *interpreter) paint(op string) {
	in.painted()
	filled := op[0] != 'S' && op[0] != 's'
	if filled && len(in.path) > 0 && len(in.fills) < maxFills {
		a := area{in.path[0].x, in.path[0].y, in.path[0].x, in.path[0].y, in.g.fill}
		for _, p := range in.path {
			a.x1, a.y1 = math.Min(a.x1, p.x), math.Min(a.y1, p.y)
			a.x2, a.y2 = math.Max(a.x2, p.x), math.Max(a.y2, p.y)
		}
		in.fills = append(in.fills, a)
	}
	in.path = in.path[:0]
}
