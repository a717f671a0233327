package diagram

import (
	"cmp"
	"math"
	"slices"
)

// A known is where stations stand already, in points of the whole map.
type known map[string]vec

// join takes the known places as they are and finds room for the others: those
// with the most placed neighbours first, each at the place of its field that
// costs least energy while all that stands is held.
func (l *land) join(k known) {
	placed := make([]bool, len(l.ids))
	var missing []int
	for i, id := range l.ids {
		if at, ok := k[id]; ok {
			l.stations[i], placed[i] = at, true
		} else {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 {
		return
	}
	rooms := l.rooms(placed)
	for len(missing) > 0 {
		next := slices.MaxFunc(missing, func(a, b int) int {
			return cmp.Or(cmp.Compare(l.neighbours(a, placed), l.neighbours(b, placed)), cmp.Compare(b, a))
		})
		l.settle(next, rooms[l.fieldOf[next]], placed, nil)
		placed[next] = true
		missing = slices.DeleteFunc(missing, func(i int) bool { return i == next })
	}
}

// rooms gives the room of each field as the placed stations divide the map. A
// field of which none is placed has the whole of it.
func (l *land) rooms(placed []bool) []rect {
	rooms := make([]rect, len(l.fields))
	old := *l
	old.fields = slices.Clone(l.fields)
	var fields []*field
	for i := range old.fields {
		f := &old.fields[i]
		f.members = slices.DeleteFunc(slices.Clone(f.members), func(m int) bool { return !placed[m] })
		f.room = rect{0, 0, l.frame.x, l.frame.y}
		if len(f.members) > 0 {
			fields = append(fields, f)
		}
	}
	if len(fields) > 0 {
		old.part(fields, rect{0, 0, l.frame.x, l.frame.y})
	}
	for i := range rooms {
		rooms[i] = old.fields[i].inner()
	}
	return rooms
}

func (l *land) neighbours(i int, placed []bool) int {
	n := 0
	for _, k := range l.links {
		if k.from == i && placed[k.to] || k.to == i && placed[k.from] {
			n++
		}
	}
	return n
}

// settle tries a grid of places in a room: those that may be taken.
func (l *land) settle(i int, room rect, placed []bool, may func(vec) bool) {
	const columns, lines = 24, 30
	held := l.only(placed, i)
	a := held.annealer(nil, 0)
	at := held.index[l.ids[i]]
	best, least := room.center(), math.Inf(1)
	for y := range lines + 1 {
		for x := range columns + 1 {
			p := onPoint(vec{room.x0 + room.width()*float64(x)/columns, room.y0 + room.height()*float64(y)/lines})
			if may != nil && !may(p) {
				continue
			}
			held.stations[at] = p
			if e := a.energyOf(at); e < least-1e-9 {
				best, least = p, e
			}
		}
	}
	l.stations[i] = onPoint(best)
}

// only gives the land of the stations that are placed, and station i.
func (l *land) only(placed []bool, i int) *land {
	c := &land{frame: l.frame, index: map[string]int{}, fields: slices.Clone(l.fields)}
	for j, id := range l.ids {
		if placed[j] || j == i {
			c.index[id] = len(c.ids)
			c.ids, c.stations, c.fieldOf = append(c.ids, id), append(c.stations, l.stations[j]), append(c.fieldOf, l.fieldOf[j])
		}
	}
	for _, k := range l.links {
		from, ok1 := c.index[l.ids[k.from]]
		to, ok2 := c.index[l.ids[k.to]]
		if ok1 && ok2 {
			c.links = append(c.links, link{k.id, from, to})
		}
	}
	return c
}
