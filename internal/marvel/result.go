// Package marvel computes what follows from a model: effects of interventions
// over time, loops, paths, robustness, and the differences between two models.
//
// It gives numbers and ids, never words: how a result is told belongs to
// internal/memo and internal/snapshot. It reads and writes nothing. No result
// depends on the order of rows in the model's tables, on the clock or on the
// number of cores. A number that doesn't follow from the model is NaN, never 0.
//
// The method is that of van Zijderveld, "MARVEL – principles of a method for
// semi-qualitative system behaviour and policy analysis", 25th International
// System Dynamics Conference, 2007 (S1 in the comments), with the numbers of
// its worked example in the Business Simulation Library (S2).
package marvel

import (
	"slices"

	"slotmemo/internal/model"
)

// Options say what to compute. Zero values mean the defaults of the method.
type Options struct {
	Horizon float64   // years, 10
	Moments []float64 // years, 1, 3 and 10 as far as the horizon goes
	Combine int       // largest combination of interventions, 2

	// LoopIDs are ids kept from an earlier run, by LoopKey
	// (layout/loops.csv).
	LoopIDs map[string]string

	// MinYears is the lower bound of mean delays and adjustment times, in
	// years; 0.01 if zero. It bounds the number of steps of a run.
	MinYears float64

	// SkipRobustness leaves out the most laborious part; an older state that
	// is only compared with doesn't need it.
	SkipRobustness bool

	// OnlyEffects leaves out loops, paths and robustness, for one who asks for
	// an effect at another moment. Causes of instability are then not named.
	OnlyEffects bool
}

// A Result is all that follows from one model.
type Result struct {
	Options    Options  // with the defaults filled in, moments sorted
	Goals      []string // ids, sorted: the order of goals everywhere below
	Loops      Loops
	Paths      []Paths   // by intervention, then goal, in the order of the ids
	Effects    []Effect  // the base run first, then by size and ids
	Times      []float64 // years, of Effect.Series: 0 … horizon
	Rankings   []Ranking // one per moment
	Best       Best
	Robustness Robustness
	Structure  []Place // per factor, in the order of the ids

	// Settling orders what the group left open by what its answers would settle.
	Settling Settling

	// Instability tells why runs go off the scale and what would mend it; nil
	// if nothing does, or if Options left robustness or all but effects out.
	Instability *Instability

	// Numbers says whether levels and effects could be computed, and if not, why.
	Numbers Numbers

	// CombineCut says that combinations up to the size asked for were too many
	// (maxEffects, runWork); Options.Combine is then the size that was computed.
	CombineCut bool
}

// Numbers says why a model gives no numbers, or not all. All empty: it does.
// What this means for one effect stands in the effect.
type Numbers struct {
	NoLevels      bool     // no factor has a level
	MissingLevels []string // factors without a level, if some have one
	UnknownSigns  []string // relations
	UnknownWords  []string // relations without strength or speed

	// Unstable: the base run itself runs away.
	Unstable bool
	// FreeUnstable: the system without interventions would run away from a
	// disturbance, though the base run may rest at its levels.
	FreeUnstable bool
	Causes       []string // ids of the loops that are the likely cause of either
}

// Kind of a loop.
type Kind int

const (
	Undetermined Kind = iota // has a relation with an unknown sign
	Reinforcing              // an even number of minus signs
	Balancing                // an odd number
)

// String gives the English word, which is also its key in the tables of words.
func (k Kind) String() string {
	switch k {
	case Reinforcing:
		return "reinforcing"
	case Balancing:
		return "balancing"
	}
	return "undetermined"
}

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
	List        []Loop // ranked: named loops first, then by |gain|, length and relations
	Count       int    // all that were counted; List may hold fewer
	Complete    bool   // no bound was hit; else Count reads "at least"
	MaxLength   int    // not Complete: all loops up to this length were counted
	MaxList     int    // the bound on List
	Reinforcing int
	Balancing   int
	Unknown     int
	ByLength    []int    // ByLength[l]: how many of the loops counted have l relations
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
	Undetermined int     // with an unknown sign
	GainSum      float64 // NaN if a sign or strength is unknown
	Complete     bool
	MaxLength    int // not Complete: all paths up to this length were counted
	Shortest     Path
	Quickest     Path
	Strongest    Path
	Opposite     bool // these three and GainSum don't agree in sign
}

// A Path is a chain of relations.
type Path struct {
	Factors   []string
	Relations []string
	Gain      float64 // NaN if a sign or strength is unknown
	Delay     float64 // years; NaN if a speed is unknown
}

