// Package kept reads and writes what earlier builds of a project settled and
// later ones keep: the files of its folder layout/.
//
//	positions.csv    where the factors stand on the map     build writes it, people may edit it
//	bows.csv         how far relations bow aside on it      build writes it, people may edit it
//	loops.csv        the ids of loops                       build writes it
//	alts.csv         for which picture a text was written   build writes it
//	hyphenation.txt  where words may be divided             people write it
//
// They belong with the project, so they are small, sorted, and change in one
// line where one thing changes. A kept thing is one file of this package: its
// type, its reading, its writing. All of it goes through folder, so that no
// pipe, no link to the outside and no huge file gets past. What the values mean
// on paper is layout's affair.
package kept

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// A File is a kept file to be written: its name below the project folder, with
// slashes, and its bytes.
type File struct {
	Name  string
	Bytes []byte
}

// Limits of kept files, in bytes.
const (
	madeLimit    = 4 << 20 // of files that a build writes
	writtenLimit = 1 << 20 // of files that people write
)

// read returns the bytes of a kept file; ok is false without it. A file that
// folder refuses is a problem, and the error is that of the disk.
func read(f *folder.Folder, name string, limit int64) (b []byte, ok bool, problems []source.Problem, err error) {
	b, err = f.Read(name, limit)
	if p, refused := folder.Refused(err); refused {
		return nil, false, []source.Problem{p}, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil, nil
	}
	if err != nil {
		return nil, false, nil, fmt.Errorf("read what was kept: %w", err)
	}
	return b, true, nil, nil
}

// written returns a kept file of rows.
func written(name string, rows [][]string) File {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		panic(fmt.Sprintf("kept: a buffer refused a row: %v", err))
	}
	return File{name, b.Bytes()}
}
