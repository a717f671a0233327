package diagram

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// A body is a node by the room it takes: its label in lines, its marks, and the
// patches of paper under them, all relative to its centre.
//
//	      ┌──────────────┐
//	(◎)   │ bescherming  │ ┌─────┐
//	mark  │ slachtoffers │ │+12,4│ badge
//	      └──────────────┘ └─────┘ +3
type body struct {
	lines     []Line // Text, X centre, Y baseline
	size      float64
	mark      *vec
	dial      *vec
	badge     *rect
	more      *vec
	patches   []rect
	box       rect // around all patches
	at        vec  // centre of the body
	ringLabel bool // the name of a loop: an obstacle, no node
}

func (b *body) rect() rect { return b.box.move(b.at) }

// Air round the letters of a label: what arrows keep away from them.
const (
	airX = 2.6
	airY = 0.8
)

// A bodyKey is all on which the measures of a node depend.
type bodyKey struct {
	label, value  string
	goal, lever   bool
	more          int
	size, measure float64
}

// body gives the body of a node at a size of letters and a measure for its
// lines. Candidates ask for the same again and again; what they share, they
// don't change.
func (m *measurer) body(n document.Node, size, measure float64) *body {
	key := bodyKey{label: n.Label, goal: n.Goal, lever: n.Lever, more: n.More, size: size, measure: measure}
	if n.Value != nil {
		key.value = "=" + n.Value.Text
	}
	known, ok := m.bodies.Load(key)
	if !ok {
		known, _ = m.bodies.LoadOrStore(key, m.newBody(n, size, measure))
	}
	b := *known.(*body)
	return &b
}

// newBody measures a node.
func (m *measurer) newBody(n document.Node, size, measure float64) *body {
	face := Face(n)
	scale := size / float64(LabelSize)
	leading := float64(Leading) * scale
	lines := m.lines(n.Label, face, size, m.measureFor(n.Label, face, size, measure))
	b := &body{size: size}
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, m.width(face, size, l))
	}
	height := leading * float64(len(lines))
	for i, l := range lines {
		top := -height/2 + leading*float64(i)
		w := m.width(face, size, l)
		b.lines = append(b.lines, Line{Text: l, Y: Pt(top + leading*0.76)})
		b.patches = append(b.patches, rect{-w/2 - airX, top - airY, w/2 + airX, top + leading + airY})
	}
	b.addMarks(n, widest, scale)
	b.addExtras(m, n, widest, height, scale)
	b.center()
	return b
}

// measureFor widens the measure of a long label until it has at most six
// lines or is 140 pt wide.
func (m *measurer) measureFor(label string, face text.Face, size, measure float64) float64 {
	const mostLines, widest = 6, 140
	total := m.width(face, size, label)
	return max(measure, min(widest, total/mostLines*1.15))
}

// addMarks sets the bull's-eye and the dial left of the label.
func (b *body) addMarks(n document.Node, widest, scale float64) {
	r := float64(MarkRadius)
	x := -widest/2 - airX - r
	add := func() *vec {
		at := vec{x, 0}
		b.patches = append(b.patches, around(at, 2*r+2, 2*r+2))
		x -= 2*r + 2
		return &at
	}
	if n.Goal || n.Lever {
		b.mark = add()
	}
	if n.Goal && n.Lever {
		b.dial = add()
	}
}

// addExtras sets the badge right of the label, and "+3" right of its last line.
func (b *body) addExtras(m *measurer, n document.Node, widest, height, scale float64) {
	x := widest/2 + airX
	if n.Value != nil {
		w := m.width(text.SansBold, float64(ValueSize)*scale, n.Value.Text) + 6
		badge := around(vec{x + w/2, 0}, w, 12.5*scale)
		b.badge = &badge
		b.patches = append(b.patches, badge.grow(1))
		x += w + 2
	}
	if n.More > 0 {
		w := m.width(text.Sans, float64(MoreSize)*scale, MoreText(n.More))
		at := vec{x, height/2 - float64(Leading)*scale*0.24}
		b.more = &at
		b.patches = append(b.patches, rect{x, at.y - 7*scale, x + w + 1.5, at.y + 2.5*scale})
	}
}

// center puts the middle of all patches at the origin.
func (b *body) center() {
	b.box = b.patches[0]
	for _, p := range b.patches {
		b.box = b.box.union(p)
	}
	d := b.box.center().times(-1)
	b.box = b.box.move(d)
	for i := range b.patches {
		b.patches[i] = b.patches[i].move(d)
	}
	for i := range b.lines {
		b.lines[i].X += Pt(d.x)
		b.lines[i].Y += Pt(d.y)
	}
	for _, p := range []*vec{b.mark, b.dial, b.more} {
		if p != nil {
			*p = p.plus(d)
		}
	}
	if b.badge != nil {
		*b.badge = b.badge.move(d)
	}
}

// covers tells whether the patches hold the point p of the picture.
func (b *body) covers(p vec) bool {
	q := p.minus(b.at)
	if !b.box.has(q) {
		return false
	}
	for _, r := range b.patches {
		if r.has(q) {
			return true
		}
	}
	return false
}

// anchor is where an arrow from or to far aims: the middle of the label, or a
// little to the side of a wide one, so that arrows spread along it.
func (b *body) anchor(far vec) vec {
	spine := max(0, b.box.width()/2-b.box.height()/2-2) * 0.8
	dx := (far.x - b.at.x) * 0.22
	return vec{b.at.x + math.Max(-spine, math.Min(spine, dx)), b.at.y}
}
