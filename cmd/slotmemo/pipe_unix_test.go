//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNobodyWaitsForAPipe holds that no command hangs at a pipe in a project's
// layout folder or among its outputs.
func TestNobodyWaitsForAPipe(t *testing.T) {
	for _, c := range []struct{ name, command, want string }{
		{"layout/positions.csv", "check", "no ordinary file"},
		{"layout/positions.csv", "snapshot", "no ordinary file"},
		{"layout/loops.csv", "build", "no ordinary file"},
		{"layout/alts.csv", "check", "no ordinary file"},
		{"layout/hyphenation.txt", "check", "no ordinary file"},
		{"out/memo.html", "build", "no ordinary file"},
	} {
		t.Run(c.command+" "+c.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "project")
			copyProject(t, "softwarerelease", dir)
			path := filepath.Join(dir, filepath.FromSlash(c.name))
			for _, err := range []error{os.RemoveAll(path), os.MkdirAll(filepath.Dir(path), 0o755), syscall.Mkfifo(path, 0o644)} {
				if err != nil {
					t.Fatal(err)
				}
			}
			command := slotmemo(t, nil, c.command, dir)
			timer := time.AfterFunc(2*time.Minute, func() { command.Process.Kill() })
			defer timer.Stop()
			out, err := command.CombinedOutput()
			if got := command.ProcessState.ExitCode(); err == nil || got < 1 {
				t.Errorf("exit code %d: %s", got, out)
			}
			if got := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want it to say %q", got, c.want)
			}
		})
	}
}
