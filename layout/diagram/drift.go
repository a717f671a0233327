package diagram

// Drift is what changed on the map since it was kept. Ids are sorted. Without a
// kept map there is none.
type Drift struct {
	New   []string // placed for the first time
	Gone  []string // kept, but no longer in the model
	Moved []string // only when the map was laid out afresh, as asked for
}

// drift compares kept spots with those of now.
func drift(kept, now map[string]Spot) Drift {
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
			d.Moved = append(d.Moved, id)
		}
	}
	for _, id := range sortedIDs(kept) {
		if _, ok := now[id]; !ok {
			d.Gone = append(d.Gone, id)
		}
	}
	return d
}
