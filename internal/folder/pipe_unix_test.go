//go:build unix

package folder

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestPipe holds that a pipe is neither read nor written over: who opens one
// waits for somebody at its other end.
func TestPipe(t *testing.T) {
	dir := t.TempDir()
	must(t, syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644))
	f, err := Open(dir)
	must(t, err)
	done := make(chan [2]error, 1)
	go func() {
		_, read := f.Read("pipe", 100)
		_, place := f.Place("pipe")
		done <- [2]error{read, place}
	}()
	select {
	case errs := <-done:
		for _, err := range errs {
			if _, refused := Refused(err); !refused {
				t.Errorf("got %v, want a refusal", err)
			}
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for the pipe")
	}
}