// A Trend is the direction of a change.
type Trend int

const (
	Unclear Trend = iota // doesn't follow from the model
	Rises
	Falls
	Still
)

// An Effect is the run with some interventions active. If it is unstable its
// numbers end with Until, and there is no long run.
type Effect struct {
	Interventions []string // ids, sorted; empty for the base run
	Yield
	Causes []string // if unstable: ids of the loops that are its likely cause
	// Growth is of an unstable run the rate, per year, at which it grows in the
	// end: 0 where growth is linear, NaN if not judged (see Result.Instability).
	Growth float64
	Score  float64 // 10⁴ × time mean of the weighted mean of the goals

	// Push is the sum of |target − level| over the interventions. NaN: a
	// level isn't known; Trends and PerPush of a single intervention are then
	// those of a rise of its factor.
	Push float64

	// Levels[f][m] and Change[f][m] are those of factor f (in the order of
	// Result.Structure) at moment m. Change is against the base run.
	Levels, Change [][]float64
	Trends         [][]Trend // per goal, per moment: direction of the change
	// Series[g] is the level of goal g (Goals order) at Times, for charts.
	Series     [][]float64
	LongRun    []float64    // per goal: change in the long run, NaN if there is none
	Side       []SideEffect // factors that are no goal but change most, at the last moment first
	Excursions []Excursion  // factors that leave the scale in a stable run; for an unstable one see Until
	Dips       []Dip        // goals that first move the wrong way
}

// A SideEffect is the change of a factor that is no goal.
type SideEffect struct {
	Factor string
	Change []float64 // per moment
}

// An Excursion is a factor that leaves [0,1].
type Excursion struct {
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

	// ByPush: no gain follows from the model (levels are missing), and the
	// order is that of PerPush.
	ByPush bool
	// Order is the order (indices of effects) of the single interventions if
	// no gains follow, but every reading of the unknown signs and words gives
	// the same order. Singles and All are then empty.
	Order []int
	// Unranked are the effects (indices) whose place doesn't follow.
	Unranked []int
}

// Ranked is one place in a ranking.
type Ranked struct {
	Effect  int // index in Result.Effects
	Gain    float64
	PerPush float64
}

// Best says which effects are best; indices in Result.Effects, −1 if none.
type Best struct {
	Single      int // single intervention, by score
	Combination int // of two or more, by score
	Any         int // by score
	PerMoment   []int
}

// Place of a factor in the structure.
type Place struct {
	Factor  string
	In, Out int // relations
	Loops   int // in how many of the listed loops it stands
	Role    Role
	Cyclic  bool // part of a component with loops
}

// Role of a factor in the structure.
type Role int

const (
	Intermediate Role = iota
	Driver            // nothing acts on it, it acts on others
	Outcome           // it acts on nothing, others act on it
	Isolated
)

// Robustness tells how much the results depend on the words chosen.
type Robustness struct {
	Possible int // shifts by one step of relations between an intervention and a goal
	Tried    int // 0 also if no ranking follows that a shift could change
	// Judged: whether a shifted model is stable was judged by its eigenvalues;
	// else (large models) shifted models were compared over the horizon only.
	Judged bool
	// Of the shifts tried, how many left this as it was:
	StableAll         int     // everything below
	StableSingle      int     // the best single intervention: by score, or where levels are missing per push at the last moment
	StableCombination int     // the best combination by score
	StableRankings    []int   // per moment, the order of the singles
	StableDirections  int     // the direction of every goal under every single intervention
	StablePush        int     // the order of the singles by PerPush at the last moment
	Ranges            []Range // per single intervention, in the order of Result.Effects; empty if nothing was tried
	Matter            []Shift // shifts that changed something, gravest first

	// Before is what the runs yield, per effect, as coarsely as the shifted
	// models were run; Tries what they yield after each shift that was tried.
	Before []Yield
	Tries  []Try
}

// A Try is what the runs yield after one shift.
type Try struct {
	Shift Shift
	After []Yield // per effect
}

// A Shift is one word moved by one step.
type Shift struct {
	Relation string
	Speed    bool // the speed was shifted, else the strength
	From, To string
	Changes  []Consequence // what it changed, each once
}

// Horizon years if the model is silent.
const DefaultHorizon = 10

// GoalIDs gives the ids of the goals, sorted: the order of Result.Goals.
func GoalIDs(m *model.Model) []string {
	var ids []string
	for _, f := range m.Factors {
		if f.Goal != model.NoGoal {
			ids = append(ids, f.ID)
		}
	}
	slices.Sort(ids)
	return ids
}
