package marvel

import (
	"testing"

	"slotmemo/internal/model"
)

// forked is a model in which a pushes the goal directly and by a side way with
// an unknown sign.
func forked(direct, side string) *model.Model {
	return &model.Model{
		Factors: []model.Factor{
			{ID: "a", Level: model.Known(0.2)},
			{ID: "b", Level: model.Known(0.5)},
			{ID: "c", Level: model.Known(0.2)},
			{ID: "goal", Level: model.Known(0.5), Goal: model.Higher, Weight: 1},
		},
		Relations: []model.Relation{
			{ID: "ag", From: "a", To: "goal", Sign: model.Plus, Strength: direct, Speed: "high"},
			{ID: "ab", From: "a", To: "b", Sign: model.Plus, Strength: side, Speed: "average"},
			{ID: "bg", From: "b", To: "goal", Strength: "average", Speed: "average"},
			{ID: "cb", From: "c", To: "b", Sign: model.Plus, Strength: "weak", Speed: "low"},
		},
		Interventions: []model.Intervention{{ID: "i", Factor: "a", Target: 0.6}, {ID: "j", Factor: "c", Target: 0.4}},
	}
}

func TestDirectionThatFollowsFromEveryReading(t *testing.T) {
	for _, c := range []struct {
		name         string
		direct, side string
		want         Trend
		ordered      bool
	}{
		{"the direct way wins whatever the sign", "strong", "weak", Rises, true},
		{"the side way might win", "weak", "very strong", Unclear, false},
	} {
		r := Analyse(forked(c.direct, c.side), Options{})
		e := effect(t, r, "i")
		if got := e.Trends[0][2]; got != c.want {
			t.Errorf("%s: trend %d, want %d", c.name, got, c.want)
		}
		if !isNaN(e.Gain[2]) || !isNaN(e.Change[r.Factor("goal")][2]) {
			t.Errorf("%s: a number was taken from a reading: %v", c.name, e.Gain)
		}
		if got := len(r.Rankings[2].Order) == 2; got != c.ordered {
			t.Errorf("%s: order %v, want one: %v", c.name, r.Rankings[2].Order, c.ordered)
		}
		if effect(t, r, "j").Trends[0][2] != Unclear {
			t.Errorf("%s: j acts by the unknown sign alone, so nothing follows", c.name)
		}
	}
}

func isNaN(v float64) bool { return v != v }

// TestJeugdhulpSaysWhatFollows: without levels and with two unknown signs there
// are no numbers, but whatever these signs are the model runs away.
func TestJeugdhulpSaysWhatFollows(t *testing.T) {
	r := Analyse(jeugdhulp(t), Options{})
	for _, e := range r.Effects[1:] {
		if !isNaN(e.Score) || !isNaN(e.PerPush[0]) {
			t.Errorf("%v has a score or a gain", e.Interventions)
		}
		if len(e.Interventions) == 1 && (!e.Unstable || len(e.Causes) != maxCauses) {
			t.Errorf("%v: unstable %v by %v, want true by %d loops", e.Interventions, e.Unstable, e.Causes, maxCauses)
		}
	}
	if n := r.Numbers; !n.NoLevels || len(n.UnknownSigns) != 2 || r.Robustness.Tried != 0 {
		t.Errorf("numbers %+v, robustness tried %d", n, r.Robustness.Tried)
	}
}
