package sentences

import (
	"reflect"
	"strings"
	"testing"

	"slotmemo/internal/document"
)

type line = []document.Inline

func emph(s string) document.Emph { return document.Emph{Kids: document.Words(s)} }

func TestFirstInInlines(t *testing.T) {
	note := document.NoteRef{Note: "n", Number: "1"}
	reference := document.Link{Target: "fig-a"}
	for _, c := range []struct {
		name              string
		line, first, rest line
	}{
		{"nothing", nil, nil, nil},
		{"over a boundary", line{document.Text("Een. "), document.Text("Twee.")}, line{document.Text("Een.")}, line{document.Text("Twee.")}},
		{"a note stays with its sentence", line{document.Text("Een."), note, document.Text(" Twee.")}, line{document.Text("Een."), note}, line{document.Text("Twee.")}},
		{"within emphasis", line{emph("Een. Twee."), document.Text(" Drie.")}, line{emph("Een.")}, line{emph("Twee."), document.Text(" Drie.")}},
		{"after emphasis", line{emph("Een."), document.Text(" Twee.")}, line{emph("Een.")}, line{document.Text("Twee.")}},
		{"in a link", line{document.Link{URL: "x", Kids: document.Words("Een. Twee")}}, line{document.Link{URL: "x", Kids: document.Words("Een.")}}, line{document.Link{URL: "x", Kids: document.Words("Twee")}}},
		{"a reference begins a sentence", line{document.Text("Een. "), reference, document.Text(" twee.")}, line{document.Text("Een.")}, line{reference, document.Text(" twee.")}},
		{"a line break is a blank", line{document.Text("Een."), document.LineBreak{}, document.Text("Twee.")}, line{document.Text("Een.")}, line{document.Text("Twee.")}},
		{"code is opaque", line{document.CodeText("A. B"), document.Text(" helpt.")}, line{document.CodeText("A. B"), document.Text(" helpt.")}, nil},
	} {
		first, rest := First(c.line, "nl")
		if !reflect.DeepEqual(first, c.first) || !reflect.DeepEqual(rest, c.rest) {
			t.Errorf("%s: got %#v and %#v, want %#v and %#v", c.name, first, rest, c.first, c.rest)
		}
	}
}

// Nothing but blanks is lost at the cut.
func FuzzFirst(f *testing.F) {
	for _, s := range []string{"", " ", ".", ". .", "A. B", "“A. B", "’. ’s A", "é… É", "\xff. A"} {
		f.Add(s, "B. C")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		all := line{document.Text(a), emph(b), document.NoteRef{}}
		first, rest := First(all, "en")
		if got, want := squeeze(flat(first)+flat(rest)), squeeze(flat(all)); got != want {
			t.Errorf("First(%q, %q) holds %q, want %q", a, b, got, want)
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
