package marvel

import "math"

// equalPush is the push, in levels, that stands for an intervention on a factor
// without a level when the question is how far its run goes: 10 points.
const equalPush = 0.1

// A leaving is the first time that a factor of a run goes off the scale. What
// an unstable model says after that moment means nothing; what it says before
// it is as good as that of any model.
type leaving struct {
	at     float64 // years, interpolated between two steps; +Inf: never
	factor int
}

var stays = leaving{math.Inf(1), -1}

// depart notes for every run the first factor that leaves the scale between
// the last look and this one, at time at.
func (b *batch) depart(at float64) {
	if b.last == nil {
		b.last = make([]float64, len(b.dx))
	}
	before := at
	if len(b.times) > 0 {
		before = b.times[len(b.times)-1]
	}
	for i := range b.traces {
		t := &b.traces[i]
		if !math.IsInf(t.left.at, 1) {
			continue
		}
		for f := range b.sys.net.factors {
			low, high := b.room(i, f)
			dx, last := b.dx[f*b.width+i], b.last[f*b.width+i]
			if !(dx < low-offScale || dx > high+offScale) {
				continue
			}
			if when := before + (at-before)*crossing(last, dx, low, high); when < t.left.at {
				t.left = leaving{when, f}
			}
		}
	}
	copy(b.last, b.dx)
}

// room gives the changes between which a factor stays on the scale. One that
// has no level leaves it for certain when it changes by more than the scale is
// long; a run by a push of 1, which stands for an intervention on a factor
// without a level, is read as one by equalPush.
func (b *batch) room(run, f int) (low, high float64) {
	level := b.sys.net.level[f]
	switch {
	case b.unit[run]:
		return -1 / equalPush, 1 / equalPush
	case math.IsNaN(level):
		return -1, 1
	}
	return -level, 1 - level
}

// crossing gives the part of a step at which a change passes its bound.
func crossing(last, now, low, high float64) float64 {
	bound := high
	if now < low {
		bound = low
	}
	if now == last {
		return 0
	}
	return min(1, max(0, (bound-last)/(now-last)))
}

// first gives the earlier of two.
func first(a, b leaving) leaving {
	if b.at < a.at {
		return b
	}
	return a
}

// end takes away the numbers of an effect after Until.
func (e *Effect) end(o Options, times []float64) {
	nan := math.NaN()
	for m, at := range o.Moments {
		if at <= e.Until {
			continue
		}
		e.Gain[m], e.PerPush[m] = nan, nan
		for _, rows := range [][][]float64{e.Levels, e.Change, e.Goals} {
			for _, row := range rows {
				row[m] = nan
			}
		}
	}
	for i := range e.LongRun {
		e.LongRun[i] = nan
	}
	if e.Until >= o.Horizon {
		return
	}
	e.Score, e.Average = nan, nan
	for i := range e.Mean {
		e.Mean[i], e.Worst[i] = nan, nan
	}
	for _, row := range e.Series {
		for i, at := range times {
			if at > e.Until {
				row[i] = nan
			}
		}
	}
	e.Side, e.Excursions, e.Dips = nil, nil, nil
}
