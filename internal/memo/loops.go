package memo

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

func (w *writer) loopName(l *marvel.Loop) string {
	if l.Name != "" {
		return l.Name
	}
	return l.ID
}

// orDash writes a number, or a dash if there is none.
func (w *writer) orDash(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return w.t("dash")
	}
	return w.decimal(v, decimals)
}

// loopCaption says how many loops there are, and how many at least where the
// search hit a bound.
func (w *writer) loopCaption() string {
	l := &w.r.Loops
	if l.Complete {
		return w.many("caption.loops", l.Count)
	}
	return w.t("caption.loops.least", w.count(l.Count))
}

func (w *writer) loopNote() string {
	l := &w.r.Loops
	var parts []string
	if len(l.List) > loopRows {
		parts = append(parts, w.t("note.loops.shown", w.count(loopRows), w.decimal(float64(l.Count), 0)))
	}
	if !l.Complete {
		parts = append(parts, w.t("note.loops.bound", w.decimal(float64(l.MaxLength), 0)))
	}
	parts = append(parts, w.t("note.loops"))
	return joinSentences(parts)
}

// loopSentence counts the loops by kind.
func (w *writer) loopSentence() string {
	l := &w.r.Loops
	switch {
	case l.Count == 0 && l.Complete:
		return w.t("loops.none")
	case !l.Complete:
		return w.t("loops.least", w.count(l.Count))
	}
	var kinds []string
	if l.Reinforcing > 0 {
		kinds = append(kinds, w.many("loops.reinforcing", l.Reinforcing))
	}
	if l.Balancing > 0 {
		kinds = append(kinds, w.many("loops.balancing", l.Balancing))
	}
	if l.Unknown > 0 {
		kinds = append(kinds, w.many("loops.undetermined", l.Unknown))
	}
	if l.Count == 1 && len(l.List) == 1 {
		return w.t("loops.one", w.t("kind."+l.List[0].Kind.String()))
	}
	return w.t("loops.many", w.count(l.Count), w.list(kinds))
}

// stories tells the loops that the group named.
func (w *writer) stories() []document.Block {
	list := &document.Definitions{}
	for i := range w.r.Loops.List {
		l := &w.r.Loops.List[i]
		if l.Story == "" {
			continue
		}
		term := document.Words(w.loopName(l) + " (" + w.t("kind."+l.Kind.String()) + ")")
		list.Items = append(list.Items, document.Definition{Term: term, Blocks: []document.Block{
			&document.Paragraph{Text: document.Words(sentence(w.polish(l.Story)))},
		}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}
