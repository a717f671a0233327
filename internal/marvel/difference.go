package marvel

// A Difference is what changed from an older model to a newer one. Everything
// is matched by id, sorted by id.
type Difference struct {
	Factors       []Changed
	Relations     []Changed
	Interventions []Changed
	LoopsBorn     []Loop // of the new result's list, in its order
	LoopsGone     []Loop // of the old one's
	LoopsTurned   []Turn // same relations, another kind
	// LoopsBounded: a bound was hit in one of the two; loops born and gone are
	// then only those that both counts would have reached.
	LoopsBounded bool
	Effects      []EffectChange  // by size and ids of the interventions
	Rankings     []RankingChange // moments whose order changed
	BestChanged  []BestChange
}

// State of a thing in a Difference.
type State int

const (
	Born State = iota
	Gone
	Altered
)

// Changed is a thing that is new, gone or altered.
type Changed struct {
	ID     string
	State  State
	Fields []Field // of an altered thing, in a fixed order
}

// A Field is an attribute that was altered; values as in the model. Names are
// those of the columns of the model's tables: "sign", "strength", "speed",
// "argument", "dissent", "label", …
type Field struct {
	Name     string
	Old, New string
}

// A Turn is a loop that became another kind.
type Turn struct {
	Loop Loop // as it is now
	Old  Kind
}

// An EffectChange is an effect on a goal that differs in the newer model by
// more than effectThreshold.
type EffectChange struct {
	Interventions []string
	Goal          string
	Moment        float64
	Old, New      float64 // change against the base run; NaN if it doesn't follow
}

// A RankingChange is an order of single interventions that changed.
type RankingChange struct {
	Moment   float64
	Old, New []string // ids of interventions, best first
}

// A BestChange is a best effect by score that changed.
type BestChange struct {
	Combination bool // else the best single intervention
	Old, New    []string
}
