package marvel

// A trace is what a run leaves behind. All values are Δx: against the levels
// at t = 0.
type trace struct {
	moments  [][]float64 // per moment, per factor
	integral []float64   // per goal, over the horizon
	path     [][]float64 // per step, per goal; times in the batch
	// The rest only of a detailed run:
	stops [][]float64 // per stop, per goal
	low   []extreme   // per factor
	high  []extreme
	left  leaving
}

// An extreme is where a factor went farthest, and when it first left a bound.
type extreme struct {
	value float64
	left  float64 // years, −1: never
}

// A batch is a set of runs of one system that go in step, so that the lists of
// feeds are read once for all of them. Values stand run by run within a factor:
// dx[f*width+run].
type batch struct {
	sys    *system
	time   *timeline
	runs   [][]hold
	unit   []bool // per run: a push of 1 stands for one of which the size isn't known
	detail bool
	width  int
	traces []trace
	times  []float64 // years at trace.path of a detailed run
	last   []float64 // dx when it was last looked at

	state, slope, trial, sum []float64 // lags first, then own states
	dx                       []float64
	rate, flow               []float64 // of the holds that are active, per own state and run
	area                     []float64 // Runge–Kutta's sum of dx of the goals in a step
}

// run simulates with the classical fourth-order method of Runge and Kutta.
func run(s *system, t *timeline, runs [][]hold, unit []bool, detail bool) *batch {
	b := &batch{sys: s, time: t, runs: runs, unit: unit, detail: detail, width: len(runs)}
	size := (len(s.lags) + len(s.owners)) * b.width
	b.state, b.slope = make([]float64, size), make([]float64, size)
	b.trial, b.sum = make([]float64, size), make([]float64, size)
	b.dx = make([]float64, len(s.net.factors)*b.width)
	b.rate, b.flow = make([]float64, len(s.owners)*b.width), make([]float64, len(s.owners)*b.width)
	b.area = make([]float64, len(s.net.goals)*b.width)
	b.traces = make([]trace, b.width)
	for i := range b.traces {
		b.traces[i].integral = make([]float64, len(s.net.goals))
		b.traces[i].left = stays
	}
	if detail {
		b.startExtremes()
	}
	b.walk()
	return b
}

// walk follows the timeline.
func (b *batch) walk() {
	every, done := 1+b.time.steps()/maxWatched, 0
	b.levels(b.state)
	b.arrive(0)
	for i, count := range b.time.count {
		begin, end := b.time.stops[i], b.time.stops[i+1]
		b.hold(begin, end)
		h := (end - begin) / float64(count)
		for k := range count {
			b.step(h, end <= b.time.horizon+instant)
			if done++; b.detail && done%every == 0 {
				b.levels(b.state)
				b.watch(begin + h*float64(k+1))
			}
		}
		b.levels(b.state)
		b.arrive(i + 1)
	}
	if !b.detail {
		b.note()
	}
}

// hold sets the interventions that are active until the next stop.
func (b *batch) hold(begin, end float64) {
	clear(b.rate)
	clear(b.flow)
	for i, holds := range b.runs {
		for _, h := range holds {
			if h.active(begin, end) {
				b.rate[h.own*b.width+i] += h.rate
				b.flow[h.own*b.width+i] += h.rate * h.push
			}
		}
	}
}

// step goes h years forward. The integral of the goals takes the same weights
// as the states, so it is of the same order.
func (b *batch) step(h float64, score bool) {
	clear(b.area)
	copy(b.trial, b.state)
	copy(b.sum, b.state)
	for _, stage := range [4]struct{ weight, next float64 }{{1, 0.5}, {2, 0.5}, {2, 1}, {1, 0}} {
		b.slopes(b.trial)
		if stage.weight == 1 && stage.next > 0 && !b.detail {
			b.note() // dx at the beginning of the step: it has just been computed
		}
		weight, next := h*stage.weight/6, h*stage.next
		for i, k := range b.slope {
			b.sum[i] += weight * k
			b.trial[i] = b.state[i] + next*k
		}
		for g, goal := range b.sys.net.goals {
			for i := range b.width {
				b.area[g*b.width+i] += weight * b.dx[goal.factor*b.width+i]
			}
		}
	}
	b.state, b.sum = b.sum, b.state
	if score {
		for i := range b.traces {
			for g := range b.traces[i].integral {
				b.traces[i].integral[g] += b.area[g*b.width+i]
			}
		}
	}
}

