package page

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// A headSetter sets the title and the fields of the first page.
type headSetter struct{ *setter }

// firstPage sets the head of the memo: sender, kind, title, the fields with
// hair rules between them, and the message.
func (s headSetter) firstPage() {
	root := s.column.parent
	for _, mark := range s.doc.Marks {
		s.markFrame(root, mark)
	}
	h := s.doc.Head
	s.plain(h.Sender, style{text.SansBold, 9, 15, templates.Ink, true, false}, 0, 0)
	s.kind(h.Kind)
	s.title(root)
	s.plain(s.doc.Subtitle, subStyle, 0, 0)
	s.remark(h.Remark)
	s.fields(h.Fields)
	if len(h.Message) > 0 {
		p := s.prose(h.Message, leadStyle, root.add("P"))
		s.space(s.setLines(s.lines(p, leadStyle, s.column.w), p, leadStyle), grid, grid)
		s.flushNotes()
	}
}

func (s headSetter) kind(kind []document.Inline) {
	if len(kind) == 0 {
		return
	}
	p := s.prose(kind, kindStyle, s.column.parent.add("P"))
	s.space(s.setLines(s.lines(p, kindStyle, s.column.w), p, kindStyle), half, 0)
}

// markFrame sets a marking as real text, once, above the text of the first
// page; on the other pages it is an artifact.
func (s headSetter) markFrame(root *Element, mark string) {
	p := s.words(mark, markingStyle, root.add("P"))
	f := &frame{}
	for _, l := range s.lines(p, markingStyle, fullWidth) {
		f.line(l, p, (pageWidth-l.Width)/2, markTop-top)
	}
	s.emit(f)
}

// plain sets a line of the head, if there is anything to set.
func (s *setter) plain(str string, st style, above, below Pt) []*frame {
	if str == "" {
		return nil
	}
	p := s.words(str, st, s.column.parent.add("P"))
	frames := s.setLines(s.lines(p, st, s.column.w), p, st)
	s.space(frames, above, below)
	return frames
}

func (s headSetter) title(root *Element) {
	p := s.words(s.doc.Title, titleStyle, root.add("H1"))
	s.space(s.setLines(s.lines(p, titleStyle, s.column.w), p, titleStyle), half, half)
}

// remark sets what must be said on page one.
func (s headSetter) remark(remark []document.Inline) {
	if len(remark) == 0 {
		return
	}
	st := style{text.SansItalic, 9.5, 14, templates.Ink, true, true}
	p := s.prose(remark, st, s.column.parent.add("P"))
	s.space(s.setLines(s.lines(p, st, s.column.w), p, st), half, half)
}

// fields sets the head of the memo as a list of labels and values.
func (s headSetter) fields(fields []document.Field) {
	if len(fields) == 0 {
		return
	}
	list := s.column.parent.add("L")
	list.Numbering = "None"
	for i, field := range fields {
		f := s.field(list.add("LI"), field)
		f.above = 0
		f.under = append(f.under, hair(0))
		if i == 0 {
			f.above = grid
		}
		if i == len(fields)-1 {
			f.under = append(f.under, hair(f.height))
			f.below = grid
		}
	}
}

// hair is a hair rule over the full width.
func hair(y Pt) Item {
	return &Stroke{X1: left, Y1: y, X2: left + fullWidth, Y2: y, Width: 0.4, Color: templates.Rule}
}

// field sets a label and its value in one frame, with room to the hair rules.
func (s headSetter) field(li *Element, field document.Field) *frame {
	const pad = 2.5
	f := &frame{}
	label := s.words(field.Label+" ", labelStyle, li.add("Lbl"))
	value := s.prose(field.Value, bodyStyle, li.add("LBody"))
	lines := s.lines(value, bodyStyle, measure)
	labels := s.lines(label, labelStyle, marginW)
	for i, l := range labels {
		f.line(l, label, left, pad+bodyStyle.baseline()+Pt(i)*labelStyle.leading)
	}
	for i, l := range lines {
		f.line(l, value, textX, pad+bodyStyle.baseline()+Pt(i)*bodyStyle.leading)
	}
	f.height = max(Pt(len(lines))*bodyStyle.leading, Pt(len(labels))*labelStyle.leading) + 2*pad
	return s.emit(f)
}
