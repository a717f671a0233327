package page

import (
	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// A Filling tells how full a page is, and what the next page begins with.
type Filling struct {
	Used  Pt   // of text and notes, from the top
	Next  Pt   // what must stand together at the top of the next page
	Fresh bool // the next page begins afresh, or there is none
}

// Area is what a page holds.
const Area = area

// SetFillings is Set, and tells how full the pages are.
func SetFillings(doc *document.Document, fonts *text.Fonts, sizes map[string]Size) (*Book, []source.Problem, []Filling) {
	s := newSetter(doc, fonts, sizes)
	s.set()
	var out []Filling
	for n, sh := range s.sheets {
		f := Filling{Fresh: n == len(s.sheets)-1}
		if len(sh.placed) > 0 {
			last := sh.placed[len(sh.placed)-1]
			f.Used = last.y + last.frame.height
		}
		for _, ft := range sh.notes {
			for _, fr := range ft.note.frames[ft.from:ft.to] {
				f.Used += fr.height
			}
		}
		if !f.Fresh {
			f.Next, f.Fresh = opening(s, s.sheets[n+1])
		}
		out = append(out, f)
	}
	return s.book, s.problems, out
}

// opening measures the frames at the top of a sheet that are kept together.
func opening(s *setter, sh *sheet) (Pt, bool) {
	if len(sh.placed) == 0 {
		return 0, true
	}
	h := Pt(0)
	for _, pl := range sh.placed {
		h += pl.frame.height + pl.frame.above
		for _, n := range pl.frame.notes {
			for _, fr := range n.frames {
				h += fr.height
			}
		}
		if !pl.frame.keep {
			break
		}
	}
	first := sh.placed[0].frame
	return h + 2*grid, first.breakBefore || first.part
}
