package diagram

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
)

// A sheet is one map in the making.
type sheet struct {
	*measurer
	look
	land   *land
	lens   lens
	spots  []spot  // one for each station of the land that is shown
	arrows []arrow // one for each link that is shown, and each of the diagram
	areas  []area
	rings  []document.Ring
	labels []*label
	taken  []obstacle
	near   *nearby // what is taken, when labels look for places
	below  *ink    // arrows, then
}

// A spot is a station on a sheet.
type spot struct {
	node    document.Node
	unnamed bool
	light   document.Light
	at      vec
	r       float64 // of what is drawn, the ring of a goal included
	inner   float64 // of the triangle in a ring
	label   *label
}

// An area is a field on a sheet.
type area struct {
	group document.Group
	box   rect
	face  text.Face
	words []string // of the title, in lines
	wide  []float64
	lines []Line
}

func (p *placer) newSheet(l *land, nodes []document.Node, edges []document.Edge, groups []document.Group, v look) *sheet {
	s := &sheet{measurer: &p.measurer, look: v, land: l}
	named := map[string]document.Node{}
	var lit []vec
	bundles := false
	for _, n := range nodes {
		named[n.ID] = n
		if n.Light == document.Lit {
			lit = append(lit, l.stations[l.index[n.ID]])
		}
		bundles = bundles || n.ForGroup
	}
	s.lens = newLens(l.frame, v.size, lit, v.a)
	for i, id := range l.ids {
		n, ok := named[id]
		if !ok {
			n = l.marks[i]
			if bundles {
				continue // behind a map of groups nothing else is drawn
			}
		}
		s.addSpot(n, !ok, s.lens.at(l.stations[i]))
	}
	s.addArrows(edges, !bundles)
	s.addAreas(groups)
	return s
}

func (s *sheet) addSpot(n document.Node, unnamed bool, at vec) {
	p := spot{node: n, unnamed: unnamed, light: n.Light, at: at}
	p.inner, p.r = s.radii(n)
	s.spots = append(s.spots, p)
}

// radii gives the radius of what marks a station, and that of the ring round it.
func (s *sheet) radii(n document.Node) (inner, outer float64) {
	if n.Value != nil {
		r := (2.2 + 1.05*math.Sqrt(math.Abs(n.Value.Points))) * s.shrink
		if n.Goal && !s.tiny {
			return r, max(r+2.6, float64(mark.Goal))
		}
		return r, r
	}
	r := mark.Station
	switch ghost := n.Light == document.Ghost; {
	case s.tiny && ghost:
		r = 0.8
	case s.tiny && n.Goal:
		r = 2.6
	case s.tiny:
		r = 1.35
	case n.Goal && ghost:
		r = mark.GoalGhost
	case n.Goal:
		r = mark.Goal
	case n.Lever && ghost:
		r = mark.DialGhost
	case n.Lever:
		r = mark.Dial
	case ghost:
		r = mark.StationGhost
	case s.whole:
		r = mark.StationSmall
	}
	return float64(r), float64(r)
}

func (s *sheet) spotOf(id string) *spot {
	for i := range s.spots {
		if s.spots[i].node.ID == id {
			return &s.spots[i]
		}
	}
	return nil
}

func (s *sheet) addAreas(groups []document.Group) {
	lit := map[string]bool{}
	for _, g := range groups {
		lit[g.ID] = g.Lit
	}
	for _, f := range s.land.fields {
		if f.title == "" || len(f.members) == 0 {
			continue
		}
		a := area{group: document.Group{ID: f.id, Title: f.title, Lit: lit[f.id]}, box: s.lens.rect(f.room)}
		s.setTitle(&a)
		s.areas = append(s.areas, a)
	}
}

// place finds the places of all that isn't a station or a way.
func (s *sheet) place() {
	s.setMarks()
	if s.small {
		s.setNumbers()
		return
	}
	s.setTitles()
	s.setNumbers()
	labelling{s}.setLabels()
}

// finish gives the sheet as it is drawn.
func (s *sheet) finish() Sheet {
	var out Sheet
	for _, a := range s.areas {
		g := Group{Group: a.group, Box: a.box.rounded(), Title: a.lines}
		out.Groups = append(out.Groups, g)
	}
	for i := range s.arrows {
		out.Edges = append(out.Edges, s.arrows[i].finish())
	}
	for _, p := range s.spots {
		n := Node{Node: p.node, Unnamed: p.unnamed, At: p.at.point(), Radius: pt(p.inner)}
		if p.r > p.inner {
			n.Ring = pt(p.r)
		}
		if p.node.Goal && p.node.Lever && p.light != document.Ghost && !s.tiny {
			at := p.dial().point()
			n.Dial = &at
		}
		if p.label != nil {
			p.label.finish(s, &n)
		}
		out.Nodes = append(out.Nodes, n)
	}
	for _, l := range s.labels {
		if l.ring != nil {
			out.Rings = append(out.Rings, l.finishRing(s))
		}
	}
	return out
}

// ground tells whether a place lies outside all areas.
func (s *sheet) ground(at vec) bool {
	for _, a := range s.areas {
		if a.box.has(at) {
			return false
		}
	}
	return true
}
