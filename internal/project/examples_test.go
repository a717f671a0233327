package project

import (
	"os"
	"path/filepath"
	"testing"

	"slotmemo/internal/source"
)

// TestExamples reads the examples without an error or a warning.
func TestExamples(t *testing.T) {
	dirs, err := filepath.Glob("../../examples/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "memo.yaml")); err != nil {
			continue
		}
		p, problems, err := Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range problems {
			if problem.Severity != source.Note {
				t.Errorf("%s: %s: %s", dir, problem.Pos, problem.Text("en"))
			}
		}
		if len(p.Sessions) != 4 || len(p.Memo.Snapshots.Val.Items) < 9 || len(p.Model.Factors) < 20 {
			t.Errorf("%s: %d sessions, %d snapshots, %d factors", dir, len(p.Sessions), len(p.Memo.Snapshots.Val.Items), len(p.Model.Factors))
		}
	}
}
