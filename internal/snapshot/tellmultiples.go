package snapshot

import (
	"fmt"
	"math"

	"slotmemo/internal/document"
)

// tooSmall is the change below which lines share one name, in points.
const tooSmall = 2.5

// Multiples tells what each intervention does to each goal over time, a panel a
// goal, all on one scale of points. It returns false where no effect is known.
func (t *Teller) Multiples(c document.Common) (*document.Multiples, bool) {
	d := &document.Multiples{Common: c, Unit: t.words.Get("unit"), X: t.timeAxis()}
	low, high := 0.0, 0.0
	for g, goal := range t.goals {
		p := document.Facet{ID: goal.ID, Title: t.factor(goal.ID)}
		for _, i := range t.m.Interventions {
			e := t.single(i.ID)
			if e == nil {
				continue
			}
			y := t.series(e, g)
			if len(y) != len(t.r.Times) || len(y) == 0 {
				continue
			}
			p.Lines = append(p.Lines, document.Curve{ID: i.ID, Label: t.intervention(i.ID), X: t.r.Times, Y: y, Rank: t.ranks[i.ID]})
			for _, v := range y {
				low, high = min(low, v), max(high, v)
			}
		}
		t.nameLines(&p)
		d.Facets = append(d.Facets, p)
	}
	if low == 0 && high == 0 {
		return nil, false
	}
	d.Y = t.pointAxis(low, high, 3)
	d.Key = t.identityKey()
	return d, true
}

// nameLines marks the line that ends highest or lowest, and gives those that end
// near nought one name together.
func (t *Teller) nameLines(p *document.Facet) {
	most, small := -1, 0
	for i := range p.Lines {
		l := &p.Lines[i]
		end := math.Abs(l.Y[len(l.Y)-1])
		if most < 0 || end > math.Abs(p.Lines[most].Y[len(p.Lines[most].Y)-1]) {
			most = i
		}
		l.Unnamed = end < tooSmall || l.Rank >= identities
		if l.Unnamed && end < tooSmall {
			small++
		}
	}
	if most >= 0 && !p.Lines[most].Unnamed {
		p.Lines[most].Strong = true
	}
	limit := t.prose.Short(tooSmall)
	switch {
	case small == 1:
		p.Rest = t.words.Format("rest_under_one", limit)
	case small > 1:
		p.Rest = t.words.Format("rest_under_many", t.number(small), limit)
	}
}

// identities is how many interventions have a look of their own.
const identities = 8

// identityKey returns the looks of the interventions, in the order of their ranks.
func (t *Teller) identityKey() []document.KeyEntry {
	var key []document.KeyEntry
	for rank := range identities {
		for _, i := range t.m.Interventions {
			if r, ok := t.ranks[i.ID]; ok && r == rank {
				key = append(key, document.KeyEntry{Cue: document.CueIdentity, Rank: rank, Text: t.intervention(i.ID)})
			}
		}
	}
	return key
}

// timeAxis has a tick now, at each moment and at the horizon; the first moment's
// label would stand on that of now.
func (t *Teller) timeAxis() document.Axis {
	horizon := t.r.Options.Horizon
	x := document.Axis{Max: horizon, Ticks: []document.Tick{{Label: "0"}}}
	for _, at := range t.r.Options.Moments {
		if at <= 0 || at >= horizon {
			continue
		}
		tick := document.Tick{At: at}
		if at >= horizon*0.25 && at <= horizon*0.6 {
			tick.Label = t.prose.Short(at)
		}
		x.Ticks = append(x.Ticks, tick)
	}
	return document.Axis{Max: x.Max, Ticks: append(x.Ticks, document.Tick{At: horizon, Label: t.years(horizon)})}
}

// pointAxis returns an axis of points of change with round values, at most so many
// above nought.
func (t *Teller) pointAxis(low, high float64, most int) document.Axis {
	step := roundStep(max(high, -low), most)
	a := document.Axis{Min: min(0, low), Max: max(high, 0)}
	for v := math.Ceil(a.Min/step-1e-9) * step; v <= a.Max+1e-9; v += step {
		label := fmt.Sprint(0)
		if math.Abs(v) > step/2 {
			label = t.signedShort(v)
		}
		a.Ticks = append(a.Ticks, document.Tick{At: v, Label: label})
	}
	return a
}

// roundStep returns 1, 2 or 5 times a power of ten that fits at most so often.
func roundStep(span float64, most int) float64 {
	step := math.Pow(10, math.Floor(math.Log10(span/float64(most))))
	for _, f := range []float64{1, 2, 5, 10} {
		if span/(step*f) <= float64(most) {
			return step * f
		}
	}
	return step * 10
}
