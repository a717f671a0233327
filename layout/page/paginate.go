package page

// A sheet is a page in the making.
type sheet struct {
	placed []placed
	notes  []foot
}

// A placed frame has its place and what comes after it.
type placed struct {
	frame  *frame
	y      Pt
	repeat bool // the head of its table stands above it
	after  stream
}

// A foot is a part of a note at the foot of a page.
type foot struct {
	note     *note
	from, to int // frames of it
}

// A span is a range of frames.
type span struct{ from, to int }

// A stream is what is still to be placed: floats that found no room, in order,
// then the rest of the flow.
type stream struct {
	floats []span
	next   int
	carry  []foot // notes that go on
}

// paginate breaks the flow into sheets. Each is filled as far as it goes, and
// then ends after the last frame that may be last.
func (s *setter) paginate() {
	for i := range s.frames {
		if s.frames[i].breakBefore && i > 0 {
			s.frames[i-1].keep = false // the next page begins afresh anyway
		}
	}
	rest := stream{}
	for len(s.frames) > 0 && (rest.next < len(s.frames) || len(rest.floats) > 0 || len(rest.carry) > 0) {
		f := filler{s: s, rest: rest, began: rest.next, limit: -1}
		f.fill()
		if n := f.lastGood(); f.more() && n < len(f.sheet.placed) && n > 0 {
			f = filler{s: s, rest: rest, began: rest.next, limit: n}
			f.fill()
		}
		s.sheets = append(s.sheets, &f.sheet)
		rest = f.end()
	}
	if len(s.sheets) == 0 {
		s.sheets = append(s.sheets, &sheet{})
	}
}

// A filler fills one sheet.
type filler struct {
	s     *setter
	sheet sheet
	rest  stream
	limit int // frames to place; -1 for as many as fit
	began int // where the flow went on at the top of the page
	y     Pt
	below Pt // white below the last frame
	notes Pt // height of the notes at the foot
	split []foot
}

func (f *filler) fill() {
	f.carryOn()
	if !f.fillFloats() {
		return
	}
	for f.room() && f.rest.next < len(f.s.frames) {
		i := f.rest.next
		fr := f.s.frames[i]
		if len(f.sheet.placed) > 0 && (fr.breakBefore || f.runsAhead(fr)) {
			return
		}
		if fr.breakBefore && len(f.rest.floats) > 0 || f.breaksWhole(i) {
			return
		}
		if f.float(i) {
			continue
		}
		if !f.place(i) {
			return
		}
		f.rest.next++
		f.remember()
	}
}

// runsAhead tells whether the page should rather end before a frame than that
// text gets ahead of the floats that wait: a chapter or section should find
// those of the one before set, and no text should run on while more than a page
// of them waits. The data of figures don't count, as few look for them. A page
// that isn't well filled goes on all the same. (A page and a half, or half a
// page besides the first float, filled one more hole of examples/mensenhandel,
// and put the tables of chapter 6 five pages after their text.)
func (f *filler) runsAhead(fr *frame) bool {
	if len(f.rest.floats) == 0 || f.y < area*7/10 {
		return false
	}
	waiting := Pt(0)
	for _, sp := range f.rest.floats {
		for _, w := range f.s.frames[sp.from:sp.to] {
			if w.head == nil || !w.head.data {
				waiting += w.height + w.above
			}
		}
	}
	return fr.part || fr.section || fr.above > 0 && waiting > area
}

// fillFloats places the floats that wait. One that finds no room waits on, and
// text goes on below; it tells whether it may. A long table takes the rest of
// the page instead, if enough of it has room to be split.
func (f *filler) fillFloats() bool {
	before := *f
	for f.room() && len(f.rest.floats) > 0 {
		at := f.rest.floats[0].from
		if !f.inGroup(at) {
			before = *f
		}
		if f.place(at) {
			f.advanceFloat()
			continue
		}
		if !f.inGroup(at) || f.splits(len(before.sheet.placed)) || len(before.sheet.placed) == 0 {
			return !f.inGroup(at)
		}
		*f = before
		return true
	}
	return true
}

// splits tells whether the page may end after one of the frames placed from the
// nth on.
func (f *filler) splits(n int) bool {
	for _, pl := range f.sheet.placed[n:] {
		if !pl.frame.keep {
			return true
		}
	}
	return false
}

// empty tells whether nothing stands on the page, no rest of a note either.
func (f *filler) empty() bool { return len(f.sheet.placed) == 0 && f.notes == 0 }

func (f *filler) room() bool { return f.limit < 0 || len(f.sheet.placed) < f.limit }

func (f *filler) advanceFloat() {
	sp := f.rest.floats[0]
	sp.from++
	floats := f.rest.floats[1:]
	if sp.from < sp.to {
		floats = append([]span{sp}, floats...)
	}
	f.rest.floats = floats
	f.remember()
}

// remember notes what is left after the frame just placed.
func (f *filler) remember() {
	f.sheet.placed[len(f.sheet.placed)-1].after = f.rest
}

// float puts the float that begins at frame i aside if it finds no room here,
// or if others wait already. One that can be split needs room for its first
// part only.
func (f *filler) float(i int) bool {
	group := f.s.frames[i].group
	if group == 0 || f.inGroup(i) {
		return false
	}
	to := i
	height, split := Pt(0), false // of what can't be split from the beginning
	for to < len(f.s.frames) && f.s.frames[to].group == group {
		fr := f.s.frames[to]
		if split = split || to > i && !f.s.frames[to-1].keep; !split {
			height += fr.height
			if to > i {
				height += fr.above
			}
		}
		to++
	}
	if len(f.rest.floats) == 0 {
		if f.top(f.s.frames[i])+height <= area-f.notes || f.empty() {
			return false
		}
	}
	f.rest.floats = append(f.rest.floats[:len(f.rest.floats):len(f.rest.floats)], span{i, to})
	f.rest.next = to
	if len(f.sheet.placed) > 0 {
		f.remember()
	}
	return true
}

