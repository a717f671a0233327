package page

import (
	"math"

	"slotmemo/layout/text"
)

// A frame is a part of the flow that is never split: a line, a row of a table,
// a picture with its caption. Its items stand at their x on the page; y counts
// from its top.
type frame struct {
	height      Pt
	above       Pt   // white above it; none at the top of a page
	below       Pt   // white below it; of two neighbours the greater counts
	snap        bool // begins on the grid
	keep        bool // no page ends after it
	breakBefore bool // a page begins with it
	section     bool // opens a section
	part        bool // opens a chapter: what floats shouldn't pass it
	summary     bool // opens the summary, which stands on one page if it can
	whole       int  // so many frames from this one on stay on one page if they can

	items   []Item     // content, in reading order
	labels  [][]Item   // those of items that stand in the margin column, label by label
	under   []Item     // artifacts, painted before all content
	links   []LinkArea // y from the top of the frame
	places  []string   // ids that stand here
	notes   []*note    // footnotes that are called here
	panels  []*panel   // what it stands on, outermost first
	head    *tableHead // repeated above it where a page begins with it
	group   int        // frames of one float have one number; 0: none
	figures []*Element // elements whose BBox moves with the frame
}

// A panel is something behind several frames: a tint, a line beside them.
type panel struct {
	tint bool
	x, w Pt
	pad  Pt // above and below
}

// onGrid rounds a length up to half lines.
func onGrid(y Pt) Pt {
	return Pt(math.Ceil(float64(y)/float64(half)-1e-6)) * half
}

// shift moves items down and right.
func shift(items []Item, dx, dy Pt) {
	for _, it := range items {
		switch it := it.(type) {
		case *Glyphs:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Stroke:
			it.X1, it.Y1, it.X2, it.Y2 = it.X1+dx, it.Y1+dy, it.X2+dx, it.Y2+dy
		case *Fill:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Box:
			it.X, it.Y = it.X+dx, it.Y+dy
		}
	}
}

// artifacts copies items as artifacts of a kind.
func artifacts(items []Item, kind Artifact) []Item {
	out := make([]Item, 0, len(items))
	for _, it := range items {
		switch it := it.(type) {
		case *Glyphs:
			c := *it
			c.Content, c.Artifact = 0, kind
			out = append(out, &c)
		case *Stroke:
			c := *it
			c.Content, c.Artifact = 0, kind
			out = append(out, &c)
		case *Fill:
			c := *it
			c.Artifact = kind
			out = append(out, &c)
		}
	}
	return out
}

// line puts the pieces of a line at a baseline into the frame.
func (f *frame) line(l text.Line, p *prose, x, y Pt) {
	for i := range l.Pieces {
		piece := &l.Pieces[i]
		pt := &p.parts[piece.Tag]
		f.items = append(f.items, &Glyphs{
			X: x + piece.X, Y: y - piece.Rise, Size: piece.Size, Color: pt.color,
			Glyphs: piece.Glyphs, Content: pt.content, Artifact: pt.artifact,
		})
		if pt.note != nil {
			f.notes = append(f.notes, pt.note)
		}
		f.place(pt.ref)
		if pt.strike {
			f.rule(x+piece.X, y-piece.Size*0.28, piece.Width, 0.5, pt)
		}
		if pt.link != nil {
			f.link(piece, pt, x, y)
		}
	}
}

// link makes the piece something to click; pieces of one link that stand beside
// each other make one area.
func (f *frame) link(piece *text.Piece, pt *part, x, y Pt) {
	if pt.underline {
		f.rule(x+piece.X, y+1.9, piece.Width, 0.4, pt)
	}
	area := LinkArea{
		X: x + piece.X, Y: y - piece.Size*0.8, W: piece.Width, H: piece.Size * 1.1,
		Element: pt.link, URL: pt.url, Target: pt.target, Purpose: pt.purpose,
	}
	if n := len(f.links); n > 0 {
		last := &f.links[n-1]
		if last.Element == area.Element && math.Abs(float64(last.X+last.W-area.X)) < 0.01 && last.Y+last.H > area.Y {
			last.W += area.W
			return
		}
	}
	f.links = append(f.links, area)
}

func (f *frame) rule(x, y, w, width Pt, pt *part) {
	f.under = append(f.under, &Stroke{X1: x, Y1: y, X2: x + w, Y2: y, Width: width, Color: pt.color})
}
