package tables

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// grid reads a CSV table, for tests.
func gridOf(t *testing.T, key, text string) (grid, []source.Problem) {
	t.Helper()
	table, _ := tableNamed(key)
	rd := newReader(StandardScales())
	g, _ := rd.readCSV(table, "t.csv", []byte(text))
	return g, rd.problems
}

// lines puts the cells of a grid into lines: "2:7 text".
func (g grid) lines() string {
	var b strings.Builder
	for _, row := range g.rows {
		for _, c := range row {
			fmt.Fprintf(&b, "%d:%d %q ", c.pos.Line, c.pos.Column, c.text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestForms reads the same three cells in every form that Excel and others write.
func TestForms(t *testing.T) {
	const want = "1:1 \"id\" 1:4 \"label\" \n2:1 \"f1\" 2:4 \"Eén, twee\" \n"
	forms := map[string]string{
		"comma":              "id,label\nf1,\"Eén, twee\"\n",
		"semicolon":          "id;label\nf1;Eén, twee\n",
		"tab":                "id\tlabel\nf1\tEén, twee\n",
		"CRLF":               "id;label\r\nf1;Eén, twee\r\n",
		"CR":                 "id;label\rf1;Eén, twee\r",
		"no last line end":   "id;label\nf1;Eén, twee",
		"byte order mark":    "\ufeffid;label\nf1;Eén, twee\n",
		"Windows-1252":       "id;label\nf1;E\xe9n, twee\n",
		"UTF-16":             "\xff\xfei\x00d\x00\t\x00l\x00a\x00b\x00e\x00l\x00\n\x00f\x001\x00\t\x00E\x00\xe9\x00n\x00,\x00 \x00t\x00w\x00e\x00e\x00",
		"decomposed accents": "id;label\nf1;Ee\u0301n, twee\n",
		"blank cells around": "id;label;\nf1;Eén, twee;\n",
	}
	for name, text := range forms {
		t.Run(name, func(t *testing.T) {
			g, problems := gridOf(t, factors, text)
			if name == "blank cells around" {
				for i := range g.rows {
					g.rows[i] = g.rows[i][:2]
				}
			}
			if got := g.lines(); got != want || len(problems) > 0 {
				t.Errorf("got\n%swant\n%s%v", got, want, problems)
			}
		})
	}
}

// TestPlaces holds that places count lines and characters, also behind cells
// with line breaks, accents, blank lines and the line "sep=".
func TestPlaces(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"line break in a cell", "id,label,x\nf1,\"een\n\ntwee\",3\n", "1:1 \"id\" 1:4 \"label\" 1:10 \"x\" \n2:1 \"f1\" 2:4 \"een\\n\\ntwee\" 4:7 \"3\" \n"},
		{"line break of Windows", "id,label\r\nf1,\"een\r\ntwee\"\r\n", "1:1 \"id\" 1:4 \"label\" \n2:1 \"f1\" 2:4 \"een\\ntwee\" \n"},
		{"accents before", "label,id\n\"ééé\",f1\n", "1:1 \"label\" 1:7 \"id\" \n2:1 \"ééé\" 2:7 \"f1\" \n"},
		{"blank lines", "\n\nid,label\n,\n\nf1,a\n", "3:1 \"id\" 3:4 \"label\" \n6:1 \"f1\" 6:4 \"a\" \n"},
		{"line of Excel", "sep=;\nid;label\nf1;a\n", "2:1 \"id\" 2:4 \"label\" \n3:1 \"f1\" 3:4 \"a\" \n"},
		{"quote in quotes", "id,label\nf1,\"een \"\"twee\"\"\"\n", "1:1 \"id\" 1:4 \"label\" \n2:1 \"f1\" 2:4 \"een \\\"twee\\\"\" \n"},
		{"separator in a label", "id;label;definition\nf1;a, b, c, d;e\n", "1:1 \"id\" 1:4 \"label\" 1:10 \"definition\" \n2:1 \"f1\" 2:4 \"a, b, c, d\" 2:15 \"e\" \n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g, problems := gridOf(t, factors, test.text)
			if got := g.lines(); got != test.want || len(problems) > 0 {
				t.Errorf("got\n%swant\n%s%v", got, test.want, problems)
			}
		})
	}
}

func TestParseNumber(t *testing.T) {
	right := map[string]float64{
		"0.6": 0.6, "0,6": 0.6, ",5": 0.5, "1": 1, "-0,25": -0.25, "−1": -1, "5E-2": 0.05, " 3 ": 3, "1.": 1,
	}
	for s, want := range right {
		if got, ok := ParseNumber(s); !ok || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "x", "1.234,5", "0x10", "NaN", "Inf", "1e999", "60%", "1 000", "--1", strings.Repeat("9", 50)} {
		if got, ok := ParseNumber(s); ok {
			t.Errorf("ParseNumber(%q) = %v; want none", s, got)
		}
	}
}

// TestLevels holds that a level may be a percentage, and that one on a scale of
// 100 is refused with what it should be.
func TestLevels(t *testing.T) {
	for text, want := range map[string]string{
		"0,48": "0.48", "48%": "0.48", "48 %": "0.48", "100%": "1", "0": "0", "?": "unknown",
		"48":   "level 48 is outside the scale; expected a number from 0 to 1, so 0.48, or a percentage",
		"1,4":  "level 1,4 is outside the scale; expected a number from 0 to 1",
		"140%": "level 140% is outside the scale; expected a number from 0 to 1",
		"-5":   "level -5 is outside the scale; expected a number from 0 to 1",
	} {
		rd := newReader(StandardScales())
		n := rd.level(cell{text: text}, source.Message{NL: "niveau", EN: "level"})
		got := "unknown"
		switch {
		case len(rd.problems) > 0:
			got = rd.problems[0].Text("en")
		case n.Known:
			got = strconv.FormatFloat(n.Value, 'g', -1, 64)
		}
		if got != want {
			t.Errorf("level %q: %s; want %s", text, got, want)
		}
	}
}

// TestMadeIDs holds what the documentation says of ids that are made.
func TestMadeIDs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "model/factors.csv", "naam,ingreep,streefwaarde\nFinanciële zelfredzaamheid,,\nBudget (a),c1,0.5\nBudget: a,,\n日本,,\n")
	write(t, dir, "model/relations.csv", "van,naar,teken,sterkte\nbudget (a),日本,-,sterk\nBudget: a,日本,+,\nbudget (a),日本,+,sterk\nBUDGET (A),日本,+,zwak\n")
	m := readDir(t, dir)
	var got []string
	for _, f := range m.Factors {
		got = append(got, f.ID)
	}
	for _, r := range m.Relations {
		got = append(got, r.ID)
	}
	want := "[financiele-zelfredzaamheid budget-a budget-a-2 日本 budget-a>日本-3 budget-a-2>日本 budget-a>日本 budget-a>日本-2]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
	if v := m.Intervention("c1"); v == nil || v.Label != "Budget (a)" || v.Target != 0.5 {
		t.Errorf("intervention c1: %+v", v)
	}
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// readDir reads the model of a project folder without errors.
func readDir(t testing.TB, dir string) *model.Model {
	t.Helper()
	f, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := Read(f, "model", "model.xlsx", StandardScales())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range reading.Problems {
		if p.Severity == source.Error {
			t.Errorf("%s: %s", p.Pos, p.Text("en"))
		}
	}
	return reading.Model
}

// TestLimits holds that each limit is named when it is hit.
func TestLimits(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"bytes", "id,label\n" + strings.Repeat("x", maxFile), "model/factors.csv: the file is larger than the limit of 8 MB"},
		{"rows", "id\n" + strings.Repeat("x\n", maxRows+1), "model/factors.csv:20002:1: the table has more rows than the limit of 20000"},
		{"columns", "id" + strings.Repeat(",x", maxColumns), "model/factors.csv:1:1: the row has 257 cells, more than the limit of 256"},
		{"cell", "id,label\na," + strings.Repeat("x", maxCell+1), "model/factors.csv:2:3: the cell has more characters than the limit of 32767"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "model/factors.csv", test.text)
			write(t, dir, "model/relations.csv", "from,to\n")
			f, err := folder.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			reading, err := Read(f, "model", "model.xlsx", StandardScales())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range reading.Problems {
				if p.Pos.String()+": "+p.Text("en") == test.want {
					return
				}
			}
			t.Errorf("got %d problems, but not %s", len(reading.Problems), test.want)
		})
	}
}
