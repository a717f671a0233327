package marvel

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/model"
)

// Bounds of the robustness analysis.
const (
	// robustWork is the number of additions of one feed to one run that all
	// shifts together may take: a second or two on one core.
	robustWork = 1_500_000_000
	// robustFineness is the number of steps in the smallest of τ and T. Orders
	// are compared, no numbers are printed: a quarter is within 0.1 point of a
	// tenth on the example of S1.
	robustFineness = 4
	// maxJudged is the largest block that is judged anew for each shift.
	maxJudged = 40
	// reachOfOrder is the number of links over which importance is summed.
	reachOfOrder = 12
)

// A trial is a word to be moved by one step.
type trial struct {
	shift Shift
	arc   int
	value float64 // the new k or τ
	order float64 // importance to first order, on a grid that all processors share
}

// robustness moves each word of the relations between an intervention and a
// goal one step up and down, one at a time, and tells what changes. If the
// work is bounded, the words that matter most to first order come first.
func robustness(s *study, o Options) Robustness {
	trials := s.trials(o)
	r := Robustness{Possible: len(trials), StableRankings: make([]int, len(o.Moments))}
	if len(trials) == 0 {
		return r
	}
	rough := newStudy(s.net, s.interventions, s.combos, o, robustFineness, false)
	verdicts := rough.verdicts()
	before := rough.findings(verdicts.worst)
	if !slices.ContainsFunc(before.rankings, func(r Ranking) bool { return len(r.Singles) > 0 }) {
		return r // nothing follows that a shift could change
	}
	r.Judged = rough.judgeable()
	judgements := 0
	if r.Judged {
		judgements = verdicts.asked
	}
	r.Tried = max(1, min(len(trials), robustWork/rough.work(judgements)))
	trials = trials[:r.Tried]
	standings := make([]standing, len(trials))
	r.Before = before.yields()
	r.Tries = make([]Try, len(trials))
	parallel(len(trials), func(i int) {
		t := &trials[i]
		n := s.net.shifted(*t)
		shifted := newStudy(n, s.interventions, s.combos, o, robustFineness, false)
		now := verdicts.worst
		if r.Judged {
			now = shifted.verdicts().worst
		}
		found := shifted.findings(now)
		t.shift.Changes = before.compare(found, s)
		standings[i] = found.standing()
		r.Tries[i] = Try{t.shift, found.yields()}
	})
	r.span(before, standings)
	for _, t := range trials {
		r.count(t.shift, o)
	}
	slices.SortStableFunc(r.Matter, func(a, b Shift) int { return -slices.Compare(gravity(a), gravity(b)) })
	return r
}

// count adds what a shift left as it was.
func (r *Robustness) count(s Shift, o Options) {
	one := func(count *int, changed func(Consequence) bool) {
		if !slices.ContainsFunc(s.Changes, changed) {
			*count++
		}
	}
	of := func(kind ConsequenceKind) func(Consequence) bool {
		return func(c Consequence) bool { return c.Kind == kind }
	}
	one(&r.StableAll, func(Consequence) bool { return true })
	one(&r.StableSingle, of(SingleChanged))
	one(&r.StableCombination, of(CombinationChanged))
	one(&r.StableDirections, of(DirectionTurned))
	for i, at := range o.Moments {
		one(&r.StableRankings[i], func(c Consequence) bool { return c == Consequence{Kind: RankingChanged, Moment: at} })
	}
	if len(s.Changes) > 0 {
		r.Matter = append(r.Matter, s)
	}
}

// gravest orders the kinds of consequences.
var gravest = []ConsequenceKind{BecameUnstable, SingleChanged, CombinationChanged, DirectionTurned, RankingChanged}

// gravity orders shifts by what they changed: how many consequences of each
// kind, the gravest first.
func gravity(s Shift) []int {
	g := make([]int, len(gravest))
	for _, c := range s.Changes {
		g[slices.Index(gravest, c.Kind)]++
	}
	return g
}

// trials lists the shifts, those of the most important relations first.
func (s *study) trials(o Options) []trial {
	strengths, speeds := scales(s.net.model)
	var goals, held []int
	for _, g := range s.net.goals {
		goals = append(goals, g.factor)
	}
	held = append(held, s.factor...)
	reached, leads := s.net.after(held, nil), s.net.before(goals)
	importance := s.importance()
	var all []trial
	for i, a := range s.net.arcs {
		if !a.known() || !reached[a.from] || !leads[a.to] {
			continue
		}
		add := func(scale model.Scale, name string, speed bool) {
			at := scale.Index(name)
			for _, to := range []int{at - 1, at + 1} {
				if to < 0 || to >= len(scale) || scale[to].Value == scale[at].Value {
					continue
				}
				t := trial{Shift{Relation: a.id, Speed: speed, From: name, To: scale[to].Name}, i, scale[to].Value, importance[i]}
				if speed {
					t.value = max(t.value, o.MinYears)
				}
				all = append(all, t)
			}
		}
		if !a.force {
			add(strengths, a.strengthWord, false)
		}
		add(speeds, a.speedWord, true)
	}
	slices.SortStableFunc(all, func(a, b trial) int { return -cmp.Compare(a.order, b.order) })
	return all
}

