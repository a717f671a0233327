package claims

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/wording"
)

// TestChangesInWords holds the sizes at which a change gets another sign and other
// words: testdata/changes.txtar has changes in points, and how each is told.
func TestChangesInWords(t *testing.T) {
	t.Parallel()
	const file = "testdata/changes.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil || len(a.Files) != 3 {
		t.Fatalf("want the files changes, nl and en: %v", err)
	}
	for i := range a.Files[1:] {
		f := &a.Files[i+1]
		var told strings.Builder
		for _, s := range strings.Fields(string(a.Files[0].Data)) {
			points, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			w := Writer{Findings: &findings.Findings{Names: findings.Names{Words: wording.In(f.Name)}}}
			fmt.Fprintf(&told, "%s %s %s\n", Symbol(points), w.Points(points/100), w.movement(points))
		}
		diff := cmp.Diff(string(f.Data), told.String())
		switch {
		case diff == "":
		case os.Getenv("SLOTMEMO_UPDATE") == "1":
			f.Data = []byte(told.String())
		default:
			t.Errorf("%s", diff)
		}
	}
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		if err := os.WriteFile(file, txtar.Format(a), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
