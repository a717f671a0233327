package chapters

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// A filler puts figures, tables and values where the team's texts ask for them.
type filler struct{ *writer }

// fillTexts puts the words and figures into the texts that wait for the results:
// into all of them, also those that aren't in this memo, so that what is wrong in
// them is told. A section that a text quotes is filled there.
func (w filler) fillTexts() {
	for _, s := range w.texts.Sessions {
		for _, x := range s.Sections {
			if !x.Quoted {
				x.Blocks = w.fill(x.Blocks)
			}
		}
	}
	for _, t := range w.texts.Texts {
		t.Title = document.Map(t.Title, w.words)
		t.Blocks = w.fill(t.Blocks)
	}
	for _, n := range w.texts.Notes {
		n.Blocks = w.fill(n.Blocks)
	}
	for _, c := range w.plan {
		if c.Text != nil && c.Text.Title != nil {
			c.Title = c.Text.Title
		}
	}
}

func (w filler) fill(blocks []document.Block) []document.Block {
	blocks = draft.Rebuild(blocks, w.fillBlock)
	draft.MapInlines(blocks, w.words)
	return blocks
}

// fillBlock makes the figures of a place, or the effect of a recommendation.
func (w filler) fillBlock(b document.Block) []document.Block {
	switch b := b.(type) {
	case *draft.SnapshotPlace:
		if f := w.figure(w.view(b.View), b.Pos, document.Map(b.Caption, w.words)); f != nil {
			return []document.Block{f}
		}
		return nil
	case *draft.ChartPlace:
		figures := w.charts.Make(b.Chart, b.Pos, document.Map(b.Caption, w.words))
		if len(figures) == 0 {
			w.warn(b.Pos, problem.EmptyChart, b.Chart)
		}
		return asBlocks(figures)
	case *draft.EffectPlace:
		return w.effect(b.Interventions)
	}
	return []document.Block{b}
}

func asBlocks(figures []*draft.Figure) []document.Block {
	var blocks []document.Block
	for _, f := range figures {
		blocks = append(blocks, f)
	}
	return blocks
}

func (w *writer) view(id string) snapshot.View {
	views := w.Views
	return views[slices.IndexFunc(views, func(v snapshot.View) bool { return v.ID == id })]
}

// effect is what stands below a recommendation.
func (w *writer) effect(interventions []string) []document.Block {
	text := w.EffectOf(interventions)
	if text == "" {
		return nil
	}
	return []document.Block{&document.Aside{
		Kind: document.Result, Label: w.T("label.effect"),
		Blocks: []document.Block{&document.Paragraph{Text: document.Words(text)}},
	}}
}

// words returns what a text takes from the results in a line.
func (w filler) words(in document.Inline) []document.Inline {
	switch in := in.(type) {
	case draft.Value:
		return w.value(in)
	case draft.LoopName:
		return w.loopName(in)
	}
	return []document.Inline{in}
}

// value writes a change: "+12,4", behind the words of the link.
func (w filler) value(v draft.Value) []document.Inline {
	change, ok := w.Answers.Change(v.Interventions, v.Factor, v.Year)
	if !ok {
		word := w.T("undetermined")
		w.warn(v.Pos, problem.EffectUndetermined, v.Written, word)
		if len(v.Kids) > 0 {
			return v.Kids
		}
		return document.Words(word)
	}
	points := w.Points(change)
	if len(v.Kids) > 0 {
		points = wording.Hard + points
	}
	return append(slices.Clone(v.Kids), document.Text(points))
}

// loopName writes the id of a loop that has no name, unless the link has words.
func (w filler) loopName(l draft.LoopName) []document.Inline {
	found := w.Loop(l.ID)
	switch {
	case found == nil:
		w.problems = append(w.problems, problem.Unknown(l.Pos, problem.UnknownLoop, l.ID, w.LoopIDs()))
	case len(l.Kids) == 0 && found.Name == "":
		w.warn(l.Pos, problem.LoopReference, l.ID)
		return document.Words(found.ID)
	case len(l.Kids) == 0:
		return document.Words(found.Name)
	}
	return l.Kids
}

// keepOnce drops and reports what the texts place a second time, and notes the
// rest.
func (w filler) keepOnce(blocks []document.Block) []document.Block {
	return draft.Rebuild(blocks, func(b document.Block) []document.Block {
		id, pos := "", source.Pos{}
		switch b := b.(type) {
		case *draft.Figure:
			id, pos = b.ID, b.Pos
		case *draft.TablePlace:
			id, pos = "table-"+b.Table, b.Pos
		default:
			return []document.Block{b}
		}
		if first, ok := w.seen[id]; ok {
			w.problems = append(w.problems, source.Problem{Pos: pos, Message: problem.PlacedTwice, Args: []any{id}, See: first})
			return nil
		}
		w.seen[id] = pos
		switch b := b.(type) {
		case *draft.Figure:
			w.figures[b.Of] = b
		case *draft.TablePlace:
			w.placed[b.Table] = true
		}
		return []document.Block{b}
	})
}

// fillTables makes the tables that the texts asked for.
func (w filler) fillTables(blocks []document.Block) []document.Block {
	return draft.Rebuild(blocks, func(b document.Block) []document.Block {
		place, ok := b.(*draft.TablePlace)
		if !ok {
			return []document.Block{b}
		}
		t := w.tables.Make(place.Table)
		if t == nil {
			w.warn(place.Pos, problem.EmptyTable, place.Table)
			return nil
		}
		t.Pos = place.Pos
		if len(place.Caption) > 0 {
			t.Caption = w.CaptionOf(place.Caption)
		}
		return []document.Block{t}
	})
}

func (w *writer) warn(pos source.Pos, m source.Message, args ...any) {
	w.problems = append(w.problems, source.Problem{Pos: pos, Severity: source.Warning, Message: m, Args: args})
}
