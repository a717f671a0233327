package page

import (
	"math"
	"slices"
)

// margin sets a label in the margin column, on a baseline of the frame and
// before what stands in it already.
func (s *setter) margin(f *frame, label *prose, st style, baseline Pt) {
	if label == nil {
		return
	}
	m := &frame{}
	for i, l := range s.lines(label, st, marginW) {
		m.line(l, label, left, baseline+Pt(i)*st.leading)
	}
	f.items = append(m.items, f.items...)
	if len(m.items) > 0 {
		f.labels = append(f.labels, m.items)
	}
}

// headingLabel sets a label beside a heading, or under its number. It is read,
// and so painted, after the heading.
func (s *setter) headingLabel(frames []*frame, label *prose, numbered bool, st style) {
	last := len(frames) - 1
	f, baseline := frames[last], st.baseline()-Pt(last)*st.leading // that of the first line
	if numbered {
		baseline = st.baseline() + half*7/5
	}
	beside := &frame{}
	s.margin(beside, label, labelStyle, baseline)
	f.items = append(f.items, beside.items...)
	f.labels = append(f.labels, beside.labels...)
}

// besideFirst sets a label in the margin beside the first line of an aside, or
// below the number that stands there already.
func (s *setter) besideFirst(start int, label *prose) {
	if label == nil {
		return
	}
	st := labelStyle
	if start == len(s.frames) || s.frames[start].wide() {
		f := s.emit(&frame{height: Pt(len(s.lines(label, st, marginW))) * st.leading, snap: true, keep: true})
		s.frames = slices.Insert(s.frames[:len(s.frames)-1], start, f)
	}
	f := s.frames[start]
	baseline := bodyStyle.baseline()
	for _, it := range f.items {
		if g, ok := it.(*Glyphs); ok && g.X < textX-gutter {
			baseline = max(baseline, g.Y+st.leading)
		}
	}
	s.margin(f, label, st, baseline)
}

// wide tells if something in a frame that isn't a label takes the margin column
// too.
func (f *frame) wide() bool {
	for _, it := range f.items {
		x := textX
		switch it := it.(type) {
		case *Glyphs:
			x = it.X
		case *Box:
			x = it.X
		}
		if x < textX-gutter && !slices.ContainsFunc(f.labels, func(l []Item) bool { return slices.Contains(l, it) }) {
			return true
		}
	}
	return false
}

// clearLabels gives wide frames white above them, so that they begin under the
// labels of what stands before them.
func clearLabels(frames []*frame) {
	for i, f := range frames {
		if f.wide() {
			f.above = max(f.above, overhang(frames[:i], f.group))
		}
	}
}

// overhang tells how far labels reach below the end of the last frame. Frames of
// floats other than this one don't count, as they may stand elsewhere.
func overhang(frames []*frame, group int) Pt {
	over, past := Pt(0), Pt(0) // past: from the top of a frame to the end of all
	for _, f := range slices.Backward(frames) {
		if f.group != 0 && f.group != group {
			continue
		}
		past += f.height
		for _, label := range f.labels {
			over = max(over, baselineOf(label[len(label)-1])+labelStyle.leading/4-past)
		}
		if f.breakBefore || past > area {
			break
		}
	}
	return over
}

// apart moves down each label of the margin column that would touch the one
// above it: a long label may be higher than the text it stands beside. What
// would then pass the foot of the page moves up again.
func apart(labels [][]Item) {
	above := Pt(math.Inf(-1)) // the last baseline so far
	for _, label := range labels {
		if first := baselineOf(label[0]); first-above < labelStyle.size {
			shift(label, 0, above+labelStyle.leading-first)
		}
		above = max(above, baselineOf(label[len(label)-1]))
	}
	foot := top + area - labelStyle.leading/4
	for _, label := range slices.Backward(labels) {
		if last := baselineOf(label[len(label)-1]); last > foot {
			shift(label, 0, foot-last)
		}
		foot = min(foot, baselineOf(label[0])-labelStyle.size)
	}
}

// baselineOf gives where a line of a label stands; labels are of text alone.
func baselineOf(it Item) Pt {
	g, ok := it.(*Glyphs)
	if !ok {
		return Pt(math.Inf(-1))
	}
	return g.Y
}
