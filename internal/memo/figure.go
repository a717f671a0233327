package memo

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// figure makes the figure of a snapshot. A caption in the text goes before that
// of memo.yaml; the message comes first, since it is the one thing to see.
func (w *writer) figure(v snapshot.View, pos source.Pos, caption []document.Inline) *document.Figure {
	if len(caption) == 0 {
		caption = document.Words(sentence(w.polish(v.Caption)))
	}
	if len(caption) == 0 && v.Message == "" {
		caption = document.Words(v.ID)
	}
	f := &document.Figure{Pos: pos, ID: "fig-" + v.ID, Caption: w.captionOf(caption)}
	if v.Message != "" {
		f.Caption = document.Caption{Message: document.Words(sentence(w.polish(v.Message))), Rest: caption}
		f.Short = withoutCalls(caption)
	}
	if !w.snapshot(f, v) {
		return nil
	}
	return f
}

// snapshot puts the picture and its words in a figure; false if the view can't
// be made, which is reported.
func (w *writer) snapshot(f *document.Figure, v snapshot.View) bool {
	in := snapshot.Input{Model: w.m, Result: w.r, View: v, Language: w.language}
	if prev := w.p.Version(v.Since()); prev != nil {
		in.Previous = prev.Model
		if prev.Memo.Version != "" {
			in.PreviousName = w.t("version.small", prev.Memo.Version)
		}
	}
	made, problems := snapshot.Make(in)
	if !w.reported[v.ID] {
		w.reported[v.ID] = true
		w.problems = append(w.problems, problems...)
	}
	if made == nil {
		return false
	}
	f.Diagram, f.Alt, f.Long, f.Data = made.Diagram, made.Alt, made.Tale, made.Table
	f.Told = made.Told
	if v.Description != "" {
		f.Long = []document.Block{say(sentence(w.polish(v.Description)))}
	}
	if made.Omitted != "" {
		f.Caption.Rest = document.Caption{Message: f.Caption.Rest, Rest: document.Words(made.Omitted)}.Text()
	}
	if f.Data != nil && len(f.Data.Rows) == 0 {
		f.Data = nil
	}
	if f.Data != nil {
		f.Data.Caption = w.caption(w.t("data.relations"))
	}
	return true
}

// addDomainViews gives a model that is too large for one figure a figure for
// each domain, where memo.yaml has none of that domain.
func (w *writer) addDomainViews() {
	if !snapshot.Large(w.m) || len(w.m.Domains()) < 2 {
		return
	}
	shown := map[string]bool{}
	for _, v := range w.views {
		for _, d := range v.Domains() {
			shown[strings.ToLower(d)] = true
		}
	}
	for _, d := range w.m.Domains() {
		id := "domain-" + slug(d)
		if shown[strings.ToLower(d)] || w.view(id) != nil {
			continue
		}
		w.views = append(w.views, snapshot.View{
			ID: id, Caption: w.t("caption.domain", w.capital(d)), Show: []snapshot.Selector{&snapshot.Domain{Names: []string{d}}},
		})
	}
}

// unplaced gives the figure of a snapshot if no text places it, once.
func (w *writer) unplaced(v snapshot.View) []document.Block {
	if w.figures[v.ID] != nil || w.hiddenViews[v.ID] {
		return nil
	}
	f := w.figure(v, source.Pos{}, nil)
	if f == nil {
		return nil
	}
	w.figures[v.ID] = f
	return []document.Block{f}
}
