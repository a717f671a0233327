// Package testenv is what tests ask of the place where they run: how many random
// cases, whether an outside tool or somebody else's data is there.
//
// What is lacking skips a test, in words, and fails it where SLOTMEMO_REQUIRE_TOOLS
// is 1: a check that is silently left out is no check. It is for tests alone.
package testenv

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// Runs returns how many random cases to try, or how long a long test may be:
// SLOTMEMO_RUNS, or few if that isn't set.
func Runs(few int) int {
	if n, err := strconv.Atoi(os.Getenv("SLOTMEMO_RUNS")); err == nil && n > 0 {
		return n
	}
	return few
}

// NeedsTool skips a test when a program isn't installed.
func NeedsTool(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		Lacks(t, name+" isn't installed")
	}
}

// NeedsData returns where data of others is that isn't in the repository: path is
// below the folder shared/data beside the checkout. It skips a test when it isn't
// there. SLOTMEMO_NO_DATA=1 says that this machine has none, and that is all right.
func NeedsData(t testing.TB, path string) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	data := filepath.Join(filepath.Dir(dir), "shared", "data", filepath.FromSlash(path))
	if _, err := os.Stat(data); err == nil {
		return data
	}
	if os.Getenv("SLOTMEMO_NO_DATA") == "1" {
		t.Skip("skipped: ../shared/data/" + path + " isn't here")
	} else {
		Lacks(t, "../shared/data/"+path+" isn't here")
	}
	return data
}

// Lacks skips a test because of what isn't there, or fails it where it must be.
func Lacks(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("SLOTMEMO_REQUIRE_TOOLS") == "1" {
		t.Fatal(what + ", and SLOTMEMO_REQUIRE_TOOLS=1 asks for it")
		return
	}
	t.Skip("skipped: " + what)
}
