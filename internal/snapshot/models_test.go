package snapshot_test

import (
	"path/filepath"
	"testing"

	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// example reads the model of an example.
func example(t testing.TB, name string) *model.Model {
	t.Helper()
	p, problems, err := project.Read(filepath.Join("../../examples", name))
	if err != nil {
		t.Fatal(err)
	}
	if worst, ok := source.Worst(problems); ok && worst == source.Error {
		t.Fatal(problems)
	}
	return p.Model
}
