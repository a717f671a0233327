package page

import (
	"strings"

	"slotmemo/internal/source"
)

// A teller says what went wrong on the finished pages: holes, figures far from
// their text.
type teller struct{ *setter }

// tellPages says what the pages could not do: where one of the body has a hole,
// and which figure stands further than the next page from its text.
func (s teller) tellPages() {
	s.tellHoles()
	s.tellFar()
}

// tellAt warns of what stands in the user's text, where something can be done
// about it; of what the program put there itself it makes a note.
func (s teller) tellAt(pos source.Pos, m source.Message, args ...any) {
	severity := source.Warning
	if pos == (source.Pos{}) {
		severity = source.Note
	}
	s.problems = append(s.problems, source.Problem{Pos: pos, Severity: severity, Message: m, Args: args})
}

// tellHoles reports pages of the body that aren't well filled. The last one
// before the annexes may end anywhere.
func (s teller) tellHoles() {
	body := false
	for n, sh := range s.sheets[:len(s.sheets)-1] {
		for _, pl := range sh.placed {
			body = body || pl.frame.part && !pl.frame.front
			if pl.frame.annex {
				return
			}
		}
		next := s.sheets[n+1].placed
		if !body || len(next) == 0 || next[0].frame.annex {
			continue
		}
		if used := sh.used(); used < wellFilled {
			s.tellAt(next[0].frame.pos, Hole, n+1, int(used*100/area))
		}
	}
}

// used gives the height of what stands on a sheet, notes included.
func (sh *sheet) used() Pt {
	used := Pt(0)
	for _, pl := range sh.placed {
		used = max(used, pl.y+pl.frame.height)
	}
	for _, ft := range sh.notes {
		for _, f := range ft.note.frames[ft.from:ft.to] {
			used += f.height
		}
	}
	return used
}

// tellFar reports figures that stand neither on the page of the text before
// them nor on the next one.
func (s teller) tellFar() {
	on := map[*frame]int{}
	for n, sh := range s.sheets {
		for _, pl := range sh.placed {
			on[pl.frame] = n
		}
	}
	anchor := 0
	for _, f := range s.frames {
		switch {
		case f.annex:
			return
		case f.group == 0:
			anchor = on[f]
		case len(f.figures) > 0 && on[f] > anchor+1:
			s.tellAt(f.pos, Far, strings.TrimPrefix(f.places[0], "fig-"), on[f]-anchor)
		}
	}
}
