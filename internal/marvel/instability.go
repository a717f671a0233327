package marvel

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/model"
)

// An Instability tells why some runs can't be computed to the end, and which
// words the group might look at again.
type Instability struct {
	Runs []int // effects (indices) that are unstable; 0 is the base run
	// Free: only the system without interventions would run away; every run
	// can be computed, since its interventions interrupt what grows.
	Free bool
	// Readings is how many readings of unknown signs and words were judged; 1
	// if nothing is open. What is told holds for the fastest of them, and every
	// repair mends all of them.
	Readings int

	Growth float64 // per year, of what grows fastest: e^(Growth·t); 0 where growth is linear
	Period float64 // years of one swing if it swings as it grows, 0 if it doesn't, NaN if not known

	Factors []string // of the part of the model that grows
	Causes  []Cause  // loops, the strongest proof first
	// Growing is how many of the loops looked at grow by themselves.
	Growing int
	// Cuts are the relations without any one of which nothing would grow: the
	// proof that what passes along them is the cause.
	Cuts []string

	Repairs          // the smallest changes that make all runs stable
	Gradual  Gradual // more words, where no one or two are enough
	Weakened         // and then too: every strength a little lower
}

// A Cause is a loop that makes a run grow.
type Cause struct {
	Loop  string // id
	Gain  float64
	Alone bool     // it grows also without the rest of the model
	Cuts  []string // relations of it without which nothing would grow
}

// maxCauseLoops is how many loops are looked at for a cause, the largest first.
const maxCauseLoops = 60

// explainInstability fills in Result.Instability.
func (r *Result) explainInstability(s *study) {
	x := &Instability{Readings: 1}
	for i, e := range r.Effects {
		if e.Unstable {
			x.Runs = append(x.Runs, i)
		}
	}
	x.Free = len(x.Runs) == 0
	if x.Free && !r.Numbers.FreeUnstable {
		return
	}
	c := newConcerns(s, x.Free)
	if len(c.growing) == 0 {
		return // unstable by what isn't judged here: too many readings
	}
	r.Instability, x.Readings = x, c.readings
	r.noteGrowth(c)
	worst := c.growing[0]
	x.Growth, x.Period = max(0, real(worst.growth)), period(worst.growth)
	if x.Growth < onAxis {
		x.Growth = 0
	}
	x.Factors = s.net.names(worst.factors)
	x.Cuts = c.cuts(worst)
	x.Causes, x.Growing = worst.causes(r.Loops, x.Cuts)
	x.Repairs = c.repairs(s)
	x.Weakened = noWeakening
	if len(x.List) == 0 {
		x.Gradual = c.gradual(s)
		x.Weakened = c.weakened(s)
	}
}

// period gives the years of one turn of an eigenvalue.
func period(growth complex128) float64 {
	swing := math.Abs(imag(growth))
	if swing == 0 {
		return 0
	}
	return 2 * math.Pi / swing
}

// noteGrowth tells each unstable effect how fast it grows.
func (r *Result) noteGrowth(c *concerns) {
	for _, one := range c.growing {
		for _, i := range one.effects {
			if e := &r.Effects[i]; e.Unstable {
				e.Growth = math.Max(orZero(e.Growth), real(one.growth))
				if e.Growth < onAxis {
					e.Growth = 0
				}
			}
		}
	}
}

func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// A concern is a block that must be stable, with some factors held, in one
// reading of what the model leaves open.
type concern struct {
	net      *network
	factors  []int
	hold     map[int]float64
	effects  []int // that ask for it; none: the system without interventions
	verdict  verdict
	growth   complex128 // per year
	balances []*balance // see tried; nil: not made yet
}

// concerns are all concerns of a study; those that grow are put first, the
// fastest first.
type concerns struct {
	readings int
	all      []*concern
	growing  []*concern
	watched  []*concern // those of blocks in which something grows
	free     []*concern // what only the system without interventions asks
	work     int        // additions that judgements took
}

func newConcerns(s *study, free bool) *concerns {
	c := &concerns{}
	nets := s.readings()
	if len(nets) == 0 {
		nets = []*network{s.net}
	}
	c.readings = len(nets)
	for _, n := range nets {
		own, without := s.concernsOf(n)
		if free {
			own, without = without, nil
		}
		c.all = append(c.all, own...)
		c.free = append(c.free, without...)
	}
	parallel(len(c.all), func(i int) {
		one := c.all[i]
		one.verdict, one.growth = known(one.net).block(one.factors).weigh(one.hold)
	})
	slices.SortStableFunc(c.all, func(a, b *concern) int {
		return cmp.Or(-cmp.Compare(a.verdict, b.verdict), -cmp.Compare(grid(real(a.growth)), grid(real(b.growth))))
	})
	for _, one := range c.all {
		if one.verdict == unstable {
			c.growing = append(c.growing, one)
		}
	}
	for _, one := range c.all {
		grows := func(o *concern) bool { return slices.Equal(o.factors, one.factors) }
		if slices.ContainsFunc(c.growing, grows) {
			c.watched = append(c.watched, one)
		}
	}
	return c
}

