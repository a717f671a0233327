package folder

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPlace holds where files may be written: nowhere outside the folder, and
// over nothing that isn't a file.
func TestPlace(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "project")
	for _, name := range []string{"project/layout/positions.csv", "project/sub/deep.csv", "elsewhere/x.csv"} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(above, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(above, name), nil, 0o644))
	}
	link := func(target, name string) { must(t, os.Symlink(target, filepath.Join(dir, name))) }
	link("../elsewhere", "outside")
	link("../../elsewhere/x.csv", "layout/out.csv")
	link("../sub/deep.csv", "layout/in.csv")
	link("nowhere", "layout/dangling.csv")
	link("nowhere", "lost")
	f, err := Open(dir)
	must(t, err)
	root, err := filepath.EvalSymlinks(dir)
	must(t, err)

	for name, want := range map[string]string{
		"layout/positions.csv": "layout/positions.csv",
		"layout/bows.csv":      "layout/bows.csv",
		"new/deep/bows.csv":    "new/deep/bows.csv",
		"layout/in.csv":        "sub/deep.csv",
		"layout/dangling.csv":  "layout/dangling.csv",
	} {
		if got, err := f.Place(name); err != nil || got != filepath.Join(root, filepath.FromSlash(want)) {
			t.Errorf("Place(%q) = %q, %v; want %q in the folder", name, got, err, want)
		}
	}
	for _, name := range []string{"outside/x.csv", "outside/new.csv", "layout/out.csv", "../x.csv", "layout", "lost/new.csv", "layout/positions.csv/x", "/x.csv"} {
		got, err := f.Place(name)
		if _, refused := Refused(err); !refused {
			t.Errorf("Place(%q) = %q, %v; want a refusal", name, got, err)
		}
	}
}
