package marvel

import "fmt"

// A Consequence is one thing that a shifted word changes.
type Consequence struct {
	Kind   ConsequenceKind
	Moment float64 // years, of RankingChanged
	Goal   string  // id, of DirectionTurned
}

// ConsequenceKind tells consequences apart.
type ConsequenceKind int

const (
	BecameUnstable     ConsequenceKind = iota // or stable again: an effect now runs away that didn't, or the reverse
	SingleChanged                             // another single intervention is best
	CombinationChanged                        // another combination is best
	RankingChanged                            // the single interventions stand in another order at a moment
	DirectionTurned                           // a goal moves the other way under a single intervention
)

// String gives the name that analyse prints: "ranking@3", "direction:goal".
func (c Consequence) String() string {
	switch c.Kind {
	case BecameUnstable:
		return "unstable"
	case SingleChanged:
		return "best_single"
	case CombinationChanged:
		return "best_combination"
	case RankingChanged:
		return fmt.Sprintf("ranking@%g", c.Moment)
	case DirectionTurned:
		return "direction:" + c.Goal
	}
	panic(fmt.Sprintf("marvel: no name for consequence %d", c.Kind))
}
