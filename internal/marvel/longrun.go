package marvel

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// singular is the condition number beyond which a solution isn't one.
const singular = 1e12

// A rest is where a run comes to rest: Δx per factor, NaN where that doesn't
// follow.
type rest []float64

// longRun solves exactly for the change against the base run in the long run,
// of a combination that is held for good: nothing is in transit any more, so a
// held factor stands at its target (several targets: at their mean, weighted by
// 1/T), a drawn one at the mean of its sources weighted by 1/τ, and every other
// at Δx = Σ σk·Δx of its sources. Where nothing is drawn this is
// Δx = (I − K)⁻¹ K_c Δx_c with the rows of K for held factors cleared.
// base is the rest of the base run; nil if it has none.
func (s *study) longRun(p push, unknown []bool, base rest) rest {
	e := s.equations(p.holds, unknown)
	for _, h := range p.holds {
		f := s.sys.owners[h.own]
		if row := e.row[f]; row >= 0 {
			moved := 0.0
			if s.moves[f] {
				if base == nil {
					return nil
				}
				moved = base[f]
			}
			e.right[row] += h.rate * (h.push - moved)
		}
	}
	return e.solve(len(s.net.factors))
}

// baseRest solves for the rest of the base run; all zero if nothing moves.
func (s *study) baseRest() rest {
	e := s.equations(nil, s.baseUnknown)
	for _, f := range s.sys.forces {
		if row := e.row[s.sys.owners[f.own]]; row >= 0 {
			e.right[row] += f.rate * f.pull
		}
	}
	return e.solve(len(s.net.factors))
}

// equations at rest, in the factors that move.
type equations struct {
	row   []int // of a factor, −1 if it doesn't move or doesn't follow
	left  *mat.Dense
	right []float64
}

// equations writes what holds at rest, but for what pushes.
func (s *study) equations(holds []hold, unknown []bool) *equations {
	seeds := s.movers()
	rate := make([]float64, len(s.net.factors)) // at which a factor is held or drawn
	for _, h := range holds {
		f := s.sys.owners[h.own]
		seeds = append(seeds, f)
		rate[f] += h.rate
	}
	for _, f := range s.sys.forces {
		rate[s.sys.owners[f.own]] += f.rate
	}
	e := &equations{row: make([]int, len(s.net.factors))}
	size := 0
	for f, reached := range s.net.after(seeds, nil) {
		e.row[f] = -1
		if reached && !unknown[f] {
			e.row[f] = size
			size++
		}
	}
	e.right = make([]float64, size)
	if size == 0 {
		return e
	}
	e.left = mat.NewDense(size, size, nil)
	for f, row := range e.row {
		if row >= 0 {
			e.left.Set(row, row, max(rate[f], 0))
			if rate[f] == 0 {
				e.left.Set(row, row, 1)
			}
		}
	}
	add := func(to, from int, v float64) {
		if row, column := e.row[to], e.row[from]; row >= 0 && column >= 0 {
			e.left.Set(row, column, e.left.At(row, column)-v)
		}
	}
	for _, f := range s.sys.feeds {
		if rate[f.target] == 0 {
			add(f.target, s.sys.lags[f.lag].source, f.gain)
		}
	}
	for _, f := range s.sys.forces {
		add(s.sys.owners[f.own], f.source, f.rate*f.sign)
	}
	return e
}

// solve gives Δx of all factors: 0 where nothing moves, NaN where it doesn't
// follow.
func (e *equations) solve(factors int) rest {
	r := make(rest, factors)
	if e.left == nil {
		return r
	}
	var lu mat.LU
	lu.Factorize(e.left)
	var x mat.VecDense
	if lu.Cond() > singular || lu.SolveVecTo(&x, false, mat.NewVecDense(len(e.right), e.right)) != nil {
		return nil
	}
	for f, row := range e.row {
		if row >= 0 {
			r[f] = x.AtVec(row)
		}
	}
	return r
}

// heldForGood tells whether all interventions of a combination still act at
// the end of the horizon: else there is no long run that they hold.
func (s *study) heldForGood(combo []int) bool {
	for _, i := range combo {
		if h := s.hold(i); h.until < s.options.Horizon-instant || math.IsInf(h.from, 1) {
			return false
		}
	}
	return true
}
