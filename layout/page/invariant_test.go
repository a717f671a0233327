package page_test

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/testenv"
	"slotmemo/layout/page"
	"slotmemo/layout/page/pagetest"
	"slotmemo/layout/text"
)

// runs gives the number of random memos: SLOTMEMO_RUNS, or few.
func runs(few int) int { return testenv.Runs(few) }

func setting(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// TestInvariants sets random memos, from the seed SLOTMEMO_SEED on.
func TestInvariants(t *testing.T) {
	fonts := text.NewFonts()
	first := uint64(setting("SLOTMEMO_SEED", 0))
	for seed := first; seed < first+uint64(runs(15)); seed++ {
		doc, sizes := pagetest.Random(seed)
		checkBook(t, fmt.Sprintf("seed %d", seed), doc, sizes, fonts)
		if t.Failed() {
			return
		}
	}
}

func TestTorture(t *testing.T) {
	doc, sizes := pagetest.Torture()
	checkBook(t, "torture", doc, sizes, text.NewFonts())
}

// A reading of a book: where each stretch of content stands, and in what.
type reading struct {
	t     *testing.T
	name  string
	book  *page.Book
	path  map[page.Content][]*page.Element // from the root
	text  map[page.Content]string
	pages map[page.Content][]int
	order []page.Content
}

func checkBook(t *testing.T, name string, doc *document.Document, sizes map[string]page.Size, fonts *text.Fonts) {
	t.Helper()
	book, problems, fillings := page.SetFillings(doc, fonts, sizes)
	overfull := false
	for _, p := range problems {
		overfull = overfull || p.Message == page.Overfull
	}
	r := &reading{
		t: t, name: name, book: book, path: map[page.Content][]*page.Element{},
		text: map[page.Content]string{}, pages: map[page.Content][]int{},
	}
	r.walk(book.Root, nil)
	r.read()
	r.inside(overfull)
	r.apart()
	r.painted()
	r.unsplit()
	r.headings()
	r.lines()
	r.contents()
	r.links()
	r.tables(book.Root)
	r.words(doc)
	for n, f := range fillings {
		if f.Used < page.Area/2 && !f.Fresh && f.Used+f.Next < page.Area {
			r.errorf("page %d is filled to %.0f of %.0f, and the next begins with %.0f", n+1, f.Used, page.Area, f.Next)
		}
	}
}

func (r *reading) errorf(format string, args ...any) {
	r.t.Helper()
	r.t.Errorf("%s: %s", r.name, fmt.Sprintf(format, args...))
}

func (r *reading) walk(e *page.Element, path []*page.Element) {
	path = append(path[:len(path):len(path)], e)
	for _, k := range e.Kids {
		if k.Element != nil {
			r.walk(k.Element, path)
			continue
		}
		if r.path[k.Content] != nil {
			r.errorf("content %d stands twice in the structure", k.Content)
		}
		r.path[k.Content] = path
		r.order = append(r.order, k.Content)
	}
}

// read collects the text of each stretch, which must be one piece on a page.
func (r *reading) read() {
	for n, p := range r.book.Pages {
		done := map[page.Content]bool{}
		last := page.Content(0)
		for _, it := range p.Items {
			c := contentOf(it)
			if c != last && c != 0 {
				if done[c] {
					r.errorf("page %d: content %d is interrupted", n+1, c)
				}
				done[c] = true
				if r.path[c] == nil {
					r.errorf("page %d: content %d isn't in the structure", n+1, c)
				}
				r.pages[c] = append(r.pages[c], n)
			}
			last = c
			if g, ok := it.(*page.Glyphs); ok && c != 0 {
				r.text[c] += glyphText(g)
			}
		}
	}
	for _, c := range r.order {
		if len(r.pages[c]) == 0 {
			r.errorf("content %d of %s is on no page", c, r.kind(c))
		}
	}
}

func contentOf(it page.Item) page.Content {
	switch it := it.(type) {
	case *page.Glyphs:
		return it.Content
	case *page.Stroke:
		return it.Content
	case *page.Box:
		return it.Content
	}
	return 0
}

func glyphText(g *page.Glyphs) string {
	s := ""
	for _, gl := range g.Glyphs {
		s += gl.Text
	}
	return s
}

func (r *reading) kind(c page.Content) string {
	var kinds []string
	for _, e := range r.path[c] {
		kinds = append(kinds, e.Kind)
	}
	return strings.Join(kinds, ">")
}

func (r *reading) in(c page.Content, kind string) *page.Element {
	for _, e := range r.path[c] {
		if e.Kind == kind {
			return e
		}
	}
	return nil
}

// inside holds that nothing but what runs along stands in the margins.
func (r *reading) inside(overfull bool) {
	const mm = 72 / 25.4
	for n, p := range r.book.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *page.Glyphs:
				if it.Artifact == page.Mark || it.Artifact == page.Header || it.Artifact == page.Footer {
					continue
				}
				marking := n == 0 && it.Y < 26*mm
				end := it.X + width(it)
				if it.X < 20*mm-0.1 || end > p.Width-20*mm+1 && !overfull || !marking && (it.Y < 26*mm || it.Y > p.Height-30*mm) {
					r.errorf("page %d: %q stands outside the margins (%.1f to %.1f, %.1f)", n+1, glyphText(it), it.X, end, it.Y)
				}
			case *page.Box:
				if it.X < 20*mm-0.1 || it.X+it.W > p.Width-20*mm+0.1 || it.Y < 26*mm-0.1 || it.Y+it.H > p.Height-30*mm {
					r.errorf("page %d: figure %s stands outside the margins", n+1, it.Figure)
				}
			}
		}
	}
}

