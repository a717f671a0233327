package kept_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"slotmemo/internal/folder"
	"slotmemo/internal/kept"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// project makes a folder with one file and opens it.
func project(t testing.TB, name, text string) *folder.Folder {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
	return open(t, dir)
}

func open(t testing.TB, dir string) *folder.Folder {
	t.Helper()
	f, err := folder.Open(dir)
	must(t, err)
	return f
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// told are problems in English, a line each. Each must have its own Dutch.
func told(t testing.TB, problems []source.Problem) string {
	t.Helper()
	var b strings.Builder
	for _, p := range problems {
		en := p.Text("en")
		if p.Text("nl") == en {
			t.Errorf("%q: no Dutch", en)
		}
		b.WriteString(p.Pos.String() + ": " + en + "\n")
	}
	return b.String()
}

// readers read each kept file and say how much they found.
var readers = map[string]func(*folder.Folder) (int, []source.Problem, error){
	"layout/positions.csv": func(f *folder.Folder) (int, []source.Problem, error) {
		v, p, err := kept.ReadPositions(f)
		return len(v), p, err
	},
	"layout/bows.csv": func(f *folder.Folder) (int, []source.Problem, error) {
		v, p, err := kept.ReadBows(f)
		return len(v), p, err
	},
	"layout/loops.csv": func(f *folder.Folder) (int, []source.Problem, error) {
		v, p, err := kept.ReadLoops(f)
		return len(v), p, err
	},
	"layout/alts.csv": func(f *folder.Folder) (int, []source.Problem, error) {
		v, p, err := kept.ReadAlternatives(f)
		return len(v), p, err
	},
	"layout/hyphenation.txt": func(f *folder.Folder) (int, []source.Problem, error) {
		v, p, err := kept.ReadDivisions(f)
		return len(v), p, err
	},
}

// TestNothingKept holds that a project without kept files has nothing kept.
func TestNothingKept(t *testing.T) {
	f := open(t, t.TempDir())
	for name, read := range readers {
		if n, problems, err := read(f); n != 0 || len(problems) > 0 || err != nil {
			t.Errorf("%s: %d, %v, %v", name, n, problems, err)
		}
	}
}

// TestOutsideIsRefused holds that no kept file is read through a link that leads
// out of the project, and none that is too large.
func TestOutsideIsRefused(t *testing.T) {
	above := t.TempDir()
	must(t, os.WriteFile(filepath.Join(above, "secret.csv"), []byte("id,x,y\na,1,2\n"), 0o644))
	dir := filepath.Join(above, "project")
	must(t, os.MkdirAll(filepath.Join(dir, "layout"), 0o755))
	for name, read := range readers {
		path := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.Symlink("../../secret.csv", path))
		n, problems, err := read(open(t, dir))
		if want := name + `: "` + name + `" leads outside the project folder; expected a path inside the project` + "\n"; n != 0 || err != nil || told(t, problems) != want {
			t.Errorf("%s, a link out: %d, %q, %v; want %q", name, n, told(t, problems), err, want)
		}
		must(t, os.Remove(path))

		must(t, os.WriteFile(path, nil, 0o644))
		must(t, os.Truncate(path, 5<<20))
		if n, problems, err := read(open(t, dir)); n != 0 || err != nil || !strings.Contains(told(t, problems), "larger than the limit") {
			t.Errorf("%s, 5 MB: %d, %q, %v", name, n, told(t, problems), err)
		}
	}
}

