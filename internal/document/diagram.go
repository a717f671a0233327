package document

// A Diagram is a picture of nodes and edges that has not been laid out. Two
// diagrams that show the same node use the same id, so that it can stand in the
// same place in both.
type Diagram struct {
	ID     string // of the snapshot
	Title  string // name for those who don't see it
	Layout Layout
	Nodes  []Node // sorted by id
	Edges  []Edge // sorted by id
	Groups []Group
	Rings  []Ring
	Key    []KeyEntry // the cues that occur, in a fixed order
}

// Layout says how positions are found.
type Layout int

const (
	MapLayout    Layout = iota // the place on the map is a hint
	PinnedLayout               // exactly as on the map
	FreshLayout                // without regard to the map
)

// A Node is a name with marks.
type Node struct {
	ID      string
	Label   string
	Goal    bool   // bull's-eye
	Lever   bool   // dial, italics: where an intervention acts
	Faint   bool   // a neighbour of what is shown
	Group   string // id of its Group; empty if none
	More    int    // edges that aren't shown: "+3"
	Change  Change
	Value   *Value
	X, Y    float64 // first position on the map, if HasSpot
	HasSpot bool
}

// A Value is a signed number at a node. The number is the message; the shade
// only supports it.
type Value struct {
	Text  string  // "+12,4", with U+2212 for minus
	Shade float64 // −1 … +1
}

// Change marks what differs from an older version.
type Change int

const (
	Same Change = iota
	New
	Gone
	Changed
)

// Sign of an edge.
type Sign int

const (
	Minus       Sign = -1
	UnknownSign Sign = 0
	Plus        Sign = +1
)

// Weight of an edge's line.
type Weight int

const (
	UnknownLine Weight = iota // thin, without claim
	WeakLine                  // thin, dashed
	AverageLine
	StrongLine
	VeryStrongLine
)

// An Edge is an arrow between two nodes.
type Edge struct {
	ID       string
	From, To string
	Sign     Sign
	Weight   Weight
	Barriers float64 // ½, 1, 1½ or 2 across the line; 0: speed unknown, none drawn
	Faint    bool
	Tracks   []int // which of several told-apart paths run over it: 1, 2, 3
	Count    int   // bundled relations, for an overview; 0 or 1: a single one
	Change   Change
	Label    string // what it says, for those who don't see it: "Training draagt bij aan signalering"
}

// A Group is a quiet area behind nodes.
type Group struct {
	ID    string
	Title string
	Faint bool
}

// A Ring marks a loop: its name in the middle, its letter in a circular arrow.
type Ring struct {
	ID     string
	Letter string // "R", "B" or "?"
	Name   string
	Nodes  []string // in the direction of the loop
}

// A KeyEntry explains one cue, in the words of the reader.
type KeyEntry struct {
	Cue    Cue
	Text   string // "sterk", "remt"
	Sample string // words within the sample, of a chip: "OM"
	Rank   int    // of the line that is shown, for CueIdentity
}

// A Cue is something that the picture uses to say something.
type Cue int

const (
	CuePlus Cue = iota
	CueMinus
	CueUnknownSign
	CueWeak
	CueAverage
	CueStrong
	CueVeryStrong
	CueBarrierHalf
	CueBarrierOne
	CueBarrierOneHalf
	CueBarrierTwo
	CueGoal
	CueLever
	CueFaint
	CueMore
	CueReinforcing
	CueBalancing
	CueUndetermined
	CueRise
	CueFall
	CueTrack1
	CueTrack2
	CueTrack3
	CueNew
	CueGone
	CueChanged
	CueCount
	CueUnknownStrength
	CueUnknownSpeed
)

// A Chart is a chart of lines.
type Chart struct {
	ID      string
	Title   string // name for those who don't see it
	Kind    ChartKind
	X       Axis
	Y       Axis
	Lines   []Line
	Base    float64 // the line of the base run or of zero
	HasBase bool
}

// ChartKind tells charts apart.
type ChartKind int

const (
	LineChart    ChartKind = iota // values over time
	RankingChart                  // ranks over moments; Y counts from 1 at the top
)

// An Axis has a title and ticks.
type Axis struct {
	Title    string
	Min, Max float64
	Ticks    []Tick
}

// A Tick is a place on an axis with its label.
type Tick struct {
	At    float64
	Label string
}

// A Line of a chart; told apart by dash and by the label at its end.
type Line struct {
	ID     string
	Label  string
	X, Y   []float64
	Dash   int  // 0 solid, 1 long, 2 short, 3 dot-dash, …
	Strong bool // the one to look at
	Base   bool // the run without interventions
}