// apart holds that no text lies over other text: of two stretches that share a
// part of their width, the baselines are at least three quarters of a size apart,
// or the same one.
func (r *reading) apart() {
	for n, p := range r.book.Pages {
		var all []*page.Glyphs
		for _, it := range p.Items {
			if g, ok := it.(*page.Glyphs); ok && g.Angle == 0 && width(g) > 0 {
				all = append(all, g)
			}
		}
		slices.SortFunc(all, func(a, b *page.Glyphs) int { return cmp.Compare(a.Y, b.Y) })
		for i, a := range all {
			for _, b := range all[i+1:] {
				if b.Y-a.Y >= min(a.Size, b.Size)*3/4 {
					break
				}
				if min(a.X+width(a), b.X+width(b))-max(a.X, b.X) > 0.5 {
					r.errorf("page %d: %q lies over %q (baselines %.1f and %.1f)", n+1, glyphText(b), glyphText(a), a.Y, b.Y)
				}
			}
		}
	}
}

// width is that of the ink: spaces at the end don't count.
func width(g *page.Glyphs) page.Pt {
	w, ink := 0.0, 0.0
	for _, gl := range g.Glyphs {
		w += gl.Advance
		if strings.TrimSpace(gl.Text) != "" {
			ink = w
		}
	}
	return page.Pt(ink) / 1000 * g.Size
}

// unsplit holds that rows, captions and figures stand on one page.
func (r *reading) unsplit() {
	on := map[*page.Element]int{}
	for _, c := range r.order {
		for _, kind := range []string{"TR", "Caption", "Figure"} {
			e := r.in(c, kind)
			if e == nil || len(r.pages[c]) == 0 || r.in(c, "Note") != nil {
				continue
			}
			if kind == "Caption" || kind == "Figure" {
				if div := r.in(c, "Div"); div != nil && slices.ContainsFunc(div.Kids, func(k page.Kid) bool { return k.Element == e }) {
					e = div
				}
			}
			first, seen := on[e]
			if !seen {
				on[e], first = r.pages[c][0], r.pages[c][0]
			}
			if first != r.pages[c][0] || len(r.pages[c]) > 1 {
				r.errorf("%s is split over pages %d and %v: %q", r.kind(c), first+1, r.pages[c], r.text[c])
			}
		}
	}
}

// painted holds that what stands on a page is painted in the order in which it
// is read. Only notes are painted elsewhere: at the foot.
func (r *reading) painted() {
	number := map[page.Content]int{}
	for i, c := range r.order {
		number[c] = i
	}
	for n, p := range r.book.Pages {
		last, lastNote := -1, -1
		for _, it := range p.Items {
			c := contentOf(it)
			if c == 0 {
				continue
			}
			at := &last
			if r.in(c, "Note") != nil {
				at = &lastNote
			}
			if number[c] < *at {
				r.errorf("page %d: %q of %s is painted after %q of %s, and read before it",
					n+1, r.text[c], r.kind(c), r.text[r.order[*at]], r.kind(r.order[*at]))
			}
			*at = number[c]
		}
	}
}

// headings holds that no heading is the last text of a page.
func (r *reading) headings() {
	for n, p := range r.book.Pages {
		if n == len(r.book.Pages)-1 {
			continue
		}
		bottom, last := page.Pt(0), page.Content(0)
		for _, it := range p.Items {
			y := page.Pt(0)
			switch it := it.(type) {
			case *page.Glyphs:
				y = it.Y
			case *page.Box:
				y = it.Y + it.H
			}
			if c := contentOf(it); c != 0 && r.in(c, "Note") == nil && y > bottom {
				bottom, last = y, c
			}
		}
		if last == 0 {
			continue
		}
		path := r.path[last]
		if k := path[len(path)-1].Kind; len(k) == 2 && k[0] == 'H' {
			r.errorf("page %d ends with the heading %q", n+1, r.text[last])
		}
	}
}

