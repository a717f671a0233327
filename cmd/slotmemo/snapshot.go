package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/render/svg"

	"github.com/spf13/cobra"
)

// snapshotFlags are the flags of snapshot.
type snapshotFlags struct {
	out            string
	list, describe bool
}

func (a *app) snapshotCommand() *cobra.Command {
	var flags snapshotFlags
	c := &cobra.Command{
		Use:   "snapshot PROJECT [ID…]",
		Short: "Write snapshots of the model as SVG",
		Long: `snapshot writes each snapshot of memo.yaml, or those named, as an SVG file of its
own in out/snapshots of the project. It reads memo.yaml and the model only.`,
		Example: `  slotmemo snapshot mijn-memo
  slotmemo snapshot -o - mijn-memo vertrouwen > vertrouwen.svg
  slotmemo snapshot --list mijn-memo
  slotmemo snapshot --describe mijn-memo vertrouwen`,
		Args: needs(1, "a project"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.runSnapshot(c.Context(), args[0], args[1:], flags)
		},
	}
	c.Flags().StringVarP(&flags.out, "output", "o", "", "folder for the files, or - for stdout (default PROJECT/out/snapshots)")
	c.Flags().BoolVar(&flags.list, "list", false, "list ids and captions")
	c.Flags().BoolVar(&flags.describe, "describe", false, "print the words of the snapshots instead of drawing them")
	return c
}

func (a *app) runSnapshot(ctx context.Context, dir string, ids []string, flags snapshotFlags) error {
	if flags.out == "-" && len(ids) != 1 && !flags.list && !flags.describe {
		return wrongUse("-o - writes one snapshot; %d were named", len(ids))
	}
	p, views, problems, err := readViews(dir)
	if err != nil {
		return &failure{exitOther, fmt.Errorf("read %s: %w", dir, err)}
	}
	if err := a.show(problems, p.Memo.Language, false); err != nil {
		return err
	}
	if err := viewsKnown(views, ids); err != nil {
		return err
	}
	if flags.list {
		return a.listViews(views, ids)
	}
	shots, err := a.makeSnapshots(p, views, ids)
	if err != nil {
		return err
	}
	if flags.describe {
		return a.describe(shots)
	}
	return a.drawSnapshots(ctx, p, shots, flags.out)
}

// readViews reads memo.yaml and the model only: faults in texts don't stop it.
func readViews(dir string) (*project.Project, []snapshot.View, []source.Problem, error) {
	p, problems, err := project.ReadModel(dir)
	if err != nil {
		return nil, nil, nil, err
	}
	views, problems, err := snapshot.Read(p, problems)
	return p, views, problems, err
}

// viewsKnown refuses ids that memo.yaml doesn't have.
func viewsKnown(views []snapshot.View, ids []string) error {
	var known []string
	for _, v := range views {
		known = append(known, v.ID)
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return wrongUse("memo.yaml has no snapshot %q; it has %s", id, strings.Join(known, ", "))
		}
	}
	return nil
}

func wanted(id string, ids []string) bool { return len(ids) == 0 || slices.Contains(ids, id) }

func (a *app) listViews(views []snapshot.View, ids []string) error {
	for _, v := range views {
		if wanted(v.ID, ids) {
			if _, err := fmt.Fprintf(a.stdout, "%s\t%s\n", v.ID, v.Caption); err != nil {
				return written(err)
			}
		}
	}
	return nil
}

func (a *app) makeSnapshots(p *project.Project, views []snapshot.View, ids []string) ([]*snapshot.Snapshot, error) {
	o := options(p)
	o.SkipRobustness = true
	asked := marvel.Request{Model: p.Model}
	for _, v := range views {
		if wanted(v.ID, ids) {
			asked.Effects = append(asked.Effects, snapshot.Needs(v)...)
		}
	}
	answers := asked.Answer(marvel.Analyse(p.Model, o))
	var shots []*snapshot.Snapshot
	var problems []source.Problem
	for _, v := range views {
		if !wanted(v.ID, ids) {
			continue
		}
		in := snapshot.Input{Model: p.Model, Answers: answers, View: v, Language: p.Memo.Language}
		if old := p.Version(v.Since()); old != nil {
			in.Previous = old.Model
		}
		s, found := snapshot.Make(in)
		problems = append(problems, found...)
		if s != nil {
			shots = append(shots, s)
		}
	}
	return shots, a.show(problems, p.Memo.Language, false)
}

