package main

import (
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/memo"
	"slotmemo/layout/diagram/inspect"
	"slotmemo/layout/text"
)

// TestFiguresOfExamples holds, for every snapshot of both examples as a build
// makes it (in the column of the memo, with the positions kept in layout/), that
// no label is under 7 pt and nothing lies on anything else.
func TestFiguresOfExamples(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := placed(t, built(t, name)) // what the build placed is in the cache
			drawn := len(w.places.Placed)
			for _, f := range document.Figures(w.doc) {
				if f.Drawing != nil { // layout/story has a test of its own for these
					drawn++
				}
			}
			if drawn < 9 {
				t.Fatalf("only %d figures", drawn)
			}
			for _, d := range diagramsOf(document.Figures(w.doc)) {
				for _, fault := range inspect.Faults(w.places.Placed[d.ID], w.fonts, 138*text.MM, 560) {
					t.Errorf("%s: %s", d.ID, fault)
				}
			}
		})
	}
}

// placed takes an example through the pipeline up to its figures.
func placed(t *testing.T, dir string) *work {
	t.Helper()
	a := &app{stdout: t.Output(), stderr: t.Output(), quiet: true}
	steps := a.progress()
	defer steps.end()
	w, err := write(dir, memo.Edition{}, steps)
	if err != nil {
		t.Fatal(err)
	}
	w.fonts = text.NewFonts()
	if err := w.draw(t.Context(), false, steps); err != nil {
		t.Fatal(err)
	}
	return w
}
