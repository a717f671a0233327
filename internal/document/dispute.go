package document

// A Dispute is one relation that was read in two ways or three, and what comes
// first under each.
type Dispute struct {
	Common
	From, To Node
	Readings []Reading
	Slopes   Slopes
	Verdict  string // one sentence: "De uitkomst hangt hieraan."
	Told     string // what follows it
}

// A Reading is one way to read the relation.
type Reading struct {
	Letter string // "A"
	Name   string // what it says: "De uitbuiting verhuist"
	Who    string // "zwak · de helft van de groep"
	Edge   Edge
}

// Slopes show a number for each line in each of a few columns.
type Slopes struct {
	Head    string
	Columns []string // "lezing A"
	Lines   []Slope
}

// A Slope is a line of Slopes.
type Slope struct {
	ID, Label string
	Values    []float64 // one a column, in points on a scale of 0 to 100
	Texts     []string
	Strong    bool
	Rank      int // of its look
}
