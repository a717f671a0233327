//go:build unix

package kept_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"slotmemo/internal/source"
)

// TestPipesAreRefused holds that no reader waits at a pipe.
func TestPipesAreRefused(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, "layout"), 0o755))
	for name, read := range readers {
		must(t, syscall.Mkfifo(filepath.Join(dir, filepath.FromSlash(name)), 0o644))
		type answer struct {
			problems []source.Problem
			err      error
		}
		done := make(chan answer, 1)
		go func() {
			_, problems, err := read(open(t, dir))
			done <- answer{problems, err}
		}()
		select {
		case a := <-done:
			if want := name + `: "` + name + `" is no ordinary file; expected a file that can be read` + "\n"; a.err != nil || told(t, a.problems) != want {
				t.Errorf("%s: %q, %v; want %q", name, told(t, a.problems), a.err, want)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: it waits for the pipe", name)
		}
	}
}
