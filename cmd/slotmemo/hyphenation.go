package main

import (
	"errors"
	"fmt"
	"io/fs"

	"slotmemo/internal/folder"
)

const (
	hyphenationFile  = "layout/hyphenation.txt"
	hyphenationLimit = 1 << 20
)

// learn reads the project's own list of words with their divisions, if it has
// one. A list that may not be read, or a line that is no word, is a problem of
// the project.
func (w *work) learn(dir string) error {
	root, err := folder.Open(dir)
	if err != nil {
		return err
	}
	list, err := root.Read(hyphenationFile, hyphenationLimit)
	if problem, ok := folder.Refused(err); ok {
		w.problems = append(w.problems, problem)
		return nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("read the list of divisions: %w", err)
	}
	w.problems = append(w.problems, w.fonts.Learn(w.language(), hyphenationFile, string(list))...)
	return nil
}
