// Package picture draws placed diagrams and charts as strokes, shapes and texts:
// one drawing for the PDF and the HTML edition.
//
// It turns positions into marks by the notation of the memo's figures. It
// decides nothing about where something stands, and knows nothing of PDF or SVG.
package picture

import (
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Pt is a length in points; y grows downward from the top of the picture.
type Pt = text.Pt

// A Picture is a finished drawing.
type Picture struct {
	ID            string // of the figure
	Width, Height Pt
	Shapes        []Shape // in the order in which they are painted
}

// A Shape is *Path, *Text or *Group.
type Shape interface{ shape() }

// A Path is a line or an area.
type Path struct {
	Segments []Segment
	Fill     templates.Role // None: not filled
	Stroke   templates.Role // None: no line
	Width    Pt
	Dash     []Pt
	Round    bool // caps and joins
}

// A Segment is a part of a path: one point for Move and Line, three for Curve
// (two control points and the end), none for Close.
type Segment struct {
	Op     Op
	Points [3]Point
}

// A Point of a picture.
type Point struct{ X, Y Pt }

// Op of a Segment.
type Op int

const (
	Move Op = iota
	Line
	Curve
	Close
)

// Text is a line of text at a baseline.
type Text struct {
	X, Y   Pt
	Anchor Anchor
	Face   text.Face
	Size   Pt
	Color  templates.Role
	Value  string
	Turn   float64 // degrees about (X, Y), against the clock
	Space  Pt      // more between its letters
}

// Anchor says which part of a text stands at X.
type Anchor int

const (
	Start Anchor = iota
	Middle
	End
)

// A Group holds shapes that belong together: a node, an edge, a ring, the key.
type Group struct {
	Kind   string  // "node", "edge", "ring", "group", "key", "line"
	ID     string  // of the node or edge
	Label  string  // for those who don't see it; empty: nothing to say
	Data   []Datum // cues in words, read back by tests and by the HTML edition
	Shapes []Shape
}

// A Datum is a fact about a Group: {"sign", "minus"}, {"from", "a"}.
type Datum struct{ Name, Value string }

func (*Path) shape()  {}
func (*Text) shape()  {}
func (*Group) shape() {}
