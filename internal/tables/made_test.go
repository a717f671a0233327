package tables

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// placeless compares models without the places of their rows.
var placeless = cmp.Options{cmpopts.IgnoreTypes(source.Pos{}), cmpopts.EquateEmpty()}

// read reads a model of testdata, and fails on an error or a warning that
// isn't among the expected messages.
func read(t *testing.T, dir, workbook string, expected ...source.Message) *model.Model {
	t.Helper()
	f, err := folder.Open("testdata")
	if err != nil {
		t.Fatal(err)
	}
	reading, err := Read(f, dir, workbook, StandardScales())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range reading.Problems {
		if p.Severity != source.Note && !slices.Contains(expected, p.Message) {
			t.Errorf("%s: %s", p.Pos, p.Text("en"))
		}
	}
	return reading.Model
}

// TestMadeModels reads one model as Dutch and English tables, as Excel writes
// them in two encodings, and as a workbook. Each must say the same, as far as
// its columns go.
func TestMadeModels(t *testing.T) {
	whole := read(t, "tables", "none.xlsx", noSign)
	if len(whole.Factors) != 12 || len(whole.Relations) != 18 || len(whole.Interventions) != 2 || len(whole.Domains()) != 3 {
		t.Fatalf("tables: %d factors, %d relations, %d interventions, %d domains; want 12, 18, 2, 3",
			len(whole.Factors), len(whole.Relations), len(whole.Interventions), len(whole.Domains()))
	}
	tests := []struct {
		name, dir, workbook string
		less                func(m *model.Model) // takes out what this form doesn't hold
	}{
		{"English", "tables-en", "none.xlsx", func(*model.Model) {}},
		{"workbook", "none", "book/model.xlsx", func(*model.Model) {}},
		{"Dutch Excel", "tables-nl-excel", "none.xlsx", func(m *model.Model) {
			for i := range m.Factors {
				m.Factors[i].Domain = ""
			}
		}},
		{"Windows-1252", "tables-nl-cp1252", "none.xlsx", func(m *model.Model) {
			for i, f := range m.Factors {
				m.Factors[i] = model.Factor{ID: f.ID, Label: f.Label, Level: f.Level, Weight: 1}
			}
			for i := range m.Relations {
				m.Relations[i].Argument = ""
			}
			m.Interventions = nil
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := *whole
			want.Factors, want.Relations = slices.Clone(whole.Factors), slices.Clone(whole.Relations)
			test.less(&want)
			got := read(t, test.dir, test.workbook, noSign)
			if diff := cmp.Diff(&want, got, placeless); diff != "" {
				t.Errorf("differs from tables (-want +got):\n%s", diff)
			}
		})
	}
}

// TestJeugdhulp reads a model of 46 factors whose owners are only named.
func TestJeugdhulp(t *testing.T) {
	m := read(t, "jeugdhulp", "none.xlsx", noSign)
	count := map[model.Sign]int{}
	for _, r := range m.Relations {
		count[r.Sign]++
	}
	if len(m.Factors) != 46 || len(m.Interventions) != 6 || count[model.Plus] != 57 || count[model.Minus] != 35 || count[model.Unknown] != 2 {
		t.Errorf("%d factors, %d interventions, signs %v; want 46, 6, 57 +, 35 −, 2 unknown", len(m.Factors), len(m.Interventions), count)
	}
	if m.Actor("gemeente") == nil || !slices.Equal(m.Factor("wacht").Owners, []string{"aanbieder"}) {
		t.Errorf("the actors of the column actor are missing: %+v", m.Actors)
	}
}
