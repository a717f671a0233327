package marvel

import (
	"cmp"
	"math"
	"slices"
)

// points turns a change on the scale 0–1 into basis points.
const points = 10_000

// Thresholds below which a change isn't told: still is a change that is none
// but for rounding, noticeable one that shows in a number with two decimals on
// a scale of 0–100.
const (
	still      = 1e-9
	noticeable = 1e-4
)

// maxSide bounds the list of side effects.
const maxSide = 10

// effects computes all runs and what they mean.
func (s *study) effects(loops Loops) []Effect {
	traces, times := s.runAll(true)
	judged := s.verdicts()
	verdicts, at := judged.worst, judged.at
	if verdicts[0] == unstable { // a change against a run without numbers is none
		for i := range verdicts[1:] {
			verdicts[i+1], at[i+1] = unstable, at[0]
		}
	}
	var atRest rest
	if verdicts[0] == stable {
		atRest = s.baseRest()
	}
	all := make([]Effect, len(s.combos))
	parallel(len(all), func(i int) {
		r := reading{study: s, combo: s.combos[i], push: s.push(s.combos[i]), trace: traces[i], base: traces[0], times: times, verdict: verdicts[i]}
		all[i] = r.effect(atRest)
		if verdicts[i] == unstable {
			all[i].Causes = causes(s.net, at[i], r.combo, s.factor, loops)
		}
	})
	return all
}

// A reading makes an Effect of a run.
type reading struct {
	*study
	combo       []int
	push        push
	trace, base trace
	times       []float64
	verdict     verdict

	reached []bool
	unknown []bool  // factors whose change doesn't follow
	until   leaving // beyond it there are no numbers
}

// follow finds out which changes follow.
func (r *reading) follow() {
	seeds := r.seeds(r.combo)
	r.reached = r.net.after(seeds, nil)
	r.unknown = r.net.changeUnknown(seeds)
	for f := range r.unknown {
		r.unknown[f] = r.unknown[f] || r.push.none && r.reached[f]
	}
	r.until = stays
	if r.verdict == unstable {
		r.until = first(r.trace.left, r.base.left)
	}
}

func (r *reading) effect(atRest rest) Effect {
	r.follow()
	e := Effect{Yield: r.yields(), Push: r.push.size, Score: math.NaN(), Growth: math.NaN()}
	for _, i := range r.combo {
		e.Interventions = append(e.Interventions, r.interventions[i].ID)
	}
	e.Trends = r.trends()
	e.LongRun = r.longRuns(atRest)
	if r.push.unit { // the run is a rise by 1, not the intervention
		for f := range r.unknown {
			r.unknown[f] = r.unknown[f] || r.reached[f]
		}
	}
	e.Levels, e.Change = r.levels()
	e.Score = r.score()
	e.Series = r.series()
	e.Side = r.side(e.Change)
	e.Excursions = r.excursions()
	e.Dips = r.dips()
	return e
}

// change gives the change against the base run at a moment, NaN if it doesn't
// follow.
func (r *reading) change(f, moment int) float64 {
	switch {
	case r.unknown[f] || r.options.Moments[moment] > r.until.at:
		return math.NaN()
	case !r.reached[f]:
		return 0
	}
	return r.trace.moments[moment][f] - r.base.moments[moment][f]
}

// level gives a level of the run up to a time for its Δx, NaN if it doesn't
// follow.
func (r *reading) level(f int, at float64, dx func(trace) float64) float64 {
	switch {
	case r.unknown[f] || r.baseUnknown[f] || at > r.until.at:
		return math.NaN()
	case !r.reached[f]:
		return r.net.level[f] + dx(r.base)
	}
	return r.net.level[f] + dx(r.trace)
}

func (r *reading) levels() (levels, changes [][]float64) {
	for f := range r.net.factors {
		var level, change []float64
		for m, at := range r.options.Moments {
			level = append(level, r.level(f, at, func(t trace) float64 { return t.moments[m][f] }))
			change = append(change, r.change(f, m))
		}
		levels, changes = append(levels, level), append(changes, change)
	}
	return levels, changes
}

// trends gives the direction of each goal: from the numbers, or else from the
// signs alone.
func (r *reading) trends() [][]Trend {
	var all [][]Trend
	for _, g := range r.net.goals {
		bySigns := Unclear
		if r.unknown[g.factor] || !math.IsInf(r.until.at, 1) {
			bySigns = r.trendBySigns(g.factor)
		}
		var trends []Trend
		for m, at := range r.options.Moments {
			change := r.change(g.factor, m)
			switch {
			case !math.IsNaN(change):
				trends = append(trends, trendOf(change))
			case at > r.firstStart()+instant:
				trends = append(trends, bySigns)
			default:
				trends = append(trends, Still)
			}
		}
		all = append(all, trends)
	}
	return all
}

func (r *reading) trendBySigns(target int) Trend {
	pushes := map[int]float64{}
	for i, k := range r.combo {
		sign, f := signOf(r.push.holds[i].push), r.factor[k]
		if r.baseUnknown[f] && len(r.combo) > 1 || r.moves[f] {
			return Unclear // the direction of the push isn't known
		}
		if before, twice := pushes[f]; twice && before != sign {
			return Unclear
		}
		pushes[f] = sign
	}
	return r.net.trendBySigns(pushes, target)
}