// lines holds that a paragraph over two pages has two lines on each.
func (r *reading) lines() {
	type key struct {
		e    *page.Element
		page int
	}
	ys := map[key]map[page.Pt]bool{}
	pages := map[*page.Element][]int{}
	for n, p := range r.book.Pages {
		for _, it := range p.Items {
			g, ok := it.(*page.Glyphs)
			if !ok || g.Content == 0 {
				continue
			}
			path := r.path[g.Content]
			at := slices.IndexFunc(path, func(e *page.Element) bool { return e.Kind == "P" })
			if at < 0 || path[max(0, at-1)].Kind == "Note" {
				continue
			}
			k := key{path[at], n}
			if ys[k] == nil {
				ys[k] = map[page.Pt]bool{}
				pages[path[at]] = append(pages[path[at]], n)
			}
			ys[k][g.Y] = true
		}
	}
	for e, ns := range pages {
		if len(ns) < 2 {
			continue
		}
		for _, n := range ns {
			if len(ys[key{e, n}]) < 2 {
				r.errorf("page %d has a single line of a paragraph", n+1)
			}
		}
	}
}

// contents holds that the numbers in the contents are those of the pages.
func (r *reading) contents() {
	for _, p := range r.book.Pages {
		for _, l := range p.Links {
			if l.Target == "" {
				continue
			}
			place, ok := r.book.Places[l.Target]
			if !ok {
				r.errorf("a link leads to %q, which stands nowhere", l.Target)
				continue
			}
			e := l.Element
			if len(e.Kids) == 0 || e.Kids[0].Element != nil || r.in(e.Kids[0].Content, "TOC") == nil {
				continue
			}
			str := strings.TrimSpace(r.text[e.Kids[0].Content])
			if want := fmt.Sprint(place.Page + 1); !strings.HasSuffix(str, " "+want) {
				r.errorf("contents: %q should end in %s", str, want)
			}
		}
	}
}

// links holds that what can be clicked lies on a page and is a Link.
func (r *reading) links() {
	inTree := map[*page.Element]bool{}
	for _, path := range r.path {
		for _, e := range path {
			inTree[e] = true
		}
	}
	for n, p := range r.book.Pages {
		for _, l := range p.Links {
			if l.Element == nil || l.Element.Kind != "Link" || !inTree[l.Element] || l.Purpose == "" {
				r.errorf("page %d: link to %s%s without element or purpose", n+1, l.URL, l.Target)
			}
			if l.W <= 0 || l.H <= 0 || math.IsNaN(float64(l.X)) || l.Y < 0 || l.Y+l.H > p.Height {
				r.errorf("page %d: link area %+v", n+1, l)
			}
		}
	}
}

// tables holds that all rows of a table have as many cells.
func (r *reading) tables(e *page.Element) {
	if e.Kind == "Table" {
		cells := -1
		for _, part := range e.Kids {
			if part.Element == nil || part.Element.Kind != "THead" && part.Element.Kind != "TBody" {
				continue
			}
			for _, tr := range part.Element.Kids {
				n := 0
				for _, cell := range tr.Element.Kids {
					n += max(1, cell.Element.ColSpan)
				}
				if cells >= 0 && n != cells {
					r.errorf("a table has rows of %d and of %d cells", cells, n)
				}
				cells = n
			}
		}
	}
	for _, k := range e.Kids {
		if k.Element != nil {
			r.tables(k.Element)
		}
	}
}

// words holds that the text of the paragraphs is in the book as it is in the
// Document, in order.
func (r *reading) words(doc *document.Document) {
	var b strings.Builder
	for _, c := range r.order {
		b.WriteString(r.text[c])
		b.WriteByte(' ')
	}
	got := squeeze(b.String())
	at := 0
	for _, block := range doc.Blocks {
		p, ok := block.(*document.Paragraph)
		if !ok {
			continue
		}
		for _, in := range p.Text {
			t, ok := in.(document.Text)
			if !ok {
				continue
			}
			want := squeeze(string(t))
			i := strings.Index(got[at:], want)
			if i < 0 {
				r.errorf("the text %q isn't in the book, or not in its place", t)
				return
			}
			at += i + len(want)
		}
	}
}

// squeeze leaves what can be seen.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == 0xAD || r == '\n' || r == 0x200D || r == 0xFE0F {
			return -1
		}
		return r
	}, s)
}
