package marvel

import (
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/mat"
)

// Bounds of the search for the rightmost eigenvalue of a large block.
const (
	krylovSize  = 80 // vectors
	krylovCheck = 20 // vectors between two looks at the eigenvalues
	krylovSteps = 1000
)

// krylov judges a block that is too large for its whole matrix. What the
// eigenvalues λ of the block are to growth, e^{λt} are to the block run t years
// forward; of these the one with the largest modulus is sought by Arnoldi's
// method, which needs no matrix but only runs.
func (b *block) krylov(rates []float64) (verdict, complex128) {
	p := newPropagator(b, rates)
	basis := [][]float64{make([]float64, p.size)}
	for i := range basis[0] { // no direction is left out, none is preferred
		_, fraction := math.Modf(float64(i+1) * math.Phi)
		basis[0][i] = 0.5 + fraction
	}
	scaleBy(basis[0], 1/norm(basis[0]))
	h := mat.NewDense(krylovSize+1, krylovSize, nil)
	for k := range krylovSize {
		v := p.forward(basis[k])
		for range 2 { // once more, against loss of orthogonality
			for i, u := range basis {
				d := dot(u, v)
				h.Set(i, k, h.At(i, k)+d)
				axpy(-d, u, v)
			}
		}
		rest := norm(v)
		h.Set(k+1, k, rest)
		last := k == krylovSize-1 || rest < 1e-12 || k == p.size-1
		if last || (k+1)%krylovCheck == 0 {
			if found, value, sure := b.largest(h, k+1, rest, rates); sure || last {
				return found, p.exponent(value)
			}
		}
		scaleBy(v, 1/rest)
		basis = append(basis, v)
	}
	panic("marvel: the search for an eigenvalue went past its bound")
}

// exponent gives λ for an eigenvalue e^{λt} of a run t years forward. How fast
// it swings can't be told apart from swings a whole number of turns quicker.
func (p *propagator) exponent(value complex128) complex128 {
	rate, swing := math.Log(cmplx.Abs(value))/(p.step*float64(p.steps)), 0.0
	if math.Abs(imag(value)) > 1e-9 {
		swing = math.NaN()
	}
	return complex(rate, swing)
}

// largest judges by the eigenvalue of the small matrix with the largest
// modulus, and reports whether its residual leaves no doubt.
func (b *block) largest(h *mat.Dense, k int, rest float64, rates []float64) (found verdict, value complex128, sure bool) {
	var eigen mat.Eigen
	if !eigen.Factorize(h.Slice(0, k, 0, k), mat.EigenRight) {
		return unstable, cmplx.NaN(), false
	}
	values := eigen.Values(nil)
	best := 0
	for i, v := range values {
		if cmplx.Abs(v) > cmplx.Abs(values[best]) {
			best = i
		}
	}
	var vectors mat.CDense
	eigen.VectorsTo(&vectors)
	length := 0.0
	for i := range k {
		length = math.Hypot(length, cmplx.Abs(vectors.At(i, best)))
	}
	residual := rest * cmplx.Abs(vectors.At(k-1, best)) / length
	size := cmplx.Abs(values[best])
	sure = residual < 1e-3 && residual < math.Abs(size-1)/3
	switch {
	case math.Abs(size-1) < onAxis && math.Abs(imag(values[best])) > 1e-4:
		return marginal, values[best], sure
	case math.Abs(size-1) < onAxis:
		return b.atZero(rates), values[best], sure
	case size > 1:
		return unstable, values[best], sure
	}
	return stable, values[best], sure
}

// A propagator runs a block without its surroundings.
type propagator struct {
	block                    *block
	rates                    []float64
	own                      []int // place of y of a factor in the state, −1 if it has none
	size                     int
	step                     float64
	steps                    int
	dx, slope, trial, before []float64
}

func newPropagator(b *block, rates []float64) *propagator {
	p := &propagator{block: b, rates: rates, size: len(b.lags), dx: make([]float64, len(b.factors))}
	quickest, slowest := 0.0, math.Inf(1)
	rate := func(r float64) { quickest, slowest = max(quickest, r), min(slowest, r) }
	for _, l := range b.lags {
		rate(l.rate)
	}
	for _, r := range rates {
		if r > 0 {
			rate(r)
			p.own = append(p.own, p.size)
			p.size++
		} else {
			p.own = append(p.own, -1)
		}
	}
	// An eighth of the quickest delay keeps the modulus of what oscillates
	// true to 1e-6 a step; two thirds of the slowest set the eigenvalues apart.
	p.step = 1 / (8 * quickest)
	p.steps = max(60, min(krylovSteps, int(2/(3*slowest*p.step))))
	p.slope, p.trial, p.before = make([]float64, p.size), make([]float64, p.size), make([]float64, p.size)
	return p
}

// forward gives what becomes of a state.
func (p *propagator) forward(from []float64) []float64 {
	state := append([]float64(nil), from...)
	for range p.steps {
		copy(p.before, state)
		copy(p.trial, state)
		for _, stage := range [4]struct{ weight, next float64 }{{1, 0.5}, {2, 0.5}, {2, 1}, {1, 0}} {
			p.slopes()
			axpy(p.step*stage.weight/6, p.slope, state)
			copy(p.trial, p.before)
			axpy(p.step*stage.next, p.slope, p.trial)
		}
	}
	return state
}

// slopes computes the derivative of the trial state.
func (p *propagator) slopes() {
	b := p.block
	for i, y := range p.own {
		p.dx[i] = 0
		if y >= 0 {
			p.dx[i] = p.trial[y]
		}
	}
	for _, f := range b.feeds {
		p.dx[f.target] += f.gain * p.trial[f.lag]
	}
	for l, lag := range b.lags {
		p.slope[l] = lag.rate * (p.dx[b.source[l]] - p.trial[l])
	}
	for i, y := range p.own {
		if y >= 0 {
			p.slope[y] = -p.rates[i] * p.dx[i]
		}
	}
	for _, f := range b.forces {
		p.slope[p.own[f.own]] += f.rate * f.sign * p.dx[f.source]
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }

func axpy(factor float64, a, to []float64) {
	for i, v := range a {
		to[i] += factor * v
	}
}

func scaleBy(a []float64, factor float64) {
	for i := range a {
		a[i] *= factor
	}
}
