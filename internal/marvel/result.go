// Package marvel computes what follows from a model: effects of interventions
// over time, loops, paths, robustness, and the differences between two models.
//
// It gives numbers and ids, never words: how a result is told belongs to
// internal/memo and internal/snapshot. It reads and writes nothing. No result
// depends on the order of rows in the model's tables, on the clock or on the
// number of cores.
package marvel

import "slotmemo/internal/model"

// Options say what to compute. Zero values mean the defaults of the method.
type Options struct {
	Horizon float64   // years, 10
	Moments []float64 // years, 1, 3 and 10
	Combine int       // largest combination of interventions, 2

	// LoopIDs are ids kept from an earlier run, by the relations of the loop
	// joined with " > " from its canonical start (layout/loops.csv).
	LoopIDs map[string]string
}

// A Result is all that follows from one model.
type Result struct {
	Options    Options
	Loops      Loops
	Paths      []Paths   // by intervention, then goal, in the order of the ids
	Effects    []Effect  // the base run first, then by size and ids; empty if nothing can be computed
	Rankings   []Ranking // one per moment
	Robustness Robustness
	Structure  []Place // per factor, in the order of the ids

	// Numbers says whether levels and effects could be computed, and if not, why.
	Numbers Numbers
}

// Numbers says why a model gives no numbers. All false: it does.
type Numbers struct {
	NoLevels      bool     // no factor has a level
	MissingLevels []string // factors without a level, if some have one
	UnknownSigns  []string // relations
	UnknownWords  []string // relations without strength or speed
	Unstable      bool     // the base run itself is unstable
	Causes        []string // ids of the loops that are its likely cause
}

// Kind of a loop.
type Kind int

const (
	Undetermined Kind = iota // has a relation with an unknown sign
	Reinforcing              // an even number of minus signs
	Balancing                // an odd number
)

// A Loop is a closed chain of relations without a factor twice.
type Loop struct {
	ID        string
	Kind      Kind
	Name      string
	Story     string
	Factors   []string // begins with the smallest id; the first isn't repeated
	Relations []string // Relations[i] goes from Factors[i] to the next
	Gain      float64  // product of the signed strengths; NaN if a sign or word is unknown
	Delay     float64  // sum of the mean delays, years; NaN if unknown
}

// Loops are the loops that were found.
type Loops struct {
	List        []Loop // ranked: named loops first, then by |gain|, length and id
	Count       int    // all that were counted; List may hold fewer
	Complete    bool   // no bound was hit
	MaxLength   int    // the bound on the length that was used
	Reinforcing int
	Balancing   int
	Unknown     int
	Independent []string // a shortest independent loop set (Oliva 2004): ids
	Components  []Component
}

// A Component is a strongly connected part of the model.
type Component struct {
	Factors   []string
	Relations []string
}

// Paths are the paths from one intervention to one goal.
type Paths struct {
	Intervention string
	Goal         string
	Count        int
	Negative     int
	Undetermined int
	GainSum      float64 // NaN if a sign or strength is unknown
	Complete     bool
	Shortest     Path
	Quickest     Path
	Strongest    Path
	Opposite     bool // these three don't agree in sign
}

// A Path is a chain of relations.
type Path struct {
	Factors   []string
	Relations []string
	Gain      float64
	Delay     float64
}

// An Effect is the run with some interventions active.
type Effect struct {
	Interventions []string // ids, sorted; empty for the base run
	Unstable      bool
	Score         float64 // 10⁴ × time mean of the weighted mean of the goals
	// Levels[f][m] and Change[f][m] are those of factor f (in the order of
	// Result.Structure) at moment m. Change is against the base run.
	Levels, Change [][]float64
	// Series[g] is the level of goal g (Goals order) at Times, for charts.
	Series  [][]float64
	LongRun []float64 // per goal: change in the long run, NaN if there is none
	Gain    []float64 // per moment: 10⁴ × weighted mean change of the goals in their direction
	PerPush []float64 // Gain divided by the sum of target − level; NaN if that is 0
	Leaves  []Leave   // factors that leave the scale
	Dips    []Dip     // goals that first move the wrong way
}

// A Leave is a factor that leaves [0,1].
type Leave struct {
	Factor string
	Time   float64 // years, the first time
	Level  float64 // the level farthest outside
}

// A Dip is a goal that gets worse before it gets better.
type Dip struct {
	Goal  string
	Depth float64 // largest change in the wrong direction, positive, on the scale 0–1
	Time  float64 // years, when it is deepest
	Until float64 // years, when the change turns to the right direction
}

// A Ranking orders the single interventions and the combinations at a moment.
type Ranking struct {
	Moment  float64 // years
	Singles []Ranked
	All     []Ranked // singles and combinations
}

// Ranked is one place in a ranking.
type Ranked struct {
	Effect  int // index in Result.Effects
	Gain    float64
	PerPush float64
}

// Place of a factor in the structure.
type Place struct {
	Factor  string
	In, Out int
	Loops   int // in how many of the listed loops it stands
}

// Robustness tells how much the results depend on the words chosen.
type Robustness struct {
	Possible int // shifts by one step that the model offers
	Tried    int
	// Of the shifts tried, how many left this as it was:
	StableSingle      int     // the best single intervention by score
	StableCombination int     // the best combination by score
	StableRankings    []int   // per moment, the order of the singles
	StableDirections  int     // the direction of every goal under every single intervention
	Matter            []Shift // shifts that changed something, gravest first
}

// A Shift is one word moved by one step.
type Shift struct {
	Relation string
	Speed    bool // the speed was shifted, else the strength
	From, To string
	Changes  []string // "best_single", "best_combination", "ranking@3", "direction:goal"
}

// Horizon years if the model is silent.
const DefaultHorizon = 10

// GoalIDs gives the ids of the goals in the order of Effect.Series.
func GoalIDs(m *model.Model) []string {
	var ids []string
	for _, f := range m.Factors {
		if f.Goal != model.NoGoal {
			ids = append(ids, f.ID)
		}
	}
	return ids
}
