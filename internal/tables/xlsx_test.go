package tables

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"slotmemo/internal/folder"
)

// workbook makes a workbook of CSV tables, sheet by sheet. Cells that are
// numbers become numbers.
func workbook(t testing.TB, sheets map[string]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		text := sheets[name]
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
			for j, c := range strings.Split(line, ",") {
				var value any = c
				if v, ok := ParseNumber(c); ok {
					value = v
				}
				if err := book.SetCellValue(name, cellName(j+1, i+1), value); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var sheets = map[string]string{
	"Factoren":     "Nr,Naam,Niveau,Doel,Eigenaar\nf1,Een,0.5,,om|pol\nf2,Twee,0.25,hoger,\nf3,Drie,0.125,,\n",
	"Relaties":     "Van,Naar,Teken,Sterkte\nEen,Twee,+,Zwak\nTwee,Drie,-,Sterk\nDrie,Een,min,Sterk\n",
	"Interventies": "Id,Factor,Streefwaarde\nc1,f1,0.75\n",
	"Lussen":       "id,factoren,naam\nl1,f1 > f2 > f3,Rond\n",
	"Actoren":      "id,naam\nom,OM\npol,Politie\n",
}

// TestWorkbookIsCSV reads the same model from CSV and from a workbook.
func TestWorkbookIsCSV(t *testing.T) {
	csv, xlsx := t.TempDir(), t.TempDir()
	for name, text := range sheets {
		write(t, csv, "model/"+strings.ToLower(name)+".csv", text)
	}
	for _, place := range []string{"model.xlsx", "model/model.xlsx"} {
		dir := t.TempDir()
		write(t, dir, place, string(workbook(t, sheets)))
		if diff := cmp.Diff(readDir(t, csv), readDir(t, dir), placeless); diff != "" {
			t.Errorf("%s differs from CSV (-csv +xlsx):\n%s", place, diff)
		}
	}
	write(t, xlsx, "model.xlsx", string(workbook(t, sheets)))
	if pos := readDir(t, xlsx).Relations[1].Pos.String(); pos != "model.xlsx:Relaties!A3" {
		t.Errorf("the second relation stands at %s; want model.xlsx:Relaties!A3", pos)
	}
}

// TestWorkbookFaults holds the places of faults in a workbook.
func TestWorkbookFaults(t *testing.T) {
	broken := map[string]string{
		"Factoren": sheets["Factoren"], "Actoren": sheets["Actoren"],
		"Relaties":       "Van,Naar,Teken,Sterkte\nEen,Twe,+,Zwak\n,,,\nTwee,Drie,-,Sterkk\n",
		"Interventies":   "Id,Factor,Streefwaarde\nc1,f1,1.5\n",
		"interventions":  "x\n",
		"Notes (ignore)": "x\n",
	}
	dir := t.TempDir()
	write(t, dir, "model.xlsx", string(workbook(t, broken)))
	f, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := Read(f, "model", "model.xlsx", StandardScales())
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, p := range reading.Problems {
		fmt.Fprintf(&got, "%s: %s\n", p.Pos, p.Text("en"))
	}
	want := `model.xlsx:Notes (ignore): "Notes (ignore)" is no table of the model and was left out
model.xlsx:Relaties!B2: no factor "Twe"; expected an id or name from model.xlsx:Factoren; did you mean "Twee"?
model.xlsx:Relaties!D4: strength "Sterkk" isn't on the scale; expected weak, average, strong or very strong; did you mean "sterk"?
`
	for _, line := range strings.SplitAfter(want, "\n") {
		if !strings.Contains(got.String(), line) {
			t.Errorf("missing: %sgot\n%s", line, got.String())
		}
	}
	if !strings.Contains(got.String(), "the table interventions is given twice") || strings.Count(got.String(), "\n") != 5 {
		t.Errorf("got\n%s", got.String())
	}
}

// TestBomb holds that a workbook that unpacks to far more than the limit is
// refused, and that nothing is unpacked to disk.
func TestBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	blank := make([]byte, 1<<20)
	for range maxUnzipped>>20 + 1 {
		if _, err := w.Write(blank); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	rd := newReader(StandardScales())
	rd.readWorkbook("model.xlsx", b.Bytes())
	if len(rd.problems) != 1 || !strings.Contains(rd.problems[0].Text("en"), "limit") {
		t.Errorf("%d bytes were read: %v", b.Len(), rd.problems)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left on disk: %v %v", left, err)
	}
}

// rawWorkbook makes a workbook of one sheet by hand, of whatever XML.
func rawWorkbook(t testing.TB, name, sheet string) []byte {
	t.Helper()
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + kind + `"><sheets><sheet name="` + name + `" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + sheet + `</sheetData></worksheet>`},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFarRow holds that one cell in the last row of Excel is no million rows.
func TestFarRow(t *testing.T) {
	rd := newReader(StandardScales())
	g := rd.readWorkbook("model.xlsx", rawWorkbook(t, "factors", `
		<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>
		<row r="4"><c r="A4" t="inlineStr"><is><t>f1</t></is></c></row>
		<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>f2</t></is></c></row>`))
	if len(g[factors].rows) != 2 || len(rd.problems) != 1 || !strings.Contains(rd.problems[0].Text("en"), "more rows than the limit of 20000") {
		t.Errorf("%d rows, %v", len(g[factors].rows), rd.problems)
	}
	if pos := g[factors].rows[1][0].pos.String(); pos != "model.xlsx:factors!A4" {
		t.Errorf("the row behind blank ones stands at %s", pos)
	}
}
