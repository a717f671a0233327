package snapshot

import (
	"fmt"
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// Scatter tells how much each intervention does at the last moment against how
// soon half of that is there, with the range over all shifts of one word. It
// returns false where fewer than two interventions have both.
func (t *Teller) Scatter(c document.Common) (*document.Scatter, bool) {
	y := "scatter_y"
	if len(t.goals) == 1 {
		y = "scatter_y_one"
	}
	d := &document.Scatter{Common: c}
	low, high, first, last := 0.0, 0.0, math.Inf(1), 0.0
	for _, i := range t.m.Interventions {
		e := t.single(i.ID)
		if e == nil {
			continue
		}
		p := document.Spot{ID: i.ID, Label: t.intervention(i.ID), X: t.halfTime(e), Y: gainOf(t.r, i.ID, len(t.r.Options.Moments)-1)}
		if math.IsNaN(p.X) || math.IsNaN(p.Y) {
			continue
		}
		p.Low, p.High = t.rangeOf(i.ID, p.Y)
		for _, v := range []float64{p.Y, p.Low, p.High} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
		first, last = min(first, p.X), max(last, p.X)
		if !math.IsNaN(p.Low) {
			d.Whisker = t.words.Get("whisker")
		}
		d.Points = append(d.Points, p)
	}
	if len(d.Points) < 2 || low == high {
		return nil, false
	}
	d.Y = t.pointAxis(low, high, 6)
	d.Y.Title = t.words.Format(y, t.after(t.last()))
	d.X = t.yearAxis(first, last)
	d.Corners = [4]string{t.words.Get("quick_large"), t.words.Get("slow_large"), t.words.Get("quick_small"), t.words.Get("slow_small")}
	return d, true
}

// halfTime returns the years until half of the gain at the last moment is there;
// NaN if there is no gain to speak of.
func (t *Teller) halfTime(e *marvel.Effect) float64 {
	sum := make([]float64, len(t.r.Times))
	for g, goal := range t.goals {
		s := t.series(e, g)
		if len(s) != len(sum) {
			return math.NaN()
		}
		weight := goal.Weight
		if weight == 0 {
			weight = 1
		}
		for i, v := range s {
			sum[i] += weight * float64(goal.Goal) * v
		}
	}
	end := t.at(sum, t.last())
	if math.IsNaN(end) || math.Abs(end) < 0.05 {
		return math.NaN()
	}
	for i, v := range sum {
		if v/end < 0.5 {
			continue
		}
		if i == 0 {
			return 0
		}
		before := sum[i-1] / end
		return t.r.Times[i-1] + (t.r.Times[i]-t.r.Times[i-1])*(0.5-before)/(v/end-before)
	}
	return math.NaN()
}

// at reads a series at a moment; NaN beyond its end.
func (t *Teller) at(series []float64, moment float64) float64 {
	for i := 1; i < len(series); i++ {
		if a, b := t.r.Times[i-1], t.r.Times[i]; moment <= b+1e-9 {
			return series[i-1] + (series[i]-series[i-1])*(moment-a)/(b-a)
		}
	}
	return math.NaN()
}

// rangeOf returns the range of the gain over all shifts, in points; NaN if none was
// tried. The shifted runs are coarser, so the number that is told widens it.
func (t *Teller) rangeOf(id string, told float64) (low, high float64) {
	for _, r := range t.r.Robustness.Ranges {
		if t.r.Effects[r.Effect].Interventions[0] == id && !math.IsNaN(r.Low) {
			return min(r.Low/100, told), max(r.High/100, told)
		}
	}
	return math.NaN(), math.NaN()
}

// yearAxis has a tick at each whole year round what is shown, or at fewer.
func (t *Teller) yearAxis(first, last float64) document.Axis {
	step := max(1, roundStep(max(last-first, 1), 8))
	low, high := math.Floor(first/step)*step, math.Ceil(last/step)*step
	if first-low < step*0.2 && low > 0 {
		low -= step
	}
	if high-last < step*0.2 {
		high += step
	}
	a := document.Axis{Title: t.words.Get("scatter_x"), Min: low, Max: high}
	for v := low; v <= high+1e-9; v += step {
		a.Ticks = append(a.Ticks, document.Tick{At: v, Label: fmt.Sprint(v)})
	}
	return a
}
