// Package diagram places the nodes of a diagram on a map and draws the ways of
// its edges: layout, without a line painted.
//
// It takes a document.Diagram and gives a Placed. The whole model is one map,
// found once: Graphviz, in worker processes of this same program, says who
// belongs near whom, and annealing puts every node on a station of its own. A
// label stands beside its station and never is it, so that what is said moves
// no station. Every picture is that map, stretched where something is lit:
//
//	whole ─▶ land ─▶ lens ─▶ arrows, titles, labels ─▶ Placed
//	         kept    order
//
// What it gives is complete: labels are broken into lines, marks have their
// places, the key is set. Whoever draws it decides nothing.
package diagram

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
)

// Pt is a length in points; y grows downward from the top of the picture.
type Pt = text.Pt

// A Point of a picture.
type Point = mark.Point

// A Rect is a rectangle by its top left corner.
type Rect = mark.Rect

// A Placed is a diagram with positions: another type than Diagram, so that
// nobody can draw what was never laid out.
type Placed struct {
	ID            string
	Title         string
	Width, Height Pt // of all that is drawn, key included
	Sheet
	Panels []Panel
	Key    []mark.KeyItem
	KeyAt  Point // top left corner of the key
}

// A Sheet is one map of a picture.
type Sheet struct {
	Groups []Group
	Edges  []Edge
	Nodes  []Node
	Rings  []Ring
}

// A Panel is a small map with words above and below. Its places are those of
// the whole picture.
type Panel struct {
	Sheet
	Small bool // thin lines, small heads, no signs
	Words []Line
}

// A Node with its station. Ghosts that the diagram doesn't name have an id and
// marks, and nothing to say.
type Node struct {
	document.Node
	Unnamed bool // on the map, but not of this diagram
	At      Point
	Radius  Pt // of the dot, the bull's-eye, the dial or the triangle
	Ring    Pt // round the triangle of a goal; 0: none
	Lines   []Line
	Chips   []Chip
	Verdict *Point // centre of the mark of a goal
	Dial    *Point // of a goal that is a lever too
}

// A Line of text.
type Line struct {
	Text   string
	X, Y   Pt // start, baseline
	Width  Pt
	Size   Pt
	Face   text.Face
	Soft   bool
	Spaced bool // TitleSpace between its letters
	Patch  bool // something runs below: the ground's colour goes between
	Ground bool // that ground is paper, not the tint of a group
}

// A Chip with its box.
type Chip struct {
	document.Chip
	Box Rect
}

// An Edge with its curve: Curve[0] is the start, then three points for each
// cubic piece. The curve ends at the base of the arrowhead, Tip is its point.
// A ghost has no head: its curve ends at its station.
type Edge struct {
	document.Edge
	Unnamed  bool // on the map, but not of this diagram
	Width    Pt
	Curve    []Point
	Tip      Point
	HeadWide Pt
	Barriers []Barrier
	SignAt   *Point // centre of the disc, or of the dot of a quiet arrow; nil: none
	NumberAt *Point // of the round with a number
	CountAt  *Point // of the number of bundled relations
}

// A Barrier is a short line across the edge.
type Barrier struct{ From, To Point }

// A Group with its area. Its title is set in capitals.
type Group struct {
	document.Group
	Box   Rect
	Title []Line
}

// A Ring marks a loop: its letter in a turning arrow, its name below.
type Ring struct {
	document.Ring
	Center    Point
	Clockwise bool
	Lines     []Line
}

// Sizes, in points. Whoever draws takes them from here, so that what was kept
// free is what is filled.
const (
	LabelSize  = mark.LabelSize
	LabelMin   = mark.Smallest // of any letter
	WholeSize  = 7.5           // of labels on the whole map
	TitleSize  = 7.2           // of the title of a group
	TitleSpace = 1.1           // between its capitals
	RingRadius = 8.0
	RingSize   = 8.0
	DotRadius  = 1.7 // of the sign of a quiet arrow
	GhostLine  = 0.5
	QuietLine  = 0.5
	CountHigh  = 11.0

	pageWidth = float64(138 * text.MM)
)

// CountWidth is the width of the patch under the number of bundled edges.
func CountWidth(n int) Pt {
	w := Pt(5.5)
	for ; n > 0; n /= 10 {
		w += 4.2
	}
	return w
}

// Face gives the face of the label of a node: bold for a goal, italic for a
// point of intervention.
func Face(n document.Node) text.Face {
	switch {
	case n.Goal:
		return text.SansBold
	case n.Lever:
		return text.SansItalic
	}
	return text.Sans
}
