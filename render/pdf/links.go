package pdf

import (
	"fmt"
	"net/url"
	"strings"

	"slotmemo/layout/page"
)

// links are the annotations of the book.
type links struct {
	book   *page.Book
	onPage [][]ref
	of     map[*page.Element][]annotation
	owners []*page.Element // by StructParent, from the number of pages on
}

type annotation struct {
	ref  ref
	page int
}

// addLinks makes an annotation of each link of a page; a link over several
// lines is one annotation with several areas.
func addLinks(f *file, book *page.Book, pages []ref) *links {
	l := &links{book: book, onPage: make([][]ref, len(pages)), of: map[*page.Element][]annotation{}}
	for i, pg := range book.Pages {
		for start := 0; start < len(pg.Links); {
			end := start + 1
			for end < len(pg.Links) && pg.Links[end].Element == pg.Links[start].Element {
				end++
			}
			areas := pg.Links[start:end]
			start = end
			if a := l.annotation(areas, pg.Height, pages, len(pages)+len(l.owners)); a != "" {
				r := f.add(a)
				l.onPage[i] = append(l.onPage[i], r)
				l.of[areas[0].Element] = append(l.of[areas[0].Element], annotation{r, i})
				l.owners = append(l.owners, areas[0].Element)
			}
		}
	}
	return l
}

func (l *links) annotation(areas []page.LinkArea, height page.Pt, pages []ref, key int) string {
	first := areas[0]
	target := l.target(first, pages)
	if target == "" {
		return ""
	}
	box := [4]page.Pt{first.X, height - first.Y - first.H, first.X + first.W, height - first.Y}
	quads := ""
	for _, a := range areas {
		x1, y1, x2, y2 := a.X, height-a.Y-a.H, a.X+a.W, height-a.Y
		box = [4]page.Pt{min(box[0], x1), min(box[1], y1), max(box[2], x2), max(box[3], y2)}
		for _, v := range []page.Pt{x1, y1, x2, y1, x2, y2, x1, y2} {
			quads += num(v) + " "
		}
	}
	s := fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /StructParent %d /Contents %s %s",
		num(box[0]), num(box[1]), num(box[2]), num(box[3]), key, textString(l.purpose(first)), target)
	if len(areas) > 1 {
		s += " /QuadPoints [" + quads + "]"
	}
	return s + ">>"
}

func (l *links) target(a page.LinkArea, pages []ref) string {
	if a.URL != "" {
		return "/A <</Type /Action /S /URI /URI " + textString(asciiURL(a.URL)) + ">>"
	}
	if at, ok := l.book.Places[a.Target]; ok {
		return "/Dest " + l.destination(at, pages)
	}
	return ""
}

// destination shows a place with a little of what stands above it.
func (l *links) destination(at page.Place, pages []ref) string { return destination(l.book, at, pages) }

func destination(book *page.Book, at page.Place, pages []ref) string {
	const above = 6
	h := book.Pages[at.Page].Height
	return fmt.Sprintf("[%s /XYZ 0 %s null]", pages[at.Page], num(min(h, h-at.Y+above)))
}

// asciiURL writes an address as a URI string may be: 7-bit ASCII.
func asciiURL(s string) string {
	if plain(s) && !strings.Contains(s, " ") {
		return s
	}
	if u, err := url.Parse(s); err == nil {
		if s = u.String(); plain(s) {
			return s
		}
	}
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// purpose says what a link leads to.
func (l *links) purpose(a page.LinkArea) string {
	if a.Purpose != "" {
		return a.Purpose
	}
	for _, b := range l.book.Outline {
		if a.Target != "" && b.Target == a.Target {
			return b.Title
		}
	}
	return a.URL + a.Target
}
