package main

import (
	"testing"

	"slotmemo/internal/testenv"
)

// runs scales random and long tests: 1 by default, large in .ci/run.
func runs() int { return testenv.Runs(1) }

func needsTool(t *testing.T, name string) {
	t.Helper()
	testenv.NeedsTool(t, name)
}
