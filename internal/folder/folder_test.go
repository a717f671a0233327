package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRefused holds that nothing outside the folder is read, however it is
// asked for, and that nothing that isn't a file is opened.
func TestRefused(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "project")
	for _, name := range []string{"project/inside.txt", "project/sub/deep.txt", "secret.txt", "project2/other.txt"} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(above, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(above, name), []byte(name), 0o644))
	}
	link := func(target, name string) { must(t, os.Symlink(target, filepath.Join(dir, name))) }
	link("../secret.txt", "out.txt")
	link(filepath.Join(above, "secret.txt"), "absolute.txt")
	link("..", "up")
	link("../project2", "beside")
	link("sub/deep.txt", "in.txt")
	link(filepath.Join(dir, "inside.txt"), "absolute-in.txt")
	link("ring", "ring")
	link("gone.txt", "nowhere.txt")
	f, err := Open(dir)
	must(t, err)

	for _, name := range []string{"inside.txt", "sub/deep.txt", "in.txt", "absolute-in.txt", "sub/../inside.txt", "./inside.txt"} {
		if b, err := f.Read(name, 100); err != nil || strings.Contains(string(b), "secret") {
			t.Errorf("Read(%q) = %q, %v", name, b, err)
		}
	}
	refused := []string{
		"../secret.txt", "sub/../../secret.txt", "/etc/hostname", filepath.Join(above, "secret.txt"), "out.txt", "absolute.txt",
		"up/secret.txt", "up/project/inside.txt/../../secret.txt", "beside/other.txt", `..\secret.txt`, `\\host\share`, "a\x00b", "ring", "sub", ".", "",
	}
	for _, name := range refused {
		b, err := f.Read(name, 100)
		if _, ok := Refused(err); !ok {
			t.Errorf("Read(%q) = %q, %v; want a refusal", name, b, err)
		}
	}
	missing := []string{"none.txt", "nowhere.txt", "inside.txt/x", strings.Repeat("a", 5000), "%2e%2e/secret.txt", "..%2fsecret.txt", "sub/none/x"}
	for _, name := range missing {
		if b, err := f.Read(name, 100); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Read(%q) = %q, %v; want that it isn't there", name, b, err)
		}
	}
}

// TestLimit holds that a file of the limit is read and one byte more isn't.
func TestLimit(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "a"), make([]byte, 2048), 0o644))
	f, err := Open(dir)
	must(t, err)
	if b, err := f.Read("a", 2048); err != nil || len(b) != 2048 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	p, ok := Refused(second(f.Read("a", 1024)))
	if !ok || p.Text("nl") != "het bestand is groter dan de grens van 1 kB" {
		t.Errorf("%v", p)
	}
}

// TestList holds that files come sorted, without folders and hidden files.
func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"x/b.md", "x/a.md", "x/.hidden.md", "x/~$a.md", "x/sub/c.md"} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o644))
	}
	f, err := Open(dir)
	must(t, err)
	names, err := f.List("x")
	must(t, err)
	if strings.Join(names, " ") != "a.md b.md" {
		t.Errorf("%q", names)
	}
	if names, err := f.List("none"); names != nil || err != nil {
		t.Errorf("%q %v", names, err)
	}
}

func second[T any](_ T, err error) error { return err }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
