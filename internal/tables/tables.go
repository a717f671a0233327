// Package tables reads a model from CSV files or an XLSX workbook.
//
// It takes a folder with factors, relations, interventions, actors and loops
// (the last three may be absent), accepts what people and Excel make of such
// tables (see synonyms.go), and gives a model.Model with the place of every
// row. Labels are turned into ids, absent ids are made, words become those of
// the model's scales. Whatever is wrong is reported at its cell. What the model
// means is no affair of this package; checks that need no cell are in
// internal/model.
package tables

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// Limits of what is read. A model of 300 factors and 1,000 relations takes a
// few hundred kilobytes.
const (
	maxFile     = 8 << 20  // bytes of a table or workbook
	maxUnzipped = 64 << 20 // bytes of all parts of a workbook
	maxRows     = 20_000   // rows of one table
	maxColumns  = 256      // columns of one table
	maxCell     = 32_767   // characters of a cell, as in Excel
)

// Scales are the words of the project and the numbers behind them.
type Scales struct{ Strengths, Speeds model.Scale }

// StandardScales gives the words of the method.
func StandardScales() Scales {
	return Scales{model.StandardStrengths(), model.StandardSpeeds()}
}

// A Reading is what became of tables.
type Reading struct {
	Model    *model.Model // never nil; it may lack what couldn't be read
	Lost     Lost
	Problems []source.Problem // sorted by place
}

// Lost names the tables of which rows couldn't be read ("factors"). What isn't
// in such a table may have been, so nobody should be told that it isn't.
type Lost map[string]bool

// Read reads the model in dir, which is relative to the folder of the project
// ("model" or "versions/0.8/model"). workbook is the path of a workbook beside
// that folder. The error is that of the disk.
func Read(f *folder.Folder, dir, workbook string, scales Scales) (Reading, error) {
	rd := newReader(scales)
	grids, err := rd.grids(f, dir, workbook)
	if err != nil {
		return Reading{}, err
	}
	rd.readModel(source.Pos{Path: dir}, grids)
	rd.problems = append(rd.problems, rd.model.CheckRows()...)
	if !rd.lost[relations] && !rd.lost[interventions] {
		rd.problems = append(rd.problems, rd.model.CheckWhole()...)
	}
	source.Sort(rd.problems)
	return Reading{rd.model, rd.lost, rd.problems}, nil
}

// A reader makes a model of grids and keeps the problems.
type reader struct {
	values
	scales Scales
	model  *model.Model

	cells       struct{ factors, actors names } // what references may name
	actorsGiven bool                            // there is a table of actors
	lost        Lost
}

func newReader(scales Scales) *reader {
	return &reader{
		values: values{&reporter{}},
		scales: scales, lost: Lost{},
		model: &model.Model{Strengths: scales.Strengths, Speeds: scales.Speeds},
	}
}

// grids reads the files of the model: CSV or a workbook.
func (rd *reader) grids(f *folder.Folder, dir, workbook string) (map[string]grid, error) {
	names, err := f.List(dir)
	if p, refused := folder.Refused(err); refused {
		rd.add(p)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	books, err := workbooks(f, dir, names, workbook)
	if err != nil {
		return nil, err
	}
	grids := map[string]grid{}
	for _, name := range names {
		if !isCSV(name) {
			continue
		}
		file := folder.Join(dir, name)
		t, ok := tableNamed(strings.TrimSuffix(name, path.Ext(name)))
		if !ok {
			rd.unknownTable(source.Pos{Path: file}, strings.TrimSuffix(name, path.Ext(name)))
			continue
		}
		if first, twice := grids[t.Key]; twice {
			rd.lost[t.Key] = true
			rd.add(source.Problem{Pos: source.Pos{Path: file}, Message: twoTables, Args: []any{tableNames[t.Key]}, See: first.pos})
			continue
		}
		g, ok, err := rd.file(f, t, file)
		if err != nil {
			return nil, err
		}
		rd.lost[t.Key] = !ok
		grids[t.Key] = g
	}
	if len(books) == 0 {
		return grids, nil
	}
	if len(grids) > 0 || len(books) > 1 {
		rd.report(source.Pos{Path: books[0]}, csvAndWorkbook, dir)
		return grids, nil
	}
	b, ok, err := rd.bytes(f, books[0])
	if err != nil || !ok {
		return nil, err
	}
	return rd.readWorkbook(books[0], b), nil
}

func isCSV(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".csv" || ext == ".tsv"
}

// workbooks gives the workbooks that hold the model.
func workbooks(f *folder.Folder, dir string, names []string, beside string) ([]string, error) {
	var books []string
	for _, name := range names {
		if strings.EqualFold(name, "model.xlsx") {
			books = append(books, folder.Join(dir, name))
		}
	}
	if path.Dir(beside) == path.Clean(dir) {
		return books, nil
	}
	around, err := f.List(path.Dir(beside))
	if err != nil {
		return nil, err
	}
	for _, name := range around {
		if strings.EqualFold(name, path.Base(beside)) {
			books = append(books, folder.Join(path.Dir(beside), name))
		}
	}
	return books, nil
}

// file reads one CSV file. One with a fault isn't ok, and gives the rows before it.
func (rd *reader) file(f *folder.Folder, t *Table, file string) (g grid, ok bool, err error) {
	b, ok, err := rd.bytes(f, file)
	if err != nil || !ok {
		return grid{pos: source.Pos{Path: file}}, false, err
	}
	g, ok = rd.readCSV(t, file, b)
	return g, ok, nil
}

// bytes reads a file; a refusal is reported.
func (rd *reader) bytes(f *folder.Folder, file string) ([]byte, bool, error) {
	b, err := f.Read(file, maxFile)
	if p, refused := folder.Refused(err); refused {
		rd.add(p)
		return nil, false, nil
	}
	if errors.Is(err, fs.ErrNotExist) { // a link to nowhere
		rd.report(source.Pos{Path: file}, brokenLink)
		return nil, false, nil
	}
	return b, err == nil, err
}

// unknownTable reports a file or sheet whose name is no table's. One that is
// nearly a table's is probably a typing error, and then its rows would be
// missing without a word.
func (rd *reader) unknownTable(pos source.Pos, name string) {
	var names []string
	for _, t := range known {
		names = append(append(names, t.Key), t.Also...)
	}
	p := source.Problem{
		Pos: pos, Severity: source.Note, Message: unknownTable,
		Args: []any{name}, Near: source.Near(name, names),
	}
	if p.Near != "" {
		p.Severity = source.Warning
	}
	rd.add(p)
}

// readModel makes the model. Actors come first and relations late, since what
// is named must be known before it is referred to.
func (rd *reader) readModel(pos source.Pos, grids map[string]grid) {
	if len(grids) == 0 {
		if len(rd.problems) == 0 {
			rd.report(pos, noModel, pos.Path)
		}
		return
	}
	steps := []struct {
		key  string
		need bool
		read func(sheet)
	}{
		{actors, false, rd.readActors},
		{factors, true, rd.readFactors},
		{interventions, false, rd.readInterventions},
		{relations, true, rd.readRelations},
		{loops, false, rd.readLoops},
	}
	for _, step := range steps {
		g, there := grids[step.key]
		if !there {
			if step.need {
				rd.lost[step.key] = true
				rd.report(pos, noTable, tableNames[step.key])
			}
			continue
		}
		t, _ := tableNamed(step.key)
		if s, ok := rd.sheetOf(t, g); ok {
			step.read(s)
		} else {
			rd.lost[step.key] = true
		}
	}
}