// written are the files of kept values, as they stand on disk.
func TestWritten(t *testing.T) {
	for _, c := range []struct {
		file kept.File
		name string
		text string
	}{
		{kept.Positions{"b": {X: 1.4, Y: -2.5}, "a": {X: -0.2, Y: 100}, "x, y": {}}.File(), "layout/positions.csv", "id,x,y\na,0,100\nb,1,-3\n\"x, y\",0,0\n"},
		{kept.Bows{"r2": 0.12, "r10": -0.0004, "a>b": -0.33333}.File(), "layout/bows.csv", "id,bow\na>b,-0.333\nr10,0\nr2,0.12\n"},
		{kept.Loops{"r1 > r2": "L1", "a>b > b>a": "L10", "r3": "L2"}.File(), "layout/loops.csv", "id,relations\nL1,r1 > r2\nL2,r3\nL10,a>b > b>a\n"},
		{kept.Alternatives{"b": {Text: "t", Picture: "p"}, "a": {Text: "u", Picture: "q"}}.File(), "layout/alts.csv", "id,text,picture\na,u,q\nb,t,p\n"},
		{kept.Positions(nil).File(), "layout/positions.csv", "id,x,y\n"},
	} {
		if c.file.Name != c.name || string(c.file.Bytes) != c.text {
			t.Errorf("%s holds %q, want %s with %q", c.file.Name, c.file.Bytes, c.name, c.text)
		}
	}
}

// TestReadBack holds that what was written is read as it was.
func TestReadBack(t *testing.T) {
	positions := kept.Positions{"a": {X: 1, Y: -2}, "ruil, \"b\"": {X: 0, Y: 100_000}}
	gotPositions, problems, err := kept.ReadPositions(project(t, "layout/positions.csv", string(positions.File().Bytes)))
	checkRead(t, positions, gotPositions, problems, err)

	bows := kept.Bows{"r1": 0.123, "a>b": -1}
	gotBows, problems, err := kept.ReadBows(project(t, "layout/bows.csv", string(bows.File().Bytes)))
	checkRead(t, bows, gotBows, problems, err)

	loops := kept.Loops{"r1 > r2": "L1", "r3": "L2"}
	gotLoops, problems, err := kept.ReadLoops(project(t, "layout/loops.csv", string(loops.File().Bytes)))
	checkRead(t, loops, gotLoops, problems, err)

	alternatives := kept.Alternatives{"a": model.Override{Text: "abc", Picture: "def"}}
	gotAlternatives, problems, err := kept.ReadAlternatives(project(t, "layout/alts.csv", string(alternatives.File().Bytes)))
	checkRead(t, alternatives, gotAlternatives, problems, err)

	gotDivisions, problems, err := kept.ReadDivisions(project(t, "layout/hyphenation.txt", "uit=voering\n"))
	checkRead(t, "uit=voering\n", gotDivisions, problems, err)
}

func checkRead(t *testing.T, want, got any, problems []source.Problem, err error) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 || err != nil {
		t.Errorf("%s%v %v", diff, problems, err)
	}
}

