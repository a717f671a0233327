// Package diagram finds places for the nodes of a diagram and curves for its
// edges.
//
// It takes a document.Diagram and gives a Placed, with the help of Graphviz in
// worker processes of this same program. Sizes of nodes come from the real
// fonts. What it gives is complete: labels are broken into lines, marks have
// their places, the key is set. Whoever draws it decides nothing.
package diagram

import (
	"fmt"
	"strconv"

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
	Dial   *Point // centre of the dial of a node that has both marks; nil if not
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
	SignAt   Point  // centre of the disc
	CountAt  *Point // centre of the number of bundled relations; nil if there is none
	TagAt    *Point // centre of the numbers of the tracks; nil if there are none
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

// Sizes of marks, in points. Whoever draws takes them from here, so that what
// was kept free is what is filled.
const (
	SignRadius Pt = 3.6 // of the disc of a sign
	MarkRadius Pt = 3.8 // of the bull's-eye and the dial
	BarrierLen Pt = 5   // of a whole barrier, across the line
	RingRadius Pt = 8   // of the circular arrow round the letter of a loop
	LabelSize  Pt = 9   // of the letters of a label, at most
	LabelMin   Pt = 7   // and at least
	Leading    Pt = 11  // from line to line at LabelSize
	ValueSize  Pt = 8.5 // of the number in a badge, at LabelSize
	MoreSize   Pt = 7.5 // of "+3"
	GroupSize  Pt = 8   // of the title of a group, in capitals
	RingSize   Pt = 8   // of the name of a loop
	KeySize    Pt = 8   // of the words of the key

	CountHeight Pt = 11  // of the patch under the number of a bundle
	TagHeight   Pt = 8.6 // of the patch under the numbers of paths
)

// CountWidth is the width of the patch under the number of bundled edges.
func CountWidth(n int) Pt { return Pt(5.5 + 4.2*float64(len(strconv.Itoa(n)))) }

// TagWidth is the width of the patch under the numbers of so many tracks.
func TagWidth(tracks int) Pt { return Pt(3.4 + 5.2*float64(tracks)) }

// Head gives the length and the width of the head of an arrow.
func Head(w document.Weight) (length, width Pt) {
	switch w {
	case document.StrongLine:
		return 7.5, 6
	case document.VeryStrongLine:
		return 9, 8
	}
	return 6.5, 4.6
}

// Stroke gives the width of the line of an arrow.
func Stroke(w document.Weight) Pt {
	switch w {
	case document.StrongLine:
		return 1.8
	case document.VeryStrongLine:
		return 2.8
	}
	return 0.8
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

// MoreText is how the number of edges that aren't shown is written.
func MoreText(n int) string { return fmt.Sprintf("+%d", n) }
