package kept

import (
	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// DivisionsFile is the project's own list of words with their divisions, below
// its folder.
const DivisionsFile = "layout/hyphenation.txt"

// ReadDivisions returns the project's own list of words with their divisions as
// it stands in its file, a word a line; empty without one. layout/text reads the
// words. The error is that of the disk.
func ReadDivisions(f *folder.Folder) (string, []source.Problem, error) {
	b, _, problems, err := read(f, DivisionsFile, writtenLimit)
	return string(b), problems, err
}