// firstStart gives the year in which the first intervention begins.
func (r *reading) firstStart() float64 {
	start := math.Inf(1)
	for _, h := range r.push.holds {
		start = min(start, h.from)
	}
	return start
}

// gains gives the weighted change of the goals in their direction, and that
// per unit of push.
func (r *reading) gains() (gain, perPush []float64) {
	for m := range r.options.Moments {
		sum, weight := 0.0, 0.0
		for _, g := range r.net.goals {
			sum += g.weight * g.direction * r.change(g.factor, m)
			weight += g.weight
		}
		v := points * sum / weight // NaN without goals
		switch {
		case r.push.unit:
			gain, perPush = append(gain, math.NaN()), append(perPush, v)
		case r.push.size > 0:
			gain, perPush = append(gain, v), append(perPush, v/r.push.size)
		default:
			gain, perPush = append(gain, v), append(perPush, math.NaN())
		}
	}
	return gain, perPush
}

func (r *reading) longRuns(atRest rest) []float64 {
	all := make([]float64, len(r.net.goals))
	var end rest
	if r.verdict == stable && !r.push.unit && !r.push.none && r.heldForGood(r.combo) {
		end = r.study.longRun(r.push, r.unknown, atRest)
	}
	for i, g := range r.net.goals {
		switch {
		case end == nil || r.unknown[g.factor]:
			all[i] = math.NaN()
		case r.reached[g.factor]:
			all[i] = end[g.factor]
		}
	}
	return all
}

// score is the time mean of the weighted mean of the goals; a goal that should
// fall counts as 1 − level.
func (r *reading) score() float64 {
	sum, weight := 0.0, 0.0
	for i, g := range r.net.goals {
		v := r.level(g.factor, r.options.Horizon, func(t trace) float64 { return t.integral[i] / r.options.Horizon })
		if g.direction < 0 {
			v = 1 - v
		}
		sum += g.weight * v
		weight += g.weight
	}
	return points * sum / weight
}

func (r *reading) series() [][]float64 {
	var all [][]float64
	for i, g := range r.net.goals {
		var levels []float64
		for _, stop := range r.time.charts {
			levels = append(levels, r.level(g.factor, r.time.stops[stop], func(t trace) float64 { return t.stops[stop][i] }))
		}
		all = append(all, levels)
	}
	return all
}

// side lists the factors that are neither goal nor held, and that change
// noticeably, by their change at the last moment.
func (r *reading) side(change [][]float64) []SideEffect {
	apart := map[int]bool{}
	for _, g := range r.net.goals {
		apart[g.factor] = true
	}
	for _, f := range r.seeds(r.combo) {
		apart[f] = true
	}
	type candidate struct {
		factor int
		last   float64
	}
	var all []candidate
	for f, c := range change {
		if last := math.Abs(c[len(c)-1]); !apart[f] && last >= noticeable {
			all = append(all, candidate{f, math.Round(last / still)})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.last, b.last), cmp.Compare(a.factor, b.factor))
	})
	var side []SideEffect
	for _, c := range all[:min(len(all), maxSide)] {
		side = append(side, SideEffect{r.net.factors[c.factor], change[c.factor]})
	}
	return side
}

// excursions lists the factors that leave the scale, by id. Nothing keeps a level
// inside it, and nothing is clipped.
func (r *reading) excursions() []Excursion {
	var all []Excursion
	for f, id := range r.net.factors {
		if r.unknown[f] || r.baseUnknown[f] || !math.IsInf(r.until.at, 1) {
			continue
		}
		t := r.trace
		if !r.reached[f] {
			t = r.base
		}
		low, high := t.low[f], t.high[f]
		switch {
		case low.left < 0 && high.left < 0:
		case high.left < 0 || low.left >= 0 && -low.value > high.value-1:
			all = append(all, Excursion{id, low.left, low.value})
		default:
			all = append(all, Excursion{id, high.left, high.value})
		}
	}
	return all
}

// dips lists the goals that get worse before they get better: the first
// noticeable change is the wrong way, and later it turns.
func (r *reading) dips() []Dip {
	var all []Dip
	for i, g := range r.net.goals {
		if r.unknown[g.factor] || !r.reached[g.factor] {
			continue
		}
		better := func(step int) float64 {
			return g.direction * (r.trace.path[step][i] - r.base.path[step][i])
		}
		if d, ok := findDip(r.real(), better); ok {
			d.Goal = r.net.factors[g.factor]
			all = append(all, d)
		}
	}
	return all
}

// real gives the times up to which the numbers of the run hold.
func (r *reading) real() []float64 {
	n := 0
	for n < len(r.times) && r.times[n] <= r.until.at {
		n++
	}
	return r.times[:n]
}

func findDip(times []float64, better func(step int) float64) (d Dip, ok bool) {
	for step, at := range times {
		v := better(step)
		switch {
		case !ok && v > noticeable:
			return d, false // better first
		case v < -noticeable && -v > d.Depth:
			ok = true
			d.Depth, d.Time = -v, at
		case ok && v > 0:
			d.Until = at
			return d, true
		}
	}
	return d, false // never better
}
