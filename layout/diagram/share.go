package diagram

import (
	"cmp"
	"math"
	"slices"
)

const (
	gutter = 8.0  // between fields
	margin = 25.0 // between stations and the rim of their field
)

// share shares out the page among fields, each where its members stand and as
// large as they are many.
//
//	┌────────┬───────────┐
//	│        │           │   cut across the longer side, between fields that
//	├────────┴────┬──────┤   follow each other in that direction, until every
//	│             │      │   field has a cell of its own
//	└─────────────┴──────┘
func (l *land) share(fields []*field, r rect) {
	if len(fields) == 1 {
		fields[0].room = r
		return
	}
	across := r.width() > 1.1*r.height()
	slices.SortStableFunc(fields, func(a, b *field) int {
		return cmp.Compare(along(l.center(a), across), along(l.center(b), across))
	})
	need := func(f *field) float64 { return float64(len(f.members)) + 1 }
	total := 0.0
	for _, f := range fields {
		total += need(f)
	}
	best, part, sum := 1, 0.0, 0.0
	for i, f := range fields[:len(fields)-1] {
		sum += need(f)
		if i == 0 || math.Abs(sum/total-0.5) < math.Abs(part-0.5) {
			best, part = i+1, sum/total
		}
	}
	one, two := split(r, across, lowOf(r, across)+part*lengthOf(r, across))
	l.share(fields[:best], one)
	l.share(fields[best:], two)
}

func along(p vec, across bool) float64 {
	if across {
		return p.x
	}
	return p.y
}

func lowOf(r rect, across bool) float64 { return along(vec{r.x0, r.y0}, across) }

func lengthOf(r rect, across bool) float64 { return along(vec{r.width(), r.height()}, across) }

// split cuts a rectangle in two, with a gutter between.
func split(r rect, across bool, at float64) (one, two rect) {
	one, two = r, r
	if across {
		one.x1, two.x0 = at-gutter/2, at+gutter/2
	} else {
		one.y1, two.y0 = at-gutter/2, at+gutter/2
	}
	return one, two
}

func (l *land) center(f *field) vec {
	var sum vec
	for _, m := range f.members {
		sum = sum.plus(l.stations[m])
	}
	return sum.times(1 / float64(max(1, len(f.members))))
}

// inner is the room of a field in which its stations may stand.
func (f *field) inner() rect {
	mx, my := min(margin, f.room.width()*0.22), min(margin, f.room.height()*0.22)
	return rect{f.room.x0 + mx, f.room.y0 + my, f.room.x1 - mx, f.room.y1 - my}
}

// fill spreads the members of each field over their room as they stand to each
// other.
func (l *land) fill() {
	for i := range l.fields {
		f := &l.fields[i]
		room := f.inner()
		var all []vec
		for _, m := range f.members {
			all = append(all, l.stations[m])
		}
		b := boundsOf(all)
		part := func(v, lo, hi float64) float64 {
			if hi-lo < 1 {
				return 0.5
			}
			return (v - lo) / (hi - lo)
		}
		for _, m := range f.members {
			s := l.stations[m]
			l.stations[m] = onPoint(vec{room.x0 + part(s.x, b.x0, b.x1)*room.width(), room.y0 + part(s.y, b.y0, b.y1)*room.height()})
		}
	}
}

// onPoint rounds to whole points: stations that were just found are those that
// the next build reads.
func onPoint(p vec) vec { return vec{math.Round(p.x), math.Round(p.y)} }

// divide finds the fields of a map from its stations alone, so that they needn't
// be kept: again and again it cuts where the gap between two sets of groups is
// widest. It gives the stations that stand in the field of another group, where
// a person put them.
func (l *land) divide() (strangers []int) {
	var fields []*field
	for i := range l.fields {
		if len(l.fields[i].members) > 0 {
			fields = append(fields, &l.fields[i])
		}
	}
	if len(fields) > 0 {
		l.part(fields, rect{0, 0, l.frame.x, l.frame.y})
	}
	for i, s := range l.stations {
		if !l.fields[l.fieldOf[i]].room.grow(gutter/2 + 0.5).has(s) {
			strangers = append(strangers, i)
		}
	}
	return strangers
}

// A cutting is a way to cut a set of fields in two.
type cutting struct {
	across bool
	first  int // how many fields lie before the cut, in order
	at     float64
	cost   float64
}

func (l *land) part(fields []*field, r rect) {
	if len(fields) == 1 {
		fields[0].room = r
		return
	}
	best := cutting{cost: math.Inf(1)}
	for _, across := range [2]bool{true, false} {
		l.order(fields, across)
		for k := 1; k < len(fields); k++ {
			if c := l.cutting(fields, k, across, r); c.cost < best.cost-1e-9 {
				best = c
			}
		}
	}
	l.order(fields, best.across)
	one, two := split(r, best.across, best.at)
	first, rest := slices.Clone(fields[:best.first]), slices.Clone(fields[best.first:])
	l.part(first, one)
	l.part(rest, two)
}

func (l *land) order(fields []*field, across bool) {
	slices.SortStableFunc(fields, func(a, b *field) int {
		return cmp.Or(cmp.Compare(along(l.center(a), across), along(l.center(b), across)), cmp.Compare(a.id, b.id))
	})
}

// cutting weighs a cut: each station on the wrong side counts far more than any
// gap.
func (l *land) cutting(fields []*field, k int, across bool, r rect) cutting {
	high, low := math.Inf(-1), math.Inf(1)
	for i, f := range fields {
		for _, m := range f.members {
			if v := along(l.stations[m], across); i < k {
				high = max(high, v)
			} else {
				low = min(low, v)
			}
		}
	}
	if low > high {
		at := (high + low) / 2
		return cutting{across, k, inside(r, across, at), high - low}
	}
	at, wrong := l.leastWrong(fields, k, across)
	return cutting{across, k, inside(r, across, at), 1000 * float64(wrong)}
}

// inside keeps a cut away from the rims.
func inside(r rect, across bool, at float64) float64 {
	lo, length := lowOf(r, across), lengthOf(r, across)
	return max(lo+0.1*length, min(lo+0.9*length, at))
}

// leastWrong gives the cut with the fewest stations on the wrong side, where no
// cut has none.
func (l *land) leastWrong(fields []*field, k int, across bool) (at float64, wrong int) {
	type place struct {
		v     float64
		first bool
	}
	var places []place
	for i, f := range fields {
		for _, m := range f.members {
			places = append(places, place{along(l.stations[m], across), i < k})
			if i < k {
				wrong++
			}
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.v, b.v) })
	least, now := math.MaxInt, wrong
	for i, p := range places[:len(places)-1] {
		if now++; p.first {
			now -= 2
		}
		if now < least {
			least, at = now, (p.v+places[i+1].v)/2
		}
	}
	return at, least
}
