package tables

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"slotmemo/internal/source"
)

// decode gives the text of a CSV file: UTF-8 with or without byte order mark,
// UTF-16 with one, else Windows-1252, which is what Excel writes on a Dutch
// machine.
func decode(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decodeUTF16(b)
	}
	if !bytes.ContainsRune(b, '\n') { // lines of an old Macintosh end in CR alone
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	if utf8.Valid(b) {
		return string(b)
	}
	s, err := charmap.Windows1252.NewDecoder().String(string(b))
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return s
}

// readCSV gives the cells of a CSV file.
func (rd *reader) readCSV(t *Table, path string, b []byte) (grid, bool) {
	g := grid{pos: source.Pos{Path: path}}
	text, skipped, comma := separator(t, decode(b))
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = comma
	c.FieldsPerRecord = -1
	places := newPlaces(path, text, skipped)
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return g, true
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			rd.report(places.at(syntax.Line, syntax.Column), quoteProblem(syntax))
			return g, false
		}
		if err != nil { // a reader of a string has no other errors
			rd.report(g.pos, notCSV)
			return g, false
		}
		if !rd.bounded(places.at(c.FieldPos(0)), len(g.rows), len(record)) {
			return g, false
		}
		cells := make([]cell, len(record))
		for i, s := range record {
			cells[i] = rd.cell(places.at(c.FieldPos(i)), s)
		}
		if !blank(cells) {
			g.rows = append(g.rows, cells)
		}
	}
}

func quoteProblem(e *csv.ParseError) source.Message {
	if errors.Is(e.Err, csv.ErrBareQuote) {
		return bareQuote
	}
	return openQuote
}

// separator finds what separates the cells: the line "sep=;" that Excel
// understands, else the separator that gives most known headings, else the one
// that gives most headings. It gives the text from the head on and how many
// lines were skipped.
func separator(t *Table, text string) (rest string, skipped int, comma rune) {
	for {
		line, after, found := strings.Cut(text, "\n")
		trimmed := strings.TrimSpace(line)
		if s, ok := strings.CutPrefix(strings.ToLower(trimmed), "sep="); ok && len(s) == 1 && strings.ContainsAny(s, ",;|") {
			return after, skipped + 1, rune(s[0])
		}
		if trimmed != "" || !found {
			break
		}
		text, skipped = after, skipped+1
	}
	best, bestKnown, bestAll := ',', -1, -1
	for _, candidate := range []rune{',', ';', '\t'} {
		c := csv.NewReader(strings.NewReader(text))
		c.Comma = candidate
		c.LazyQuotes = true
		head, err := c.Read()
		if err != nil {
			continue
		}
		n := 0
		for _, h := range head {
			if _, ok := t.column(h); ok {
				n++
			}
		}
		if n > bestKnown || n == bestKnown && len(head) > bestAll {
			best, bestKnown, bestAll = candidate, n, len(head)
		}
	}
	return text, skipped, best
}

// places turns the bytes that encoding/csv counts into characters.
type places struct {
	path    string
	lines   []string
	skipped int
}

func newPlaces(path, text string, skipped int) places {
	return places{path, strings.Split(text, "\n"), skipped}
}

// at gives the place of a byte column of a line, both counted from 1.
func (p places) at(line, column int) source.Pos {
	pos := source.Pos{Path: p.path, Line: line + p.skipped, Column: column}
	if line >= 1 && line <= len(p.lines) {
		s := p.lines[line-1]
		pos.Column = utf8.RuneCountInString(s[:min(max(column-1, 0), len(s))]) + 1
	}
	return pos
}
