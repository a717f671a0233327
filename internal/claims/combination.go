package claims

import (
	"math"

	"slotmemo/internal/marvel"
)

// A Combination is compared with the sum of its parts.
type Combination struct {
	Effect        int // index in Result.Effects
	Interventions []string
	At            []Part // per moment
	Average       Part
	Goals         []GoalChange // after the last moment
	// Crosses: one intervention stands on the way of another to a goal, and
	// holds its factor against it. Nothing else makes a whole differ from the
	// sum of its parts, so their absence means that effects simply add up.
	Crosses bool
}

// A Part is a combination at a moment, or on average, beside the sum of its parts.
type Part struct {
	Value, Sum float64 // points
	Verdict    Verdict
}

// Verdict on a combination.
type Verdict int

const (
	Unknown  Verdict = iota // a part or the whole couldn't be computed
	AddsUp                  // within SumOfParts
	Stronger                // more than the sum
	Weaker                  // less than the sum
)

// String gives the key of the verdict.
func (v Verdict) String() string {
	return [...]string{"unknown", "adds_up", "stronger", "weaker"}[v]
}

func newPart(value, sum float64) Part {
	p := Part{Value: value, Sum: sum}
	switch more := value - sum; {
	case math.IsNaN(more):
	case more > SumOfParts:
		p.Verdict = Stronger
	case more < -SumOfParts:
		p.Verdict = Weaker
	default:
		p.Verdict = AddsUp
	}
	return p
}

// combinations compares every combination.
func (b *bench) combinations() []Combination {
	alone := map[string]marvel.Yield{}
	for _, i := range b.singles {
		alone[b.ids(i)[0]] = b.yields[i]
	}
	var all []Combination
	for _, i := range b.together {
		c := Combination{Effect: i, Interventions: b.ids(i), Crosses: b.crosses(b.ids(i))}
		part := func(k Criterion) Part {
			whole, _ := b.value(k, b.yields[i])
			sum := 0.0
			for _, id := range b.ids(i) {
				v, _ := b.value(k, alone[id])
				sum += v
			}
			return newPart(whole, sum)
		}
		moments := b.result.Options.Moments
		for m, at := range moments {
			c.At = append(c.At, part(Criterion{AtMoment, m, at, ""}))
		}
		c.Average = part(Criterion{OnAverage, -1, b.result.Options.Horizon, ""})
		c.Goals = b.goalsBy(Criterion{AtMoment, len(moments) - 1, moments[len(moments)-1], ""}, b.yields[i])
		all = append(all, c)
	}
	return all
}

// crosses reports whether what one intervention sets going reaches the factor
// of another, or both hold the same factor.
func (b *bench) crosses(ids []string) bool {
	for _, one := range ids {
		reached := b.after(b.factorOf(one))
		for _, other := range ids {
			if one != other && reached[b.factorOf(other)] {
				return true
			}
		}
	}
	return false
}

func (b *bench) factorOf(intervention string) string {
	if c := b.model.Intervention(intervention); c != nil {
		return c.Factor
	}
	return ""
}
