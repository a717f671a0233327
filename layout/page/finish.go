package page

import (
	"math"
	"strings"

	"slotmemo/templates"
)

// Where running heads, feet and markings stand: baselines from the top of the
// page.
const (
	markTop    Pt = 27
	headLine   Pt = 46
	footLine   Pt = pageHeight - 46
	markBottom Pt = pageHeight - 27
)

// A finisher makes pages of sheets: what stands on them, and their heads and feet.
type finisher struct{ *setter }

// finish makes pages of sheets.
func (s finisher) finish() {
	for n, sh := range s.sheets {
		s.book.Pages = append(s.book.Pages, s.page(n, sh))
	}
	contentsSetter(s).fillContents()
	prune(s.book.Root, s.book.used())
	for i := range s.book.Pages {
		s.book.Pages[i].round()
	}
}

func (s finisher) page(n int, sh *sheet) Page {
	p := Page{Width: pageWidth, Height: pageHeight}
	s.watermark(&p)
	s.panels(&p, sh)
	var content []Item
	var labels [][]Item
	for _, pl := range sh.placed {
		f, y := pl.frame, top+pl.y
		if pl.repeat {
			h := pl.frame.head
			under, items := artifacts(h.under, Layout), artifacts(h.items, Layout)
			shift(under, 0, y-h.height)
			shift(items, 0, y-h.height)
			p.Items = append(append(p.Items, under...), items...)
		}
		content = append(content, s.put(&p, n, f, y)...)
		labels = append(labels, f.labels...)
	}
	apart(labels)
	content = append(content, s.feet(&p, n, sh)...)
	p.Items = append(p.Items, content...)
	s.running(&p, n)
	return p
}

// put places a frame on a page and gives its content.
func (s finisher) put(p *Page, n int, f *frame, y Pt) []Item {
	shift(f.items, 0, y)
	shift(f.under, 0, y)
	p.Items = append(p.Items, f.under...)
	for _, l := range f.links {
		l.Y += y
		p.Links = append(p.Links, l)
	}
	for _, id := range f.places {
		if _, ok := s.book.Places[id]; !ok {
			s.book.Places[id] = Place{Page: n, Y: y}
		}
	}
	for _, e := range f.figures {
		e.BBox[1] += y
	}
	return f.items
}

// feet places the notes at the foot of the page.
func (s finisher) feet(p *Page, n int, sh *sheet) []Item {
	if len(sh.notes) == 0 {
		return nil
	}
	height := Pt(0)
	for _, ft := range sh.notes {
		for _, f := range ft.note.frames[ft.from:ft.to] {
			height += f.height
		}
	}
	y := top + area - height
	p.Items = append(p.Items, footRule(y-noteBelow))
	var content []Item
	for _, ft := range sh.notes {
		for _, f := range ft.note.frames[ft.from:ft.to] {
			content = append(content, s.put(p, n, f, y)...)
			y += f.height
		}
	}
	return content
}

// panels paints what stands behind frames, one area for those that follow each
// other.
func (s finisher) panels(p *Page, sh *sheet) {
	done := map[*panel]bool{}
	for i, pl := range sh.placed {
		for _, pn := range pl.frame.panels {
			if done[pn] {
				continue
			}
			done[pn] = true
			end := i
			for end+1 < len(sh.placed) && hasPanel(sh.placed[end+1].frame, pn) {
				end++
			}
			y := top + pl.y - pn.pad
			bottom := top + sh.placed[end].y + sh.placed[end].frame.height + pn.pad
			if pn.tint {
				p.Items = append(p.Items, &Fill{X: pn.x, Y: y, W: pn.w, H: bottom - y, Color: templates.Tint, Artifact: Background})
			} else {
				p.Items = append(p.Items, &Stroke{X1: pn.x, Y1: y + 2, X2: pn.x, Y2: bottom - 2, Width: 0.8, Color: templates.Rule})
			}
		}
	}
}

func hasPanel(f *frame, pn *panel) bool {
	for _, have := range f.panels {
		if have == pn {
			return true
		}
	}
	return false
}

// running sets the running head and foot and the markings.
func (s finisher) running(p *Page, n int) {
	if n > 0 {
		s.run(p, runningStyle, textX, headLine, s.short(), Header)
		s.setEnd(p, runningStyle, textX+measure, headLine, s.state(), Header)
		s.centre(p, markTop, Header)
	}
	s.setEnd(p, runningStyle, textX+measure, footLine, s.texts.Format("page", n+1, len(s.sheets)), Footer)
	s.centre(p, markBottom, Footer)
}

// short gives the short title, cut where it would meet the status.
func (s finisher) short() string {
	str := s.doc.Short
	if str == "" {
		str = s.doc.Title
	}
	room := measure - 20 - s.fonts.Width(runningStyle.face, runningStyle.size, s.state())
	runes := []rune(str)
	for len(runes) > 1 && s.fonts.Width(runningStyle.face, runningStyle.size, string(runes)) > room {
		runes = append(runes[:len(runes)-2], '…')
	}
	return string(runes)
}

// state gives what tells this text apart from others of the same memo.
func (s finisher) state() string { return strings.Join(s.doc.States, " · ") }

func (s finisher) run(p *Page, st style, x, y Pt, str string, a Artifact) {
	if str != "" {
		p.Items = append(p.Items, &Glyphs{X: x, Y: y, Size: st.size, Color: st.color, Glyphs: s.fonts.Shape(st.face, str), Artifact: a})
	}
}

func (s finisher) setEnd(p *Page, st style, x, y Pt, str string, a Artifact) {
	s.run(p, st, x-s.fonts.Width(st.face, st.size, str), y, str, a)
}

func (s finisher) centre(p *Page, y Pt, a Artifact) {
	for _, mark := range s.doc.Marks {
		w := s.fonts.Width(markingStyle.face, markingStyle.size, mark)
		s.run(p, markingStyle, (pageWidth-w)/2, y, mark, a)
		y -= markingStyle.leading
	}
}

// round puts all lengths on a grid of 1/100 pt, where the last bit of another
// processor is gone.
func (p *Page) round() {
	for _, it := range p.Items {
		switch it := it.(type) {
		case *Glyphs:
			it.X, it.Y = hundredth(it.X), hundredth(it.Y)
		case *Stroke:
			it.X1, it.Y1, it.X2, it.Y2 = hundredth(it.X1), hundredth(it.Y1), hundredth(it.X2), hundredth(it.Y2)
		case *Fill:
			it.X, it.Y, it.W, it.H = hundredth(it.X), hundredth(it.Y), hundredth(it.W), hundredth(it.H)
		case *Box:
			it.X, it.Y, it.W, it.H = hundredth(it.X), hundredth(it.Y), hundredth(it.W), hundredth(it.H)
		}
	}
	for i := range p.Links {
		l := &p.Links[i]
		l.X, l.Y, l.W, l.H = hundredth(l.X), hundredth(l.Y), hundredth(l.W), hundredth(l.H)
	}
}

func hundredth(v Pt) Pt { return Pt(math.Round(float64(v)*100) / 100) }
