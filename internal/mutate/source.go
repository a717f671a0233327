package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"slotmemo/internal/command"
)

// A sourceFile is a file of a package, without tests.
type sourceFile struct {
	pkg  string // import path
	path string // absolute
	name string // as it is told, from the folder in which we run
}

// sources returns the files of the packages that were asked for, in the order
// of go list.
func sources(ctx context.Context, o options) ([]sourceFile, error) {
	keep := func(string) bool { return true }
	if o.changed != "" {
		names, err := changedFiles(ctx, o.changed)
		if err != nil {
			return nil, err
		}
		keep = func(path string) bool { return names[path] }
	}
	out, err := command.Output(exec.CommandContext(ctx, "go", append([]string{"list", "-json=ImportPath,Dir,GoFiles"}, o.packages...)...))
	if err != nil {
		return nil, err
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	var files []sourceFile
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath, Dir string
			GoFiles         []string
		}
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read what go list says: %w", err)
		}
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			if !keep(path) {
				continue
			}
			told, err := filepath.Rel(here, path)
			if err != nil {
				told = path
			}
			files = append(files, sourceFile{pkg: p.ImportPath, path: path, name: filepath.ToSlash(told)})
		}
	}
}

// changedFiles returns the files that differ from a revision, absolute, those
// that git doesn't know yet included.
func changedFiles(ctx context.Context, revision string) (map[string]bool, error) {
	top, err := command.Output(exec.CommandContext(ctx, "git", "rev-parse", "--show-toplevel"))
	if err != nil {
		return nil, err
	}
	differ, err := command.Output(exec.CommandContext(ctx, "git", "diff", "--name-only", "--diff-filter=d", revision, "--", ":/"))
	if err != nil {
		return nil, err
	}
	fresh, err := command.Output(exec.CommandContext(ctx, "git", "ls-files", "--others", "--exclude-standard", "--full-name", "--", ":/"))
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for name := range strings.Lines(string(differ) + string(fresh)) {
		names[filepath.Join(strings.TrimSpace(string(top)), strings.TrimSpace(name))] = true
	}
	return names, nil
}
