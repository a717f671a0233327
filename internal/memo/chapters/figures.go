package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/prose"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// homeless returns the figures of snapshots that no text places and whose home is
// this chapter, or whose home isn't in this memo if this is the last chapter.
func (w *writer) homeless(id string) []document.Block {
	var blocks []document.Block
	for _, v := range w.Views {
		home := v.Home()
		if home == id && id != "domains" || !w.plan.Has(home) && id == w.plan.Last() {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

// wholeModel returns the id of the figure that shows every factor; empty if there
// is none.
func (w *writer) wholeModel() string {
	for _, v := range w.Views {
		f := w.figures[v.ID]
		if f != nil && v.Home() == "landscape" && f.Diagram != nil && len(f.Diagram.Nodes) == len(w.Model.Factors) {
			return f.ID
		}
	}
	return ""
}

// chart returns the figures of a chart, and notes that they stand in the memo.
func (w *writer) chart(name string) []document.Block {
	figures := w.charts.Make(name, source.Pos{}, nil)
	for _, f := range figures {
		w.figures[f.Of] = f
	}
	return asBlocks(figures)
}

// figure makes the figure of a snapshot. A caption in the text goes before that
// of memo.yaml; the message comes first, since it is the one thing to see.
func (w *writer) figure(v snapshot.View, pos source.Pos, caption []document.Inline) *draft.Figure {
	if len(caption) == 0 {
		caption = document.Words(prose.Sentence(w.Polish(v.Caption)))
	}
	if len(caption) == 0 && v.Message == "" {
		caption = document.Words(v.ID)
	}
	f := &document.Figure{Pos: pos, Caption: w.CaptionOf(caption)}
	if v.Message != "" {
		f.Caption = document.Caption{Message: document.Words(prose.Sentence(w.Polish(v.Message))), Rest: caption}
		f.Short = draft.WithoutCalls(caption)
	}
	if !w.snapshot(f, v) {
		return nil
	}
	return draft.NewFigure(v.ID, f)
}

// snapshot puts the picture and its words in a figure; false if the view can't
// be made, which is reported.
func (w *writer) snapshot(f *document.Figure, v snapshot.View) bool {
	in := snapshot.Input{Model: w.Model, Answers: w.Answers, View: v, Language: w.Language}
	if prev := w.Project.Version(v.Since()); prev != nil {
		in.Previous = prev.Model
		if prev.Memo.Version != "" {
			in.PreviousName = w.T("version.small", prev.Memo.Version)
		}
	}
	made, problems := snapshot.Make(in)
	if !w.told[v.ID] {
		w.told[v.ID] = true
		w.problems = append(w.problems, problems...)
	}
	if made == nil {
		return false
	}
	f.Diagram, f.Drawing = made.Diagram, made.Drawing
	f.Alt, f.Long, f.Data = made.Alt, made.Tale, made.Table
	f.Told = made.Told
	if v.Description != "" {
		f.Long = []document.Block{wording.Say(prose.Sentence(w.Polish(v.Description)))}
	}
	if made.Omitted != "" {
		f.Caption.Rest = document.Caption{Message: f.Caption.Rest, Rest: document.Words(made.Omitted)}.Text()
	}
	if f.Data != nil && len(f.Data.Rows) == 0 {
		f.Data = nil
	}
	if f.Data != nil {
		f.Data.Caption = w.Caption(w.T("data.relations"))
	}
	return true
}

// unplaced returns the figure of a snapshot if no text places it, once.
func (w *writer) unplaced(v snapshot.View) []document.Block {
	if w.figures[v.ID] != nil || w.texts.Hidden[v.ID] {
		return nil
	}
	f := w.figure(v, source.Pos{}, nil)
	if f == nil {
		return nil
	}
	w.figures[v.ID] = f
	return []document.Block{f}
}
