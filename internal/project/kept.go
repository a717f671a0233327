package project

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"slotmemo/internal/source"
)

// KeptLoops is the file of loop ids, below the project folder.
const KeptLoops = "layout/loops.csv"

const maxKept = 4 << 20 // bytes of layout/loops.csv

// Kept is what earlier builds settled and later ones keep.
type Kept struct {
	// Loops gives the id of a loop by its relations, joined with " > " from
	// its canonical start; as marvel.Options.LoopIDs wants it.
	Loops map[string]string
}

// kept reads layout/loops.csv. It is a file of ours: a row that can't be read
// costs no more than a number, so it is a warning.
func (r *reader) kept() error {
	text, ok, err := r.file(KeptLoops, maxKept)
	if err != nil || !ok {
		return err
	}
	loops, problems := parseKept(text)
	r.project.Kept.Loops = loops
	r.add(problems...)
	return nil
}

func parseKept(text string) (map[string]string, []source.Problem) {
	loops, ids := map[string]string{}, map[string]bool{}
	var problems []source.Problem
	c := csv.NewReader(strings.NewReader(text))
	c.FieldsPerRecord = -1
	for n := 0; ; n++ {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return loops, problems
		}
		pos := source.Pos{Path: KeptLoops}
		if err == nil && len(record) > 0 {
			pos.Line, _ = c.FieldPos(0)
		}
		if err == nil && n == 0 && len(record) == 2 && record[0] == "id" {
			continue
		}
		if err != nil || len(record) != 2 || record[0] == "" || record[1] == "" || ids[record[0]] {
			problems = append(problems, source.Problem{Pos: pos, Severity: source.Warning, Message: badKept})
			if err != nil {
				return loops, problems
			}
			continue
		}
		ids[record[0]] = true
		loops[record[1]] = record[0]
	}
}

// FormatKeptLoops gives the content of layout/loops.csv, a line per loop in the
// order of the ids: L2 before L10.
func FormatKeptLoops(loops map[string]string) []byte {
	var rows [][]string
	for relations, id := range loops {
		rows = append(rows, []string{id, relations})
	}
	slices.SortFunc(rows, func(a, b []string) int {
		if len(a[0]) != len(b[0]) {
			return len(a[0]) - len(b[0])
		}
		return slices.Compare(a, b)
	})
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range append([][]string{{"id", "relations"}}, rows...) {
		if err := w.Write(row); err != nil {
			panic("project: a buffer refused a row: " + err.Error())
		}
	}
	w.Flush()
	return b.Bytes()
}
