package claims

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/marvel"
)

// Firmness tells how much a first place depends on the words chosen: each word
// moved by one step, one at a time.
type Firmness struct {
	Possible int // steps there are
	Tried    int // steps that were tried; 0: none, nothing is known
	Kept     int // steps after which the same comes first, and nobody of the field is lost
	Turns    []Turn
}

// Level of a firmness.
type Level int

const (
	Untried  Level = iota
	Always         // kept in every step tried
	MostFirm       // in Firm of them
	Mostly         // in MostlyFirm
	Depends        // in fewer
)

// String gives the key of the level.
func (l Level) String() string {
	return [...]string{"untried", "always", "firm", "mostly", "depends"}[l]
}

// Level says in which of the four ways the count is told.
func (f Firmness) Level() Level {
	share := float64(f.Kept) / float64(f.Tried)
	switch {
	case f.Tried == 0:
		return Untried
	case f.Kept == f.Tried:
		return Always
	case share >= Firm:
		return MostFirm
	case share >= MostlyFirm:
		return Mostly
	}
	return Depends
}

// A Turn is a step after which somebody else comes first, or a part of the
// field can't be computed any more.
type Turn struct {
	Step  marvel.Shift
	First []string // who comes first then; nil if nobody has a place
	Value float64  // points, of First
	Was   float64  // points, of who came first before
	Lead  float64  // points between first and second; NaN if there is no second
	// Near are those less than Lead from the first, the first among them; a tie
	// if there are two or more.
	Near [][]string
	Lost [][]string // interventions that have no number after the step
}

// Tied reports whether nobody may be called first after the step.
func (t Turn) Tied() bool { return len(t.Near) > 1 }

// firmness counts the steps that keep the first place.
func (b *bench) firmness(c *Contest, field []int) Firmness {
	tries := b.result.Robustness.Tries
	f := Firmness{Possible: b.result.Robustness.Possible, Tried: len(tries)}
	for _, t := range tries {
		turn := b.turn(c, field, t)
		if turn.keeps(c.Standings[0]) {
			f.Kept++
		} else {
			f.Turns = append(f.Turns, turn)
		}
	}
	return f
}

func (t Turn) keeps(first Standing) bool {
	return len(t.Lost) == 0 && slices.Equal(t.First, first.Interventions)
}

// turn tells how a contest ends after a step. Shifted models are run coarsely;
// what that takes from a value before the step is given back after it.
func (b *bench) turn(c *Contest, field []int, t marvel.Try) Turn {
	turn := Turn{Step: t.Shift, Value: math.NaN(), Was: math.NaN(), Lead: math.NaN()}
	var order []place
	for _, i := range field {
		exact, _ := b.value(c.Criterion, b.yields[i])
		before, _ := b.value(c.Criterion, b.result.Robustness.Before[i])
		after, takesPart := b.value(c.Criterion, t.After[i])
		switch {
		case math.IsNaN(after):
			if !math.IsNaN(exact) {
				turn.Lost = append(turn.Lost, b.ids(i))
			}
			continue
		case !math.IsNaN(exact) && !math.IsNaN(before):
			after += exact - before
		}
		if i == c.Standings[0].Effect {
			turn.Was = after
		}
		if takesPart {
			order = append(order, place{i, after})
		}
	}
	slices.SortStableFunc(order, func(a, b place) int { return -cmp.Compare(grid(a.value), grid(b.value)) })
	if len(order) == 0 {
		return turn
	}
	turn.First, turn.Value = b.ids(order[0].effect), order[0].value
	if len(order) > 1 {
		turn.Lead = order[0].value - order[1].value
	}
	for _, p := range order[:near(len(order), func(i int) float64 { return order[i].value })] {
		turn.Near = append(turn.Near, b.ids(p.effect))
	}
	return turn
}

type place struct {
	effect int
	value  float64
}
