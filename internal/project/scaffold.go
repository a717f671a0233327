package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"slotmemo/templates"
)

// ErrNotEmpty says that a new project would have stood among other files.
var ErrNotEmpty = errors.New("the folder isn't empty")

// New makes a small complete project in dir, in language ("nl" or "en"), that
// builds as it is. The folder is made if it isn't there, and refused with
// ErrNotEmpty if anything is in it: nothing of the user's is ever overwritten.
func New(dir, language string) error {
	if language != "nl" && language != "en" {
		return fmt.Errorf("language %q isn't known; expected nl or en", language)
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("make project %s: %w", dir, err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("make project %s: %w", dir, ErrNotEmpty)
	}
	files := templates.Scaffold(language)
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o755)
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(path, b, 0o644)
	})
	if err != nil {
		return fmt.Errorf("make project %s: %w", dir, err)
	}
	return nil
}
