package memo

import (
	"testing"

	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// viewsOf reads the snapshots of a project.
func viewsOf(t *testing.T, p *project.Project) []snapshot.View {
	t.Helper()
	views, _, err := snapshot.Read(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return views
}
