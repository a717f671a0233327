// Package story finds places for what is in a drawing that tells one thing:
// loops as circles, ways as ribbons and branches, disputes, charts, and what
// lies with one reader.
//
// It takes a document.Drawing and gives a Placed, in which every position is
// final: labels are broken, marks have their places, the key is set. Whoever
// draws it decides nothing. It needs no map and no Graphviz; a drawing that
// stands on the map is layout/diagram's affair.
package story

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Pt is a length in points; y grows downward from the top of the picture.
type Pt = text.Pt

// A Point of a picture.
type Point = mark.Point

// A Rect is a rectangle by its top left corner.
type Rect = mark.Rect

// A Placed is a drawing with positions.
type Placed struct {
	ID            string
	Title         string
	Width, Height Pt // of all that is drawn, key included
	Parts         []Part
	Key           []mark.KeyItem
	KeyAt         Point // top left
}

// A Part is what belongs together: a station with its name, an arrow, a line.
type Part struct {
	Kind   string // "node", "edge", "line", "axis", …
	ID     string
	Label  string // for those who don't see it; empty: nothing to say
	Facts  []Fact // cues in words, read back by tests
	Shapes []Shape
}

// A Fact is a cue in words: {"rank", "1"}.
type Fact struct{ Name, Value string }

// A Shape is *Words, *Line, *Area, *Mark, *Chip or *Arrow.
type Shape interface {
	move(dx, dy Pt)
}

// Anchor says which part of words stands at a point.
type Anchor int

// Anchors of words.
const (
	Start Anchor = iota
	Middle
	End
)

// Words are a line of text at a baseline.
type Words struct {
	At     Point
	Anchor Anchor
	Face   text.Face
	Size   Pt
	Color  templates.Role
	Text   string
	Ground bool    // paper lies under them, so that no line runs through the letters
	Turn   float64 // degrees about At, against the clock
}

// A Line joins points; a curved one by cubic pieces: its start, then three
// points for each.
type Line struct {
	Points []Point
	Curved bool
	Color  templates.Role
	Width  Pt
	Dash   []Pt
	Round  bool
}

// An Area is filled; its points are those of its outline, curved or not.
type Area struct {
	Points []Point
	Curved bool
	Color  templates.Role
}

// A Mark is one of the marks of the notation.
type Mark struct {
	Kind   MarkKind
	At     Point // centre
	Radius Pt
	Color  templates.Role
	Filled bool   // of Numbered
	Text   string // of Numbered and Turning
	Size   Pt     // of the letters of Numbered
	Left   bool   // Turning turns against the clock
}

// MarkKind tells marks apart.
type MarkKind int

// Kinds of marks.
const (
	Dot      MarkKind = iota // a station, or a point of a chart
	Hollow                   // an open dot
	Eye                      // a goal
	Gauge                    // a point of intervention
	Ringed                   // a ring round a station that stands in two pictures
	Good                     // a goal comes nearer
	Bad                      // a goal moves away
	Numbered                 // a ring with a number or letter in it
	Turning                  // the letter of a loop in its turning arrow
)

// A Chip is the name of an actor in its box, each line centred.
type Chip struct {
	Box   Rect
	Lines []string
	Own   bool
}

// An Arrow is an edge with its curve, which ends at the base of its head.
type Arrow struct {
	document.Edge
	Curve    []Point // cubic: start, then three points for each piece
	Tip      Point
	Width    Pt // of the line
	Dash     []Pt
	Across   Pt // width of the head
	SignAt   Point
	Barriers [][2]Point
}

func (w *Words) move(dx, dy Pt) { w.At = shifted(w.At, dx, dy) }
func (m *Mark) move(dx, dy Pt)  { m.At = shifted(m.At, dx, dy) }
func (c *Chip) move(dx, dy Pt)  { c.Box.X, c.Box.Y = c.Box.X+dx, c.Box.Y+dy }
func (l *Line) move(dx, dy Pt)  { moveAll(l.Points, dx, dy) }
func (a *Area) move(dx, dy Pt)  { moveAll(a.Points, dx, dy) }

func (a *Arrow) move(dx, dy Pt) {
	moveAll(a.Curve, dx, dy)
	a.Tip, a.SignAt = shifted(a.Tip, dx, dy), shifted(a.SignAt, dx, dy)
	for i := range a.Barriers {
		moveAll(a.Barriers[i][:], dx, dy)
	}
}

func shifted(p Point, dx, dy Pt) Point { return Point{X: p.X + dx, Y: p.Y + dy} }

func moveAll(points []Point, dx, dy Pt) {
	for i := range points {
		points[i] = shifted(points[i], dx, dy)
	}
}