// TestNumbers holds what is said of files that people edit.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"layout/positions.csv", "id,x,y\na,1,2\n", ""},
		{"layout/positions.csv", "\ufeffid,x,y\r\na,1,2.4\r\n", ""},
		{"layout/positions.csv", "", ""},
		{"layout/positions.csv", "a,1,2\n", `layout/positions.csv:1:1: the first line isn't "id,x,y"; without it this file isn't read` + "\n"},
		{"layout/positions.csv", "id,x,y\na,1\nb,1,2,3\n", "layout/positions.csv:2:1: 2 fields; expected id,x,y\nlayout/positions.csv:3:1: 4 fields; expected id,x,y\n"},
		{"layout/positions.csv", "id,x,y\na,één,2\n", `layout/positions.csv:2:3: "één" is no position; expected a number between −100000 and 100000` + "\n"},
		{"layout/positions.csv", "id,x,y\ncafé,één,2\n", `layout/positions.csv:2:6: "één" is no position; expected a number between −100000 and 100000` + "\n"},
		{"layout/positions.csv", "id,x,y\n\"één\nén\",1,é\n", `layout/positions.csv:3:7: "é" is no position; expected a number between −100000 and 100000` + "\n"},
		{"layout/positions.csv", "id,x,y\na,1,NaN\n", `layout/positions.csv:2:5: "NaN" is no position; expected a number between −100000 and 100000` + "\n"},
		{"layout/positions.csv", "id,x,y\na,1,100001\n", `layout/positions.csv:2:5: "100001" is no position; expected a number between −100000 and 100000` + "\n"},
		{"layout/positions.csv", "id,x,y\na,1,2\na,3,4\n", `layout/positions.csv:3:1: "a" has a position already (see layout/positions.csv:2:1)` + "\n"},
		{"layout/positions.csv", "id,x,y\n\"a,1,2\n", "layout/positions.csv:2: no readable CSV; expected lines id,x,y\n"},
		{"layout/bows.csv", "id,bow\nr1,0.2\nr2,-1\n", ""},
		{"layout/bows.csv", "id,x,y\n", `layout/bows.csv:1:1: the first line isn't "id,bow"; without it this file isn't read` + "\n"},
		{"layout/bows.csv", "id,bow\nr1,-1.1\n", `layout/bows.csv:2:4: "-1.1" is no bow; expected a number between −1 and 1` + "\n"},
		{"layout/bows.csv", "id,bow\nr1,0\nr1,1\n", `layout/bows.csv:3:1: "r1" has a bow already (see layout/bows.csv:2:1)` + "\n"},
		{"layout/loops.csv", "id,relations\nL1\nL2,r1\nL2,r2\n", `layout/loops.csv:2: this row can't be read; expected "id,relations"` + "\n" + `layout/loops.csv:4: this row can't be read; expected "id,relations"` + "\n"},
	} {
		_, problems, err := readers[c.name](project(t, c.name, c.text))
		if got := told(t, problems); err != nil || got != c.want {
			t.Errorf("%q: %v, got\n%swant\n%s", c.text, err, got, c.want)
		}
	}
}

// TestOtherLinesCount holds that a bad line costs itself alone.
func TestOtherLinesCount(t *testing.T) {
	got, _, err := kept.ReadPositions(project(t, "layout/positions.csv", "id,x,y\na,1,2\nb,x,2\nc,3.6,4\na,9,9\n"))
	must(t, err)
	if diff := cmp.Diff(kept.Positions{"a": {X: 1, Y: 2}, "c": {X: 4, Y: 4}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestAlternativesAreLenient holds that rows which can't be read are left out.
func TestAlternativesAreLenient(t *testing.T) {
	got, problems, err := kept.ReadAlternatives(project(t, "layout/alts.csv", "id,text,picture\na,b\nc,d,e\n\"f"))
	checkRead(t, kept.Alternatives{"c": {Text: "d", Picture: "e"}}, got, problems, err)
}

// FuzzRead holds that no bytes stop a reader, that problems have a place in the
// file, and that what is written is read back without problems.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"id,x,y\na,1,2\n", "id,x,y\n\"a\nb\",1,-2e3\n", "\ufeff", "id,x,y\n,,\n", "id,bow\nr,0.0005\n",
		"id,relations\nL1,r1 > r2\nL2,r3\n", "id,relations\nL1,r1\nL1,r2\n,\n\"",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for name, read := range readers {
			_, problems, err := read(project(t, name, string(b)))
			must(t, err)
			for _, p := range problems {
				if p.Pos.Path != name || p.Pos.Line > strings.Count(string(b), "\n")+strings.Count(string(b), "\r")+1 {
					t.Errorf("%s: a problem at %v", name, p.Pos)
				}
			}
		}
		positions, _, _ := kept.ReadPositions(project(t, "layout/positions.csv", string(b)))
		again, problems, err := kept.ReadPositions(project(t, "layout/positions.csv", string(positions.File().Bytes)))
		if diff := cmp.Diff(positions, again); len(positions) > 0 && (diff != "" || len(problems) > 0) && !strings.Contains(string(b), "\r") {
			t.Errorf("%s%v %v", diff, problems, err)
		}
		loops, _, _ := kept.ReadLoops(project(t, "layout/loops.csv", string(b)))
		if again, problems, err := kept.ReadLoops(project(t, "layout/loops.csv", string(loops.File().Bytes))); len(problems) > 0 || len(again) != len(loops) {
			t.Errorf("%v became %v, %v %v", loops, again, problems, err)
		}
	})
}
