package claims

import (
	"cmp"
	"math"
	"slices"
)

// A Contest compares interventions by one criterion.
type Contest struct {
	Criterion
	Standings []Standing // the first first
	Missing   []Missing  // those of the field that have no place, and why
	Outcome   Outcome
	Lead      float64 // points between first and second; NaN if there is no second
	Near      int     // how many, the first among them, lie less than Lead from the first
	Firmness  Firmness
}

// Outcome of a contest.
type Outcome int

const (
	NoneComputed Outcome = iota // nobody has a place
	NothingHelps                // the first brings less than Noticeable
	Tied                        // the second lies less than Lead behind
	Won
)

// String gives the key of the outcome.
func (o Outcome) String() string {
	return [...]string{"none_computed", "nothing_helps", "tied", "won"}[o]
}

// Field is how many interventions could have been compared.
func (c *Contest) Field() int { return len(c.Standings) + len(c.Missing) }

// Computed is how many have a value, those that the criterion leaves out too.
func (c *Contest) Computed() int {
	n := len(c.Standings)
	for _, m := range c.Missing {
		if m.Reason == Harms {
			n++
		}
	}
	return n
}

// Winner gives who comes first; nil if nobody may be called so.
func (c *Contest) Winner() *Standing {
	if c == nil || c.Outcome != Won {
		return nil
	}
	return &c.Standings[0]
}

// A Standing is a place in a contest.
type Standing struct {
	Effect        int // index in Result.Effects
	Interventions []string
	Value         float64      // points
	Goals         []GoalChange // each goal at the moment, or on average
	Loses         []GoalChange // of these, what falls back noticeably
	Mostly        string       // the goal that holds more than half of the value; empty if none
}

// A GoalChange is a change of a goal in its direction.
type GoalChange struct {
	Goal   string
	Points float64
}

// Missing is an intervention without a place.
type Missing struct {
	Effect        int
	Interventions []string
	Reason        Reason
	Until         float64      // years, of Runaway: its numbers hold so long
	Factor        string       // of Runaway: the first that leaves the scale; of NoLevel: the factor pushed
	Relations     []string     // of OpenRelations
	Harmed        []GoalChange // of Harms: at worst
}

// Reason why an intervention has no place.
type Reason int

const (
	Runaway       Reason = iota // the run has left the scale by then
	OpenRelations               // a sign or word between it and a goal isn't known
	NoLevel                     // the level of its factor isn't known, so neither is its push
	Harms                       // a goal loses by it
	NoPush                      // it holds its factor where it stands
)

// String gives the key of the reason.
func (r Reason) String() string {
	return [...]string{"runaway", "open_relations", "no_level", "harms", "no_push"}[r]
}

// contest compares the effects of a field.
func (b *bench) contest(k Criterion, field []int) Contest {
	c := Contest{Criterion: k, Lead: math.NaN()}
	for _, i := range field {
		value, takesPart := b.value(k, b.yields[i])
		switch {
		case math.IsNaN(value):
			c.Missing = append(c.Missing, b.missing(i, k))
		case !takesPart:
			c.Missing = append(c.Missing, Missing{Effect: i, Interventions: b.ids(i), Reason: Harms, Until: math.Inf(1), Harmed: b.harmed(b.yields[i])})
		default:
			c.Standings = append(c.Standings, b.standing(i, value, k))
		}
	}
	slices.SortStableFunc(c.Standings, func(a, b Standing) int { return -cmp.Compare(grid(a.Value), grid(b.Value)) })
	c.judge()
	if len(c.Standings) > 0 {
		c.Firmness = b.firmness(&c, field)
	}
	return c
}

// judge fills in who may be called first.
func (c *Contest) judge() {
	if len(c.Standings) == 0 {
		return
	}
	first := c.Standings[0].Value
	c.Near = near(len(c.Standings), func(i int) float64 { return c.Standings[i].Value })
	if len(c.Standings) > 1 {
		c.Lead = first - c.Standings[1].Value
	}
	switch {
	case first < Noticeable:
		c.Outcome = NothingHelps
	case c.Near > 1:
		c.Outcome = Tied
	default:
		c.Outcome = Won
	}
}

// near counts the places less than Lead from the first.
func near(n int, value func(i int) float64) int {
	count := 1
	for count < n && value(0)-value(count) < Lead {
		count++
	}
	return count
}

// grid rounds to what no processor computes differently, so that equal values
// rank by id everywhere.
func grid(points float64) float64 { return math.Round(points * 1e8) }

func (b *bench) ids(effect int) []string { return b.result.Effects[effect].Interventions }

func (b *bench) standing(effect int, value float64, k Criterion) Standing {
	s := Standing{Effect: effect, Interventions: b.ids(effect), Value: value, Goals: b.goalsBy(k, b.yields[effect])}
	weights := 0.0
	for _, g := range b.goals {
		weights += g.weight
	}
	for i, g := range s.Goals {
		if g.Points <= -Noticeable {
			s.Loses = append(s.Loses, g)
		}
		if share := b.goals[i].weight * g.Points / weights; k.Measure != ForGoal && len(b.goals) > 1 && share > value/2 && value > 0 && k.Measure != PerPush {
			s.Mostly = g.Goal
		}
	}
	return s
}

// missing says why an effect has no value.
func (b *bench) missing(effect int, k Criterion) Missing {
	e := b.result.Effects[effect]
	m := Missing{Effect: effect, Interventions: e.Interventions, Until: math.Inf(1)}
	open, levels := b.open(e.Interventions)
	switch {
	case e.Unstable && e.Until < k.At:
		m.Reason, m.Until, m.Factor = Runaway, e.Until, e.LeftBy
	case len(open) > 0:
		m.Reason, m.Relations = OpenRelations, open
	case len(levels) > 0:
		m.Reason, m.Factor = NoLevel, levels[0]
	default:
		m.Reason = NoPush
	}
	return m
}

// cut gives the single interventions that have no number at some moment.
func (b *bench) cut() []Missing {
	var all []Missing
	moments := b.result.Options.Moments
	for _, i := range b.singles {
		for m, at := range moments {
			if gain := b.yields[i].Gain[m]; math.IsNaN(gain) && len(b.goals) > 0 {
				all = append(all, b.missing(i, Criterion{AtMoment, m, at, ""}))
				break
			}
		}
	}
	return all
}
