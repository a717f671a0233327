package main

import (
	"errors"
	"fmt"
	"io/fs"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

const (
	hyphenationFile  = "layout/hyphenation.txt"
	hyphenationLimit = 1 << 20
)

// learn reads the project's own list of words with their divisions, if it has
// one. A list that may not be read, or a line that is no word, is a problem of
// the project.
func learn(fonts *text.Fonts, language, dir string) ([]source.Problem, error) {
	root, err := folder.Open(dir)
	if err != nil {
		return nil, err
	}
	list, err := root.Read(hyphenationFile, hyphenationLimit)
	if problem, ok := folder.Refused(err); ok {
		return []source.Problem{problem}, nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read the list of divisions: %w", err)
	}
	return fonts.Learn(language, hyphenationFile, string(list)), nil
}
