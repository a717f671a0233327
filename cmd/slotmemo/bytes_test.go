package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// slotmemo prepares a command that runs the program in a process of its own.
func slotmemo(t *testing.T, env []string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command("slotmemo", args...) // testscript.Main put it on the PATH
	c.Env = append(os.Environ(), env...)
	return c
}

// copyProject gives a copy of an example without its outputs and kept layout.
func copyProject(t *testing.T, name, to string) string {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS("../../examples/"+name)); err != nil {
		t.Fatal(err)
	}
	for _, made := range []string{"out", "layout"} {
		if err := os.RemoveAll(filepath.Join(to, made)); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// sums gives the hashes of the outputs of a project, and of its kept layout.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range []string{"out/memo.pdf", "out/memo.html", "layout/positions.csv"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = fmt.Sprintf("%x", sha256.Sum256(b))
	}
	return all
}

func build(t *testing.T, dir string, env ...string) {
	t.Helper()
	var stderr bytes.Buffer
	c := slotmemo(t, env, "build", dir)
	c.Stderr = &stderr
	if err := c.Run(); err != nil {
		t.Fatalf("build %s: %v\n%s", dir, err, stderr.Bytes())
	}
}

// TestSameBytesEverywhere builds one project in several worlds.
func TestSameBytesEverywhere(t *testing.T) {
	t.Parallel()
	name := "softwarerelease"
	if runs() > 1 {
		name = "mensenhandel"
	}
	first := copyProject(t, name, filepath.Join(t.TempDir(), "a"))
	build(t, first, "TZ=UTC", "LANG=C", "GOMAXPROCS=1")
	want := sums(t, first)

	same := func(what, dir string) {
		t.Helper()
		for file, got := range sums(t, dir) {
			if got != want[file] {
				t.Errorf("%s: %s differs", what, file)
			}
		}
	}
	build(t, first, "TZ=Pacific/Auckland", "LANG=nl_NL.UTF-8", "GOMAXPROCS=8")
	same("again, with kept layout", first)

	elsewhere := copyProject(t, name, filepath.Join(t.TempDir(), "een andere map", "é"))
	cold, tmp := t.TempDir(), t.TempDir()
	build(t, elsewhere, "TZ=America/St_Johns", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=8", "XDG_CACHE_HOME="+cold, "TMPDIR="+tmp)
	same("elsewhere, without cache", elsewhere)

	if err := os.RemoveAll(filepath.Join(first, "layout")); err != nil {
		t.Fatal(err)
	}
	build(t, first, "GOMAXPROCS=2")
	same("without kept layout", first)
}
