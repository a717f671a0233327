package page

// fewest is how many rows of a table stand together at its beginning and its
// end: on no page stands less of it.
const fewest = 3

// fragmentRoom is the height up to which rows are kept together for that. Of
// higher rows fewer stay together.
const fragmentRoom Pt = area / 3

// keepRows keeps the first rows together, and the last.
func (t *tabling) keepRows() {
	n := len(t.ends)
	for few := min(fewest, n); few > 1; few-- {
		if t.heightTo(t.ends[few-1], t.start) <= fragmentRoom {
			t.keepUpTo(t.ends[:few-1])
			break
		}
	}
	for few := min(fewest, n); few > 1; few-- {
		if t.heightTo(t.ends[n-1], t.ends[n-few]) <= fragmentRoom {
			t.keepUpTo(t.ends[n-few : n-1])
			break
		}
	}
}

func (t *tabling) keepUpTo(ends []int) {
	if len(ends) == 0 {
		return
	}
	for _, f := range t.s.frames[ends[0] : ends[len(ends)-1]+1] {
		f.keep = true
	}
}

// heightTo gives the height of the frames from one up to another.
func (t *tabling) heightTo(last, first int) Pt {
	height := Pt(0)
	for _, f := range t.s.frames[first : last+1] {
		height += f.above + f.height
	}
	return height
}
