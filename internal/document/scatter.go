package document

// A Scatter sets how much something does against how soon.
type Scatter struct {
	Common
	X, Y    Axis
	Points  []Spot
	Corners [4]string // top left, top right, bottom left, bottom right
	Whisker string    // what the ranges are; empty: there are none
}

// A Spot is a point of a Scatter with the range of its height.
type Spot struct {
	ID, Label string
	X, Y      float64 // years, and points on a scale of 0 to 100
	Low, High float64 // points; NaN: no range is known
}