// levels computes dx from a state.
func (b *batch) levels(state []float64) {
	s, w := b.sys, b.width
	clear(b.dx)
	for y, f := range s.owners {
		copy(b.dx[f*w:(f+1)*w], state[(len(s.lags)+y)*w:])
	}
	for _, f := range s.feeds {
		dx, from := b.dx[f.target*w:(f.target+1)*w], state[f.lag*w:(f.lag+1)*w]
		for i, v := range from {
			dx[i] += f.gain * v
		}
	}
}

// slopes computes the derivatives of a state, and its dx.
func (b *batch) slopes(state []float64) {
	b.levels(state)
	s, w := b.sys, b.width
	for l, lag := range s.lags {
		dx, at, slope := b.dx[lag.source*w:(lag.source+1)*w], state[l*w:(l+1)*w], b.slope[l*w:(l+1)*w]
		for i, v := range dx {
			slope[i] = (v - at[i]) * lag.rate
		}
	}
	own := b.slope[len(s.lags)*w:]
	for y, f := range s.owners {
		for i, v := range b.dx[f*w : (f+1)*w] {
			own[y*w+i] = b.flow[y*w+i] - b.rate[y*w+i]*v
		}
	}
	for _, f := range s.forces {
		target, source := b.dx[s.owners[f.own]*w:], b.dx[f.source*w:]
		for i := range w {
			own[f.own*w+i] += f.rate * (f.pull + f.sign*source[i] - target[i])
		}
	}
}

// arrive notes the levels at a stop.
func (b *batch) arrive(stop int) {
	w := b.width
	for _, m := range b.time.moments {
		if m != stop {
			continue
		}
		for i := range b.traces {
			dx := make([]float64, len(b.sys.net.factors))
			for f := range dx {
				dx[f] = b.dx[f*w+i]
			}
			b.traces[i].moments = append(b.traces[i].moments, dx)
		}
	}
	if b.detail {
		for i := range b.traces {
			b.traces[i].stops = append(b.traces[i].stops, b.goals(i))
		}
		if stop == 0 {
			b.watch(0)
		}
	}
}

// goals gives dx of the goals of a run.
func (b *batch) goals(i int) []float64 {
	dx := make([]float64, len(b.sys.net.goals))
	for g, goal := range b.sys.net.goals {
		dx[g] = b.dx[goal.factor*b.width+i]
	}
	return dx
}

// note keeps the goals of every run for trace.path.
func (b *batch) note() {
	for i := range b.traces {
		b.traces[i].path = append(b.traces[i].path, b.goals(i))
	}
}

func (b *batch) startExtremes() {
	for i := range b.traces {
		b.traces[i].low = make([]extreme, len(b.sys.net.factors))
		b.traces[i].high = make([]extreme, len(b.sys.net.factors))
		for f, level := range b.sys.net.level {
			b.traces[i].low[f], b.traces[i].high[f] = extreme{level, -1}, extreme{level, -1}
		}
	}
}

// maxWatched bounds the steps of a run that are looked at for dips and extremes.
const maxWatched = 2000

// offScale is how far outside [0,1] a level must be to be off the scale:
// rounding isn't leaving.
const offScale = 1e-9

// watch follows the goals and the extremes of a detailed run.
func (b *batch) watch(at float64) {
	b.note()
	b.depart(at)
	b.times = append(b.times, at)
	for i := range b.traces {
		t := &b.traces[i]
		for f, level := range b.sys.net.level {
			v := level + b.dx[f*b.width+i]
			if v < t.low[f].value {
				t.low[f].value = v
				if v < -offScale && t.low[f].left < 0 {
					t.low[f].left = at
				}
			}
			if v > t.high[f].value {
				t.high[f].value = v
				if v > 1+offScale && t.high[f].left < 0 {
					t.high[f].left = at
				}
			}
		}
	}
}
