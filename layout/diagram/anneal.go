package diagram

import (
	"math"
	"math/rand/v2"
)

// The energy of a map, with the weights of the trial that chose them. Arrows
// count as straight; every label as large, so that no word moves a station.
const (
	perLength   = 0.16 // a point of an arrow
	perCrossing = 11.0
	nearArrow   = 12.0 // a station nearer to an arrow pays
	perNear     = 2.2  // a point
	shortArrow  = 50.0 // an arrow shorter than this pays
	perShort    = 3.0  // a point
	perLabel    = 140.0
	labelWide   = 80.0 // of a label of 72 points, and air
	labelHigh   = 30.0
)

// Bounds of annealing: so many steps, and fewer where a step is dear.
const (
	annealSteps = 26_000
	annealWork  = 3_000_000 // comparisons of one seed
	annealSeeds = 4
)

// An annealer moves stations inside their fields until little is gained
// (Kirkpatrick, Gelatt and Vecchi 1983). Held stations stay.
type annealer struct {
	*land
	unit float64
	ends [][2]int // of links, without loops
	of   [][]int  // links of each station
	free []int
	rand *rand.Rand
}

func (l *land) annealer(free []int, seed uint64) *annealer {
	a := &annealer{land: l, unit: l.unit(), of: make([][]int, len(l.ids)), free: free, rand: rand.New(rand.NewPCG(seed, 46))}
	for _, k := range l.links {
		if k.from == k.to {
			continue
		}
		a.of[k.from], a.of[k.to] = append(a.of[k.from], len(a.ends)), append(a.of[k.to], len(a.ends))
		a.ends = append(a.ends, [2]int{k.from, k.to})
	}
	return a
}

// steps gives how many steps are worth their work.
func (a *annealer) steps() int {
	if len(a.free) == 0 {
		return 0
	}
	m, n := len(a.ends), len(a.ids)
	each := m + n + 2*m*(m+n)/max(1, n)
	return max(8*len(a.free), min(annealSteps, annealSteps*len(a.free)/8, annealWork/max(1, each)))
}

// run cools from hot, at which a crossing more is often taken, to cold.
func (a *annealer) run() {
	const hot, cold = 40.0, 0.6
	steps := a.steps()
	for k := range steps {
		done := float64(k) / float64(steps)
		heat := hot * math.Pow(cold/hot, done)
		i := a.free[a.rand.IntN(len(a.free))]
		if a.rand.IntN(4) == 0 {
			a.trySwap(i, heat)
		} else {
			a.tryMove(i, heat, 1-done)
		}
	}
}

func (a *annealer) taken(more, heat float64) bool {
	return more <= 1e-9 || a.rand.Float64() < math.Exp(-more/heat)
}

func (a *annealer) tryMove(i int, heat, reach float64) {
	room := a.fields[a.fieldOf[i]].inner()
	was := a.stations[i]
	by := vec{(a.rand.Float64()*2 - 1), (a.rand.Float64()*2 - 1)}
	to := was.plus(vec{by.x * (4 + reach*room.width()*0.6), by.y * (4 + reach*room.height()*0.6)})
	to = onPoint(vec{max(room.x0, min(room.x1, to.x)), max(room.y0, min(room.y1, to.y))})
	before := a.energyOf(i)
	a.stations[i] = to
	if !a.taken(a.energyOf(i)-before, heat) {
		a.stations[i] = was
	}
}

// trySwap lets two members of a field change places.
func (a *annealer) trySwap(i int, heat float64) {
	j := a.free[a.rand.IntN(len(a.free))]
	if i == j || a.fieldOf[i] != a.fieldOf[j] {
		return
	}
	s := a.stations
	before := a.energyOf(i) + a.energyOf(j)
	s[i], s[j] = s[j], s[i]
	if !a.taken(a.energyOf(i)+a.energyOf(j)-before, heat) {
		s[i], s[j] = s[j], s[i]
	}
}

// energyOf is the part of the energy that depends on station i.
func (a *annealer) energyOf(i int) float64 {
	sum := 0.0
	p := a.stations[i]
	reach := nearArrow * a.unit
	for _, e := range a.of[i] {
		sum += a.energyOfArrow(i, e)
	}
	for _, e := range a.ends {
		if e[0] != i && e[1] != i {
			sum += a.near(p, a.stations[e[0]], a.stations[e[1]], reach)
		}
	}
	w, h := labelWide*a.unit, labelHigh*a.unit
	for j, q := range a.stations {
		if j == i {
			continue
		}
		if dx, dy := w-math.Abs(p.x-q.x), h-math.Abs(p.y-q.y); dx > 0 && dy > 0 {
			sum += perLabel * dx / w * dy / h
		}
	}
	return sum
}

// energyOfArrow is that of arrow k from or to station i: length, crossings, and
// the stations that it comes near.
func (a *annealer) energyOfArrow(i, k int) float64 {
	e := a.ends[k]
	p, q := a.stations[e[0]], a.stations[e[1]]
	length := p.to(q)
	sum := perLength*length + perShort*max(0, shortArrow*a.unit-length)
	box := rect{min(p.x, q.x), min(p.y, q.y), max(p.x, q.x), max(p.y, q.y)}
	for _, f := range a.ends {
		if f[0] == e[0] || f[1] == e[1] || f[0] == e[1] || f[1] == e[0] {
			continue
		}
		r, s := a.stations[f[0]], a.stations[f[1]]
		if box.beside(r, s) {
			continue
		}
		if _, ok := crossing(p, q, r, s); ok {
			sum += perCrossing
		}
	}
	reach := nearArrow * a.unit
	for j, r := range a.stations {
		if j != e[0] && j != e[1] {
			sum += a.near(r, p, q, reach)
		}
	}
	return sum
}

// near is what a station at p pays for an arrow from q to r.
func (a *annealer) near(p, q, r vec, reach float64) float64 {
	if (q.x > p.x+reach && r.x > p.x+reach) || (q.x < p.x-reach && r.x < p.x-reach) ||
		(q.y > p.y+reach && r.y > p.y+reach) || (q.y < p.y-reach && r.y < p.y-reach) {
		return 0
	}
	return perNear / a.unit * max(0, reach-lineDistance(p, q, r))
}

// energy is that of the whole map; what two stations share counts twice.
func (a *annealer) energy() float64 {
	sum := 0.0
	for i := range a.stations {
		sum += a.energyOf(i)
	}
	return sum
}
