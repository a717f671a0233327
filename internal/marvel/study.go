package marvel

import (
	"math"
	"slices"

	"slotmemo/internal/model"
)

// maxEffects bounds the combinations; Options.Combine is lowered until they
// are no more.
const maxEffects = 1000

// batchWidth is the number of runs that go in step. Beyond 16 a step no longer
// fits the nearest cache of a core at 300 factors and 900 relations.
const batchWidth = 16

// A study is the runs of one network with its interventions. The factors that
// any intervention holds have their own state in every run.
type study struct {
	net           *network
	options       Options
	interventions []model.Intervention
	factor        []int // that each intervention holds
	combos        [][]int
	sys           *system
	time          *timeline
	phases        []float64 // 0, the switches of interventions, the end
	moves         []bool    // factors that may move in the base run
	baseUnknown   []bool
	blocks        []*block
}

// newStudy prepares the runs of all combinations. fineness is the number of
// steps in the smallest of τ and T.
func newStudy(n *network, interventions []model.Intervention, combos [][]int, o Options, fineness float64, charts bool) *study {
	s := &study{net: n, options: o, interventions: interventions, combos: combos, moves: n.moving(), baseUnknown: n.baseUnknown(), blocks: n.blocks()}
	smallest := math.Inf(1)
	var switches []float64
	for _, c := range interventions {
		s.factor = append(s.factor, n.held(c))
		smallest = min(smallest, adjustment(c, o))
		switches = append(switches, c.ActiveFrom)
		if c.ActiveUntil.Known {
			switches = append(switches, c.ActiveUntil.Value)
		}
	}
	s.sys = newSystem(n, s.factor)
	smallest = min(smallest, s.sys.minimum)
	if math.IsInf(smallest, 1) {
		smallest = o.Horizon // nothing moves
	}
	s.time = newTimeline(o, switches, smallest/fineness, charts)
	end := s.time.stops[len(s.time.stops)-1]
	s.phases = slices.DeleteFunc(append(switches, 0, end), func(t float64) bool { return t < 0 || t > end })
	slices.Sort(s.phases)
	s.phases = slices.CompactFunc(s.phases, func(a, b float64) bool { return math.Abs(b-a) < instant })
	return s
}

// adjustment is T of an intervention in years: 1 if silent, and not below the
// bound.
func adjustment(c model.Intervention, o Options) float64 {
	if c.AdjustmentYears <= 0 {
		return 1
	}
	return max(c.AdjustmentYears, o.MinYears)
}

// combinations gives the sets of interventions by size and ids, the empty one
// first, and the size that was reached within the bound.
func combinations(n, size int) (combos [][]int, reached int) {
	combos = [][]int{nil}
	layer := combos
	for reached < min(size, n) {
		var next [][]int
		for _, c := range layer {
			first := 0
			if len(c) > 0 {
				first = c[len(c)-1] + 1
			}
			for i := first; i < n; i++ {
				next = append(next, append(slices.Clone(c), i))
			}
			if len(combos)+len(next) > maxEffects && reached > 0 {
				return combos, reached
			}
		}
		combos, layer = append(combos, next...), next
		reached++
	}
	return combos, size
}

// A push is what one combination does to its factors.
type push struct {
	holds []hold
	size  float64 // Σ |target − level|, NaN if a level isn't known
	unit  bool    // a single intervention without a level: a rise by 1 stands for it
	none  bool    // no run can be made
}

// push prepares the run of a combination.
func (s *study) push(combo []int) push {
	var p push
	for _, i := range combo {
		h := s.hold(i)
		p.size += math.Abs(h.push)
		if f := s.factor[i]; s.baseUnknown[f] {
			p.size = math.NaN()
			h.push = 1
			p.unit = true
			p.none = p.none || len(combo) > 1 || s.moves[f]
		}
		p.holds = append(p.holds, h)
	}
	return p
}

