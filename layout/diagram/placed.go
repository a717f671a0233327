// Package diagram finds places for the nodes of a diagram and curves for its
// edges.
//
// It takes a document.Diagram and gives a Placed, with the help of Graphviz in
// worker processes of this same program. Sizes of nodes come from the real
// fonts. What it gives is complete: labels are broken into lines, marks have
// their places, the key is set. Whoever draws it decides nothing.
package diagram

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// Pt is a length in points; y grows downward from the top of the picture.
type Pt = text.Pt

// A Placed is a diagram with positions: another type than Diagram, so that
// nobody can draw what was never laid out.
type Placed struct {
	ID            string
	Title         string
	Width, Height Pt // of all that is drawn, key included
	Nodes         []Node
	Edges         []Edge
	Groups        []Group
	Rings         []Ring
	Key           []KeyItem
}

// A Point of a picture.
type Point struct{ X, Y Pt }

// A Rect is a rectangle by its top left corner.
type Rect struct{ X, Y, W, H Pt }

// A Node with its place.
type Node struct {
	document.Node
	Box    Rect // of label and marks together
	Size   Pt   // of the letters
	Lines  []Line
	Mark   *Point // centre of the bull's-eye or dial; nil if none
	Badge  *Rect  // patch of Value
	MoreAt *Point // where "+3" begins, on the baseline
}

// A Line of a label.
type Line struct {
	Text string
	X, Y Pt // centre, baseline
}

// An Edge with its curve: Curve[0] is the start, then three points for each
// cubic piece. The curve ends at the base of the arrowhead, Tip is its point.
type Edge struct {
	document.Edge
	Curve    []Point
	Tip      Point
	Barriers []Barrier
	SignAt   Point // centre of the disc
	CountAt  *Point
}

// A Barrier is a short line across the edge.
type Barrier struct{ From, To Point }

// A Group with its area.
type Group struct {
	document.Group
	Box     Rect
	TitleAt Point // baseline start
}

// A Ring with its place.
type Ring struct {
	document.Ring
	Center    Point
	Clockwise bool
	Lines     []Line // of the name
}

// A KeyItem is an entry of the key with its place.
type KeyItem struct {
	document.KeyEntry
	SampleAt Rect  // where the sample is drawn
	TextAt   Point // baseline start
}
