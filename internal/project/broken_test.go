package project

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/source"
)

// TestBroken reads each project of testdata/broken and compares what is told
// of it with its file "want". The comment of the archive says what it shows.
// Files that a project doesn't give itself come from testdata/whole.txtar.
func TestBroken(t *testing.T) {
	whole := archive(t, "testdata/whole.txtar")
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no broken projects: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			broken := archive(t, file)
			dir := t.TempDir()
			unpack(t, dir, whole)
			unpack(t, dir, broken)
			p, problems, err := Read(dir)
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, file, broken, told(problems, p.Memo.Language))
		})
	}
}

func archive(t testing.TB, file string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// unpack writes the files of an archive below dir. A file "-name" takes the
// file name away, and one whose only line is "-> target" is a link.
func unpack(t testing.TB, dir string, a *txtar.Archive) {
	t.Helper()
	for _, f := range a.Files {
		name := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(f.Name, "-")))
		if f.Name == "want" {
			continue
		}
		if strings.HasPrefix(f.Name, "-") {
			if err := os.RemoveAll(name); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(string(f.Data), "-> "); ok {
			if err := os.Symlink(strings.TrimSpace(target), name); err != nil {
				t.Skipf("no links here: %v", err)
			}
			continue
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// told puts errors and warnings into the lines that the program prints, and
// ends with its exit code.
func told(problems []source.Problem, language string) []byte {
	var b bytes.Buffer
	code := 0
	for _, p := range problems {
		word := ""
		switch p.Severity {
		case source.Error:
			code = 1
		case source.Warning:
			word = source.Message{NL: "let op: ", EN: "warning: "}.In(language)
		default:
			continue
		}
		fmt.Fprintf(&b, "%s: %s%s\n", p.Pos, word, p.Text(language))
	}
	fmt.Fprintf(&b, "exit %d\n", code)
	return b.Bytes()
}

// compareGolden compares got with the file "want" of an archive, or writes it
// there if SLOTMEMO_UPDATE is set.
func compareGolden(t *testing.T, file string, a *txtar.Archive, got []byte) {
	t.Helper()
	at := -1
	for i, f := range a.Files {
		if f.Name == "want" {
			at = i
		}
	}
	if os.Getenv("SLOTMEMO_UPDATE") != "" {
		if at < 0 {
			a.Files = append(a.Files, txtar.File{Name: "want"})
			at = len(a.Files) - 1
		}
		a.Files[at].Data = got
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if at < 0 {
		t.Fatalf("%s has no file want; run again with SLOTMEMO_UPDATE=1", file)
	}
	if want := a.Files[at].Data; !bytes.Equal(got, want) {
		t.Errorf("problems differ from %s\ngot:\n%swant:\n%s", file, got, want)
	}
}

// TestWhole holds that the project behind the broken ones is itself whole.
func TestWhole(t *testing.T) {
	dir := t.TempDir()
	unpack(t, dir, archive(t, "testdata/whole.txtar"))
	_, problems, err := Read(dir)
	if err != nil || len(problems) > 0 {
		t.Errorf("%v\n%s", err, told(problems, "en"))
	}
}

// TestNotAProject holds that what isn't there is an error of the disk.
func TestNotAProject(t *testing.T) {
	if _, _, err := Read(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want an error that says that it isn't there", err)
	}
}
