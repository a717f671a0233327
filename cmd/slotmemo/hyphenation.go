package main

import (
	"slotmemo/internal/folder"
	"slotmemo/internal/kept"
	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// learn reads the project's own list of words with their divisions, if it has
// one. A list that may not be read, or a line that is no word, is a problem of
// the project.
func learn(fonts *text.Fonts, language, dir string) ([]source.Problem, error) {
	root, err := folder.Open(dir)
	if err != nil {
		return nil, err
	}
	list, problems, err := kept.ReadDivisions(root)
	if err != nil || len(problems) > 0 {
		return problems, err
	}
	return fonts.Learn(language, kept.DivisionsFile, list), nil
}
