package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestExamplesAreTagged counts what other readers find in the PDFs of the
// examples: as many figures, header cells and notes as the HTML has, every
// figure with an alternative, every font a subset with text for its glyphs.
func TestExamplesAreTagged(t *testing.T) {
	t.Parallel()
	names := []string{"softwarerelease"}
	if runs() > 1 {
		names = append(names, "mensenhandel")
	}
	for _, tool := range []string{"qpdf", "pdffonts"} {
		needsTool(t, tool)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := built(t, name)
			file := filepath.Join(dir, "out/memo.pdf")
			want := htmlCounts(t, filepath.Join(dir, "out/memo.html"))
			got := qpdfCounts(t, file)
			for _, kind := range []string{"Figure", "TH", "TD", "Note", "Table", "H1"} {
				if got[kind] != want[kind] || got[kind] == 0 {
					t.Errorf("the PDF has %d %s, the HTML %d", got[kind], kind, want[kind])
				}
			}
			if got["Alt"] != got["Figure"] || got["Scope"] != got["TH"] || got["ID"] != got["Note"] {
				t.Errorf("%d alternatives of %d figures, %d scopes of %d header cells, %d ids of %d notes",
					got["Alt"], got["Figure"], got["Scope"], got["TH"], got["ID"], got["Note"])
			}
			checkFonts(t, file)
			if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || !bytes.Contains(out, []byte("No syntax or stream encoding errors")) {
				t.Errorf("qpdf: %v\n%s", err, out)
			}
		})
	}
}

// checkFonts holds that fonts are embedded subsets with ToUnicode.
func checkFonts(t *testing.T, file string) {
	t.Helper()
	out, err := exec.Command("pdffonts", file).Output()
	if err != nil {
		t.Fatalf("pdffonts: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 5 {
		t.Errorf("too few fonts:\n%s", out)
	}
	for _, line := range lines[2:] {
		if !subset.MatchString(line) || !strings.Contains(line, "yes yes yes") {
			t.Error(line)
		}
	}
}

var subset = regexp.MustCompile(`^[A-Z]{6}\+`)

// qpdfCounts counts structure elements by type, as qpdf reads the file.
func qpdfCounts(t *testing.T, file string) map[string]int {
	t.Helper()
	out, err := exec.Command("qpdf", "--json=2", "--json-key=qpdf", file).Output()
	if err != nil {
		t.Fatalf("qpdf: %v", err)
	}
	var read struct{ QPDF []json.RawMessage }
	if err := json.Unmarshal(out, &read); err != nil || len(read.QPDF) < 2 {
		t.Fatalf("qpdf --json: %v", err)
	}
	var objects map[string]struct{ Value map[string]any }
	dec := json.NewDecoder(bytes.NewReader(read.QPDF[1]))
	counts := map[string]int{}
	if err := dec.Decode(&objects); err != nil {
		// Objects that are no dictionaries don't fit; what does is there.
		if _, other := err.(*json.UnmarshalTypeError); !other {
			t.Fatal(err)
		}
	}
	for _, o := range objects {
		kind, _ := o.Value["/S"].(string)
		counts[strings.TrimPrefix(kind, "/")]++
		if alt, _ := o.Value["/Alt"].(string); kind == "/Figure" && len(alt) > 3 {
			counts["Alt"]++
		}
		if a, _ := o.Value["/A"].(map[string]any); kind == "/TH" && a["/Scope"] != nil {
			counts["Scope"]++
		}
		if kind == "/Note" && o.Value["/ID"] != nil {
			counts["ID"]++
		}
	}
	return counts
}

// htmlCounts counts the same in the HTML, by the names of the PDF.
func htmlCounts(t *testing.T, file string) map[string]int {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"th": "TH", "td": "TD", "table": "Table", "h1": "H1"}
	counts := map[string]int{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if name := names[n.Data]; name != "" {
			counts[name]++
		}
		if n.Data == "figure" && hasSVG(n) {
			counts["Figure"]++
		}
		if n.Data == "li" && n.Parent.Parent != nil && (hasClass(n.Parent, "notes") || hasClass(n.Parent.Parent, "notes")) {
			counts["Note"]++
		}
	}
	return counts
}

func hasSVG(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Data == "svg" {
			return true
		}
	}
	return false
}
