package page

// summaryID is the id of the chapter that stands on one page if it can.
const summaryID = "summary"

// keepWhole finds what should stand on one page: the summary up to the next
// chapter.
func (s *setter) keepWhole() {
	for i, f := range s.frames {
		if !f.summary {
			continue
		}
		n := 1
		for i+n < len(s.frames) && !s.frames[i+n].part {
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
	// The contents may be longer than a page; they begin one all the same.
	return height <= area || !fr.summary && f.y > area/2
}
