package document

// Branches are the strongest ways from one node to several goals, their common
// beginning drawn once.
type Branches struct {
	Common
	Nodes []Node
	Ways  []Way     // one a goal, at most three; all begin at the same node
	Years [2]string // what the sparks span, at their ends: "0", "10 jaar"
}

// A Way leads to a goal. Way.Edges join what Nodes[i] and Nodes[i+1] name.
type Way struct {
	Nodes   []string // ids, of Branches.Nodes
	Edges   []Edge
	Effect  Spark
	Word    string // "dichterbij", "verder weg"; empty without verdict
	Verdict Verdict
}

// A Spark is a small line of an effect from now to the horizon, with the number
// at its end. All sparks of a drawing have one scale.
type Spark struct {
	Points []float64 // on a scale of 0 to 100, at equal distances of time; nil: nothing is known
	Text   string    // "+43,5"
}

// MostBranches is how many goals a drawing of branches shows.
const MostBranches = 3
