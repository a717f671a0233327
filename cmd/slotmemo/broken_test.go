package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestBrokenProjects builds the broken projects of internal/project and
// internal/snapshot: what is printed is what their file "want" says, the exit code is 1, and out/ and
// layout/ stay as they were.
func TestBrokenProjects(t *testing.T) {
	files, err := filepath.Glob("../../internal/*/testdata/broken/*.txtar")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d broken projects, %v", len(files), err)
	}
	whole, err := txtar.ParseFile("../../internal/project/testdata/whole.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, fails := strings.CutSuffix(textOf(a, "want"), "exit 1\n")
		if !fails {
			continue // warnings only; their own packages test these
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			dir := t.TempDir()
			unpack(t, dir, whole)
			unpack(t, dir, a)
			kept := txtar.Parse([]byte("-- out/memo.pdf --\nold\n-- layout/positions.csv --\nid,x,y\n"))
			unpack(t, dir, kept)
			var stdout, stderr bytes.Buffer
			if code := run(context.Background(), []string{"build", dir}, &stdout, &stderr); code != 1 {
				t.Errorf("exit code %d, want 1", code)
			}
			if stderr.String() != want || stdout.Len() > 0 {
				t.Errorf("printed\n%s%swant\n%s", stdout.String(), stderr.String(), want)
			}
			unchanged(t, dir, kept)
		})
	}
}

func textOf(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// unpack writes the files of an archive, as internal/project's tests do: "-name"
// takes a file away, "-> target" makes a link.
func unpack(t *testing.T, dir string, a *txtar.Archive) {
	t.Helper()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range a.Files {
		name := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(f.Name, "-")))
		target, link := strings.CutPrefix(string(f.Data), "-> ")
		switch {
		case f.Name == "want":
		case strings.HasPrefix(f.Name, "-"):
			check(os.RemoveAll(name))
		case link:
			check(os.MkdirAll(filepath.Dir(name), 0o755))
			if err := os.Symlink(strings.TrimSpace(target), name); err != nil {
				t.Skipf("no links here: %v", err)
			}
		default:
			check(os.MkdirAll(filepath.Dir(name), 0o755))
			check(os.WriteFile(name, f.Data, 0o644))
		}
	}
}

// unchanged holds that the folders out and layout hold these files and no others.
func unchanged(t *testing.T, dir string, want *txtar.Archive) {
	t.Helper()
	found := 0
	for _, folder := range []string{"out", "layout"} {
		err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			found++
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			got, err := os.ReadFile(path)
			if old := textOf(want, filepath.ToSlash(name)); old == "" || old != string(got) {
				t.Errorf("%s was written: %.40q", name, got)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found != len(want.Files) {
		t.Errorf("%d files in out and layout, want %d", found, len(want.Files))
	}
}
