package diagram

// Drift is what changed on the map since the positions were kept. Ids are
// sorted. Without kept positions there is none.
type Drift struct {
	New   []string // placed for the first time, near their neighbours
	Gone  []string // kept, but no longer in the model
	Moved []Move   // only when the map was laid out afresh, as asked for
}

// A Move is a node that stands elsewhere than it did.
type Move struct {
	ID       string
	From, To Position
}

// drift compares kept positions with those of now.
func drift(kept, now Positions) Drift {
	var d Drift
	if len(kept) == 0 {
		return d
	}
	for _, id := range sortedIDs(now) {
		was, ok := kept[id]
		switch {
		case !ok:
			d.New = append(d.New, id)
		case was != now[id]:
			d.Moved = append(d.Moved, Move{id, was, now[id]})
		}
	}
	for _, id := range sortedIDs(kept) {
		if _, ok := now[id]; !ok {
			d.Gone = append(d.Gone, id)
		}
	}
	return d
}
