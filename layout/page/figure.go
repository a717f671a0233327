package page

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// smallest is the scale below which a picture can't be read: labels of 9 would
// be set under 7.
const smallest = 0.77

// headRoom is left above a figure for a heading that it stands under.
const headRoom = 6 * grid

// captionWhite is between a picture and its caption.
const captionWhite Pt = 6

// A figureSetter sets figures with their captions.
type figureSetter struct{ *setter }

func (s figureSetter) figure(b *document.Figure) {
	s.groups++
	group := s.column.group
	if group == 0 {
		group = s.groups
	}
	s.figureFrame(b, group)
	s.flushNotes()
	// What says the same in words stays with the figure: a figure that floats
	// takes it along.
	c := s.column
	c.group = group
	s.within(c, func() {
		if len(b.Long) > 0 {
			s.long(b.Long)
		}
		if b.Data != nil {
			s.table(b.Data, dataOf)
		}
	})
}

// figureFrame sets picture and caption as one frame.
func (s figureSetter) figureFrame(b *document.Figure, group int) {
	size, ok := s.sizes[b.ID]
	if !ok {
		s.problem(source.Warning, NoSize, b.ID)
		return
	}
	div := s.column.parent.add("Div")
	e := div.add("Figure")
	e.Alt, e.Placement = b.Alt, true
	f := &frame{group: group, snap: true, above: grid, below: grid, figures: []*Element{e}}
	caption := &frame{}
	height := s.caption(caption, b.Name, b.Number, b.Caption, div, s.column.x, s.column.w)
	box := s.fit(b.ID, size, area-height-captionWhite-headRoom)
	box.Content = s.content(e)
	e.BBox = [4]Pt{box.X, box.Y, box.W, box.H}
	f.items = append(f.items, box)
	shift(caption.items, 0, box.H+captionWhite)
	f.take(caption, box.H+captionWhite)
	f.height = box.H + captionWhite + height
	f.place(b.ID)
	s.emit(f)
}

// take puts what stands in another frame, already shifted, into f.
func (f *frame) take(o *frame, dy Pt) {
	shift(o.under, 0, dy)
	for i := range o.links {
		o.links[i].Y += dy
	}
	f.items = append(f.items, o.items...)
	f.labels = append(f.labels, o.labels...)
	f.under = append(f.under, o.under...)
	f.links = append(f.links, o.links...)
	f.places = append(f.places, o.places...)
	f.notes = append(f.notes, o.notes...)
}

// fit places a picture: in the text column if it fits there, else over the full
// width; what is wider or higher than that is made smaller.
func (s figureSetter) fit(id string, size Size, room Pt) *Box {
	x, w := s.column.x, s.column.w
	if size.W > w && x == textX {
		x, w = left, fullWidth
		if size.W < w {
			x = left + w - size.W // flush with the right of the text
		}
	}
	scale := min(1, float64(w/max(size.W, 1)), float64(room/max(size.H, 1)))
	if scale < smallest {
		s.problem(source.Warning, Small, strings.TrimPrefix(id, "fig-"), int(scale*100))
	}
	return &Box{Figure: id, X: x, W: size.W * Pt(scale), H: size.H * Pt(scale), Scale: scale}
}

// caption sets a caption into a frame, its label in the margin column, and
// gives its height.
func (s *setter) caption(f *frame, name, number string, caption document.Caption, parent *Element, x, w Pt) Pt {
	e := parent.add("Caption")
	e = e.add("P")
	var label *prose
	if number != "" {
		label = s.words(name+"\u00a0"+number+" ", style{text.SansBold, 9, 13, templates.Soft, true, false}, e)
	}
	p := s.prose(nil, captionStyle, e)
	in := inliner{s, p, look{style: captionStyle, language: s.doc.Language, element: e}}
	strong := in.look
	strong.face = text.SansBold
	in.all(caption.Message, strong)
	in.all(caption.Tail(), in.look)
	lines := s.balanced(p, captionStyle, w)
	for i, l := range lines {
		f.line(l, p, x, captionStyle.baseline()+Pt(i)*captionStyle.leading)
	}
	s.margin(f, label, labelStyle, captionStyle.baseline())
	return Pt(max(1, len(lines))) * captionStyle.leading
}

// long sets the description of a figure in words.
func (s figureSetter) long(blocks []document.Block) {
	c := s.column
	c.style = style{text.Sans, 8.5, 12, templates.Ink, true, true}
	c.gap = half / 2
	s.within(c, func() { s.blocks(blocks) })
}
