// Package command runs other programs for our commands for developers (mutate,
// notice, dist). The program itself runs none but its own workers.
package command

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
)

// Output runs a command and returns what it prints. An error holds the command
// and what it complained of.
func Output(c *exec.Cmd) ([]byte, error) {
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", strings.Join(c.Args, " "), err, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}
