package document

// Multiples are charts of lines beside each other on one scale, a goal each.
type Multiples struct {
	Common
	Unit   string // "punten"
	X, Y   Axis
	Facets []Facet
}

// A Facet is one of the charts.
type Facet struct {
	ID    string
	Title string
	Lines []Curve
	Rest  string // names the lines that are too small for a name: "twee onder 2,5"; empty if none is
}

// A Curve is a line of a Facet or of nothing else.
type Curve struct {
	ID, Label string
	X, Y      []float64 // years, and points on a scale of 0 to 100
	Strong    bool      // the one to look at
	Rank      int       // of its look
	Unnamed   bool      // counted in Facet.Rest
}
