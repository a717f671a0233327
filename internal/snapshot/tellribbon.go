package snapshot

import (
	"fmt"
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// Ribbon tells the strongest way from an intervention to a goal as a band that
// is as high as what is left of the push. It returns false where the push or what
// is left of it isn't known.
func (t *Teller) Ribbon(c document.Common, intervention, goal string) (*document.Ribbon, bool) {
	paths, ok := t.strongest(intervention, goal)
	push, pushed := t.push(intervention)
	if !ok || !pushed {
		return nil, false
	}
	d := &document.Ribbon{Common: c, Edges: t.edges(paths.Strongest.Relations), Total: t.total(paths)}
	stops, ok := t.stops(paths.Strongest, push)
	if !ok {
		return nil, false
	}
	d.Stops = stops
	var nodes []document.Node
	rises, falls := false, false
	for _, s := range stops {
		nodes = append(nodes, s.Node)
		rises, falls = rises || s.Points >= 0, falls || s.Points < 0
	}
	// The band is as wide as it carries, so the line says nothing of strength.
	d.Key = without(t.storyKey(nodes, d.Edges), document.CueVeryStrong, document.CueStrong, document.CueAverage,
		document.CueWeak, document.CueUnknownStrength, document.CueBarrierTwo)
	for _, band := range []struct {
		occurs bool
		cue    document.Cue
		word   string
	}{{rises, document.CueRising, "rising"}, {falls, document.CueFalling, "falling"}} {
		if band.occurs {
			d.Key = append(d.Key, document.KeyEntry{Cue: band.cue, Text: t.words.Get(band.word)})
		}
	}
	return d, true
}

// push returns how far an intervention moves its factor, in points.
func (t *Teller) push(id string) (float64, bool) {
	i := t.m.Intervention(id)
	if i == nil {
		return 0, false
	}
	f := t.m.Factor(i.Factor)
	if f == nil || !f.Level.Known {
		return 0, false
	}
	return 100 * (i.Target - f.Level.Value), true
}

// stops follows a push along a way.
func (t *Teller) stops(p marvel.Path, push float64) ([]document.Stop, bool) {
	points, years := push, 0.0
	var stops []document.Stop
	for i, id := range p.Factors {
		if i > 0 {
			r := t.m.Relation(p.Relations[i-1])
			if r == nil || r.Sign == model.Unknown {
				return nil, false
			}
			points *= float64(r.Sign) * valueOf(t.m.Strengths, r.Strength)
			years += valueOf(t.m.Speeds, r.Speed)
		}
		if math.IsNaN(points) {
			return nil, false
		}
		s := document.Stop{Node: t.node(id), Points: points, Text: t.signedShort(points), Years: years}
		s.Lever = i == 0
		if !math.IsNaN(years) {
			s.When = t.fraction(years)
			if i == len(p.Factors)-1 {
				s.When = t.years(years)
			}
		}
		stops = append(stops, s)
	}
	return stops, len(stops) > 1
}

// total says what all ways together do: one way isn't the outcome.
func (t *Teller) total(p marvel.Paths) string {
	e := t.single(p.Intervention)
	g := goalIndex(t.r, p.Goal)
	if e == nil || g < 0 || math.IsNaN(lastChange(t.r, e, g)) {
		return ""
	}
	change, when := t.points(lastChange(t.r, e, g)), t.after(t.last())
	switch {
	case !p.Complete:
		return t.words.Format("all_ways_least", fmt.Sprint(p.Count), change, when)
	case p.Count == 1:
		return t.words.Format("only_way", change, when)
	}
	return t.words.Format("all_ways", t.number(p.Count), change, when)
}

func goalIndex(r *marvel.Result, id string) int {
	for g, goal := range r.Goals {
		if goal == id {
			return g
		}
	}
	return -1
}
