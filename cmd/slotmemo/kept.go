package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/layout/diagram"
)

// kept gives the files of the project's layout folder that a successful build
// writes: where factors stand on the map, the ids of loops, and for which picture
// an author wrote a text.
func (w *work) kept() []output {
	var files []output
	if w.places.Kept.Spots != nil {
		files = append(files, w.keptFile(diagram.PositionsFile, diagram.Positions(w.places.Kept.Spots).CSV()))
	}
	if len(w.result.Loops.List) > 0 {
		files = append(files, w.keptFile(project.KeptLoops, project.FormatKeptLoops(marvel.KeepLoopIDs(w.project.Kept.Loops, w.result.Loops.List))))
	}
	if len(w.overrides)+len(w.project.Kept.Alts) > 0 {
		files = append(files, w.keptFile(project.KeptAlts, project.FormatAlts(w.overrides)))
	}
	return files
}

// checkOverrides compares the authors' own texts with the pictures of now.
func (w *work) checkOverrides() {
	diagrams := map[string]*document.Diagram{}
	for _, d := range diagramsOf(document.Figures(w.doc)) {
		diagrams[d.ID] = d
	}
	now, problems := snapshot.Overrides(w.views, diagrams, w.project.Kept.Alts)
	w.overrides, w.problems = now, append(w.problems, problems...)
}

func (w *work) keptFile(path string, bytes []byte) output {
	return output{filepath.Join(w.project.Dir, filepath.FromSlash(path)), bytes}
}

// readOnly tells whether the error says that nothing may be written there.
func readOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
