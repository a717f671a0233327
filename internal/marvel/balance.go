package marvel

import "gonum.org/v1/gonum/mat"

// A balance is I − K(s) of a block at a growth of s per year, where what
// relation r passes on is σk/(1+τs) of what its source changes, and less into a
// factor that is held. The eigenvalues of the block are the zeros of its
// determinant, which is 1 at an infinite s. So where it is negative at some
// s ≥ 0, a real eigenvalue above s makes the block unstable, and after a change
// of words that mends the block it must be positive at every s: a test that
// costs nothing, since the determinant after a change of one or two entries
// follows from the inverse.
type balance struct {
	at      float64     // s, per year
	place   map[int]int // of a factor in the matrix
	into    []float64   // per place: what a hold or a force leaves of what arrives
	sign    float64     // of the determinant
	inverse mat.Dense
}

// rates at which a balance is tried, as parts of the growth of the block.
var balanceRates = []float64{0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.1, 1.5}

// tried gives the balances of a growing concern.
func (c *concern) tried() []*balance {
	if c.balances == nil {
		c.balances = []*balance{}
		for _, part := range balanceRates {
			if b := c.balance(part * real(c.growth)); b != nil {
				c.balances = append(c.balances, b)
			}
		}
	}
	return c.balances
}

// balance gives the balance at a growth, nil if it is singular.
func (c *concern) balance(s float64) *balance {
	block := known(c.net).block(c.factors)
	rates, _ := block.ownRates(c.hold)
	b := &balance{at: s, place: map[int]int{}}
	m := mat.NewDense(len(c.factors), len(c.factors), nil)
	for i, f := range c.factors {
		b.place[f] = i
		part := 1.0
		if rates[i] > 0 {
			part = s / (s + rates[i])
		}
		b.into = append(b.into, part)
		m.Set(i, i, 1)
	}
	for _, f := range block.feeds {
		from, passes := block.source[f.lag], f.gain/(1+s/block.lags[f.lag].rate)
		m.Set(f.target, from, m.At(f.target, from)-passes*b.into[f.target])
	}
	for _, f := range block.forces {
		m.Set(f.own, f.source, m.At(f.own, f.source)-f.rate*f.sign/(s+rates[f.own]))
	}
	var lu mat.LU
	lu.Factorize(m)
	if !(lu.Cond() < singular) || b.inverse.Inverse(m) != nil {
		return nil
	}
	b.sign = signOf(lu.Det())
	return b
}

// passes gives what a relation passes on at a growth of s.
func (a arc) passes(s float64) float64 { return a.gain() / (1 + a.tau*s) }

// mayHold reports whether the determinant may be positive after a change: by
// the matrix determinant lemma.
func (b *balance) mayHold(n *network, change []remedy) bool {
	var from, to []int
	var delta []float64
	for i, m := range change {
		a := n.arcs[m.arc]
		source, ok := b.place[a.from]
		target, ok2 := b.place[a.to]
		switch {
		case a.force:
			return true // more than one entry changes
		case !ok || !ok2 || i > 0 && change[0].arc == m.arc:
			continue
		}
		changed := a
		for _, other := range change {
			if other.arc == m.arc {
				other.apply(&changed)
			}
		}
		from, to = append(from, source), append(to, target)
		delta = append(delta, (changed.passes(b.at)-a.passes(b.at))*b.into[target])
	}
	// det(M − Σ δ e_to e_fromᵀ) / det M = det(I − D·(M⁻¹)_{from,to})
	v := func(i, j int) float64 { return delta[i] * b.inverse.At(from[i], to[j]) }
	switch len(delta) {
	case 0:
		return b.sign > 0
	case 1:
		return b.sign*(1-v(0, 0)) > -1e-9
	}
	return b.sign*((1-v(0, 0))*(1-v(1, 1))-v(0, 1)*v(1, 0)) > -1e-9
}
