package diagram

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// Costs of a corner for the title of a group.
const (
	perCorner   = 2.2 // a step: top left, top right, bottom left, bottom right
	perTitleLit = 6.0 // a sample of a lit arrow below it
	perTitleAny = 0.7
	perTitleOn  = 45.0 // a station: more than any place between two corners
	perTitleBad = 40.0
	offCorner   = 12.0 // any place between two corners
)

const (
	titleAside = 6.0
	titleLead  = 9.0 // from line to line
	titleDown  = 9.2 // of the baseline
	titleUp    = 5.2 // of the baseline above the rim below
)

// setTitle breaks the title of a group, in capitals, where its area is narrow.
func (s *sheet) setTitle(a *area) {
	a.face = text.Sans
	if a.group.Lit {
		a.face = text.SansBold
	}
	spaced := func(words string) float64 {
		return s.width(a.face, TitleSize, words) + TitleSpace*float64(utf8.RuneCountInString(words)-1)
	}
	words := strings.ToUpper(a.group.Title)
	a.words = []string{words}
	if room := a.box.width() - 2*titleAside; spaced(words) > room {
		a.words = s.lines(words, a.face, TitleSize*1.2, max(40, room)) // as wide as with the spaces
	}
	for _, line := range a.words {
		a.wide = append(a.wide, spaced(line))
	}
}

// setTitles puts each title in the corner with the least under it.
func (s *sheet) setTitles() {
	for i := range s.areas {
		a := &s.areas[i]
		best, least := vec{}, math.Inf(1)
		for k, at := range a.corners() {
			cost := perCorner * float64(min(k, 3))
			if k > 3 {
				cost = offCorner + 0.2*float64(k)
			}
			if cost += s.under(a.titleAt(at)); cost < least-1e-9 {
				best, least = at, cost
			}
		}
		room := a.titleAt(best)
		for k, words := range a.words {
			x := best.x
			if best.x > (a.box.x0+a.box.x1-room.width())/2+1 { // on the right
				x += slices.Max(a.wide) - a.wide[k]
			}
			a.lines = append(a.lines, Line{
				Text: words, X: pt(x), Y: pt(best.y + float64(k)*titleLead), Width: pt(a.wide[k]), Size: TitleSize, Face: a.face,
				Soft: true, Spaced: true, Patch: s.crossed(room),
			})
		}
		s.taken = append(s.taken, obstacle{box: room, cost: costMark})
	}
}

// corners gives where a title may begin: the four corners, then places between
// them along the sides.
func (a *area) corners() []vec {
	left, right := a.box.x0+titleAside, a.box.x1-titleAside-slices.Max(a.wide)
	left = min(left, max(2, right)) // a word that is wider than its area
	right = max(left, right)
	top, bottom := a.box.y0+titleDown, a.box.y1-titleUp-float64(len(a.words)-1)*titleLead
	out := []vec{{left, top}, {right, top}, {left, bottom}, {right, bottom}}
	for k := 1; k < 8; k++ {
		x := left + (right-left)*float64(k)/8
		out = append(out, vec{x, top}, vec{x, bottom})
	}
	for k := 1; k < 8; k++ {
		y := top + (bottom-top)*float64(k)/8
		out = append(out, vec{left, y}, vec{right, y})
	}
	return out
}

// titleAt is the room of a title that begins there.
func (a *area) titleAt(at vec) rect {
	return rect{at.x - 1, at.y - TitleSize*0.70 - 0.5, at.x + slices.Max(a.wide) + 1, at.y + 1 + float64(len(a.words)-1)*titleLead}
}

// under weighs what a title would lie on.
func (s *sheet) under(r rect) float64 {
	cost := 0.0
	for _, o := range s.taken {
		switch {
		case !o.meets(r):
		case o.cost >= costMark:
			cost += perTitleBad
		default:
			cost += perTitleOn
		}
	}
	for _, p := range s.spots { // where its label would like to stand
		if p.light != document.Ghost && r.meets(rect{p.at.x - 6, p.at.y - 6, p.at.x + 50, p.at.y + 6}) {
			cost += 2
		}
	}
	if r.x1 > s.size.x-1 {
		cost += perTitleBad
	}
	for i := range s.arrows {
		a := &s.arrows[i]
		if !r.meets(a.box.grow(0.01)) {
			continue
		}
		each := perTitleAny
		if a.edge.Light == document.Lit {
			each = perTitleLit
		}
		for _, p := range a.samples {
			if r.has(p) {
				cost += each
			}
		}
	}
	return cost
}
