package kept

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"

	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// Alternatives say for which picture an author's own text of a view was written,
// by the id of the view.
type Alternatives map[string]model.Override

const alternativesFile = "layout/alts.csv"

// ReadAlternatives reads for which pictures texts were written; nil without the
// file. A row that can't be read is left out: the next build writes it anew.
func ReadAlternatives(f *folder.Folder) (Alternatives, []source.Problem, error) {
	b, ok, problems, err := read(f, alternativesFile, madeLimit)
	if !ok {
		return nil, problems, err
	}
	return parseAlternatives(b), nil, nil
}

func parseAlternatives(b []byte) Alternatives {
	alternatives := Alternatives{}
	c := csv.NewReader(bytes.NewReader(b))
	c.FieldsPerRecord = -1
	for {
		record, err := c.Read()
		if err != nil {
			return alternatives
		}
		if len(record) == 3 && record[0] != "id" {
			alternatives[record[0]] = model.Override{Text: record[1], Picture: record[2]}
		}
	}
}

// File returns the file of the alternatives, sorted by id.
func (a Alternatives) File() File {
	rows := [][]string{{"id", "text", "picture"}}
	for _, id := range slices.Sorted(maps.Keys(a)) {
		rows = append(rows, []string{id, a[id].Text, a[id].Picture})
	}
	return written(alternativesFile, rows)
}
