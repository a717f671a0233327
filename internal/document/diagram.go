package document

// A Diagram is what a figure tells on the map: nodes and edges without places.
// What stands on the map and isn't named here is drawn as a ghost, so that every
// figure is the same map. Two diagrams that show the same node use the same id.
type Diagram struct {
	ID     string // of the snapshot
	Title  string // name for those who don't see it
	Layout Layout
	Size   Size
	Full   bool   // the whole notation: all speeds have barriers, not only the slow ones
	Nodes  []Node // sorted by id
	Edges  []Edge // sorted by id
	Groups []Group
	Rings  []Ring
	Panels []Panel    // small maps below the large one; without nodes there is no large one
	Key    []KeyEntry // the cues that occur, in a fixed order
}

// Layout says how positions are found.
type Layout int

const (
	MapLayout   Layout = iota // as on the map
	FreshLayout               // without regard to the map
)

// Size says how high the map is drawn, and whether it is stretched where
// something is lit. The order on the map stays what it is.
type Size int

const (
	ViewSize   Size = iota // two thirds of the whole map, stretched where it is lit
	WholeSize              // the whole map, not stretched: the landscape
	EffectSize             // like a view, a little higher, stretched less
	ChipSize               // higher still: room for chips under the labels
)

// Light says how loud a node or an edge speaks.
type Light int

const (
	Lit   Light = iota // it is the message: label, sign, head
	Quiet              // the rest of a landscape: thin, its label soft
	Ghost              // to be recognised, not read: no label, sign or head
)

// A Panel is a small map beside others: the same stations without labels.
type Panel struct {
	Title string // "Na 3 jaar"
	Note  string // behind the title, softer: "13 factoren bewegen"
	Foot  string // below the map; wrapped
	Nodes []Node // lit ones, sorted by id
	Edges []Edge // lit ones, sorted by id
}

// A Node is a name with marks.
type Node struct {
	ID       string
	Label    string
	Name     string // in full, where Label is short; empty: Label
	Goal     bool   // bull's-eye
	Lever    bool   // dial, italics: where an intervention acts
	Light    Light
	Group    string // id of its Group; empty if none
	ForGroup bool   // stands for all of its Group, in the middle of it
	More     int    // edges that aren't shown: "+3"
	Chips    []Chip // under the label
	Change   Change
	Value    *Value
	X, Y     float64 // first position on the map, if HasSpot
	HasSpot  bool
}

// A Chip names a partner under a label.
type Chip struct {
	Text   string
	Filled bool // nobody else: "alleen Politie"
}

// A Value is what moves at a node: a triangle as large as its points, and the
// number as the last line of the label. Under one point there is no Value.
type Value struct {
	Points  float64 // on a scale of 0 to 100; its sign turns the triangle
	Text    string  // "+12,4", with U+2212 for minus; empty: the triangle only
	Verdict Verdict // of a goal
	Word    string  // "dichterbij", behind the mark of the verdict
}

// Verdict says what a change means for a goal.
type Verdict int

const (
	NoVerdict Verdict = iota
	Nearer            // filled round with a tick
	Further           // open square with a cross
)

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
	Light    Light
	Points   float64 // that travel over it; not 0: a neutral arrow of that width, without sign
	Number   int     // in a round beside it, "1"; 0: none
	Filled   bool    // that round: after rather than before
	Count    int     // bundled relations, for an overview; 0 or 1: a single one
	Change   Change
	Label    string // what it says, for those who don't see it: "Training draagt bij aan signalering"; empty: for the eye only
}

// A Group is a quiet area behind nodes.
type Group struct {
	ID    string
	Title string
	Lit   bool // what the picture is about: its title is bold
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
	CueReinforcing
	CueBalancing
	CueUndetermined
	CueNew
	CueGone
	CueChanged
	CueCount
	CueUnknownStrength
	CueUnknownSpeed
	CueThin // a thin arrow of a landscape: the other relations
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
	Min, Max float64 // in the unit of what is drawn: years, points or ranks
	Ticks    []Tick
}

// A Tick is a place on an axis with its label.
type Tick struct {
	At    float64 // between Axis.Min and Axis.Max
	Label string
}

// A Line of a chart; told apart by dash and by the label at its end.
type Line struct {
	ID     string
	Label  string
	X, Y   []float64 // equally many, in the units of the axes
	Dash   int       // 0 solid, 1 long, 2 short, 3 dot-dash, …
	Strong bool      // the one to look at
	Base   bool      // the run without interventions
}
