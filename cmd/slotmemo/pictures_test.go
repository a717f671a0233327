package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestPictureTableAndWordsAgree takes the relations of each snapshot out of the
// picture, the table beside it and the words of snapshot --describe, all from
// finished outputs, and compares them as sets.
func TestPictureTableAndWordsAgree(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := built(t, name)
			page, err := os.ReadFile(filepath.Join(dir, "out/memo.html"))
			if err != nil {
				t.Fatal(err)
			}
			tree, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			pictures, tables := picturesOf(tree), tablesOf(tree)
			words := wordsOf(t, dir, pictures)
			if len(pictures) < 8 { // of the nine of softwarerelease one has factors only: what the board owns
				t.Fatalf("only %d pictures have relations", len(pictures))
			}
			for id, picture := range pictures {
				if !maps.Equal(picture.rows, tables[id]) {
					t.Errorf("%s: the picture shows %v, its table has %v", id, picture.rows, tables[id])
				}
				for _, s := range picture.sentences {
					if !slices.Contains(words[id], s) {
						t.Errorf("%s: the picture says %q, its words don't", id, s)
					}
				}
				if n := len(words[id]); n != len(picture.sentences) {
					t.Errorf("%s: %d sentences in the picture, %d in its words", id, len(picture.sentences), n)
				}
			}
		})
	}
}

// A shown is what a picture says: by relation who works on whom and how, as the
// table writes it, and all sentences, sorted.
type shown struct {
	rows      map[string]string
	sentences []string
}

// picturesOf reads each figure that has arrows.
func picturesOf(tree *html.Node) map[string]shown {
	all := map[string]shown{}
	for _, figure := range elements(tree, "figure") {
		id, ok := strings.CutPrefix(attribute(figure, "id"), "fig-")
		if !ok {
			continue
		}
		s := shown{rows: map[string]string{}}
		names := map[string]string{}
		groups := elements(figure, "g")
		for _, g := range groups {
			if attribute(g, "class") == "node" {
				names[attribute(g, "data-id")] = attribute(g, "data-label")
			}
		}
		for _, g := range groups {
			if attribute(g, "class") != "edge" {
				continue
			}
			s.rows[attribute(g, "data-id")] = strings.Join([]string{
				names[attribute(g, "data-from")], attribute(g, "data-sign"), names[attribute(g, "data-to")],
				attribute(g, "data-strength"), attribute(g, "data-speed"),
			}, " | ")
			for _, title := range elements(g, "title")[:1] {
				s.sentences = append(s.sentences, content(title))
			}
		}
		if len(s.rows) > 0 {
			slices.Sort(s.sentences)
			all[id] = s
		}
	}
	return all
}

// inMarks turns a word of a table into the name of the mark that is drawn for it.
var inMarks = map[string]string{
	"draagt bij aan": "plus", "remt": "minus", "onbekend": "unknown", "zwak": "weak", "gemiddeld": "average",
	"sterk": "strong", "zeer sterk": "very-strong", "traag": "low", "snel": "high", "zeer snel": "very-high",
	"contributes to": "plus", "inhibits": "minus", "unknown": "unknown", "weak": "weak", "average": "average",
	"strong": "strong", "very strong": "very-strong", "slow": "low", "quick": "high", "very quick": "very-high",
}

// tablesOf reads the rows of relations below the figures, by figure.
func tablesOf(tree *html.Node) map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, figure := range elements(tree, "figure") {
		id, ok := strings.CutPrefix(attribute(figure, "id"), "data-")
		if !ok {
			continue
		}
		for _, row := range elements(figure, "tr") {
			relation, ok := strings.CutPrefix(attribute(row, "id"), "rel-"+id+"-")
			if !ok {
				continue
			}
			var cells []string
			for cell := range row.ChildNodes() {
				cells = append(cells, content(cell))
			}
			for _, i := range []int{1, 3, 4} {
				cells[i] = inMarks[cells[i]]
			}
			if all[id] == nil {
				all[id] = map[string]string{}
			}
			all[id][relation] = strings.Join(cells, " | ")
		}
	}
	return all
}

// wordsOf gives the sentences of the relations of each snapshot, sorted.
func wordsOf(t *testing.T, dir string, pictures map[string]shown) map[string][]string {
	t.Helper()
	out, err := slotmemo(t, nil, "snapshot", "--describe", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	id, told, heading := "", false, true
	for line := range strings.Lines(string(out)) {
		line = typeset.Replace(strings.TrimSpace(line))
		before, _, _ := strings.Cut(line, ": ")
		_, known := pictures[before]
		switch {
		case known && heading:
			id, told = before, false
		case relationHeads[line]:
			told = true
		case strings.HasPrefix(line, "- ") && told:
			all[id] = append(all[id], line[2:])
		case line != "":
			told = false
		}
		heading = line == ""
	}
	for id := range all {
		slices.Sort(all[id])
	}
	return all
}

// typeset turns an apostrophe as typed into that of the memo.
var typeset = strings.NewReplacer("'", "’")

// relationHeads are the sentences above lists of relations.
var relationHeads = map[string]bool{
	"De verbanden in de figuur:": true, "Verbanden met factoren buiten dit deel:": true,
	"The relations in the figure:": true, "Relations with factors outside this part:": true,
}

// elements gives all elements of a name below a node, in order.
func elements(n *html.Node, name string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			found = append(found, d)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
