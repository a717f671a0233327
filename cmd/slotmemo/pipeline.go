package main

import (
	"bytes"
	"context"
	"fmt"

	"slotmemo/internal/audit"
	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram"
	"slotmemo/layout/page"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/render/html"
	"slotmemo/render/picture"
)

// A work is a project on its way through the pipeline.
type work struct {
	project   *project.Project
	views     []snapshot.View
	result    *marvel.Result
	doc       *document.Document
	places    *diagram.Places
	book      *page.Book
	pictures  map[string]*picture.Picture // by Figure.ID
	fonts     *text.Fonts
	overrides map[string]model.Override // to be kept
	problems  []source.Problem
	broken    []audit.Finding // clauses that the PDF breaks, and so doesn\'t claim to keep
}

// language in which problems are told.
func (w *work) language() string {
	if w.project == nil || w.project.Memo.Language == "" {
		return "nl"
	}
	return w.project.Memo.Language
}

// stopped tells whether an error was found. What follows an error would only
// find its consequences.
func (w *work) stopped() bool {
	worst, found := source.Worst(w.problems)
	return found && worst == source.Error
}

// write reads a project, computes and writes the Document, or stops at errors.
func write(dir string, e memo.Edition, steps *progress) (*work, error) {
	w := &work{}
	steps.now("read " + dir)
	p, problems, err := project.Read(dir)
	if err != nil {
		return w, fmt.Errorf("read %s: %w", dir, err)
	}
	w.project, w.problems = p, problems
	if w.project == nil || w.project.Model == nil {
		return w, nil
	}
	if w.views, w.problems, err = snapshot.Read(p, problems); err != nil {
		return w, fmt.Errorf("read %s: %w", dir, err)
	}
	steps.now("compute")
	w.result = marvel.Analyse(p.Model, options(p))
	planned := memo.Plan(p, w.views, e)
	answers := planned.Request().Answer(w.result)
	steps.now("write")
	doc, problems := planned.Write(answers)
	w.doc, w.problems = doc, append(w.problems, problems...)
	if doc != nil {
		w.checkOverrides()
	}
	return w, nil
}

func options(p *project.Project) marvel.Options {
	return marvel.Options{
		Horizon: p.Memo.Horizon, Moments: p.Memo.Moments, Combine: p.Memo.Combine,
		LoopIDs: p.Kept.Loops,
	}
}

// draw places and draws all figures.
func (w *work) draw(ctx context.Context, relayout bool, steps *progress) error {
	steps.now("draw")
	kept, problems, err := keptMap(w.project.Dir)
	if err != nil {
		return err
	}
	w.problems = append(w.problems, problems...)
	figures := document.Figures(w.doc)
	w.places, err = diagram.Place(ctx, w.fonts, w.doc.Map, diagramsOf(figures), diagram.Options{
		Language: w.doc.Language, Kept: kept, Relayout: relayout,
	})
	if err != nil {
		return err
	}
	w.problems = append(w.problems, w.places.Problems...)
	w.pictures = map[string]*picture.Picture{}
	for _, f := range figures {
		switch {
		case f.Diagram != nil:
			w.pictures[f.ID] = picture.Draw(w.places.Placed[f.Diagram.ID], w.fonts)
		case f.Chart != nil:
			w.pictures[f.ID] = picture.Chart(f.Chart, w.fonts)
		case f.Drawing != nil:
			w.pictures[f.ID] = picture.Story(story.Place(f.Drawing, w.fonts, w.doc.Language), w.fonts)
		}
	}
	return nil
}

func diagramsOf(figures []*document.Figure) []*document.Diagram {
	var diagrams []*document.Diagram
	for _, f := range figures {
		if f.Diagram != nil {
			diagrams = append(diagrams, f.Diagram)
		}
	}
	return diagrams
}

// set lays the pages out.
func (w *work) set(steps *progress) {
	steps.now("set pages")
	sizes := map[string]page.Size{}
	for id, p := range w.pictures {
		sizes[id] = page.Size{W: p.Width, H: p.Height}
	}
	book, problems := page.Set(w.doc, w.fonts, sizes)
	w.book, w.problems = book, append(w.problems, problems...)
}

// render gives the bytes of both outputs.
func (w *work) render(steps *progress) (pdfBytes, htmlBytes []byte, err error) {
	steps.now("write PDF and HTML")
	if pdfBytes, err = w.writePDF(); err != nil {
		return nil, nil, err
	}
	var h bytes.Buffer
	if err := html.Write(&h, w.doc, w.pictures, w.fonts); err != nil {
		return nil, nil, fmt.Errorf("write HTML: %w", err)
	}
	return pdfBytes, h.Bytes(), nil
}
