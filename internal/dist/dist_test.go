package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/testenv"
)

// TestSameBytes builds programs in the checkout, with what is compiled already, and
// in a copy of it elsewhere, from nothing, and compares. Each further run is one more
// system: SLOTMEMO_RUNS=2 builds for Linux, 3 for Windows too, 4 for macOS.
func TestSameBytes(t *testing.T) {
	if testenv.Runs(1) < 2 {
		t.Skip("skipped: compiles everything anew; SLOTMEMO_RUNS=2 runs it")
	}
	systems := []string{"linux/amd64", "windows/amd64", "darwin/arm64"}
	systems = systems[:min(testenv.Runs(1)-1, len(systems))]
	elsewhere := t.TempDir()
	for _, name := range []string{"cmd", "internal", "layout", "render", "templates"} {
		if err := os.CopyFS(filepath.Join(elsewhere, name), os.DirFS("../../"+name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum", "LICENSE", "NOTICE.md"} {
		b, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(elsewhere, name), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, root := range []string{"../..", elsewhere} {
		out := t.TempDir()
		if root == elsewhere {
			t.Setenv("GOCACHE", t.TempDir())
		}
		if err := build(root, out, systems, "false"); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(b))
	}
	if all[0] != all[1] || !strings.Contains(all[0], "  slotmemo-linux-amd64\n") {
		t.Errorf("two builds differ:\n%s\n%s", all[0], all[1])
	}
}

func TestSums(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b": "abc", "a": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := sums(dir, []string{"b", "a"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	const want = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n" +
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestNoSuchTarget(t *testing.T) {
	if _, err := program(".", t.TempDir(), "linux", "false"); err == nil {
		t.Error("linux alone was built")
	}
}
