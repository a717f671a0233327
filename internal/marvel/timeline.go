package marvel

import (
	"math"
	"slices"
)

// chartPoints is the number of intervals of Result.Times.
const chartPoints = 100

// A timeline divides the years of a run in steps that meet every moment, every
// point of a chart and every switch of an intervention exactly.
type timeline struct {
	horizon float64
	stops   []float64 // 0 … end
	count   []int     // steps between a stop and the next
	moments []int     // stops of the moments
	charts  []int     // stops of the points of a chart
}

// newTimeline makes one with steps of at most step years.
func newTimeline(o Options, switches []float64, step float64, charts bool) *timeline {
	t := &timeline{horizon: o.Horizon}
	points := 1
	if charts {
		points = chartPoints
	}
	end := max(o.Horizon, o.Moments[len(o.Moments)-1])
	stops := slices.Clone(o.Moments)
	for i := range points + 1 {
		stops = append(stops, o.Horizon*float64(i)/float64(points))
	}
	for _, s := range switches {
		if s > 0 && s < end {
			stops = append(stops, s)
		}
	}
	slices.Sort(stops)
	t.stops = slices.CompactFunc(stops, func(a, b float64) bool { return math.Abs(b-a) < instant })
	for i := range len(t.stops) - 1 {
		t.count = append(t.count, max(1, int(math.Ceil((t.stops[i+1]-t.stops[i])/step-1e-9))))
	}
	for _, m := range o.Moments {
		t.moments = append(t.moments, t.stop(m))
	}
	for i := range points + 1 {
		t.charts = append(t.charts, t.stop(o.Horizon*float64(i)/float64(points)))
	}
	return t
}

// stop gives the stop at a time that is one.
func (t *timeline) stop(at float64) int {
	i, _ := slices.BinarySearchFunc(t.stops, at, func(s, at float64) int {
		switch {
		case math.Abs(s-at) < instant:
			return 0
		case s < at:
			return -1
		}
		return 1
	})
	return i
}

// steps gives the number of steps of a run.
func (t *timeline) steps() int {
	n := 0
	for _, c := range t.count {
		n += c
	}
	return n
}

// years gives the times of the points of a chart.
func (t *timeline) years() []float64 {
	all := make([]float64, len(t.charts))
	for i, s := range t.charts {
		all[i] = t.stops[s]
	}
	return all
}
