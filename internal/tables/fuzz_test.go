package tables

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/source"
)

// sound holds what must hold of every problem and of every model.
func sound(t *testing.T, rd *reader) {
	t.Helper()
	for _, p := range rd.problems {
		for _, language := range []string{"nl", "en"} {
			if s := p.Text(language); strings.Contains(s, "%!") && !strings.Contains(fmt.Sprint(p.Args...), "%!") {
				t.Errorf("%s: verbs and facts differ: %s", p.Pos, s)
			}
		}
		if p.Pos.Path == "" || p.Pos.Line < 0 || p.Pos.Column < 0 {
			t.Errorf("no place: %#v", p)
		}
	}
	for _, r := range rd.model.Relations {
		if rd.model.Factor(r.From) == nil || rd.model.Factor(r.To) == nil || r.ID == "" {
			t.Errorf("relation %q from %q to %q: one isn't there", r.ID, r.From, r.To)
		}
	}
	for _, f := range rd.model.Factors {
		if f.ID == "" || f.Label == "" || f.Weight <= 0 || f.Level.Value < 0 || f.Level.Value > 1 {
			t.Errorf("factor %+v", f)
		}
		for _, o := range f.Owners {
			if rd.model.Actor(o) == nil {
				t.Errorf("factor %s has owner %q, who isn't there", f.ID, o)
			}
		}
	}
	for _, v := range rd.model.Interventions {
		if rd.model.Factor(v.Factor) == nil || v.AdjustmentYears < MinYears || v.Target < 0 || v.Target > 1 {
			t.Errorf("intervention %+v", v)
		}
	}
}

func FuzzCSV(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, []byte("from,to\n"), []byte("id,factors\nl,a > b\n"))
	}
	f.Add([]byte("id,label\na,A\nb,B\n"), []byte("van;naar;teken\na;B;-\nb;a;+\n"), []byte("factors\na > b\n"))
	f.Add([]byte(""), []byte("\""), []byte("\xff\xfe\x00"))
	f.Add([]byte("sep=;\n\n"), []byte("\xef\xbb\xbf\n,\n"), []byte("id,factors\n,>\n"))
	f.Fuzz(func(t *testing.T, fs, rs, ls []byte) {
		rd := newReader(StandardScales())
		grids := map[string]grid{}
		for key, b := range map[string][]byte{factors: fs, relations: rs, loops: ls} {
			table, _ := tableNamed(key)
			g, ok := rd.readCSV(table, key+".csv", b)
			rd.lost[key] = !ok
			lines := strings.Split(decode(b), "\n")
			for _, row := range g.rows {
				for _, c := range row {
					if c.pos.Line < 1 || c.pos.Line > len(lines) || c.pos.Column < 1 || c.pos.Column > len([]rune(lines[c.pos.Line-1]))+1 {
						t.Errorf("%s is no place in a file of %d lines", c.pos, len(lines))
					}
				}
			}
			grids[key] = g
		}
		rd.readModel(source.Pos{Path: "model"}, grids)
		rd.problems = append(rd.problems, rd.model.CheckRows()...)
		rd.problems = append(rd.problems, rd.model.CheckWhole()...)
		sound(t, rd)
	})
}

// FuzzWorkbook reads any bytes as a workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add(workbook(f, sheets))
	f.Add(rawWorkbook(f, "factors", `<row r="1"><c r="A1"><v>1</v></c></row>`))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, b []byte) {
		rd := newReader(StandardScales())
		rd.readModel(source.Pos{Path: "model"}, rd.readWorkbook("model.xlsx", b))
		sound(t, rd)
	})
}

// FuzzSheet reads any XML as a sheet, and any text as its cells.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>`, "id", "a", "b")
	f.Add(`<row r="9999999"><c r="XFD1"/></row><row r="0"/><row r="-1"/>`, "label", "", "=A1")
	f.Add(`<row><c t="s"><v>99</v></c><c t="b"><v>1</v></c><c r="B"/></row>`, "level", "0,5", "1e309")
	f.Fuzz(func(t *testing.T, xml, a, b, c string) {
		rd := newReader(StandardScales())
		rd.readModel(source.Pos{Path: "model"}, rd.readWorkbook("raw.xlsx", rawWorkbook(t, "factors", xml)))
		sound(t, rd)
		rd = newReader(StandardScales())
		text := fmt.Sprintf("<row>%s%s</row><row>%s%s</row>", inline(a), inline("id"), inline(b), inline(c))
		rd.readModel(source.Pos{Path: "model"}, rd.readWorkbook("cells.xlsx", rawWorkbook(t, "factors", text)))
		sound(t, rd)
	})
}

func inline(s string) string {
	s = strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s)
	return `<c t="inlineStr"><is><t>` + s + `</t></is></c>`
}