// concernsOf gives what the runs of a reading ask, and what the system without
// interventions does.
func (s *study) concernsOf(n *network) (own, without []*concern) {
	reading := newStudy(n, s.interventions, s.combos, s.options, robustFineness, false)
	asked, once, place := reading.allQuestions()
	for _, q := range once {
		own = append(own, &concern{net: n, factors: q.block.factors, hold: q.hold})
	}
	for i, questions := range asked {
		for _, q := range questions {
			one := own[place[q.block.key(q.hold)]]
			if !slices.Contains(one.effects, i) {
				one.effects = append(one.effects, i)
			}
		}
	}
	for _, b := range reading.blocks {
		if !n.changeUnknown(b.factors)[b.factors[0]] {
			without = append(without, &concern{net: n, factors: b.factors})
		}
	}
	return own, without
}

// known gives the network of only the arcs that have a sign and words.
func known(n *network) *network {
	part := &network{factors: n.factors}
	for _, a := range n.arcs {
		if a.known() {
			part.arcs = append(part.arcs, a)
		}
	}
	return part
}

// cuts gives the relations of the fastest block without which nothing grows.
func (c *concerns) cuts(worst *concern) []string {
	var ids []string
	for _, i := range worst.net.within(worst.factors) {
		none := remedy{WordChange{Kind: StrengthWord}, i, 0}
		if c.plausible([]remedy{none}) && c.allStable(c.watched, func(n *network) { n.arcs = slices.Delete(n.arcs, i, i+1) }) {
			ids = append(ids, worst.net.arcs[i].id)
		}
	}
	return ids
}

// allStable reports whether none of the concerns is unstable in a network that
// was changed.
func (c *concerns) allStable(of []*concern, change func(*network)) bool {
	for _, one := range of {
		changed := *one.net
		changed.arcs = slices.Clone(one.net.arcs)
		change(&changed)
		b := known(&changed).block(one.factors)
		size := len(b.lags) + len(one.hold)
		c.work += 25 * size * size * size
		if b.judge(one.hold) == unstable {
			return false
		}
	}
	return true
}

// causes names the loops that make the concern grow: those that grow by
// themselves, and those along which a cut would end it, by |gain|. Loops
// through a factor that is held are interrupted.
func (c *concern) causes(loops Loops, cuts []string) (all []Cause, growing int) {
	for _, l := range c.ownLoops(loops) {
		cause := Cause{Loop: l.ID, Gain: l.Gain, Alone: c.alone(l)}
		for _, id := range l.Relations {
			if slices.Contains(cuts, id) {
				cause.Cuts = append(cause.Cuts, id)
			}
		}
		if cause.Alone {
			growing++
		}
		all = append(all, cause)
	}
	slices.SortStableFunc(all, func(a, b Cause) int { return -cmp.Compare(a.proof(), b.proof()) })
	return all[:min(len(all), maxCauses)], growing
}

// proof orders causes by how much is proven of them.
func (c Cause) proof() int {
	p := 0
	if c.Alone {
		p += 2
	}
	if len(c.Cuts) > 0 {
		p++
	}
	return p
}

// ownLoops gives the loops of the concern that nothing interrupts, by |gain|.
// Of a loop whose sign isn't known only the reading is.
func (c *concern) ownLoops(loops Loops) []Loop {
	inside := map[string]bool{}
	for _, f := range c.factors {
		inside[c.net.factors[f]] = c.hold[f] == 0
	}
	gains := map[string]float64{}
	for _, a := range c.net.arcs {
		gains[a.id] = a.gain()
	}
	var all []Loop
	for _, l := range loops.List {
		out := slices.ContainsFunc(l.Factors, func(id string) bool { return !inside[id] })
		l.Gain = 1
		for _, id := range l.Relations {
			l.Gain *= gains[id]
		}
		if !out && !math.IsNaN(l.Gain) {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(a, b Loop) int { return -cmp.Compare(grid(math.Abs(a.Gain)), grid(math.Abs(b.Gain))) })
	return all[:min(len(all), maxCauseLoops)]
}

// alone reports whether a loop grows without the rest of the model.
func (c *concern) alone(l Loop) bool {
	only := &network{factors: c.net.factors}
	for _, a := range c.net.arcs {
		if slices.Contains(l.Relations, a.id) {
			only.arcs = append(only.arcs, a)
		}
	}
	var factors []int
	for _, id := range l.Factors {
		factors = append(factors, c.net.index[id])
	}
	slices.Sort(factors)
	return only.block(factors).judge(nil) == unstable
}

// Weakened is the way out where no one or two words help: every strength lower
// by the same part.
type Weakened struct {
	// PerCent is the smallest whole number of per cent by which lowering every
	// strength makes all runs stable; 0 if it wasn't sought or none does.
	PerCent   int
	Strengths model.Scale // the scale so lowered, to three decimals
}

var noWeakening Weakened

// weakened goes down by one per cent at a time: what grows needn't shrink
// evenly, so halving the interval could miss the first that is stable.
func (c *concerns) weakened(s *study) Weakened {
	strengths, _ := scales(s.net.model)
	for perCent := 1; perCent < 100; perCent++ {
		lower := slices.Clone(strengths)
		for i := range lower {
			lower[i].Value = math.Floor(lower[i].Value*float64(100-perCent)*10+1e-6) / 1000
		}
		if c.allStable(c.all, func(n *network) { restrength(n.arcs, lower) }) {
			return Weakened{perCent, lower}
		}
	}
	return noWeakening
}

// restrength gives arcs the strengths of another scale with the same words.
func restrength(arcs []arc, scale model.Scale) {
	for i := range arcs {
		if a := &arcs[i]; !a.force && a.strengthWord != "" {
			a.strength = value(scale, a.strengthWord)
		}
	}
}
