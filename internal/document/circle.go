package document

// Circles are loops, each as a circle of its own. Two that share one node touch
// in it.
type Circles struct {
	Common
	Loops  []Circle
	Shared string // said of the one node in which two circles touch: "draait in beide lussen mee"
}

// A Circle is a loop: nodes in its direction, the first at the top.
type Circle struct {
	ID      string
	Letter  string // "R", "B" or "?"
	Name    string
	Round   string   // "een ronde: 6 jaar"; empty if it isn't known
	Nodes   []Node   // at most nine
	Edges   []Edge   // Edges[i] leads from Nodes[i] to the next
	Story   []string // a sentence for each edge, told when there is one circle; nil: none
	Returns string   // what a round brings back, in a sentence; empty if it isn't known
}

// MostOnCircle is how many nodes a circle holds.
const MostOnCircle = 9
