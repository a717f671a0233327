package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/testenv"
)

// fullDisk gives a folder on a disk of a few kilobytes. Only root may make one.
func fullDisk(t *testing.T, kilobytes string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+kilobytes+"k", "none", dir).CombinedOutput(); err != nil {
		testenv.Lacks(t, fmt.Sprintf("no small disk can be made here: %v %s", err, out))
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %v %s", err, out)
		}
	})
	return dir
}

// TestFullDisk holds that a disk without room ends in a clear error and nothing
// half, and a full disk for the cache in the same memo.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := copyProject(t, "softwarerelease", filepath.Join(t.TempDir(), "p"))

	t.Run("outputs", func(t *testing.T) {
		out := filepath.Join(fullDisk(t, "64"), "out")
		var stderr bytes.Buffer
		c := slotmemo(t, nil, "build", "-o", out, dir)
		c.Stderr = &stderr
		if err := c.Run(); err == nil || c.ProcessState.ExitCode() != exitOther {
			t.Errorf("exit %d, want %d", c.ProcessState.ExitCode(), exitOther)
		}
		if !strings.Contains(stderr.String(), "no space left on device") {
			t.Errorf("the reason isn't told: %s", stderr.String())
		}
		if left, _ := filepath.Glob(filepath.Join(out, "*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if left, _ := filepath.Glob(filepath.Join(out, ".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})

	t.Run("cache", func(t *testing.T) {
		want, got := filepath.Join(t.TempDir(), "want"), filepath.Join(t.TempDir(), "got")
		for out, cache := range map[string]string{want: t.TempDir(), got: fullDisk(t, "16")} {
			c := slotmemo(t, []string{"XDG_CACHE_HOME=" + cache}, "build", "-o", out, dir)
			if all, err := c.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, all)
			}
		}
		for _, name := range []string{"memo.pdf", "memo.html"} {
			a, err := os.ReadFile(filepath.Join(want, name))
			if err != nil {
				t.Fatal(err)
			}
			if b, err := os.ReadFile(filepath.Join(got, name)); err != nil || !bytes.Equal(a, b) {
				t.Errorf("%s isn't the same with a full disk for the cache: %v", name, err)
			}
		}
	})
}
