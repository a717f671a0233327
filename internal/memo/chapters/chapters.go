// Package chapters writes the chapters of a plan: those of the team's own get the
// figures and tables they ask for, all others are made from the model and its
// results. Each built-in chapter is a file of its own and a line in the list
// below; its names stand in project.Chapters, its title in the texts of the memo.
//
// What is written has no numbers yet: the draft that comes out is numbered by
// internal/memo/number.
package chapters

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/charts"
	"slotmemo/internal/memo/claims"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/explore"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/front"
	"slotmemo/internal/memo/plan"
	"slotmemo/internal/memo/read"
	"slotmemo/internal/memo/tables"
	"slotmemo/internal/source"
)

// all chapters that are built in, in no order: the plan has one. A chapter that
// gives nothing doesn't appear.
func all() []builtIn {
	return []builtIn{
		{id: "summary", write: summary},
		{id: "background", write: background},
		{id: "approach", write: approach},
		{id: "landscape", write: landscape},
		{id: "domains", write: domains, append: figuresOfDomains},
		{id: "effects", write: effects},
		{id: "implications", write: implications},
		{id: "recommendations", write: recommendations, append: recommendationTable},
		{id: "limits", write: limits},
		{id: "factors", write: factors},
		{id: "relations", write: relations},
		{id: "actors", write: actors},
		{id: "loops", write: loops},
		{id: "numbers", write: numbers},
		{id: "sessions", write: sessions},
		{id: "changes", write: changes},
	}
}

// A builtIn chapter can be written by the program. What it can't do without if a
// text replaces it is appended to the text.
type builtIn struct {
	id            string
	write, append func(*writer) []document.Block
}

// An Input is all that chapters are written from. It is used up.
type Input struct {
	Plan     plan.Plan
	Texts    *read.Texts
	Edition  read.Edition
	Findings *findings.Findings
}

// Write writes the chapters.
func Write(in Input) (*draft.Memo, []source.Problem) {
	w := newWriter(in)
	fill := filler{w}
	fill.fillTexts()
	for _, c := range w.plan {
		if c.Text != nil {
			c.Text.Blocks = fill.keepOnce(c.Text.Blocks)
		}
	}
	// Recommendations, figures and tables of the texts are known from here on.
	w.tables.Given = w.given()
	written := w.writeAll()
	memo := &draft.Memo{Chapters: written}
	memo.Front = front.Write(w.Findings, w.edition, written)
	for i := range written {
		written[i].Blocks = fill.fillTables(written[i].Blocks)
	}
	memo.Front.Explore = explore.Make(w.Writer, w.wholeModel())
	return memo, w.problems
}

// A writer holds what the chapters share: what they are made from, and what
// stands in the memo already. It goes through them in order.
type writer struct {
	*claims.Writer
	plan     plan.Plan
	texts    *read.Texts
	edition  read.Edition
	charts   *charts.Writer
	tables   *tables.Writer
	figures  map[string]*draft.Figure // that stand in the memo, by the id of their snapshot or chart
	placed   map[string]bool          // tables that stand in it, by name
	seen     map[string]source.Pos    // where the texts place them, by id
	told     map[string]bool          // snapshots whose problems have been told
	problems []source.Problem
}

func newWriter(in Input) *writer {
	c := &claims.Writer{Findings: in.Findings}
	t := &tables.Writer{Writer: c}
	return &writer{
		Writer: c, plan: in.Plan, texts: in.Texts, edition: in.Edition, tables: t, charts: &charts.Writer{Writer: t},
		figures: map[string]*draft.Figure{}, placed: map[string]bool{}, seen: map[string]source.Pos{}, told: map[string]bool{},
	}
}

// writeAll returns the chapters that say anything, in the order of the plan.
func (w *writer) writeAll() []draft.Chapter {
	written := make([]draft.Chapter, len(w.plan))
	for i, c := range w.plan {
		written[i] = draft.Chapter{ID: c.ID, Annex: c.Annex, Title: c.Title, Blocks: w.blocks(c)}
	}
	w.standardBox(written)
	return slices.DeleteFunc(written, func(c draft.Chapter) bool { return len(c.Blocks) == 0 })
}

// blocks writes one chapter. A text gets the snapshots at its end that no text
// places.
func (w *writer) blocks(c *plan.Chapter) []document.Block {
	generated := all()
	i := slices.IndexFunc(generated, func(b builtIn) bool { return b.id == c.ID })
	switch {
	case c.Text == nil && i < 0:
		return nil
	case c.Text == nil:
		return generated[i].write(w)
	}
	blocks := c.Text.Blocks
	if i >= 0 && generated[i].append != nil {
		blocks = append(blocks, generated[i].append(w)...)
	}
	return append(blocks, w.homeless(c.ID)...)
}
