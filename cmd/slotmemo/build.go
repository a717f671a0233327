package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"slotmemo/internal/memo"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// BuildFlags are what build can be asked.
type buildFlags struct {
	out      string // -o
	edition  memo.Edition
	strict   bool
	relayout bool
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use:   "build PROJECT…",
		Short: "Write the memo of each project as PDF and HTML",
		Long: `Read, check, compute, draw, and write PROJECT/out/memo.pdf and memo.html.

Nothing is written if the project has an error. Kept positions of factors stand
in PROJECT/layout, which belongs with the project.`,
		Example: `  slotmemo build mijn-memo
  slotmemo build --for JenV mijn-memo     only what JenV may see, into out/JenV
  slotmemo build --internal mijn-memo     with internal remarks, into out/intern
  slotmemo build -o /tmp/memos a b        into /tmp/memos/a and /tmp/memos/b`,
		Args: needs(1, "a project folder"),
		RunE: func(c *cobra.Command, dirs []string) error { return a.buildAll(c.Context(), dirs, f) },
	}
	c.Flags().StringVarP(&f.out, "output", "o", "", "write into this folder instead of PROJECT/out")
	c.Flags().StringVar(&f.edition.For, "for", "", "the edition for this recipient (an id from to: in memo.yaml)")
	c.Flags().BoolVar(&f.edition.Internal, "internal", false, "with internal remarks; every page is marked")
	c.Flags().BoolVar(&f.strict, "strict", false, "take warnings for errors")
	c.Flags().BoolVar(&f.relayout, "relayout", false, "forget the kept positions of factors")
	return c
}

// buildAll builds each project; one that fails doesn't stop the others. The
// exit code is the highest.
func (a *app) buildAll(ctx context.Context, dirs []string, f buildFlags) error {
	targets, err := targetsOf(dirs, f)
	if err != nil {
		return err
	}
	return a.each(dirs, func(i int) error { return a.buildOne(ctx, targets[i], f) })
}

// each does something for each project and sums up if there are several.
func (a *app) each(dirs []string, do func(i int) error) error {
	worst := exitDone
	codes := make([]int, len(dirs))
	for i := range dirs {
		codes[i] = a.exitCode(do(i))
		worst = max(worst, codes[i])
	}
	if len(dirs) > 1 && !a.quiet {
		for i, dir := range dirs {
			fmt.Fprintf(a.stderr, "%s: %s\n", dir, outcome(codes[i]))
		}
	}
	if worst != exitDone {
		return &failure{code: worst}
	}
	return nil
}

func outcome(code int) string {
	switch code {
	case exitDone:
		return "done"
	case exitProject:
		return "not done, the project has errors"
	}
	return "failed"
}

// A target is a project and the folder for its outputs.
type target struct{ dir, out string }

func targetsOf(dirs []string, f buildFlags) ([]target, error) {
	if f.edition.For != "" && f.edition.Internal {
		return nil, wrongUse("--for and --internal exclude each other")
	}
	var targets []target
	names := map[string]string{}
	for _, dir := range dirs {
		name, err := projectName(dir)
		if err != nil {
			return nil, err
		}
		if other, twice := names[name]; twice && f.out != "" {
			return nil, wrongUse("%s and %s have the same name; in %s one would overwrite the other", other, dir, f.out)
		}
		names[name] = dir
		targets = append(targets, target{dir, outputFolder(dir, name, len(dirs) > 1, f)})
	}
	return targets, nil
}

// projectName gives the name of a project's folder, also of ".".
func projectName(dir string) (string, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return "", wrongUse("%s is not a folder", dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", &failure{exitOther, err}
	}
	return filepath.Base(abs), nil
}

func outputFolder(dir, name string, several bool, f buildFlags) string {
	base := filepath.Join(dir, "out")
	switch {
	case f.out != "" && several:
		base = filepath.Join(f.out, name)
	case f.out != "":
		base = f.out
	}
	switch {
	case f.edition.Internal:
		return filepath.Join(base, "intern")
	case f.edition.For != "":
		return filepath.Join(base, f.edition.For)
	}
	return base
}

// buildOne makes the memo of one project. Each step takes what the step before
// it gave.
func (a *app) buildOne(ctx context.Context, t target, f buildFlags) error {
	steps := a.progress()
	defer steps.end()
	w, err := a.make(ctx, t.dir, f, steps)
	if err != nil {
		return err
	}
	files, err := outputsOf(w, t, steps)
	if err != nil {
		return err
	}
	steps.end()
	if err := a.publish(w, t, files); err != nil {
		return err
	}
	return a.tellClaims(w, f.strict)
}

// make takes a project through the pipeline up to its pages and tells its
// problems. It gives a failure if these stop the build.
func (a *app) make(ctx context.Context, dir string, f buildFlags, steps *progress) (*work, error) {
	w, err := write(dir, f.edition, steps)
	if err != nil {
		return w, &failure{exitOther, err}
	}
	if err := recipientKnown(w, f.edition.For); err != nil {
		return w, err
	}
	if w.stopped() || w.doc == nil {
		return w, a.show(w.problems, w.language(), f.strict)
	}
	w.fonts = text.NewFonts()
	problems, err := learn(w.fonts, w.language(), dir)
	if err != nil {
		return w, &failure{exitOther, err}
	}
	w.problems = append(w.problems, problems...)
	if w.stopped() {
		return w, a.show(w.problems, w.language(), f.strict)
	}
	if err := w.draw(ctx, f.relayout, steps); err != nil {
		return w, &failure{exitOther, err}
	}
	w.set(steps)
	steps.end()
	return w, a.show(w.problems, w.language(), f.strict)
}

// recipientKnown refuses an edition for somebody who isn't an addressee.
func recipientKnown(w *work, id string) error {
	if id == "" || w.project == nil {
		return nil
	}
	var ids []string
	for _, r := range w.project.Memo.To {
		if r.ID == id {
			return nil
		}
		ids = append(ids, r.ID)
	}
	message := fmt.Sprintf("--for %s: no such recipient; memo.yaml has %s", id, strings.Join(ids, ", "))
	if near := source.Near(id, ids); near != "" {
		message += fmt.Sprintf("; did you mean %q?", near)
	}
	return wrongUse("%s", message)
}

// outputsOf renders both files.
func outputsOf(w *work, t target, steps *progress) (outputs, error) {
	pdfBytes, htmlBytes, err := w.render(steps)
	if err != nil {
		return outputs{}, &failure{exitOther, err}
	}
	var files outputs
	files.add(filepath.Join(t.out, "memo.pdf"), pdfBytes)
	files.add(filepath.Join(t.out, "memo.html"), htmlBytes)
	return files, nil
}

// publish makes all files appear, with what is kept of the layout. Where the
// project itself can't be written to, its outputs appear without that.
func (a *app) publish(w *work, t target, files outputs) error {
	kept, err := w.kept()
	if err != nil {
		return &failure{exitOther, err}
	}
	whole := outputs{append(kept, files.files...)}
	err = whole.commit()
	if readOnly(err) && files.commit() == nil {
		a.warn(w, notKept)
		err = nil
	}
	if err != nil {
		return &failure{exitOther, err}
	}
	a.tellDrift(w)
	if !a.quiet {
		for _, f := range files.files {
			fmt.Fprintln(a.stdout, f.path)
		}
	}
	return nil
}

var notKept = source.Message{
	NL: "de projectmap is niet te beschrijven; de plaatsen van factoren zijn niet bewaard",
	EN: "the project folder can't be written to; the positions of factors weren't kept",
}
