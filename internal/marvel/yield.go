package marvel

import "math"

// A Yield is what a run comes to, as far as claims about it need: also that
// of a model of which one word was shifted, where the other results of a run
// aren't kept. Without a run that goes so far, numbers are NaN.
type Yield struct {
	Unstable bool
	// Until is the moment, in years, up to which the numbers of an unstable run
	// hold: when LeftBy, as the first factor, leaves the scale. +Inf if the run
	// is stable or leaves the scale at no moment that was computed.
	Until  float64
	LeftBy string // id of the factor, empty if Until is +Inf

	Gain    []float64   // per moment: 10⁴ × weighted mean change of the goals in their direction
	PerPush []float64   // Gain divided by the push; NaN if that is 0
	Goals   [][]float64 // per goal, per moment: change against the base run
	Average float64     // 10⁴ × time mean over the horizon of the weighted mean change
	Mean    []float64   // per goal: time mean of its change over the horizon
	// Worst is per goal the largest change against its direction at any time of
	// the run, 0 or positive.
	Worst []float64
}

// yields reads a run.
func (r *reading) yields() Yield {
	o := Yield{Unstable: r.verdict == unstable, Until: r.until.at}
	if r.until.factor >= 0 {
		o.LeftBy = r.net.factors[r.until.factor]
	}
	o.Gain, o.PerPush = r.gains()
	for i, g := range r.net.goals {
		var changes []float64
		for m := range r.options.Moments {
			changes = append(changes, r.change(g.factor, m))
		}
		o.Goals = append(o.Goals, changes)
		o.Mean = append(o.Mean, r.mean(i))
		o.Worst = append(o.Worst, r.worst(i))
	}
	o.Average = r.average(o.Mean)
	if r.push.unit {
		o.noSizes()
	}
	return o
}

// noSizes takes away what depends on the size of the push: a rise by 1 stands
// for one that isn't known.
func (o *Yield) noSizes() {
	for g := range o.Goals {
		o.Mean[g], o.Worst[g] = math.NaN(), math.NaN()
		for m := range o.Goals[g] {
			o.Goals[g][m] = math.NaN()
		}
	}
}

// mean gives the time mean over the horizon of the change of goal i.
func (r *reading) mean(i int) float64 {
	f := r.net.goals[i].factor
	switch {
	case r.unknown[f] || r.options.Horizon > r.until.at:
		return math.NaN()
	case !r.reached[f]:
		return 0
	}
	return (r.trace.integral[i] - r.base.integral[i]) / r.options.Horizon
}

// average weighs the means of the goals; NaN where a rise by 1 stands for a
// push whose size isn't known.
func (r *reading) average(means []float64) float64 {
	if r.push.unit {
		return math.NaN()
	}
	sum, weight := 0.0, 0.0
	for i, g := range r.net.goals {
		sum += g.weight * g.direction * means[i]
		weight += g.weight
	}
	return points * sum / weight
}

// worst gives the largest change of goal i in the wrong direction.
func (r *reading) worst(i int) float64 {
	g := r.net.goals[i]
	switch {
	case r.unknown[g.factor]:
		return math.NaN()
	case !r.reached[g.factor]:
		return 0
	}
	worst := 0.0
	for step := range r.trace.path {
		if len(r.times) > 0 && r.times[step] > r.until.at {
			break
		}
		worst = max(worst, -g.direction*(r.trace.path[step][i]-r.base.path[step][i]))
	}
	return worst
}
