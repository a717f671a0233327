package claims

import (
	"math"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A Measure is what interventions are compared by.
type Measure int

const (
	AtMoment  Measure = iota // mean change of the goals after a moment
	OnAverage                // the same, as its mean over the horizon
	PerPush                  // after a moment, for each 10 points that the own factor is pushed
	NoHarm                   // after a moment, of those with which no goal loses noticeably at any time
	ForGoal                  // change of one goal after a moment
)

// String gives the key of the measure.
func (m Measure) String() string {
	return [...]string{"at_moment", "on_average", "per_push", "no_harm", "for_goal"}[m]
}

// A Criterion is a measure with its moment and goal.
type Criterion struct {
	Measure Measure
	Moment  int     // index in Options.Moments; −1 on average
	At      float64 // years: the moment; on average the horizon
	Goal    string  // of ForGoal
}

// criteria lists the criteria in their fixed order.
func (b *bench) criteria() []Criterion {
	var all []Criterion
	if len(b.goals) == 0 {
		return nil
	}
	o := b.result.Options
	each := func(measure Measure, goal string) {
		for m, at := range o.Moments {
			all = append(all, Criterion{measure, m, at, goal})
		}
	}
	each(AtMoment, "")
	all = append(all, Criterion{OnAverage, -1, o.Horizon, ""})
	each(PerPush, "")
	each(NoHarm, "")
	for _, g := range b.goals {
		each(ForGoal, g.id)
	}
	return all
}

// A bench is a model and its results, laid out for comparing.
type bench struct {
	model    *model.Model
	result   *marvel.Result
	goals    []goal
	yields   []marvel.Yield // per effect
	singles  []int          // effects
	together []int
}

type goal struct {
	id        string
	direction float64
	weight    float64
}

func newBench(m *model.Model, r *marvel.Result) *bench {
	b := &bench{model: m, result: r}
	for _, id := range r.Goals {
		f := m.Factor(id)
		g := goal{id, float64(f.Goal), f.Weight}
		if g.weight == 0 {
			g.weight = 1
		}
		b.goals = append(b.goals, g)
	}
	for i, e := range r.Effects {
		b.yields = append(b.yields, e.Yield)
		switch len(e.Interventions) {
		case 0:
		case 1:
			b.singles = append(b.singles, i)
		default:
			b.together = append(b.together, i)
		}
	}
	return b
}

// value gives what a criterion measures, in points; takesPart is false where
// the criterion leaves an intervention out whatever its value.
func (b *bench) value(c Criterion, y marvel.Yield) (value float64, takesPart bool) {
	switch c.Measure {
	case AtMoment:
		return y.Gain[c.Moment] / 100, true
	case OnAverage:
		return y.Average / 100, true
	case PerPush:
		return y.PerPush[c.Moment] / 1000, true // of a push of 1 in basis points: of 0.1 in points
	case NoHarm:
		return y.Gain[c.Moment] / 100, len(b.harmed(y)) == 0
	case ForGoal:
		for g := range b.goals {
			if b.goals[g].id == c.Goal {
				return b.goalAt(y, g, c.Moment), true
			}
		}
	}
	return math.NaN(), true
}

// goalAt gives the change of a goal in its direction, in points.
func (b *bench) goalAt(y marvel.Yield, g, moment int) float64 {
	return 100 * b.goals[g].direction * y.Goals[g][moment]
}

// harmed gives the goals that lose noticeably at any time, and how much.
func (b *bench) harmed(y marvel.Yield) []GoalChange {
	var all []GoalChange
	for g, worst := range y.Worst {
		if 100*worst >= Noticeable {
			all = append(all, GoalChange{b.goals[g].id, -100 * worst})
		}
	}
	return all
}

// goalsBy gives the change of every goal as a criterion looks at it: at its
// moment, or as the mean.
func (b *bench) goalsBy(c Criterion, y marvel.Yield) []GoalChange {
	var all []GoalChange
	for g := range b.goals {
		v := 100 * b.goals[g].direction * y.Mean[g]
		if c.Moment >= 0 {
			v = b.goalAt(y, g, c.Moment)
		}
		all = append(all, GoalChange{b.goals[g].id, v})
	}
	return all
}
