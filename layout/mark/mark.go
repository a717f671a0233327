// Package mark holds the sizes of what pictures are made of: stations, heads of
// arrows, signs, chips, and the key of one line below a picture.
//
// Whoever places takes them from here to keep room free, and whoever draws to
// fill it. It places nothing but the key, and draws nothing. Lengths are points.
package mark

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// Pt is a length in points; y grows downward from the top of the picture.
type Pt = text.Pt

// A Point of a picture.
type Point struct{ X, Y Pt }

// A Rect is a rectangle by its top left corner.
type Rect struct{ X, Y, W, H Pt }

// Radii of marks.
const (
	Station      Pt = 2.6 // of a dot that is told about
	StationSmall Pt = 2.2 // of a dot on the map of everything
	StationGhost Pt = 1.5
	Goal         Pt = 4.6 // of the bull's-eye
	GoalGhost    Pt = 3.2
	Dial         Pt = 3.9
	DialGhost    Pt = 2.6
	Disc         Pt = 3.6 // of the sign of an arrow
	Shared       Pt = 5.2 // of the ring round a station that stands in two pictures
	Verdict      Pt = 4.4 // of the round with a tick and the square with a cross
	Number       Pt = 5.8 // of a ring with a rank or the number of a change in it
	Reading      Pt = 6.4 // of the ring with the letter of a reading
	Turn         Pt = 10  // of the turning arrow round the letter of a loop
)

// Sizes of type.
const (
	LabelSize Pt = 8.5 // the name of a station
	Leading   Pt = 10.5
	KeySize   Pt = 7.5
	ChipSize  Pt = 7
	SmallSize Pt = 8 // years, readings, what is said in soft
	SmallLead Pt = 10
	Smallest  Pt = 7 // nothing is set smaller
)

// Chips: the names of actors below a station.
const (
	ChipHeight Pt = 10
	ChipRound  Pt = 2
	ChipInside Pt = 3.2 // left and right of the words
	ChipLine   Pt = 0.6
	ChipGap    Pt = 1.7 // between two below each other
)

// Barriers across an arrow.
const (
	BarrierLength Pt = 5.4
	BarrierApart  Pt = 2.5
	BarrierWidth  Pt = 1
)

// HalfCapital is what a text stands lower than its middle, in parts of its size.
const HalfCapital = 0.335

// Line gives the width of the line of an arrow and its dash.
func Line(w document.Weight) (width Pt, dash []Pt) {
	switch w {
	case document.WeakLine:
		return 0.8, []Pt{3, 2}
	case document.StrongLine:
		return 1.8, nil
	case document.VeryStrongLine:
		return 2.8, nil
	case document.UnknownLine:
		return 1.1, []Pt{0, 2.6} // dots, for which no strength stands
	}
	return 0.8, nil
}

// InView widens the lines of a picture that shows a part only.
const InView = 1.15

// Head gives the length and the width of the head of an arrow whose line is so
// wide.
func Head(width Pt) (length, across Pt) { return 6 + 0.7*width, 4 + 1.1*width }

// ChipWidth is the width of a chip with these words.
func ChipWidth(fonts *text.Fonts, words string, bold bool) Pt {
	face := text.Sans
	if bold {
		face = text.SansBold
	}
	return fonts.Width(face, ChipSize, words) + 2*ChipInside
}
