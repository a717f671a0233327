package pdf

import (
	"fmt"

	"slotmemo/layout/page"
)

// An entry is a bookmark with those below it.
type entry struct {
	page.Bookmark
	ref  ref
	kids []*entry
}

// addOutline adds the bookmarks to a file. Zero: there are none.
func addOutline(f *file, book *page.Book, pages []ref) ref {
	top := &entry{}
	open := []*entry{top}
	for _, b := range book.Outline {
		if _, ok := book.Places[b.Target]; !ok {
			continue
		}
		level := max(1, min(b.Level, len(open)))
		open = open[:level]
		e := &entry{Bookmark: b, ref: f.reserve()}
		above := open[level-1]
		above.kids = append(above.kids, e)
		open = append(open, e)
	}
	if len(top.kids) == 0 {
		return 0
	}
	top.ref = f.reserve()
	f.set(top.ref, fmt.Sprintf("<</Type /Outlines /First %s /Last %s /Count %d>>",
		top.kids[0].ref, top.kids[len(top.kids)-1].ref, len(top.kids)))
	writeEntries(f, top, book, pages)
	return top.ref
}

// writeEntries writes the entries below one. Those below the first level are
// closed: a memo has few chapters and many sections.
func writeEntries(f *file, above *entry, book *page.Book, pages []ref) {
	for i, e := range above.kids {
		s := fmt.Sprintf("<</Title %s /Parent %s /Dest %s", textString(e.Title), above.ref, destination(book, book.Places[e.Target], pages))
		if i > 0 {
			s += fmt.Sprintf(" /Prev %s", above.kids[i-1].ref)
		}
		if i+1 < len(above.kids) {
			s += fmt.Sprintf(" /Next %s", above.kids[i+1].ref)
		}
		if n := len(e.kids); n > 0 {
			s += fmt.Sprintf(" /First %s /Last %s /Count %d", e.kids[0].ref, e.kids[n-1].ref, -n)
		}
		f.set(e.ref, s+">>")
		writeEntries(f, e, book, pages)
	}
}
