package diagram

import (
	"math"
	"slices"
	"strings"
)

// Quality of a candidate: what a reader would hold against it.
type Quality struct {
	Crossings int     // of arrows
	OverNodes int     // arrows through nodes or names of loops
	Clashes   int     // marks that lie on something
	Titles    int     // of groups, that lie on something
	Overlaps  int     // pairs of nodes that overlap, strangers in groups
	Size      float64 // of the letters
	Kept      float64 // share of left/right and above/below relations of the map; 1 without map
	Divided   int     // lines of labels that end in a hyphen of ours
	Bend      float64 // mean bow of the arrows
	Length    float64 // mean length of the arrows, straight
	Width     float64
	Height    float64
}

// score weighs a quality; the lowest wins. The first terms are those of the
// trial in docs/snapshots.md.
func (q Quality) score(page vec) float64 {
	score := float64(q.Crossings) + 16*float64(q.OverNodes) + 40*float64(q.Overlaps) + 16*float64(q.Clashes) + 12*float64(q.Titles)
	score += 4*max(0, 7.5-q.Size) + 0.8*(float64(LabelSize)-q.Size)
	score += 60*max(0, 0.95-q.Kept) + 8*(1-q.Kept)
	score += 0.4*float64(q.Divided) + 6*q.Bend + 1.5*q.Height/page.y + 0.03*max(0, q.Length-70)
	score += 3 * (max(0, q.Width+2-page.x) + max(0, q.Height+2-page.y))
	return score
}

// faults are what isn't a matter of taste and another try may mend.
func (q Quality) faults() int { return q.OverNodes + q.Clashes + q.Titles }

// over is how far a picture is larger than the page.
func (q Quality) over(page vec) vec {
	return vec{max(0, q.Width-page.x+2), max(0, q.Height-page.y+2)}
}

// mended is what a quality would be without the faults that another try can mend.
func (q Quality) mended(page vec) Quality {
	q.OverNodes, q.Clashes, q.Titles, q.Width, q.Height = 0, 0, 0, min(q.Width, page.x-2), min(q.Height, page.y-2)
	return q
}

// quality judges a sketch that is routed and marked.
func (s *sketch) quality(clashes, titles int, hints []*vec) Quality {
	q := Quality{Clashes: clashes, Titles: titles, Size: s.size, Kept: s.kept(hints), Overlaps: s.overlaps() + s.strangers()}
	for i := range s.arrows {
		a := &s.arrows[i]
		for j := i + 1; j < len(s.arrows); j++ {
			if !a.box.meets(s.arrows[j].box) {
				continue
			}
			q.Crossings += crossings(a.samples, s.arrows[j].samples)
		}
		if s.hit(i) >= 0 {
			q.OverNodes++
		}
		chord := a.whole[3].minus(a.whole[0])
		q.Length += chord.length()
		q.Bend += math.Abs(a.whole.at(0.5).minus(a.whole[0]).cross(chord.unit())) / max(20, chord.length())
	}
	q.Bend /= float64(max(1, len(s.arrows)))
	q.Length /= float64(max(1, len(s.arrows)))
	for i, b := range s.bodies[:s.nodes] {
		q.Divided += divided(b.lines, s.d.Nodes[i].Label)
	}
	r := s.extent()
	q.Width, q.Height = r.width(), r.height()
	return q
}

func crossings(a, b []vec) int {
	n := 0
	for i := range len(a) - 1 {
		for j := range len(b) - 1 {
			if max(a[i].x, a[i+1].x) < min(b[j].x, b[j+1].x) || min(a[i].x, a[i+1].x) > max(b[j].x, b[j+1].x) {
				continue
			}
			if _, ok := crossing(a[i], a[i+1], b[j], b[j+1]); ok {
				n++
			}
		}
	}
	return n
}

// hitSag is how far a curve may bulge out between two samples; hitAir is that and
// half a thin line.
const hitSag, hitAir = 0.3, 0.7

// hit gives the first body that an arrow runs through and that isn't one of its
// own ends; −1 if there is none.
func (s *sketch) hit(i int) int {
	for k, b := range s.bodies {
		if k == s.links[i].from || k == s.links[i].to {
			continue
		}
		r := b.rect().grow(float64(Stroke(s.d.Edges[i].Weight))/2 + hitSag)
		if r.meets(s.arrows[i].box) && passes(s.arrows[i].samples, r) {
			return k
		}
	}
	return -1
}

// dodge gives the way by which the nodes that arrows run through would leave
// them, added to what they were moved before.
func (s *sketch) dodge(before []vec) []vec {
	const by = 8.0
	after := slices.Clone(before)
	for i := range s.arrows {
		k := s.hit(i)
		if k < 0 || k >= s.nodes {
			continue
		}
		at := s.bodies[k].at
		nearest := s.arrows[i].samples[0]
		for _, p := range s.arrows[i].samples {
			if p.to(at) < nearest.to(at) {
				nearest = p
			}
		}
		after[k] = after[k].plus(at.minus(nearest).unit().times(by))
	}
	return after
}

func (s *sketch) overlaps() int {
	n := 0
	for i, a := range s.bodies {
		for _, b := range s.bodies[i+1:] {
			if a.rect().meets(b.rect()) {
				n++
			}
		}
	}
	return n
}

// kept is the share of pairs of nodes whose left/right and above/below relation
// is that of the map. Pairs that the map has at nearly the same height (or
// side) are free in that direction.
func (s *sketch) kept(hints []*vec) float64 {
	const same = 6.0
	pairs, held := 0, 0
	for i := range hints {
		for j := i + 1; j < len(hints); j++ {
			if hints[i] == nil || hints[j] == nil {
				continue
			}
			was, is := hints[j].minus(*hints[i]), s.bodies[j].at.minus(s.bodies[i].at)
			for _, axis := range [2][2]float64{{was.x, is.x}, {was.y, is.y}} {
				if math.Abs(axis[0]) < same {
					continue
				}
				pairs++
				if axis[0]*axis[1] > 0 {
					held++
				}
			}
		}
	}
	if pairs == 0 {
		return 1
	}
	return float64(held) / float64(pairs)
}

// extent is the frame of all that is drawn but the key.
func (s *sketch) extent() rect {
	r := s.bounds()
	for i := range s.arrows {
		a := &s.arrows[i]
		half := float64(Stroke(s.d.Edges[i].Weight)) / 2
		for k := range 33 {
			p := a.whole.at(float64(k) / 32)
			r = r.union(rect{p.x, p.y, p.x, p.y}.grow(half + 0.2))
		}
		_, width := Head(s.d.Edges[i].Weight)
		base := a.line[3]
		r = r.union(rect{base.x, base.y, base.x, base.y}.grow(float64(width) / 2))
		r = r.union(around(a.sign, 2*float64(SignRadius)+1, 2*float64(SignRadius)+1))
		for _, b := range a.barriers {
			r = r.with(vec{float64(b.From.X), float64(b.From.Y)}).with(vec{float64(b.To.X), float64(b.To.Y)})
		}
		if a.count != nil {
			r = r.union(around(*a.count, float64(CountWidth(s.d.Edges[i].Count)), float64(CountHeight)))
		}
		if a.tag != nil {
			r = r.union(around(*a.tag, float64(TagWidth(len(s.d.Edges[i].Tracks))), float64(TagHeight)))
		}
	}
	return r
}

// divided counts the lines that end in a hyphen that the label doesn't have.
func divided(lines []Line, label string) int {
	n := -strings.Count(label, "-")
	for _, l := range lines {
		n += strings.Count(l.Text, "-")
	}
	return n
}
