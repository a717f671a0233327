package diagram

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
)

// An arrow is a way on a sheet. Its samples lie close together, at known
// distances along it.
type arrow struct {
	edge     document.Edge
	unnamed  bool
	link     int
	pieces   []cubic // the whole way, from station to station
	line     []cubic // what is drawn: up to the base of the head
	tip      vec
	width    float64
	headLong float64
	headWide float64
	behind   []vec // points of the line, from its head back
	samples  []vec // of line and head
	box      rect  // of the samples
	barriers []Barrier
	barred   float64 // how far behind the head the last barrier stands
	sign     *vec
	number   *vec
	count    *vec
}

// Air between a station and its arrows.
const (
	airTail = 1.6
	airTip  = 2.6
)

func (s *sheet) addArrows(edges []document.Edge, others bool) {
	named := map[int]bool{}
	for _, e := range edges {
		if i, ok := s.land.linkOf[e.ID]; ok {
			named[i] = true
			s.addArrow(e, false, i)
		}
	}
	if !others {
		return
	}
	var ghosts []arrow
	for i, k := range s.land.links {
		if !named[i] {
			e := document.Edge{ID: k.id, From: s.land.ids[k.from], To: s.land.ids[k.to], Light: document.Ghost}
			ghosts = append(ghosts, s.newArrow(e, true, i))
		}
	}
	s.arrows = append(ghosts, s.arrows...)
}

func (s *sheet) addArrow(e document.Edge, unnamed bool, link int) {
	s.arrows = append(s.arrows, s.newArrow(e, unnamed, link))
}

func (s *sheet) newArrow(e document.Edge, unnamed bool, link int) arrow {
	a := arrow{edge: e, unnamed: unnamed, link: link, pieces: s.way(link)}
	a.width, a.headLong, a.headWide = s.stroke(e)
	from, to := s.spotOf(e.From), s.spotOf(e.To)
	if from == nil || to == nil {
		return a
	}
	tail, tip := from.r+airTail, to.r+airTip
	if e.Light == document.Ghost {
		tail, tip = from.r+0.8, to.r+0.8
	}
	if s.tiny {
		tail, tip = from.r+0.4, to.r+0.6
	}
	a.cut(tail, tip)
	return a
}

// way brings a way to the sheet: as one curve, its control points through the
// lens, which is smooth; or, where that would run into a station, in pieces that
// pass every station as they do on the map.
func (s *sheet) way(link int) []cubic {
	const clear = 5.0
	c := s.land.way(link, s.land.bows[link])
	whole := cubic{s.lens.at(c[0]), s.lens.at(c[1]), s.lens.at(c[2]), s.lens.at(c[3])}
	line := whole.samples(24)
	room := boundsOf(line).grow(clear + 8)
	for i := range s.spots {
		p := &s.spots[i]
		if !room.has(p.at) || p.at == whole[0] || p.at == whole[3] {
			continue
		}
		if distanceTo(p.at, line) < p.r+clear {
			return s.lens.curve(c)
		}
	}
	return []cubic{whole}
}

// stroke gives the width of an arrow and the length and width of its head.
func (s *sheet) stroke(e document.Edge) (width, long, wide float64) {
	switch {
	case e.Light == document.Ghost && s.tiny:
		return 0.45, 0, 0
	case e.Light == document.Ghost || e.Change == document.Gone:
		return GhostLine, 0, 0
	case e.Light == document.Quiet:
		return QuietLine, 4.2, 2.8
	case s.tiny:
		return 0.85, 3.2, 2.4
	}
	w, _ := mark.Line(e.Weight)
	switch {
	case e.Points != 0:
		w = Pt(min(5, 0.7+0.1*math.Abs(e.Points)))
	case e.Count > 1:
		w = Pt(min(3, 0.8+0.1*float64(e.Count)))
	case !s.whole && e.Weight != document.UnknownLine:
		w *= mark.InView
	}
	l, h := mark.Head(w)
	return float64(w), float64(l), float64(h)
}

// cut ends a way at its stations, and its line at the base of its head.
func (a *arrow) cut(tail, tip float64) {
	points := dense(a.pieces)
	length := lengthOfLine(points)
	if room := length - tail - tip; room < 8 { // stations so close that something must give
		f := max(0, length-8) / max(1e-6, tail+tip)
		tail, tip = tail*f, tip*f
	}
	a.headLong = min(a.headLong, (length-tail-tip)*0.6)
	first, last := offStart(a.pieces, tail), offEnd(a.pieces, tip)
	a.tip = curveAt(a.pieces, last)
	a.line = between(a.pieces, first, last)
	if a.headLong > 0 {
		a.line = between(a.pieces, first, min(last, max(first, offPoint(a.pieces, a.tip, a.headLong, last))))
	}
	a.behind = dense(a.line)
	a.samples = spaced(append(slices.Clone(a.behind), a.tip))
	slices.Reverse(a.behind)
	a.box = boundsOf(a.samples)
}

