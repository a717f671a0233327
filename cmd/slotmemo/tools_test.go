package main

import (
	"os"
	"os/exec"
	"strconv"
	"testing"
)

// runs scales random and long tests: 1 by default, large in .ci/run.
func runs() int {
	n, err := strconv.Atoi(os.Getenv("SLOTMEMO_RUNS"))
	if err != nil || n < 1 {
		return 1
	}
	return n
}

// needsTool skips a test when an outside tool is missing, or fails it where
// tools are required.
func needsTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err == nil {
		return
	}
	if os.Getenv("SLOTMEMO_REQUIRE_TOOLS") == "1" {
		t.Fatalf("%s is not installed", name)
	}
	t.Skipf("%s is not installed, skipped", name)
}