// inGroup tells whether frame i goes on with the float of the frame before.
func (f *filler) inGroup(i int) bool {
	return i > 0 && f.s.frames[i].group != 0 && f.s.frames[i-1].group == f.s.frames[i].group
}

// top tells where a frame would begin.
func (f *filler) top(fr *frame) Pt {
	y := f.y
	if len(f.sheet.placed) > 0 {
		y += max(f.below, fr.above)
	}
	if fr.snap {
		y = onGrid(y)
	}
	return y
}

// place puts frame i below the others, with its notes at the foot. It tells
// whether there was room; a frame alone on its page always gets it.
func (f *filler) place(i int) bool {
	fr := f.s.frames[i]
	y := f.top(fr)
	repeat := fr.head != nil && f.continues(i)
	if repeat {
		y += fr.head.height
	}
	alone := f.empty()
	if y+fr.height > area-f.notes+0.01 && !alone {
		return false
	}
	if !f.addNotes(fr.notes, y+fr.height+f.bound(i), alone) {
		return false
	}
	f.sheet.placed = append(f.sheet.placed, placed{frame: fr, y: y, repeat: repeat})
	f.y, f.below = y+fr.height, fr.below
	return true
}

// bound gives the height of what must stand on the same page below frame i: a
// note that is split may not take its room.
func (f *filler) bound(i int) Pt {
	h := Pt(0)
	for ; i+1 < len(f.s.frames) && f.s.frames[i].keep; i++ {
		next := f.s.frames[i+1]
		h += max(f.s.frames[i].below, next.above) + next.height
	}
	return h
}

// continues tells whether the table of frame i goes on from another page.
func (f *filler) continues(i int) bool {
	n := len(f.sheet.placed)
	if i == 0 || f.s.frames[i-1].head != f.s.frames[i].head {
		return false
	}
	return n == 0 || f.sheet.placed[n-1].frame != f.s.frames[i-1]
}

// lastGood gives the number of frames after which the page may end. A single
// line below the floats at the top of the page is better off with the next.
func (f *filler) lastGood() int {
	all := f.sheet.placed
	for n := len(all); n > 0; n-- {
		if all[n-1].frame.keep {
			continue
		}
		if n > 1 && f.lone(all[n-2], all[n-1]) {
			return n - 1
		}
		return n
	}
	return len(all)
}

// lone tells whether the last frame is a single line below floats that fill the
// page well, and would have company on the next.
func (f *filler) lone(before, last placed) bool {
	if last.frame.group != 0 || last.frame.height > 2*bodyStyle.leading-1 ||
		before.frame.group == 0 || before.after.next != f.began || before.y+before.frame.height < area/2 {
		return false
	}
	next := last.after.next
	return next < len(f.s.frames) && !f.s.frames[next].breakBefore
}

// more tells whether something is left for the next page.
func (f *filler) more() bool {
	return f.rest.next < len(f.s.frames) || len(f.rest.floats) > 0 || len(f.split) > 0
}

// end gives what is left for the next page.
func (f *filler) end() stream {
	rest := f.rest
	rest.carry = f.split
	return rest
}

// carryOn sets the rest of notes from the page before at the foot.
func (f *filler) carryOn() {
	carry := f.rest.carry
	f.rest.carry = nil
	for i, c := range carry {
		if !f.foot(c, area-4*grid, 1) {
			f.split = append(f.split, carry[i:]...)
			return
		}
		if len(f.split) > 0 {
			f.split = append(f.split, carry[i+1:]...)
			return
		}
	}
}

// addNotes sets notes at the foot, below text that ends at y. A note that is
// too long is split, with two lines at least on this page.
func (f *filler) addNotes(notes []*note, y Pt, must bool) bool {
	if len(notes) == 0 {
		return true
	}
	before, beforeSplit, beforeNotes := f.notes, f.split, f.sheet.notes
	for _, n := range notes {
		if len(f.split) > 0 || !f.foot(foot{n, 0, len(n.frames)}, area-y, 2) {
			if must {
				f.split = append(f.split, foot{n, 0, len(n.frames)})
				continue
			}
			f.notes, f.split, f.sheet.notes = before, beforeSplit, beforeNotes
			return false
		}
	}
	return true
}

// foot sets as many lines of a note as the room allows, least of them at least.
func (f *filler) foot(n foot, room Pt, least int) bool {
	height := f.notes
	if height == 0 {
		height = noteWhite + noteBelow
	}
	total := n.to - n.from
	fit := 0
	h := height
	for fit < total && h+n.note.frames[n.from+fit].height <= room+0.01 {
		h += n.note.frames[n.from+fit].height
		fit++
	}
	if fit < total {
		fit = min(fit, total-2)
		if fit < least {
			return false
		}
		f.split = append(f.split[:len(f.split):len(f.split)], foot{n.note, n.from + fit, n.to})
	}
	for i := range fit {
		height += n.note.frames[n.from+i].height
	}
	f.notes = height
	f.sheet.notes = append(f.sheet.notes[:len(f.sheet.notes):len(f.sheet.notes)], foot{n.note, n.from, n.from + fit})
	return true
}
