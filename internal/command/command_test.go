package command

import (
	"os/exec"
	"strings"
	"testing"
)

func TestOutput(t *testing.T) {
	out, err := Output(exec.Command("go", "env", "GOVERSION"))
	if err != nil || !strings.HasPrefix(string(out), "go") {
		t.Errorf("go env GOVERSION: %q, %v", out, err)
	}
	_, err = Output(exec.Command("go", "no-such-command"))
	if err == nil || !strings.HasPrefix(err.Error(), "go no-such-command: ") || !strings.Contains(err.Error(), "unknown command") {
		t.Errorf("the error doesn't say what was run and what it complained of: %v", err)
	}
}