// importance gives for each arc how much of the effects of all single
// interventions on the goals passes along it, to first order: what reaches its
// source, times its gain, times what its target means to the goals. Both are
// summed over chains of up to reachOfOrder links.
func (s *study) importance() []float64 {
	n := s.net
	worth := make([]float64, len(n.factors))
	for _, g := range n.goals {
		worth[g.factor] = g.weight * g.direction
	}
	worth = n.spread(worth, true)
	total := make([]float64, len(n.arcs))
	for i := range s.interventions {
		arrived := make([]float64, len(n.factors))
		arrived[s.factor[i]] = 1
		if push := s.hold(i).push; !math.IsNaN(push) {
			arrived[s.factor[i]] = push
		}
		arrived = n.spread(arrived, false)
		for k, a := range n.arcs {
			if a.known() {
				total[k] += math.Abs(arrived[a.from] * a.gain() * worth[a.to])
			}
		}
	}
	for k, v := range total { // six digits of the logarithm: no processor differs there
		total[k] = math.Round(math.Log(v+1e-30) * 1e6)
	}
	return total
}

// spread sums what reaches each factor along chains of known arcs, or against
// them.
func (n *network) spread(from []float64, back bool) []float64 {
	sum, wave := slices.Clone(from), from
	for range reachOfOrder {
		next := make([]float64, len(wave))
		for _, a := range n.arcs {
			switch {
			case !a.known():
			case back:
				next[a.from] += a.gain() * wave[a.to]
			default:
				next[a.to] += a.gain() * wave[a.from]
			}
		}
		for i, v := range next {
			sum[i] += v
		}
		wave = next
	}
	return sum
}

// shifted gives the network with one word moved.
func (n *network) shifted(t trial) *network {
	moved := *n
	moved.arcs = slices.Clone(n.arcs)
	if t.shift.Speed {
		moved.arcs[t.arc].tau = t.value
	} else {
		moved.arcs[t.arc].strength = t.value
	}
	return &moved
}

// judgeable tells whether the blocks are small enough to be judged anew for
// each shift. If not, shifted models are compared over the horizon only.
func (s *study) judgeable() bool {
	for _, b := range s.blocks {
		if len(b.lags) > maxJudged && !b.smallGain() {
			return false
		}
	}
	return true
}

// work estimates what one shift takes, in additions; judgements is the number
// of blocks that are judged anew.
func (s *study) work(judgements int) int {
	work := 4 * s.time.steps() * len(s.combos) * (len(s.sys.feeds) + 2*len(s.sys.lags) + 2*len(s.sys.owners))
	size := 0
	for _, b := range s.blocks {
		if !b.smallGain() {
			size = max(size, len(b.lags))
		}
	}
	return max(1, work+25*size*size*size*judgements)
}

// findings are what a shift may change.
type findings struct {
	best     Best
	rankings []Ranking
	effects  []Effect    // the Yield and the Score
	changes  [][]float64 // per effect: of each goal at each moment
}

// findings runs a study as coarsely as orders need.
func (s *study) findings(verdicts []verdict) findings {
	traces, times := s.runAll(slices.Contains(verdicts, unstable))
	var f findings
	for i, combo := range s.combos {
		r := reading{study: s, combo: combo, push: s.push(combo), trace: traces[i], base: traces[0], times: times, verdict: verdicts[i]}
		r.follow()
		e := Effect{Interventions: make([]string, len(combo)), Yield: r.yields(), Score: math.NaN()}
		if !r.push.unit {
			e.Score = r.score()
		}
		var changes []float64
		for _, g := range s.net.goals {
			for m := range s.options.Moments {
				changes = append(changes, r.change(g.factor, m))
			}
		}
		f.effects, f.changes = append(f.effects, e), append(f.changes, changes)
	}
	for i, at := range s.options.Moments {
		f.rankings = append(f.rankings, rank(f.effects, i, at))
	}
	f.best = best(f.effects, f.rankings)
	if last := f.rankings[len(f.rankings)-1]; last.ByPush { // without levels there is no score
		f.best.Single = last.Singles[0].Effect
	}
	return f
}

// yields gives what each run yields.
func (f findings) yields() []Yield {
	all := make([]Yield, len(f.effects))
	for i, e := range f.effects {
		all[i] = e.Yield
	}
	return all
}

// compare names what differs.
func (f findings) compare(now findings, s *study) []Consequence {
	var changes []Consequence
	note := func(differs bool, c Consequence) {
		if differs && !slices.Contains(changes, c) {
			changes = append(changes, c)
		}
	}
	for i, e := range f.effects {
		note(now.effects[i].Unstable != e.Unstable, Consequence{Kind: BecameUnstable})
	}
	note(f.best.Single != now.best.Single, Consequence{Kind: SingleChanged})
	note(f.best.Combination != now.best.Combination, Consequence{Kind: CombinationChanged})
	for i, r := range f.rankings {
		same := slices.EqualFunc(r.Singles, now.rankings[i].Singles, func(a, b Ranked) bool { return a.Effect == b.Effect })
		note(!same, Consequence{Kind: RankingChanged, Moment: r.Moment})
	}
	for i, before := range f.changes {
		if len(f.effects[i].Interventions) != 1 {
			continue
		}
		for k, before := range before {
			after := now.changes[i][k]
			turned := before*after < 0 && max(math.Abs(before), math.Abs(after)) > noticeable
			goal := s.net.goals[k/len(s.options.Moments)]
			note(turned, Consequence{Kind: DirectionTurned, Goal: s.net.factors[goal.factor]})
		}
	}
	return changes
}
