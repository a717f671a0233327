package page

// wellFilled is how full a page of the body should be.
const wellFilled Pt = area * 6 / 10

// shrink makes the figure of frame i so small that it fits on this page, if its
// text stays readable and the page would have a hole otherwise: nothing may pass
// the next chapter, and what stands before that doesn't fill the page. It
// reports whether the figure fits now.
func (f *filler) shrink(i int) bool {
	fr := f.s.frames[i]
	if f.y >= wellFilled || len(fr.notes) > 0 || f.y+f.textBefore(i) >= wellFilled {
		return false
	}
	for _, it := range fr.items {
		box, ok := it.(*Box)
		if !ok || box.Y != 0 {
			continue
		}
		room := area - f.notes - f.top(fr) - (fr.height - box.H) - f.bound(i)
		scale := float64(room / box.H)
		if scale >= 1 || box.Scale*scale < smallest {
			return false
		}
		fr.scale(box, scale)
		return true
	}
	return false
}

// textBefore gives the height of the text between float i and the next chapter,
// or what fills the page if there is more.
func (f *filler) textBefore(i int) Pt {
	height := Pt(0)
	for _, fr := range f.s.frames[i:] {
		if fr.part || fr.breakBefore || height > area {
			break
		}
		if fr.group == 0 {
			height += fr.above + fr.height
		}
	}
	return height
}

// scale makes the picture at the top of a frame smaller, in place; what stands
// below moves up.
func (f *frame) scale(box *Box, by float64) {
	saved := box.H * Pt(1-by)
	if box.X != textX {
		box.X += box.W * Pt(1-by) // flush with the right of the text
	}
	box.W, box.H, box.Scale = box.W*Pt(by), box.H-saved, box.Scale*by
	for _, it := range f.items {
		if it != Item(box) {
			shift([]Item{it}, 0, -saved)
		}
	}
	shift(f.under, 0, -saved)
	for i := range f.links {
		f.links[i].Y -= saved
	}
	for _, e := range f.figures {
		e.BBox = [4]Pt{box.X, box.Y, box.W, box.H}
	}
	f.height -= saved
}
