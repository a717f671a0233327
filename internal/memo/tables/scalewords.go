package tables

import (
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// scaleWords returns the numbers behind the words of the group.
func scaleWords(w *Writer) *document.Table {
	t := &document.Table{
		Caption: w.Caption(w.T("caption.words")),
		Columns: w.Columns("words", "word", "meaning", "value."),
	}
	used := func(get func(model.Relation) string) map[string]int {
		n := map[string]int{}
		for _, r := range w.Model.Relations {
			n[get(r)]++
		}
		return n
	}
	t.Columns = append(t.Columns, w.Columns("words", "word", "used>")[1])
	t.Rows = append(t.Rows, groupRow(w.T("words.strength")))
	counts := used(func(r model.Relation) string { return r.Strength })
	for _, s := range w.Model.Strengths {
		t.Rows = append(t.Rows, Row("", w.Capital(w.Word("strength", s.Name)), w.T("words.strength.meaning", w.Short(s.Value*10)), w.Short(s.Value), strconv.Itoa(counts[s.Name])))
	}
	t.Rows = append(t.Rows, groupRow(w.T("words.speed")))
	counts = used(func(r model.Relation) string { return r.Speed })
	for _, s := range w.Model.Speeds {
		t.Rows = append(t.Rows, Row("", w.Capital(w.Word("speed", s.Name)), w.T("words.speed.meaning", w.Years(s.Value), w.Years(3*s.Value)), w.Short(s.Value), strconv.Itoa(counts[s.Name])))
	}
	return t
}
