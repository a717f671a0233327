package kept

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// A numberFile is a kept file with numbers by id, which people may edit: a head,
// then a line each.
type numberFile struct {
	name    string
	head    []string // "id" first
	most    float64  // the largest number, either side of zero
	step    float64  // numbers are rounded to it
	wrong   source.Message
	doubled source.Message
}

var (
	badHead = source.Message{
		NL: "de eerste regel is niet %q; zonder die regel wordt dit bestand niet gelezen",
		EN: "the first line isn't %q; without it this file isn't read",
	}
	badRow = source.Message{
		NL: "%d velden; verwacht: %s",
		EN: "%d fields; expected %s",
	}
	badCSV = source.Message{
		NL: "geen leesbare CSV; verwacht: regels %s",
		EN: "no readable CSV; expected lines %s",
	}
)

// read returns the numbers by id, none without the file. A line that can't be
// read is a problem at its place, and the others still count.
func (n *numberFile) read(f *folder.Folder) (map[string][]float64, []source.Problem, error) {
	b, ok, problems, err := read(f, n.name, madeLimit)
	if !ok {
		return nil, problems, err
	}
	numbers, problems := n.parse(b)
	return numbers, problems, nil
}

func (n *numberFile) parse(b []byte) (map[string][]float64, []source.Problem) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	r := numberReader{numberFile: n, bytes: b, csv: csv.NewReader(bytes.NewReader(b)), out: map[string][]float64{}, lines: map[string]source.Pos{}}
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.read()
	return r.out, r.problems
}

// file returns the file of the numbers, sorted by id.
func (n *numberFile) file(numbers map[string][]float64) File {
	rows := [][]string{n.head}
	for _, id := range slices.Sorted(maps.Keys(numbers)) {
		row := []string{id}
		for _, v := range numbers[id] {
			row = append(row, strconv.FormatFloat(n.round(v), 'f', -1, 64))
		}
		rows = append(rows, row)
	}
	return written(n.name, rows)
}

// round rounds to the step of the file; there is one zero, without a sign.
func (n *numberFile) round(v float64) float64 {
	if v = math.Round(v/n.step) / (1 / n.step); v == 0 {
		return 0
	}
	return v
}

func (n *numberFile) expected() string { return strings.Join(n.head, ",") }

type numberReader struct {
	*numberFile
	bytes    []byte // of the whole file
	csv      *csv.Reader
	out      map[string][]float64
	lines    map[string]source.Pos
	problems []source.Problem
}

func (r *numberReader) read() {
	for first := true; ; first = false {
		row, err := r.csv.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.report(r.placeOf(err), badCSV, r.expected())
			return
		}
		line, _ := r.csv.FieldPos(0)
		at := source.Pos{Path: r.name, Line: line, Column: 1}
		switch {
		case !first:
			r.row(row, at)
		case !slices.Equal(row, r.head):
			r.report(at, badHead, r.expected())
			return
		}
	}
}

func (r *numberReader) row(row []string, at source.Pos) {
	if len(row) != len(r.head) {
		r.report(at, badRow, len(row), r.expected())
		return
	}
	id := row[0]
	if was, ok := r.lines[id]; ok {
		r.report(at, r.doubled, id)
		r.problems[len(r.problems)-1].See = was
		return
	}
	r.lines[id] = at
	var numbers []float64
	for i, s := range row[1:] {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > r.most {
			at.Line, at.Column = r.place(i + 1)
			if !utf8.ValidString(s) {
				s = strconv.QuoteToASCII(s)
			}
			r.report(at, r.wrong, s)
			return
		}
		numbers = append(numbers, r.round(v))
	}
	r.out[id] = numbers
}

// place returns where a field begins, in characters; the reader counts bytes.
func (r *numberReader) place(field int) (line, column int) {
	line, column = r.csv.FieldPos(field)
	lines := bytes.SplitN(r.bytes, []byte("\n"), line+1)
	if line < 1 || line > len(lines) || column-1 > len(lines[line-1]) {
		return line, column
	}
	return line, utf8.RuneCount(lines[line-1][:column-1]) + 1
}

// placeOf returns the line in which the CSV breaks.
func (r *numberReader) placeOf(err error) source.Pos {
	at := source.Pos{Path: r.name}
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		at.Line = bad.Line
	}
	return at
}

func (r *numberReader) report(at source.Pos, m source.Message, args ...any) {
	r.problems = append(r.problems, source.Problem{Pos: at, Message: m, Args: args})
}
