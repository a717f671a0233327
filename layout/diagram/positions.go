package diagram

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"slotmemo/internal/source"
)

// Positions are the kept spots of a map, as they stand in a file.
type Positions map[string]Spot

// PositionsFile is where a project keeps positions, relative to its folder.
const PositionsFile = "layout/positions.csv"

// Bounds of the file.
const (
	maxPositionsFile = 4 << 20
	maxPosition      = 100_000 // points from the origin
)

var (
	badHead = source.Message{
		NL: "de eerste regel is niet %q; zonder die regel worden de plaatsen niet gelezen",
		EN: "the first line isn't %q; without it the positions aren't read",
	}
	badRow = source.Message{
		NL: "%d velden; verwacht: id,x,y",
		EN: "%d fields; expected id,x,y",
	}
	badNumber = source.Message{
		NL: "%q is geen plaats; verwacht: een getal tussen −100000 en 100000",
		EN: "%q is no position; expected a number between −100000 and 100000",
	}
	badCSV = source.Message{
		NL: "geen leesbare CSV; verwacht: regels id,x,y",
		EN: "no readable CSV; expected lines id,x,y",
	}
	doubled = source.Message{
		NL: "%q heeft al een plaats",
		EN: "%q has a position already",
	}
	tooLarge = source.Message{
		NL: "het bestand is groter dan %d MB",
		EN: "the file is larger than %d MB",
	}
)

const positionsHead = "id,x,y"

// ReadPositions reads the kept positions of a project. Without the file there
// are none. A line that can't be read is a problem at its place, and the others
// still count. The error is for the disk.
func ReadPositions(project string) (Positions, []source.Problem, error) {
	f, err := os.Open(filepath.Join(project, filepath.FromSlash(PositionsFile)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read kept positions: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPositionsFile+1))
	if err != nil {
		return nil, nil, fmt.Errorf("read kept positions: %w", err)
	}
	positions, problems := ParsePositions(b)
	return positions, problems, nil
}

// ParsePositions reads what Positions.CSV wrote, or a person edited.
func ParsePositions(b []byte) (Positions, []source.Problem) {
	if len(b) > maxPositionsFile {
		return nil, []source.Problem{{Pos: source.Pos{Path: PositionsFile}, Message: tooLarge, Args: []any{maxPositionsFile >> 20}}}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	p := positionsReader{bytes: b, csv: csv.NewReader(bytes.NewReader(b)), out: Positions{}, lines: map[string]source.Pos{}}
	p.csv.FieldsPerRecord = -1
	p.csv.ReuseRecord = true
	p.read()
	return p.out, p.problems
}

type positionsReader struct {
	bytes    []byte // of the whole file
	csv      *csv.Reader
	out      Positions
	lines    map[string]source.Pos
	problems []source.Problem
}

func (p *positionsReader) read() {
	first := true
	for {
		row, err := p.csv.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			at := source.Pos{Path: PositionsFile}
			var bad *csv.ParseError
			if errors.As(err, &bad) {
				at.Line = bad.Line
			}
			p.report(at, badCSV)
			return
		}
		line, _ := p.csv.FieldPos(0)
		at := source.Pos{Path: PositionsFile, Line: line, Column: 1}
		if first {
			first = false
			if len(row) != 3 || row[0] != "id" || row[1] != "x" || row[2] != "y" {
				p.report(at, badHead, positionsHead)
				return
			}
			continue
		}
		p.row(row, at)
	}
}

func (p *positionsReader) row(row []string, at source.Pos) {
	if len(row) != 3 {
		p.report(at, badRow, len(row))
		return
	}
	id := row[0]
	if was, ok := p.lines[id]; ok {
		p.report(at, doubled, id)
		p.problems[len(p.problems)-1].See = was
		return
	}
	p.lines[id] = at
	var numbers [2]float64
	for i, s := range row[1:] {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsNaN(f) || math.Abs(f) > maxPosition {
			at.Line, at.Column = p.place(i + 1)
			if !utf8.ValidString(s) {
				s = strconv.QuoteToASCII(s)
			}
			p.report(at, badNumber, s)
			return
		}
		numbers[i] = f
	}
	p.out[id] = Spot{math.Round(numbers[0]), math.Round(numbers[1])}
}

// place gives where a field begins, in characters; the reader counts bytes.
func (p *positionsReader) place(field int) (line, column int) {
	line, column = p.csv.FieldPos(field)
	lines := bytes.SplitN(p.bytes, []byte("\n"), line+1)
	if line < 1 || line > len(lines) || column-1 > len(lines[line-1]) {
		return line, column
	}
	return line, utf8.RuneCount(lines[line-1][:column-1]) + 1
}

func (p *positionsReader) report(at source.Pos, m source.Message, args ...any) {
	p.problems = append(p.problems, source.Problem{Pos: at, Message: m, Args: args})
}

// CSV writes positions, a line each, sorted by id: a factor that moves changes
// one line.
func (p Positions) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"id", "x", "y"}}
	for _, id := range sortedIDs(p) {
		rows = append(rows, []string{id, strconv.FormatFloat(p[id].X, 'f', -1, 64), strconv.FormatFloat(p[id].Y, 'f', -1, 64)})
	}
	if err := w.WriteAll(rows); err != nil {
		panic(fmt.Sprintf("diagram: write to memory: %v", err))
	}
	return b.Bytes()
}
