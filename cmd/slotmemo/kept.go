package main

import (
	"errors"
	"io/fs"
	"syscall"

	"slotmemo/internal/document"
	"slotmemo/internal/folder"
	"slotmemo/internal/kept"
	"slotmemo/internal/marvel"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram"
)

// kept returns the files of the project's layout folder that a successful build
// writes: where factors stand on the map and how relations bow, the ids of loops, and for which picture
// an author wrote a text.
func (w *work) kept() ([]output, error) {
	var files []kept.File
	if w.places.Kept.Spots != nil {
		files = append(files, toKeep(w.places.Kept.Spots).File(), kept.Bows(w.places.Kept.Bows).File())
	}
	if len(w.result.Loops.List) > 0 {
		files = append(files, kept.Loops(marvel.KeepLoopIDs(w.project.Kept.Loops, w.result.Loops.List)).File())
	}
	if len(w.overrides)+len(w.project.Kept.Alts) > 0 {
		files = append(files, kept.Alternatives(w.overrides).File())
	}
	root, err := folder.Open(w.project.Dir)
	if err != nil {
		return nil, err
	}
	var placed []output
	for _, f := range files {
		path, err := root.Place(f.Name)
		if err != nil {
			return nil, err
		}
		placed = append(placed, output{path, f.Bytes})
	}
	return placed, nil
}

// keptMap reads where the factors of the project in dir stand on its map, and how
// its relations bow.
func keptMap(dir string) (diagram.Kept, []source.Problem, error) {
	root, err := folder.Open(dir)
	if err != nil {
		return diagram.Kept{}, nil, err
	}
	positions, problems, err := kept.ReadPositions(root)
	if err != nil {
		return diagram.Kept{}, nil, err
	}
	bows, more, err := kept.ReadBows(root)
	k := diagram.Kept{Spots: map[string]diagram.Spot{}, Bows: bows}
	for id, at := range positions {
		k.Spots[id] = diagram.Spot(at)
	}
	return k, append(problems, more...), err
}

// toKeep is what is kept of the stations of a map.
func toKeep(spots map[string]diagram.Spot) kept.Positions {
	k := kept.Positions{}
	for id, at := range spots {
		k[id] = kept.Position(at)
	}
	return k
}

// checkOverrides compares the authors' own texts with the pictures of now.
func (w *work) checkOverrides() {
	diagrams := map[string]*document.Diagram{}
	for _, f := range document.Figures(w.doc) {
		switch {
		case f.Diagram != nil:
			diagrams[f.Diagram.ID] = f.Diagram
		case f.Drawing != nil:
			diagrams[f.Drawing.Base().ID] = snapshot.DrawingOf(f.Drawing)
		}
	}
	now, problems := snapshot.Overrides(w.views, diagrams, w.project.Kept.Alts)
	w.overrides, w.problems = now, append(w.problems, problems...)
}

// readOnly tells whether the error says that nothing may be written there.
func readOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
