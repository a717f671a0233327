package diagram

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
)

const (
	panelApart = 8.0
	panelAbove = 14.0 // between a large map and the small ones, or two rows
	panelHead  = 15.0 // the title
	footApart  = 13.0 // first baseline of the foot below its map
	titleAt    = 9.0  // baseline of the title
)

// panels places the small maps of a diagram below each other in rows: up to four
// side by side, five and six in two rows of three.
func (p *placer) panels(l *land, d *document.Diagram, out *Placed, y float64) float64 {
	n := len(d.Panels)
	if n == 0 {
		return y
	}
	columns := n
	if n > 4 {
		columns = 3
	}
	apart := panelApart
	if columns < 4 {
		apart = 15
	}
	if y > 0 {
		y += panelAbove
	}
	size := vec{(pageWidth - apart*float64(columns-1)) / float64(columns), 0}
	size.y = l.frame.y * panelHeight(columns, len(d.Nodes) > 0)
	for first := 0; first < n; first += columns {
		if first > 0 {
			y += panelAbove
		}
		end := y
		for k, panel := range d.Panels[first:min(n, first+columns)] {
			at := vec{(size.x + apart) * float64(k), y}
			placed, bottom := p.panel(l, d, panel, at, size, columns)
			out.Panels = append(out.Panels, placed)
			end = max(end, bottom)
		}
		y = end
	}
	return y
}

// panelHeight gives the height of small maps in parts of the whole map.
func panelHeight(columns int, below bool) float64 {
	switch {
	case below:
		return 0.226
	case columns == 1:
		return 0.62
	case columns == 2:
		return 0.46
	case columns == 3:
		return 0.33
	}
	return 0.26
}

func (p *placer) panel(l *land, d *document.Diagram, panel document.Panel, at, size vec, columns int) (Panel, float64) {
	out := Panel{Small: columns > 2}
	m := &p.measurer
	x := at.x
	if panel.Title+panel.Note != "" {
		title := m.set(panel.Title, text.SansBold, float64(mark.LabelSize), vec{x, at.y + titleAt}, false)
		out.Words = append(out.Words, title)
		if w := float64(title.Width) + 6; panel.Note != "" && w+m.width(text.Sans, float64(mark.SmallSize), panel.Note) <= size.x {
			out.Words = append(out.Words, m.set(panel.Note, text.Sans, float64(mark.SmallSize), vec{x + w, at.y + titleAt}, true))
		} else if panel.Note != "" {
			at.y += float64(mark.SmallLead) + 1
			out.Words = append(out.Words, m.set(panel.Note, text.Sans, float64(mark.SmallSize), vec{x, at.y + titleAt}, true))
		}
		at.y += panelHead
	}
	v := look{size: size, letters: float64(mark.LabelSize), small: true, tiny: out.Small, full: d.Full, shrink: 1}
	if out.Small {
		v.shrink = 0.62
	}
	s := p.newSheet(l, panel.Nodes, panel.Edges, d.Groups, v)
	s.place()
	out.Sheet = s.finish()
	out.move(at)
	y := at.y + size.y
	if panel.Foot != "" {
		y += footApart
		for _, words := range m.lines(panel.Foot, text.Sans, float64(mark.LabelSize), size.x) {
			out.Words = append(out.Words, m.set(words, text.Sans, float64(mark.LabelSize), vec{x, y}, false))
			y += float64(mark.Leading)
		}
		y -= float64(mark.Leading) - 3
	}
	return out, y
}

// set gives a line of text that begins at a place.
func (m *measurer) set(words string, face text.Face, size float64, at vec, soft bool) Line {
	return Line{Text: words, X: pt(at.x), Y: pt(at.y), Width: Pt(m.width(face, size, words)), Size: Pt(size), Face: face, Soft: soft, Ground: true}
}

// move brings a small map to its place in the picture. It has no labels.
func (p *Panel) move(by vec) {
	d := by.point()
	shift := func(q *Point) {
		if q != nil {
			q.X, q.Y = q.X+d.X, q.Y+d.Y
		}
	}
	for i := range p.Groups {
		g := &p.Groups[i]
		g.Box.X, g.Box.Y = g.Box.X+d.X, g.Box.Y+d.Y
	}
	for i := range p.Nodes {
		shift(&p.Nodes[i].At)
		shift(p.Nodes[i].Dial)
	}
	for i := range p.Edges {
		e := &p.Edges[i]
		for k := range e.Curve {
			shift(&e.Curve[k])
		}
		for k := range e.Barriers {
			shift(&e.Barriers[k].From)
			shift(&e.Barriers[k].To)
		}
		for _, q := range []*Point{&e.Tip, e.SignAt, e.NumberAt, e.CountAt} {
			shift(q)
		}
	}
}
