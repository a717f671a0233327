package marvel

import (
	"math"
	"slices"
)

// A system is the network as linear differential equations, for run.go.
//
// S1 passes on changes: with q_r in transit on relation r from s to d,
//
//	dx_d/dt = Σ q_r/τ_r + (target − x_d)/T        dq_r/dt = σk·dx_s/dt − q_r/τ_r
//
// What relation r has delivered so far is u_r = σk·Δx_s − q_r, with Δx = x − x(0).
// Then u_r' = (σk·Δx_s − u_r)/τ_r, and a factor without intervention or force
// has Δx_d = Σ u_r: a plain first-order lag, without a state for each factor.
// Relations of one source and one τ share a lag ℓ' = (Δx_s − ℓ)/τ, u_r = σk·ℓ.
// A factor that is held or drawn keeps a state y of its own,
//
//	Δx_d = Σ u_r + y        y' = Σ (target − x_d)/T + Σ (x_s − x_d)/τ
//
// This is a change of variables, so a Runge–Kutta step gives what it gives in
// the equations of S1. It also takes away the zero eigenvalues that those have
// for every factor: what is left at zero grows (see stability.go).
type system struct {
	net     *network
	lags    []lag
	feeds   []feed // sorted by target
	begin   []int  // feeds of factor f: feeds[begin[f]:begin[f+1]]
	own     []int  // place of y of a factor, −1 if it has none
	owners  []int  // the factors with y
	forces  []force
	minimum float64 // the smallest τ
}

// A lag follows its source with mean delay 1/rate.
type lag struct {
	source int
	rate   float64 // 1/τ, per year
}

// A feed adds gain times a lag to a factor.
type feed struct {
	lag, target int
	gain        float64
}

// A force draws the factor of an own state to the level of its source. With a
// minus it draws it to 1 − level, so that turning a factor round keeps the
// model what it is; S1 has no such relation.
type force struct {
	own, source int
	rate, sign  float64
	pull        float64 // level of the source (or 1 − level) − level of the target at t = 0
}

// newSystem makes the equations of what is known: arcs without a sign,
// strength or speed are left out, and what they could touch gets no numbers.
func newSystem(n *network, held []int) *system {
	s := &system{net: n, own: make([]int, len(n.factors)), minimum: math.Inf(1)}
	for f := range s.own {
		s.own[f] = -1
	}
	for _, f := range held {
		s.ownState(f)
	}
	s.addLags()
	s.addForces()
	return s
}

func (s *system) ownState(f int) int {
	if s.own[f] < 0 {
		s.own[f] = len(s.owners)
		s.owners = append(s.owners, f)
	}
	return s.own[f]
}

func (s *system) addLags() {
	places := map[lag]int{}
	for _, a := range s.net.arcs {
		if !a.known() {
			continue
		}
		s.minimum = min(s.minimum, a.tau)
		if a.force {
			continue
		}
		l := lag{a.from, 1 / a.tau}
		place, ok := places[l]
		if !ok {
			place = len(s.lags)
			places[l] = place
			s.lags = append(s.lags, l)
		}
		s.feeds = append(s.feeds, feed{place, a.to, a.gain()})
	}
	slices.SortStableFunc(s.feeds, func(a, b feed) int { return a.target - b.target })
	s.begin = make([]int, len(s.net.factors)+1)
	for _, f := range s.feeds {
		s.begin[f.target+1]++
	}
	for f := range s.net.factors {
		s.begin[f+1] += s.begin[f]
	}
}

func (s *system) addForces() {
	for _, a := range s.net.arcs {
		if !a.force || !a.known() {
			continue
		}
		f := force{own: s.ownState(a.to), source: a.from, rate: 1 / a.tau, sign: a.sign}
		f.pull = a.sign*s.net.level[a.from] - s.net.level[a.to]
		if a.sign < 0 {
			f.pull++
		}
		if math.IsNaN(f.pull) { // no levels: the base run is without numbers, changes against it aren't
			f.pull = 0
		}
		s.forces = append(s.forces, f)
	}
}

// A hold is an intervention in a run.
type hold struct {
	own         int
	push        float64 // target − level at t = 0
	rate        float64 // 1/T, per year
	from, until float64 // years
}

// active tells whether the hold acts between two stops.
func (h hold) active(begin, end float64) bool {
	return h.from <= begin+instant && h.until >= end-instant
}

// instant is a time in years that is none: about 30 seconds.
const instant = 1e-6
