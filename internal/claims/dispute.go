package claims

import (
	"math"
	"slices"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A Dispute is a relation of which a difference of view was recorded, and what
// its words moved by one step would change. Which step somebody argued for
// can't be known: both are there.
type Dispute struct {
	Relation string
	View     string // the difference of view, as recorded
	// OnPath: the relation lies between an intervention and a goal. If it
	// doesn't, no result depends on it.
	OnPath bool
	Steps  []DisputedStep // those that were tried
	// Weakest, Strongest: the strength can't be moved further that way.
	Weakest, Strongest bool
	Open               bool // its sign or a word isn't known
	// Matters: a step changes who is first in one of the main contests
	// (Contest.Main), or for a goal after the last moment.
	Matters bool
}

// A DisputedStep is one step and the contests it changes.
type DisputedStep struct {
	Step  marvel.Shift
	Turns []DisputedTurn
	Sizes []Size // goals whose first stays first but with a noticeably different effect
}

// A DisputedTurn is a contest that a step changes.
type DisputedTurn struct {
	Contest int // index in Claims.Singles
	Main    bool
	Turn    Turn
}

// A Size is the effect of who comes first for a goal, before and after a step.
type Size struct {
	Contest       int // index in Claims.Singles
	Before, After float64
}

func (b *bench) disputes(singles []Contest) []Dispute {
	var all []Dispute
	strengths := b.strengths()
	for _, r := range b.model.Relations {
		if r.Dissent == "" {
			continue
		}
		at := strengths.Index(r.Strength)
		d := Dispute{
			Relation: r.ID, View: r.Dissent, OnPath: b.onPath(r), Open: b.isOpen(r),
			Weakest: at == 0, Strongest: at >= 0 && at == len(strengths)-1,
		}
		for _, t := range b.result.Robustness.Tries {
			if t.Shift.Relation == r.ID {
				step := b.disputedStep(t, singles)
				d.Steps = append(d.Steps, step)
				d.Matters = d.Matters || slices.ContainsFunc(step.Turns, func(t DisputedTurn) bool {
					c := singles[t.Contest]
					return t.Main || c.Measure == ForGoal && c.Moment == len(b.result.Options.Moments)-1
				})
			}
		}
		all = append(all, d)
	}
	return all
}

func (b *bench) disputedStep(t marvel.Try, singles []Contest) DisputedStep {
	step := DisputedStep{Step: t.Shift}
	moments := len(b.result.Options.Moments)
	for i := range singles {
		c := &singles[i]
		if len(c.Standings) == 0 {
			continue
		}
		turn := b.turn(c, b.singles, t)
		keeps := turn.keeps(c.Standings[0])
		switch {
		case !keeps || c.Outcome == Won && turn.Tied():
			step.Turns = append(step.Turns, DisputedTurn{i, c.Main(moments), turn})
		case c.Measure == ForGoal && math.Abs(turn.Was-c.Standings[0].Value) >= Noticeable:
			step.Sizes = append(step.Sizes, Size{i, c.Standings[0].Value, turn.Was})
		}
	}
	return step
}

func (b *bench) strengths() model.Scale {
	if len(b.model.Strengths) > 0 {
		return b.model.Strengths
	}
	return model.StandardStrengths()
}

func (b *bench) isOpen(r model.Relation) bool {
	speeds := b.model.Speeds
	if len(speeds) == 0 {
		speeds = model.StandardSpeeds()
	}
	noStrength := !r.Force && b.strengths().Index(r.Strength) < 0
	return r.Sign == model.Unknown || noStrength || speeds.Index(r.Speed) < 0
}

// onPath reports whether a relation lies between an intervention and a goal.
func (b *bench) onPath(r model.Relation) bool {
	if !b.before()[r.To] {
		return false
	}
	for _, c := range b.model.Interventions {
		if b.after(c.Factor)[r.From] {
			return true
		}
	}
	return false
}
