package diagram

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// bows are the bends that an arrow may have, in parts of its length.
var bows = []float64{0.04, -0.04, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.45, -0.45}

// otherBows are for arrows that would run through a station otherwise.
var otherBows = func() []float64 {
	var all []float64
	for k := range 30 {
		bow := float64(3*k+1) / 100
		all = append(all, bow, -bow)
	}
	return all
}()

// Costs of a bow.
const (
	perBow       = 14.0 // of the bow itself
	clearStation = 9.0  // a station nearer to an arrow than this pays
	perClose     = 3.0  // a point
	through      = 60.0 // what an arrow through a station pays besides
	throughAt    = 5.0  // nearer than this it runs through
	perCross     = 5.0
	perCrossEnd  = 8.0 // of arrows that share an end
	besideAt     = 4.0 // nearer than this arrows run beside each other
	perBeside    = 0.9 // for each sample
	pairApart    = 14.0
	perPair      = 1.2 // a point that a pair back and forth lies nearer
	perOutside   = 80.0
)

// A bender chooses bows.
type bender struct {
	*land
	fine  int // samples of an arrow
	lines [][]vec
	boxes []rect
}

// bend chooses a bow for every link that has none kept; kept ones stay.
func (l *land) bend(kept map[string]float64) {
	b := &bender{land: l, fine: 14, lines: make([][]vec, len(l.links)), boxes: make([]rect, len(l.links))}
	choices := bows
	if len(l.links) > 250 {
		b.fine, choices = 8, bows[:6]
	}
	var free []int
	for i, k := range l.links {
		if bow, ok := kept[k.id]; ok {
			b.set(i, max(-1, min(1, bow)))
		} else if k.from != k.to {
			free = append(free, i)
		}
	}
	// The short ones first: they have the least room to give way.
	slices.SortStableFunc(free, func(i, j int) int { return cmp.Compare(b.chord(i), b.chord(j)) })
	rounds := 2
	if len(l.links) > 400 {
		rounds = 1
	}
	for range rounds {
		for _, i := range free {
			b.set(i, b.best(i, choices))
		}
	}
}

// mend moves stations that no bow of an arrow avoids, if they are free to move:
// to the place of least energy that is clear of that arrow. What it moves has
// its arrows bent anew; it gives up after some rounds.
func (l *land) mend(free func(id string) bool, kept map[string]float64) {
	const rounds = 8
	for range rounds {
		i, k, ok := l.blocked(free)
		if !ok {
			return
		}
		line := l.way(k, l.bows[k]).samples(20)
		placed := make([]bool, len(l.ids))
		for j := range placed {
			placed[j] = j != i
		}
		l.settle(i, l.fields[l.fieldOf[i]].inner(), placed, func(p vec) bool { return distanceTo(p, line) > clearStation+2 })
		hold := maps.Clone(kept)
		if hold == nil {
			hold = map[string]float64{}
		}
		for j, m := range l.links {
			if !m.touches(i) && j != k {
				hold[m.id] = l.bows[j]
			}
		}
		l.bend(hold)
	}
}

// blocked finds a free station through which an arrow runs.
func (l *land) blocked(free func(id string) bool) (station, link int, found bool) {
	for k, m := range l.links {
		line := l.way(k, l.bows[k]).samples(20)
		near := boundsOf(line).grow(throughAt)
		for i, s := range l.stations {
			if !m.touches(i) && near.has(s) && free(l.ids[i]) && distanceTo(s, line) < throughAt {
				return i, k, true
			}
		}
	}
	return 0, 0, false
}

func (b *bender) chord(i int) float64 {
	return math.Round(b.stations[b.links[i].from].to(b.stations[b.links[i].to]))
}

func (b *bender) set(i int, bow float64) {
	b.bows[i] = bow
	b.lines[i] = b.way(i, bow).samples(b.fine)
	b.boxes[i] = boundsOf(b.lines[i])
}

// best gives the bow of least cost. Where each of the usual ones runs through a
// station, others are tried.
func (b *bender) best(i int, choices []float64) float64 {
	best, least := b.least(i, choices, choices[0], math.Inf(1))
	if least >= through {
		best, _ = b.least(i, otherBows, best, least)
	}
	return best
}

func (b *bender) least(i int, choices []float64, best, least float64) (bow, cost float64) {
	for _, bow := range choices {
		if c := b.cost(i, bow, least); c < least-1e-9 {
			best, least = bow, c
		}
	}
	return best, least
}

// cost weighs a bow of link i; once it passes enough, that is enough.
func (b *bender) cost(i int, bow, enough float64) float64 {
	line := b.way(i, bow).samples(b.fine)
	box := boundsOf(line)
	sum := perBow * math.Abs(bow)
	k := b.links[i]
	for _, p := range line {
		if p.x < 3 || p.y < 3 || p.x > b.frame.x-3 || p.y > b.frame.y-3 {
			sum += perOutside
		}
	}
	near := box.grow(clearStation)
	for j, s := range b.stations {
		if k.touches(j) || !near.has(s) {
			continue
		}
		if d := distanceTo(s, line); d < clearStation {
			sum += perClose * (clearStation - d)
			if d < throughAt {
				sum += through
			}
		}
	}
	for j, other := range b.lines {
		if sum >= enough {
			return sum
		}
		if j != i && other != nil && box.grow(besideAt).meets(b.boxes[j].grow(0.01)) {
			sum += b.meeting(i, j, line)
		}
	}
	return sum
}

// meeting is what link i pays where it meets link j.
func (b *bender) meeting(i, j int, line []vec) float64 {
	k, m := b.links[i], b.links[j]
	each, shared := perCross, k.sharesEnd(m)
	if shared {
		each = perCrossEnd
	}
	sum := each * float64(crossings(line, b.lines[j]))
	if n := len(line); k.touches(m.from) && k.touches(m.to) {
		sum += perPair * max(0, pairApart-line[n/2].to(b.lines[j][n/2]))
	}
	first, last := 1, len(line)-1
	if shared { // they meet at their end anyhow
		first, last = 3, len(line)-3
	}
	box := b.boxes[j].grow(besideAt)
	for _, p := range line[first:last] {
		if box.has(p) && distanceTo(p, b.lines[j]) < besideAt {
			sum += perBeside
		}
	}
	return sum
}

// distanceTo is the distance of a point to a line of straight pieces.
func distanceTo(p vec, line []vec) float64 {
	d := math.Inf(1)
	for k := range len(line) - 1 {
		d = min(d, lineDistance(p, line[k], line[k+1]))
	}
	return d
}
