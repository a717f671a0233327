package project

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// KeptLoops is the file of loop ids, below the project folder.
const KeptLoops = "layout/loops.csv"

// KeptAlts is the file that says for which picture an author wrote a text.
const KeptAlts = "layout/alts.csv"

const maxKept = 4 << 20 // bytes of a kept file

// Kept is what earlier builds settled and later ones keep.
type Kept struct {
	// Loops gives the id of a loop by its relations, joined with " > " from
	// its canonical start; as marvel.Options.LoopIDs wants it.
	Loops map[string]string

	// Alts says for which picture the author's own text of a view was written,
	// by the id of the view.
	Alts map[string]model.Override
}

// kept reads layout/loops.csv. It is a file of ours: a row that can't be read
// costs no more than a number, so it is a warning.
func (r *reader) kept() error {
	if err := r.keptAlts(); err != nil {
		return err
	}
	text, ok, err := r.file(KeptLoops, maxKept)
	if err != nil || !ok {
		return err
	}
	loops, problems := parseKept(text)
	r.project.Kept.Loops = loops
	r.add(problems...)
	return nil
}

// keptAlts reads layout/alts.csv. What can't be read is left out: the next
// build writes it anew.
func (r *reader) keptAlts() error {
	text, ok, err := r.file(KeptAlts, maxKept)
	if err != nil || !ok {
		return err
	}
	r.project.Kept.Alts = parseAlts(text)
	return nil
}

func parseAlts(text string) map[string]model.Override {
	alts := map[string]model.Override{}
	c := csv.NewReader(strings.NewReader(text))
	c.FieldsPerRecord = -1
	for {
		record, err := c.Read()
		if err != nil {
			return alts
		}
		if len(record) == 3 && record[0] != "id" {
			alts[record[0]] = model.Override{Text: record[1], Picture: record[2]}
		}
	}
}

// FormatAlts gives the content of layout/alts.csv, sorted by id.
func FormatAlts(alts map[string]model.Override) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"id", "text", "picture"}}
	for _, id := range slices.Sorted(maps.Keys(alts)) {
		rows = append(rows, []string{id, alts[id].Text, alts[id].Picture})
	}
	if err := w.WriteAll(rows); err != nil {
		panic("project: a buffer refused a row: " + err.Error())
	}
	return b.Bytes()
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
