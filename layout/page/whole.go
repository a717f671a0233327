package page

// summaryID is the id of the chapter that stands on one page if it can.
const summaryID = "summary"

// boxHeight is the height up to which a box stands on one page. The hole that
// moving it leaves is smaller than that.
const boxHeight = area / 3

// keepBox keeps the frames of a box together, if it is short.
func keepBox(frames []*frame) {
	height := Pt(0)
	for i, f := range frames {
		if f.group != 0 {
			return // a float finds a place of its own
		}
		if i > 0 {
			height += max(frames[i-1].below, f.above)
		}
		height += f.height
	}
	if height <= boxHeight {
		frames[0].whole = len(frames)
	}
}

// keepWhole finds what should stand on one page: the summary up to the next
// chapter.
func keepWhole(frames []*frame) {
	for i, f := range frames {
		if !f.summary {
			continue
		}
		n := 1
		for i+n < len(frames) && !frames[i+n].part {
			n++
		}
		f.whole = n
	}
}

// breaksWhole tells whether the page should end before frame i, so that what
// belongs together from there on stands on one page.
func (f *filler) breaksWhole(i int) bool {
	fr := f.s.frames[i]
	if fr.whole == 0 || len(f.sheet.placed) == 0 {
		return false
	}
	height, notes := Pt(0), Pt(0)
	for j, next := range f.s.frames[i : i+fr.whole] {
		if j > 0 {
			height += max(f.s.frames[i+j-1].below, next.above)
		}
		height += next.height
		for _, n := range next.notes {
			for _, line := range n.frames {
				notes += line.height
			}
		}
	}
	if notes > 0 {
		height += notes + noteWhite + noteBelow
	}
	if f.top(fr)+height <= area-f.notes {
		return false
	}
	if fr.summary {
		return height <= area
	}
	// The contents may be longer than a page, a box may have long notes; nothing
	// of that is worth half a page of white.
	return f.y > area/2
}
