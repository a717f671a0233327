// Package snapshot chooses a part of a model for a figure, and says the same in
// words.
//
// It reads the views that memo.yaml asks for (Read), each made of selectors with a
// file of their own. Of a View of a model, with what internal/marvel found in it,
// it makes a Snapshot (Make): a document.Diagram, a short and a long text
// alternative and a table of the relations. All of them are made from one list of
// chosen factors and relations, so picture, table and words can't disagree. Where
// things stand on paper is layout/diagram's affair.
//
//	memo.yaml ──▶ View ──▶ choice ──▶ part ──┬──▶ Diagram (nodes, edges, marks, key)
//	              of       of factors        ├──▶ Alt, Long
//	              selectors and relations    └──▶ Table
package snapshot

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// An Input is all that a snapshot is made from.
type Input struct {
	Model    *model.Model
	Answers  *marvel.Answers // of Model, with what Needs asks; nil: no loops and no effects are known
	View     View
	Language string // "nl" or "en"

	// Previous is the older model that a change view compares with.
	Previous     *model.Model
	PreviousName string // "versie 0.8"; empty: what the view itself says

	// Pointer ends the short alternative: where the same stands in words.
	// Empty: the table below the figure.
	Pointer string
}

// A Snapshot is a view of a model, as a picture to be laid out and in words.
type Snapshot struct {
	ID      string
	Caption string
	Message string
	Title   string            // of the picture, for those who don't see it
	Diagram *document.Diagram // on the map; nil if Drawing is set
	Drawing document.Drawing  // a form of its own: circles, a ribbon, branches; nil on the map
	Alt     string            // at most AltMax characters
	Long    []document.Block  // each relation and each loop in sentences
	Tale    []document.Block  // the same without relations and values, for where their tables stand beside it
	Told    []string          // each relation in a sentence
	Table   *document.Table   // the relations, sorted; without name, number and caption
	Values  *document.Table   // of an effect view: the change of each factor, largest first; otherwise nil
	Lit     *Lit              // what of it speaks: picture, words and table are made of it
	Omitted string            // what isn't in the picture though one might expect it, in a sentence; empty if nothing

	// Fingerprint changes when anything that the picture shows does. It tells
	// whether a text alternative of the author's own is older than the picture.
	Fingerprint string
}

// AltMax is the length of a short text alternative, in characters.
const AltMax = 150

// Make chooses what the view asks for. The snapshot is nil if a problem among
// those it gives is an error.
func Make(in Input) (*Snapshot, []source.Problem) {
	if in.Answers == nil {
		in.Answers = marvel.Request{Model: in.Model}.Answer(nil)
	}
	c := newChoice(in)
	c.show()
	c.hide()
	if worst, any := source.Worst(c.problems); any && worst == source.Error {
		return nil, c.problems
	}
	form := c.form()
	lit, problems := c.lightOf(form)
	if worst, any := source.Worst(problems); any && worst == source.Error {
		return nil, append(c.problems, problems...)
	}
	c.speak(lit)
	p := c.part()
	w := newWriter(in, p)
	s := &Snapshot{
		ID:      in.View.ID,
		Caption: in.View.Caption,
		Message: in.View.Message,
		Title:   w.title(),
		Diagram: p.diagram(in, w),
		Alt:     w.alt(),
		Long:    w.long(),
		Tale:    w.tale(),
		Told:    w.told(),
		Table:   w.table(),
		Values:  w.values(),
		Lit:     lit,
		Omitted: w.omitted(),
	}
	s.Fingerprint = fingerprint(s.Diagram)
	if form != nil {
		s.Drawing, s.Diagram = form.drawing, nil
		if told := form.told(); told != "" {
			s.Tale = append(s.Tale, w.paragraph(told))
			s.Long = slices.Concat(s.Tale, w.relationBlocks())
		}
		s.Fingerprint = fingerprint(DrawingOf(form.drawing))
	}
	return s, slices.Concat(c.problems, problems, w.problems)
}
