package claims

import "slices"

// Agreement tells whether the criteria name the same: after every moment, on
// average, and per equal push and without harm after the last moment.
type Agreement struct {
	Winners   []Shared // the most contests won first
	Undecided []int    // contests (indices in Claims.Singles) without a winner
	// Unanimous: every one of them has a winner, and it is the same.
	Unanimous bool
	// Partial: in some of them not everybody could be computed, so that a winner
	// is one of a part.
	Partial bool
	// EarlyLate: the winners after the first and after the last moment differ.
	EarlyLate bool
}

// Shared are the contests that one intervention wins.
type Shared struct {
	Interventions []string
	Contests      []int // indices in Claims.Singles
}

// Main reports whether a contest is one of those that should agree.
func (c *Contest) Main(moments int) bool {
	switch c.Measure {
	case AtMoment, OnAverage:
		return true
	case PerPush, NoHarm:
		return c.Moment == moments-1
	}
	return false
}

func agreement(singles []Contest, moments int) Agreement {
	var a Agreement
	var atMoments [][]string
	for i := range singles {
		c := &singles[i]
		if !c.Main(moments) {
			continue
		}
		a.Partial = a.Partial || c.Computed() < c.Field()
		winner := c.Winner()
		if winner == nil {
			a.Undecided = append(a.Undecided, i)
			continue
		}
		a.add(winner.Interventions, i)
		if c.Measure == AtMoment {
			atMoments = append(atMoments, winner.Interventions)
		}
	}
	slices.SortStableFunc(a.Winners, func(a, b Shared) int { return len(b.Contests) - len(a.Contests) })
	a.Unanimous = len(a.Winners) == 1 && len(a.Undecided) == 0
	if n := len(atMoments); n == moments && n > 1 {
		a.EarlyLate = !slices.Equal(atMoments[0], atMoments[n-1])
	}
	return a
}

func (a *Agreement) add(winner []string, contest int) {
	for i := range a.Winners {
		if slices.Equal(a.Winners[i].Interventions, winner) {
			a.Winners[i].Contests = append(a.Winners[i].Contests, contest)
			return
		}
	}
	a.Winners = append(a.Winners, Shared{winner, []int{contest}})
}
