package kept

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// Loops are the ids of loops by their relations, joined with " > " from their
// canonical start: as marvel.Options.LoopIDs wants them.
type Loops map[string]string

const loopsFile = "layout/loops.csv"

var badLoop = source.Message{
	NL: `deze regel kan niet worden gelezen; verwacht "id,verbanden"`,
	EN: `this row can't be read; expected "id,relations"`,
}

// ReadLoops reads the ids of loops; nil without the file. It is a file of ours:
// a row that can't be read costs no more than a number, so it is a warning.
func ReadLoops(f *folder.Folder) (Loops, []source.Problem, error) {
	b, ok, problems, err := read(f, loopsFile, madeLimit)
	if !ok {
		return nil, problems, err
	}
	loops, problems := parseLoops(b)
	return loops, problems, nil
}

func parseLoops(b []byte) (Loops, []source.Problem) {
	loops, ids := Loops{}, map[string]bool{}
	var problems []source.Problem
	c := csv.NewReader(bytes.NewReader(b))
	c.FieldsPerRecord = -1
	for n := 0; ; n++ {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return loops, problems
		}
		pos := source.Pos{Path: loopsFile}
		if err == nil && len(record) > 0 {
			pos.Line, _ = c.FieldPos(0)
		}
		if err == nil && n == 0 && len(record) == 2 && record[0] == "id" {
			continue
		}
		if err != nil || len(record) != 2 || record[0] == "" || record[1] == "" || ids[record[0]] {
			problems = append(problems, source.Problem{Pos: pos, Severity: source.Warning, Message: badLoop})
			if err != nil {
				return loops, problems
			}
			continue
		}
		ids[record[0]] = true
		loops[record[1]] = record[0]
	}
}

// File returns the file of the ids, a line per loop in the order of the ids: L2
// before L10.
func (l Loops) File() File {
	var rows [][]string
	for relations, id := range l {
		rows = append(rows, []string{id, relations})
	}
	slices.SortFunc(rows, func(a, b []string) int {
		return cmp.Or(cmp.Compare(len(a[0]), len(b[0])), slices.Compare(a, b))
	})
	return written(loopsFile, append([][]string{{"id", "relations"}}, rows...))
}
