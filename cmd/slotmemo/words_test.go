package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// method are words of the method that layout never says: it knows nodes and
// edges.
var method = regexp.MustCompile(`(?i)\b(factors|factoren|interventions|interventies)\b`)

// TestLayoutKnowsNodesOnly holds that no message and no comment of layout speaks
// of the method. The texts that its tests set may.
func TestLayoutKnowsNodesOnly(t *testing.T) {
	err := filepath.WalkDir("../../layout", func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(filepath.ToSlash(path), "/pagetest/") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(b), "\n") {
			if word := method.FindString(line); word != "" {
				t.Errorf("%s:%d speaks of %s", path, i+1, word)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