// describe prints the words of snapshots.
func (a *app) describe(shots []*snapshot.Snapshot) error {
	var b bytes.Buffer
	for i, s := range shots {
		if i > 0 {
			fmt.Fprintln(&b)
		}
		fmt.Fprintf(&b, "%s: %s\n\n%s\n", s.ID, s.Title, s.Alt)
		describeBlocks(&b, s.Long)
	}
	_, err := a.stdout.Write(b.Bytes())
	return written(err)
}

func describeBlocks(w io.Writer, blocks []document.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *document.Paragraph:
			fmt.Fprintf(w, "\n%s\n", document.Plain(block.Text))
		case *document.List:
			for _, item := range block.Items {
				for _, b := range item.Blocks {
					if p, ok := b.(*document.Paragraph); ok {
						fmt.Fprintf(w, "- %s\n", document.Plain(p.Text))
					}
				}
			}
		}
	}
}

// drawSnapshots writes a file for each snapshot, or one to stdout.
func (a *app) drawSnapshots(ctx context.Context, p *project.Project, shots []*snapshot.Snapshot, out string) error {
	steps := a.progress()
	defer steps.end()
	steps.now("draw")
	files, problems, err := svgFiles(ctx, p, shots)
	if err != nil {
		return &failure{exitOther, err}
	}
	if err := a.show(problems, p.Memo.Language, false); err != nil {
		return err
	}
	if out == "-" {
		_, err := a.stdout.Write(files[0])
		return written(err)
	}
	if out == "" {
		out = filepath.Join(p.Dir, "out", "snapshots")
	}
	var o outputs
	for i, s := range shots {
		o.add(filepath.Join(out, fileName(s.ID)), files[i])
	}
	if err := o.commit(); err != nil {
		return &failure{exitOther, err}
	}
	if !a.quiet {
		for _, f := range o.files {
			fmt.Fprintln(a.stdout, f.path)
		}
	}
	return nil
}

// svgFiles lays out and draws snapshots. Kept positions are used, not written:
// only a build that succeeds does that.
func svgFiles(ctx context.Context, p *project.Project, shots []*snapshot.Snapshot) ([][]byte, []source.Problem, error) {
	kept, problems, err := keptMap(p.Dir)
	if err != nil {
		return nil, nil, err
	}
	var diagrams []*document.Diagram
	for _, s := range shots {
		if s.Diagram != nil {
			diagrams = append(diagrams, s.Diagram)
		}
	}
	fonts := text.NewFonts()
	wrong, err := learn(fonts, p.Memo.Language, p.Dir)
	if err != nil {
		return nil, nil, err
	}
	problems = append(problems, wrong...)
	places, err := diagram.Place(ctx, fonts, snapshot.Map(p.Model, ""), diagrams, diagram.Options{Language: p.Memo.Language, Kept: kept})
	if err != nil {
		return nil, nil, err
	}
	var files [][]byte
	for _, s := range shots {
		words := svg.Words{Language: p.Memo.Language, Title: s.Title, Desc: snapshotWords(s)}
		var b bytes.Buffer
		var drawn *picture.Picture
		if s.Drawing != nil {
			drawn = picture.Story(story.Place(s.Drawing, fonts, p.Memo.Language), fonts)
		} else {
			drawn = picture.Draw(places.Placed[s.ID], fonts)
		}
		if err := svg.Write(&b, drawn, words, fonts); err != nil {
			return nil, nil, fmt.Errorf("draw snapshot %s: %w", s.ID, err)
		}
		files = append(files, b.Bytes())
	}
	return files, append(problems, places.Problems...), nil
}

// snapshotWords are the words inside a file that has no table beside it.
func snapshotWords(s *snapshot.Snapshot) string {
	var b strings.Builder
	describeBlocks(&b, s.Long)
	return strings.Join(strings.Fields(b.String()), " ")
}

// fileName gives the file of a snapshot. An id is any text; what would lead to
// another folder is written in percents.
func fileName(id string) string { return url.PathEscape(id) + ".svg" }
