package testenv

import (
	"path/filepath"
	"testing"
)

func TestRuns(t *testing.T) {
	for set, want := range map[string]int{"": 3, "x": 3, "-1": 3, "0": 3, "40": 40} {
		t.Setenv("SLOTMEMO_RUNS", set)
		if got := Runs(3); got != want {
			t.Errorf("SLOTMEMO_RUNS=%s: %d, want %d", set, got, want)
		}
	}
}

// A recorder is a test that only notes how it ended.
type recorder struct {
	testing.TB
	skipped, failed bool
}

func (r *recorder) Helper()      {}
func (r *recorder) Skip(...any)  { r.skipped = true }
func (r *recorder) Fatal(...any) { r.failed = true }

// What is lacking skips a test, and fails it where tools are required; data of
// others may lack where that was said.
func TestLacking(t *testing.T) {
	for _, c := range []struct {
		require, noData      string
		toolFails, dataFails bool
	}{
		{"", "", false, false},
		{"1", "", true, true},
		{"1", "1", true, false},
	} {
		t.Setenv("SLOTMEMO_REQUIRE_TOOLS", c.require)
		t.Setenv("SLOTMEMO_NO_DATA", c.noData)
		tool, data, present := &recorder{}, &recorder{}, &recorder{}
		NeedsTool(tool, "no-such-program")
		if got := NeedsData(data, "no/such/data"); filepath.Base(got) != "data" {
			t.Errorf("looked for data in %s", got)
		}
		NeedsTool(present, "go")
		if tool.skipped == c.toolFails || tool.failed != c.toolFails {
			t.Errorf("%+v: a tool that lacks: skipped %v, failed %v", c, tool.skipped, tool.failed)
		}
		if data.skipped == c.dataFails || data.failed != c.dataFails {
			t.Errorf("%+v: data that lack: skipped %v, failed %v", c, data.skipped, data.failed)
		}
		if present.skipped || present.failed {
			t.Errorf("%+v: go lacks", c)
		}
	}
}
