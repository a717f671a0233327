package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// figure makes the figure of a snapshot. A caption in the text goes before that
// of memo.yaml; the message comes first, since it is the one thing to see.
func (w *writer) figure(v model.View, pos source.Pos, caption []document.Inline) *document.Figure {
	if len(caption) == 0 {
		caption = document.Words(sentence(w.polish(v.Caption)))
	}
	if v.Message != "" {
		caption = append([]document.Inline{document.Text(sentence(w.polish(v.Message)) + " ")}, caption...)
	}
	if len(caption) == 0 {
		caption = document.Words(v.ID)
	}
	f := &document.Figure{Pos: pos, ID: "fig-" + v.ID, Caption: caption}
	w.snapshot(f, v)
	return f
}

// snapshot puts the picture and its words in a figure.
func (w *writer) snapshot(f *document.Figure, v model.View) {
	f.Diagram = bareDiagram(w.m, v.ID, v.Caption, nil)
	f.Alt = v.Alt
	if f.Alt == "" {
		f.Alt = v.Caption
	}
}

func sortDiagram(d *document.Diagram) {
	slices.SortStableFunc(d.Nodes, func(a, b document.Node) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(d.Edges, func(a, b document.Edge) int { return strings.Compare(a.ID, b.ID) })
}

// unplaced gives the figure of a snapshot if no text places it, once.
func (w *writer) unplaced(v model.View) []document.Block {
	if w.figures[v.ID] != nil || w.hiddenViews[v.ID] {
		return nil
	}
	f := w.figure(v, source.Pos{}, nil)
	w.figures[v.ID] = f
	return []document.Block{f}
}

// homeOf gives the chapter in which a snapshot stands that no text places.
func homeOf(v model.View) string {
	home := "effects"
	for _, s := range v.Show {
		switch {
		case s.All:
			return "landscape"
		case len(s.Domains) > 0:
			home = "domains"
		}
	}
	return home
}
