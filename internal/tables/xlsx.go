package tables

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"slotmemo/internal/source"
)

// openWorkbook opens a workbook in memory. The two limits are equal so that
// excelize never unpacks into a temporary file.
func openWorkbook(b []byte) (*excelize.File, error) {
	return excelize.OpenReader(bytes.NewReader(b), excelize.Options{
		RawCellValue:      true, // 0.6, not "60%" or what else a cell is formatted as
		UnzipSizeLimit:    maxUnzipped,
		UnzipXMLSizeLimit: maxUnzipped,
	})
}

// readWorkbook gives the grids of the sheets of a workbook that are tables of ours.
func (rd *reader) readWorkbook(path string, b []byte) map[string]grid {
	grids := map[string]grid{}
	err := guard(func() error {
		book, err := openWorkbook(b)
		if err != nil {
			return err
		}
		defer book.Close()
		for _, name := range book.GetSheetList() {
			if err := rd.readSheet(book, path, name, grids); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		rd.report(source.Pos{Path: path}, badWorkbook, strings.Join(strings.Fields(err.Error()), " "))
		return nil
	}
	return grids
}

// guard turns a panic of excelize into an error. It indexes by what the file
// says, and a damaged workbook is the user's fault, not a bug of this program.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("damaged workbook")
		}
	}()
	return f()
}

func (rd *reader) readSheet(book *excelize.File, path, name string, grids map[string]grid) error {
	pos := source.Pos{Path: path, Sheet: name}
	t, ok := tableNamed(name)
	if !ok {
		rd.unknownTable(pos, name)
		return nil
	}
	if first, twice := grids[t.Key]; twice {
		rd.lost[t.Key] = true
		rd.add(source.Problem{Pos: pos, Message: twoTables, Args: []any{tableNames[t.Key]}, See: first.pos})
		return nil
	}
	g := grid{pos: pos}
	rows, err := book.Rows(name)
	if err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		texts, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("sheet %s, row %d: %w", name, line, err)
		}
		if !rd.bounded(workbookPos(pos, 1, line), line-1, len(texts)) {
			rd.lost[t.Key] = true
			break
		}
		cells := make([]cell, len(texts))
		for i, s := range texts {
			cells[i] = rd.cell(workbookPos(pos, i+1, line), s)
		}
		if !blank(cells) {
			g.rows = append(g.rows, cells)
		}
	}
	grids[t.Key] = g
	if err := rows.Error(); err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	return nil
}

func workbookPos(sheet source.Pos, column, line int) source.Pos {
	sheet.Line, sheet.Column, sheet.Cell = line, column, cellName(column, line)
	return sheet
}
