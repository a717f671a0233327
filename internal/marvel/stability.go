package marvel

import (
	"math"
	"math/cmplx"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// A verdict on the eigenvalues of a block.
type verdict int

const (
	stable   verdict = iota // all real parts negative
	marginal                // a pair on the imaginary axis, or levels that settle where they were left: bounded, no long run
	unstable                // a positive real part, or zero with linear growth
)

// onAxis is the real part below which an eigenvalue counts as zero. A single
// loop with gain 0.999 and a delay of 12 years still decays at 8e-5 per year.
const onAxis = 1e-8

// maxDense is the largest block whose eigenvalues are computed from the whole
// matrix: 120 states take about 7 ms, 400 take 130 ms. Beyond, krylov.go.
const maxDense = 120

// A block is a strongly connected part of what is known. The eigenvalues of
// the system are those of its blocks and negative ones of what lies between.
type block struct {
	factors []int
	lags    []lag
	feeds   []feed // lag: place in lags; target: place in factors
	source  []int  // place in factors of the source of each lag
	forces  []force
	drawn   []float64 // per factor: Σ 1/τ of the forces on it, also those from elsewhere
}

// blocks gives the blocks of the known part of a network.
func (n *network) blocks() []*block {
	part := known(n)
	var all []*block
	for _, factors := range part.components() {
		all = append(all, part.block(factors))
	}
	return all
}

func (n *network) block(factors []int) *block {
	b := &block{factors: factors, drawn: make([]float64, len(factors))}
	place := map[int]int{}
	for i, f := range factors {
		place[f] = i
	}
	lags := map[lag]int{}
	for _, a := range n.arcs {
		to, ok := place[a.to]
		if ok && a.force {
			b.drawn[to] += 1 / a.tau
		}
		from, ok2 := place[a.from]
		switch {
		case !ok || !ok2:
		case a.force:
			b.forces = append(b.forces, force{own: to, source: from, rate: 1 / a.tau, sign: a.sign})
		default:
			l := lag{a.from, 1 / a.tau}
			if _, ok := lags[l]; !ok {
				lags[l] = len(b.lags)
				b.lags = append(b.lags, l)
				b.source = append(b.source, from)
			}
			b.feeds = append(b.feeds, feed{lags[l], to, a.gain()})
		}
	}
	return b
}

// key names the block with the holds on it: what the verdict depends on.
func (b *block) key(hold map[int]float64) string {
	var k strings.Builder
	k.WriteString(strconv.Itoa(b.factors[0]))
	for _, f := range b.factors {
		if hold[f] != 0 {
			k.WriteString(" " + strconv.Itoa(f) + ":" + strconv.FormatFloat(hold[f], 'g', -1, 64))
		}
	}
	return k.String()
}

// judge gives the verdict; hold is the sum of 1/T of the interventions that
// are active on a factor.
func (b *block) judge(hold map[int]float64) verdict {
	found, _ := b.weigh(hold)
	return found
}

// weigh gives the verdict and the eigenvalue, per year, that grows fastest; that
// is NaN where a verdict needs none.
func (b *block) weigh(hold map[int]float64) (verdict, complex128) {
	if b.smallGain() {
		return stable, cmplx.NaN()
	}
	rates, own := b.ownRates(hold)
	if len(b.lags)+own > maxDense {
		return b.krylov(rates)
	}
	return b.dense(rates, own)
}

// ownRates gives per factor the rate at which it is held or drawn, and how
// many are.
func (b *block) ownRates(hold map[int]float64) (rates []float64, count int) {
	rates = make([]float64, len(b.factors))
	for i, f := range b.factors {
		rates[i] = b.drawn[i] + hold[f]
		if rates[i] > 0 {
			count++
		}
	}
	return rates, count
}

// smallGain tells whether the block is stable because a change shrinks on
// every way round, whatever its sign and delay: the spectral radius of |K| is
// below 1. Holding a factor can't undo that. The largest of (|K|v)_i/v_i
// bounds the radius from above for every positive v (Collatz and Wielandt).
func (b *block) smallGain() bool {
	v := make([]float64, len(b.factors))
	for i := range v {
		v[i] = 1
	}
	for range 50 {
		next := make([]float64, len(v))
		for _, f := range b.feeds {
			next[f.target] += math.Abs(f.gain) * v[b.source[f.lag]]
		}
		for _, f := range b.forces {
			next[f.own] += f.rate / b.drawn[f.own] * v[f.source]
		}
		bound := 0.0
		for i := range v {
			bound = max(bound, next[i]/v[i])
		}
		if bound < 1-onAxis {
			return true
		}
		scale := slices.Max(next)
		for i := range v { // |K| + 1 has the same order of eigenvalues, and no cycles
			v[i] = (v[i] + next[i]) / (1 + scale)
		}
	}
	return false
}

// dense computes the eigenvalues of the block's matrix.
func (b *block) dense(rates []float64, own int) (verdict, complex128) {
	size := len(b.lags) + own
	var eigen mat.Eigen
	if !eigen.Factorize(mat.NewDense(size, size, b.matrix(rates, size)), mat.EigenNone) {
		return unstable, cmplx.NaN() // no verdict is no licence to print numbers
	}
	worst, fastest := stable, complex(math.Inf(-1), 0)
	for _, v := range eigen.Values(nil) {
		if real(v) > real(fastest) {
			fastest = v
		}
		switch {
		case real(v) > onAxis:
			worst = unstable
		case real(v) < -onAxis:
		case math.Abs(imag(v)) > 1e-4:
			worst = max(worst, marginal)
		default:
			worst = max(worst, b.atZero(rates))
		}
	}
	return worst, fastest
}

// atZero tells what an eigenvalue zero means. Where all factors only draw each
// other their common level stays where it is put, and nothing grows. Where one
// factor adds what reaches it, a lasting push from outside grows linearly.
func (b *block) atZero(rates []float64) verdict {
	if slices.Contains(rates, 0) {
		return unstable
	}
	return marginal
}

// matrix writes the derivative of each state in terms of all states, row by row.
func (b *block) matrix(rates []float64, size int) []float64 {
	m := make([]float64, size*size)
	level := make([][]float64, len(b.factors)) // Δx of each factor in terms of the states
	next := len(b.lags)
	own := make([]int, len(b.factors))
	for i, rate := range rates {
		level[i] = make([]float64, size)
		own[i] = -1
		if rate > 0 {
			own[i] = next
			level[i][next] = 1
			next++
		}
	}
	for _, f := range b.feeds {
		level[f.target][f.lag] += f.gain
	}
	add := func(row int, factor float64, values []float64) {
		for j, v := range values {
			m[row*size+j] += factor * v
		}
	}
	for l, lag := range b.lags {
		add(l, lag.rate, level[b.source[l]])
		m[l*size+l] -= lag.rate
	}
	for i, rate := range rates {
		if rate > 0 {
			add(own[i], -rate, level[i])
		}
	}
	for _, f := range b.forces {
		add(own[f.own], f.rate*f.sign, level[f.source])
	}
	return m
}