// Places on a curve of several pieces: the piece, and the part of it.
func curveAt(pieces []cubic, t float64) vec {
	k := min(int(t), len(pieces)-1)
	return pieces[k].at(t - float64(k))
}

// offStart gives where a curve leaves the circle of radius r round its start.
func offStart(pieces []cubic, r float64) float64 {
	return leaves(pieces, pieces[0][0], r, 0, 1)
}

// offEnd gives where it enters the circle of radius r round its end.
func offEnd(pieces []cubic, r float64) float64 {
	return leaves(pieces, pieces[len(pieces)-1][3], r, float64(len(pieces)), -1)
}

// offPoint gives where, before t, it is r away from a point on it.
func offPoint(pieces []cubic, p vec, r, t float64) float64 {
	return leaves(pieces, p, r, t, -1)
}

// leaves walks from t in one direction until the curve is r away from p.
func leaves(pieces []cubic, p vec, r, t, direction float64) float64 {
	const fine = 1.0 / 32
	end := float64(len(pieces))
	for {
		next := t + direction*fine
		if next < 0 || next > end {
			return max(0, min(end, t))
		}
		if curveAt(pieces, next).to(p) >= r {
			lo, hi := t, next
			for range 24 {
				if mid := (lo + hi) / 2; curveAt(pieces, mid).to(p) >= r {
					hi = mid
				} else {
					lo = mid
				}
			}
			return hi
		}
		t = next
	}
}

// between gives the pieces from s to t.
func between(pieces []cubic, s, t float64) []cubic {
	var out []cubic
	for k, c := range pieces {
		lo, hi := max(0, s-float64(k)), min(1, t-float64(k))
		if lo < hi {
			out = append(out, c.part(lo, hi))
		}
	}
	if len(out) == 0 {
		p := curveAt(pieces, s)
		out = []cubic{{p, p, p, p}}
	}
	return out
}

// dense gives points along a curve.
func dense(pieces []cubic) []vec {
	out := []vec{pieces[0][0]}
	for _, c := range pieces {
		out = append(out, c.samples(max(8, 28/len(pieces)))[1:]...)
	}
	return out
}

func lengthOfLine(points []vec) float64 {
	sum := 0.0
	for k := range len(points) - 1 {
		sum += points[k].to(points[k+1])
	}
	return sum
}

// sampleApart is the distance between samples of an arrow.
const sampleApart = 3.5

// spaced gives points at equal distances along a line.
func spaced(points []vec) []vec {
	out := []vec{points[0]}
	left := sampleApart
	for k := range len(points) - 1 {
		a, b := points[k], points[k+1]
		l := a.to(b)
		for left <= l && l > 0 {
			out = append(out, a.mix(b, left/l))
			left += sampleApart
		}
		left -= l
	}
	return append(out, points[len(points)-1])
}

func (a *arrow) finish() Edge {
	e := Edge{Edge: a.edge, Unnamed: a.unnamed, Width: pt(a.width), Tip: a.tip.point(), HeadWide: pt(a.headWide), Barriers: a.barriers}
	if len(a.line) == 0 {
		return e
	}
	e.Curve = []Point{a.line[0][0].point()}
	for _, c := range a.line {
		e.Curve = append(e.Curve, c[1].point(), c[2].point(), c[3].point())
	}
	e.SignAt, e.NumberAt, e.CountAt = pointOf(a.sign), pointOf(a.number), pointOf(a.count)
	return e
}

func pointOf(v *vec) *Point {
	if v == nil {
		return nil
	}
	p := v.point()
	return &p
}

// back gives a point of an arrow so far behind the base of its head, and the
// direction of travel there; false beyond its start.
func (a *arrow) back(far float64) (at, left vec, ok bool) {
	points := a.behind
	for k := range len(points) - 1 {
		l := points[k].to(points[k+1])
		if far <= l && l > 0 {
			return points[k].mix(points[k+1], far/l), points[k].minus(points[k+1]).unit().left(), true
		}
		far -= l
	}
	return points[len(points)-1], vec{0, -1}, false
}
