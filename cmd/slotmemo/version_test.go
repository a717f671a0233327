package main

import (
	"bytes"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	t.Parallel()
	set := func(main string, settings ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: main}}
		for i := 0; i+1 < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	for _, c := range []struct {
		info *debug.BuildInfo
		want string
	}{
		{nil, "(devel)"},
		{set(""), "(devel) (go1.26.0)"},
		{set("v0.9.1", "vcs.revision", "0123456789abcdef", "vcs.modified", "false"), "v0.9.1 (commit 0123456789ab, go1.26.0)"},
		{set("(devel)", "vcs.revision", "0123", "vcs.modified", "true"), "(devel) (commit 0123, changed since, go1.26.0)"},
	} {
		if got := version(c.info); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{"--version"}, &stdout, &stderr)
	if code != exitDone || !strings.HasPrefix(stdout.String(), "slotmemo ") || strings.Count(stdout.String(), "\n") != 1 {
		t.Errorf("exit %d, printed %q", code, stdout.String())
	}
}
