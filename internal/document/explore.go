package document

// Explore is what a reader on a screen can ask of the model: facts of nodes and
// edges, sets of them to light up, and results of scenarios computed before.
type Explore struct {
	Figure    string // id of the figure to explore
	Nodes     []ExploreNode
	Edges     []ExploreEdge
	Sets      []ExploreSet
	Levers    []Lever
	Moments   []Moment
	Scenarios []Scenario // the one without levers first
	Omitted   string     // what isn't there, in words; empty if nothing
}

// An ExploreNode is a node with what is known of it.
type ExploreNode struct {
	ID, Label, Group string
	Text             string // its definition
	Facts            []Fact // level, goal, owners, …
	Goal             int    // +1, −1 desired direction; 0 no goal
}

// A Fact is a label with a value.
type Fact struct{ Label, Value string }

// An ExploreEdge is an edge with what is known of it.
type ExploreEdge struct {
	ID, From, To string
	Sentence     string // "Training draagt sterk en traag bij aan signalering."
	Text         string // the argument
	Facts        []Fact // strength, speed, session, dissent
}

// An ExploreSet is something to light up: a loop, a path, an actor, a domain.
type ExploreSet struct {
	Kind  string // heading of its list: "Lussen"
	ID    string
	Name  string
	Text  string // the story
	Nodes []string
	Edges []string
}

// A Lever is an intervention that can be chosen.
type Lever struct{ ID, Label, Node string }

// A Moment is a point in time that can be chosen.
type Moment struct {
	Years float64
	Label string // "na 3 jaar"
}

// A Scenario is a choice of levers with its results.
type Scenario struct {
	Levers  []string    // ids, sorted
	Changes [][]float64 // [moment][node in the order of Explore.Nodes], in points on 0–100
	Gain    []float64   // per moment, as in the ranking, in hundredths of a point on 0–100
	Places  []int       // per moment, the place in the ranking, from 1; 0: it has none
	Score   float64     // mean of the goals over the whole horizon, in hundredths of a point
	Void    string      // why there are no numbers; then the rest is empty
}
