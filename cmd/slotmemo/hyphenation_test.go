package main

import (
	"os"
	"path/filepath"
	"testing"

	"slotmemo/internal/kept"
	"slotmemo/layout/text"
)

// TestLearn holds that a project's own list decides how its words are divided.
func TestLearn(t *testing.T) {
	dir := t.TempDir()
	fonts := text.NewFonts()
	if problems, err := learn(fonts, "nl", dir); err != nil || len(problems) > 0 {
		t.Fatalf("without a list: %v, %v", err, problems)
	}
	if err := os.Mkdir(filepath.Join(dir, "layout"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(kept.DivisionsFile)), []byte("uit=voering\ntwee woorden\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	problems, err := learn(fonts, "nl", dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || problems[0].Pos.String() != "layout/hyphenation.txt:2:1" {
		t.Errorf("problems %v", problems)
	}
	if got := fonts.Hyphenate("nl", "uitvoering"); len(got) != 1 || got[0].At != 3 || !got[0].Preferred {
		t.Errorf("divisions %v", got)
	}
}
