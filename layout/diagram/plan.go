package diagram

import (
	"slotmemo/internal/document"
)

// A plan is one way to lay out a diagram.
type plan struct {
	engine string // of Graphviz; empty: the hints themselves, or a ring
	graph  string // attributes for it
	wrap   float64
	hints  bool // begin with the places on the map
	circle bool // the nodes of the first loop on an oval
	closer bool // empty bands of the map made narrower
	tiled  bool // the page shared out among groups
}

// Attributes for Graphviz. It finds positions only, so it draws straight lines:
// curves are ours, and overlap is ours to remove, since only we know the page.
const (
	dotTight = "nodesep=0.12,ranksep=0.25,splines=line"
	dotWide  = "nodesep=0.2,ranksep=0.3,splines=line"
	dotFast  = "nodesep=0.12,ranksep=0.25,splines=line,nslimit=0.2,nslimit1=0.5,mclimit=0.1"
	stress   = "overlap=true,splines=line"
	kamada   = "mode=KK,overlap=true,splines=line"
	descent  = "mode=sgd,overlap=true,splines=line"
	soft     = "overlap=true,splines=line,maxiter="
)

// Sizes of diagrams, by which the plans are chosen: by size and density alone,
// never by time.
const (
	smallDiagram  = 30
	mediumDiagram = 80
	largeDiagram  = 150
	denseDiagram  = 1.8 // edges per node
)

// plans lists the candidates for a diagram, the likeliest first; with three or
// more groups also such in which they share out the page.
func (p *placer) plans(d *document.Diagram, hinted bool) []plan {
	plans := p.ungrouped(d, hinted)
	if len(d.Groups) < 3 || d.Layout == document.PinnedLayout {
		return plans
	}
	first := plans[0]
	if len(d.Nodes) > smallDiagram {
		plans = nil
	}
	for _, wrap := range []float64{95, 80, 70, 60} {
		first.wrap, first.tiled = wrap, true
		plans = append(plans, first)
	}
	return plans
}

func (p *placer) ungrouped(d *document.Diagram, hinted bool) []plan {
	n := len(d.Nodes)
	dense := float64(len(d.Edges)) > denseDiagram*float64(n)
	switch {
	case len(d.Edges) == 0 && !hinted:
		return []plan{{wrap: 80}}
	case d.Layout == document.PinnedLayout && hinted:
		return []plan{{wrap: 70, hints: true}, {wrap: 60, hints: true}}
	case hinted && n <= smallDiagram:
		return p.mapPlans(d)
	case hinted:
		return []plan{{wrap: 60, hints: true}, {wrap: 60, hints: true, closer: true}, {engine: "neato", graph: soft + "3", wrap: 60, hints: true}}
	case n <= smallDiagram:
		return p.freshPlans(d)
	case n <= mediumDiagram:
		return []plan{{engine: "neato", graph: stress, wrap: 60}, {engine: "dot", graph: dotTight, wrap: 60}}
	case n <= largeDiagram && !dense:
		return []plan{{engine: "neato", graph: stress, wrap: 60}, {engine: "dot", graph: dotFast, wrap: 60}}
	}
	return []plan{{engine: "neato", graph: stress, wrap: 60}}
}

func (p *placer) mapPlans(d *document.Diagram) []plan {
	plans := []plan{
		{wrap: 70, hints: true},
		{wrap: 95, hints: true},
		{wrap: 60, hints: true},
		{wrap: 70, hints: true, closer: true},
		{wrap: 95, hints: true, closer: true},
		{engine: "neato", graph: soft + "2", wrap: 70, hints: true},
		{engine: "neato", graph: soft + "6", wrap: 70, hints: true},
	}
	if len(d.Rings) > 0 {
		plans = append(plans, plan{wrap: 70, hints: true, circle: true}, plan{wrap: 60, hints: true, circle: true})
	}
	return plans
}

func (p *placer) freshPlans(d *document.Diagram) []plan {
	plans := []plan{
		{engine: "dot", graph: dotTight, wrap: 60},
		{engine: "dot", graph: dotWide, wrap: 70},
		{engine: "dot", graph: dotWide, wrap: 95},
		{engine: "neato", graph: stress, wrap: 70},
		{engine: "neato", graph: kamada, wrap: 70},
		{engine: "neato", graph: descent, wrap: 70},
	}
	if len(d.Rings) > 0 {
		plans = append(plans, plan{wrap: 70, circle: true}, plan{wrap: 60, circle: true})
	}
	return plans
}