// hold gives an intervention as it stands in the equations.
func (s *study) hold(i int) hold {
	c, f := s.interventions[i], s.factor[i]
	h := hold{own: s.sys.own[f], push: c.Target - s.net.level[f], rate: 1 / adjustment(c, s.options), from: c.ActiveFrom, until: math.Inf(1)}
	if c.ActiveUntil.Known {
		h.until = c.ActiveUntil.Value
	}
	return h
}

// seeds gives the factors that a combination holds.
func (s *study) seeds(combo []int) []int {
	var seeds []int
	for _, i := range combo {
		seeds = append(seeds, s.factor[i])
	}
	return seeds
}

// runAll simulates every combination; those without a run get an empty trace.
func (s *study) runAll(detail bool) (traces []trace, times []float64) {
	traces = make([]trace, len(s.combos))
	var runs [][]hold
	var unit []bool
	var place []int
	for i, combo := range s.combos {
		if p := s.push(combo); !p.none {
			runs, unit = append(runs, p.holds), append(unit, p.unit)
			place = append(place, i)
		}
	}
	batches := make([]*batch, (len(runs)+batchWidth-1)/batchWidth)
	parallel(len(batches), func(i int) {
		begin, end := i*batchWidth, min((i+1)*batchWidth, len(runs))
		batches[i] = run(s.sys, s.time, runs[begin:end], unit[begin:end], detail)
		for k := begin; k < end; k++ {
			traces[place[k]] = batches[i].traces[k-begin]
		}
	})
	return traces, batches[0].times
}

// A question asks for the verdict on a block with some factors held.
type question struct {
	block *block
	hold  map[int]float64
}

// questions gives what must be stable for a combination to have numbers: in
// each phase between two switches, every block that has been set in motion.
func (s *study) questions(combo []int) []question {
	var all []question
	open := s.net.changeUnknown(append(s.seeds(combo), s.movers()...))
	begun := s.movers()
	for i := range len(s.phases) - 1 {
		active := map[int]float64{}
		for _, k := range combo {
			if h := s.hold(k); h.active(s.phases[i], s.phases[i+1]) {
				active[s.factor[k]] += h.rate
				begun = append(begun, s.factor[k])
			}
		}
		excited := s.net.after(begun, nil)
		for _, b := range s.blocks {
			if excited[b.factors[0]] && !open[b.factors[0]] {
				all = append(all, question{b, active})
			}
		}
	}
	return all
}

// movers gives the factors that move in the base run.
func (s *study) movers() []int {
	var all []int
	for f, moves := range s.moves {
		if moves {
			all = append(all, f)
		}
	}
	return all
}

// Verdicts are the verdicts on the runs of a study.
type verdicts struct {
	worst []verdict  // per combination
	at    [][]*block // per combination: the blocks that are unstable
	asked int        // blocks that were judged
}

// verdicts judges every combination. A block is judged once for each set of
// holds on it.
func (s *study) verdicts() verdicts {
	asked, once, place := s.allQuestions()
	answers := make([]verdict, len(once))
	parallel(len(once), func(i int) { answers[i] = once[i].block.judge(once[i].hold) })
	v := verdicts{make([]verdict, len(s.combos)), make([][]*block, len(s.combos)), len(once)}
	for i, questions := range asked {
		for _, q := range questions {
			answer := answers[place[q.block.key(q.hold)]]
			v.worst[i] = max(v.worst[i], answer)
			if answer == unstable && !slices.Contains(v.at[i], q.block) {
				v.at[i] = append(v.at[i], q.block)
			}
		}
	}
	return v
}

// allQuestions gives the questions of each combination, the different ones
// among them, and the place of these by their key.
func (s *study) allQuestions() (asked [][]question, once []question, place map[string]int) {
	place = map[string]int{}
	for _, combo := range s.combos {
		questions := s.questions(combo)
		for _, q := range questions {
			key := q.block.key(q.hold)
			if _, known := place[key]; !known {
				place[key] = len(once)
				once = append(once, q)
			}
		}
		asked = append(asked, questions)
	}
	return asked, once, place
}
