package html

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"slotmemo/internal/testenv"
)

// TestHTMLValidate runs html-validate with its recommended rules over each page:
// a second opinion beside the Nu checker, stricter on names and native elements.
func TestHTMLValidate(t *testing.T) {
	takesTime(t)
	testenv.NeedsTool(t, "node")
	program := npmFile(t, "html-validate/bin/html-validate.mjs")
	for _, page := range testPages(t) {
		t.Run(page.name, func(t *testing.T) { htmlValidate(t, program, page.html) })
	}
}

func htmlValidate(t *testing.T, program, page string) {
	t.Helper()
	dir := t.TempDir()
	file, config := filepath.Join(dir, "memo.html"), filepath.Join(dir, "rules.json")
	for name, text := range map[string]string{file: page, config: `{"root": true, "extends": ["html-validate:recommended"]}`} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("node", program, "--config", config, "--formatter", "text", file).CombinedOutput()
	if err != nil {
		t.Errorf("html-validate: %v\n%.2000s", err, out)
	}
}
