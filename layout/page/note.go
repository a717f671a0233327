package page

import (
	"slotmemo/internal/document"
	"slotmemo/templates"
)

// A note is a footnote, set in lines for the foot of a page.
type note struct {
	id     string
	ref    string // where it was called first; it links back to there
	number string
	frames []*frame
}

const (
	noteRule   Pt = 40 * 72 / 25.4 // length of the rule above footnotes
	noteWhite  Pt = half           // between text and rule
	noteIndent Pt = 12
	noteBelow  Pt = 5 // between rule and notes
)

// note gives the note that a reference calls, for the foot of the page. Its
// body is set when the paragraph is done. A second call of the same note gives
// nil: it only links to it.
func (s *setter) note(ref document.NoteRef) *note {
	if s.notes[ref.Note] != nil {
		return nil
	}
	n := &note{id: ref.Note, ref: ref.ID, number: ref.Number}
	s.notes[ref.Note] = n
	s.called = append(s.called, n)
	return n
}

// flushNotes puts the notes that were called into the structure, right after
// the paragraph in hand.
func (s *setter) flushNotes() {
	called := s.called
	s.called = nil
	for _, n := range called {
		s.setNote(n)
	}
}

func (s *setter) setNote(n *note) {
	e := s.column.parent.add("Note")
	e.ID = n.id
	link := e.add("Lbl").add("Link")
	label := s.prose(nil, noteStyle, link)
	in := inliner{s, label, look{style: noteStyle, element: link}}
	in.look.link = &part{link: link, target: n.ref, purpose: s.texts.Get("back")}
	in.text(n.number+" ", in.look)
	outer := s.frames
	s.frames = nil
	c := column{x: textX + noteIndent, w: measure - noteIndent, parent: e, style: noteStyle}
	s.within(c, func() {
		if body := s.bodies[n.id]; body != nil {
			s.blocks(body.Blocks)
		}
		if len(s.frames) == 0 {
			s.emit(&frame{height: noteStyle.leading})
		}
		for _, f := range s.frames {
			f.snap, f.above, f.below = false, 0, 0
		}
		m := &frame{}
		for _, l := range s.lines(label, noteStyle, measure) {
			m.line(l, label, textX, noteStyle.baseline())
		}
		first := s.frames[0]
		first.items = append(m.items, first.items...)
		first.links = append(m.links, first.links...)
		first.place(n.id)
	})
	n.frames = s.frames
	s.frames = outer
}

func footRule(y Pt) Item {
	return &Stroke{X1: textX, Y1: y, X2: textX + noteRule, Y2: y, Width: 0.4, Color: templates.Soft}
}
