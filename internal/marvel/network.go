package marvel

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/model"
)

// A network is a model with numbers for names: factors and relations in the
// order of their ids, so that no result depends on the order of rows.
type network struct {
	model   *model.Model
	factors []string
	index   map[string]int // of a factor id
	level   []float64      // NaN if unknown
	goals   []goal
	arcs    []arc
	out, in [][]int // arcs of a factor, rising
}

// An arc is a relation between numbered factors.
type arc struct {
	id       string
	from, to int
	sign     float64 // +1, −1, or NaN if unknown
	strength float64 // k without sign, 1 for a force, NaN if unknown
	tau      float64 // mean delay in years, NaN if unknown
	force    bool

	strengthWord, speedWord string
}

// gain is σk, NaN if the sign or the strength is unknown.
func (a arc) gain() float64 { return a.sign * a.strength }

// known tells whether the arc has all that a run needs.
func (a arc) known() bool { return !math.IsNaN(a.gain()) && !math.IsNaN(a.tau) }

// A goal is a factor with a desired direction.
type goal struct {
	factor    int
	direction float64 // +1 or −1
	weight    float64
}

// newNetwork numbers the model. Relations from or to a factor that isn't there
// are left out: project reports them before anything is computed.
func newNetwork(m *model.Model, minYears float64) *network {
	n := &network{model: m, index: map[string]int{}}
	factors := slices.Clone(m.Factors)
	slices.SortStableFunc(factors, func(a, b model.Factor) int { return cmp.Compare(a.ID, b.ID) })
	for _, f := range factors {
		if _, twice := n.index[f.ID]; twice {
			continue
		}
		n.index[f.ID] = len(n.factors)
		if f.Goal != model.NoGoal {
			weight := f.Weight
			if weight == 0 {
				weight = 1
			}
			n.goals = append(n.goals, goal{len(n.factors), float64(f.Goal), weight})
		}
		level := math.NaN()
		if f.Level.Known {
			level = f.Level.Value
		}
		n.factors = append(n.factors, f.ID)
		n.level = append(n.level, level)
	}
	n.addArcs(m, minYears)
	return n
}

func (n *network) addArcs(m *model.Model, minYears float64) {
	strengths, speeds := scales(m)
	for _, r := range m.Relations {
		from, ok := n.index[r.From]
		to, ok2 := n.index[r.To]
		if !ok || !ok2 {
			continue
		}
		a := arc{
			id: r.ID, from: from, to: to, force: r.Force, strengthWord: r.Strength, speedWord: r.Speed,
			sign: math.NaN(), strength: value(strengths, r.Strength), tau: math.Max(value(speeds, r.Speed), minYears),
		}
		if r.Sign != model.Unknown {
			a.sign = float64(r.Sign)
		}
		if r.Force {
			a.strength = 1 // a force draws to the level itself, whatever its word
		}
		n.arcs = append(n.arcs, a)
	}
	slices.SortStableFunc(n.arcs, func(a, b arc) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	n.out, n.in = make([][]int, len(n.factors)), make([][]int, len(n.factors))
	for i, a := range n.arcs {
		n.out[a.from] = append(n.out[a.from], i)
		n.in[a.to] = append(n.in[a.to], i)
	}
}

// scales gives the model's scales, or the method's where the model has none.
func scales(m *model.Model) (strengths, speeds model.Scale) {
	strengths, speeds = m.Strengths, m.Speeds
	if len(strengths) == 0 {
		strengths = model.StandardStrengths()
	}
	if len(speeds) == 0 {
		speeds = model.StandardSpeeds()
	}
	return strengths, speeds
}

// value gives the number behind a word, NaN if it isn't on the scale.
func value(s model.Scale, word string) float64 {
	if i := s.Index(word); i >= 0 {
		return s[i].Value
	}
	return math.NaN()
}

// after marks the factors that the seeds reach along arcs that pass, the seeds
// among them.
func (n *network) after(seeds []int, pass func(arc) bool) []bool {
	return n.reach(seeds, n.out, func(a arc) int { return a.to }, pass)
}

// before marks the factors from which the seeds can be reached.
func (n *network) before(seeds []int) []bool {
	return n.reach(seeds, n.in, func(a arc) int { return a.from }, nil)
}

func (n *network) reach(seeds []int, next [][]int, end func(arc) int, pass func(arc) bool) []bool {
	seen := make([]bool, len(n.factors))
	var stack []int
	push := func(f int) {
		if !seen[f] {
			seen[f] = true
			stack = append(stack, f)
		}
	}
	for _, f := range seeds {
		push(f)
	}
	for len(stack) > 0 {
		f := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, i := range next[f] {
			if pass == nil || pass(n.arcs[i]) {
				push(end(n.arcs[i]))
			}
		}
	}
	return seen
}

// product gives gain and delay of a chain of arcs.
func (n *network) product(chain []int) (gain, delay float64) {
	gain = 1
	for _, i := range chain {
		gain *= n.arcs[i].gain()
		delay += n.arcs[i].tau
	}
	return gain, delay
}

// arcIDs gives the ids of a chain of arcs.
func (n *network) arcIDs(chain []int) []string {
	ids := make([]string, len(chain))
	for i, a := range chain {
		ids[i] = n.arcs[a].id
	}
	return ids
}
