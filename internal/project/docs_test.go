package project

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestDocumented holds that docs/memo-yaml.md knows every field of memo.yaml and
// every chapter.
func TestDocumented(t *testing.T) {
	const name, mark = "../../docs/memo-yaml.md", "| chapter | also called |\n|---|---|\n"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(b), mark)
	var rows strings.Builder
	for _, c := range Chapters() {
		fmt.Fprintf(&rows, "| %s | %s |\n", c.ID, strings.Join(c.Dutch, ", "))
	}
	if found && os.Getenv("SLOTMEMO_UPDATE") != "" {
		after = rows.String()
		if err := os.WriteFile(name, []byte(before+mark+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if after != rows.String() {
		t.Errorf("the chapters of %s differ; run again with SLOTMEMO_UPDATE=1", name)
	}
	d := &decoder{}
	for _, f := range d.memoFields(&Memo{}, nil) {
		if !strings.Contains(before, f.Key) {
			t.Errorf("%s doesn't say what %q is", name, f.Key)
		}
	}
}
