package project

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestNew holds that a new project is whole, in both languages, and that it
// never stands among other files.
func TestNew(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		dir := filepath.Join(t.TempDir(), "new", "memo")
		if err := New(dir, language); err != nil {
			t.Fatal(err)
		}
		p, problems, err := Read(dir)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v\n%s", language, err, told(problems, language))
		}
		m := p.Model
		got := []int{len(m.Factors), len(m.Interventions), len(m.Loops), len(p.Sessions), len(p.Texts), len(p.Memo.Snapshots.Val.Items)}
		for i, want := range []int{9, 3, 2, 2, 2, 4} {
			if got[i] != want {
				t.Errorf("%s: factors, interventions, loops, sessions, texts, snapshots: %v", language, got)
				break
			}
		}
		if p.Memo.Language != language || p.Memo.Version != "0.1" {
			t.Errorf("%+v", p.Memo)
		}
		if err := New(dir, language); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("a second time: %v", err)
		}
	}
	if err := New(t.TempDir(), "de"); err == nil {
		t.Error("a project in a language that isn't spoken")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := New(file, "nl"); err == nil {
		t.Error("a project in a file")
	}
}
