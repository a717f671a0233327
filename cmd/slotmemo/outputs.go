package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Outputs are the files of one build. They appear together, each by rename, or
// not at all.
type outputs struct{ files []output }

type output struct {
	path  string
	bytes []byte
}

func (o *outputs) add(path string, bytes []byte) {
	o.files = append(o.files, output{path, bytes})
}

// Staged files end so; one that a killed build left behind is cleared by the next.
const stagedEnding = ".slotmemo-part"

// commit writes all files beside their places and then renames them. If one
// can't be renamed, those before it get back what they held.
func (o *outputs) commit() error {
	var staged []string
	defer func() {
		for _, s := range staged {
			os.Remove(s)
		}
	}()
	for _, f := range o.files {
		s, err := stage(f)
		if err != nil {
			return err
		}
		staged = append(staged, s)
	}
	return o.renameAll(staged)
}

// stage writes a file beside its place, whole and on disk.
func stage(f output) (string, error) {
	dir := filepath.Dir(f.path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", fmt.Errorf("make folder for %s: %w", f.path, err)
	}
	clearStale(f.path)
	tmp, err := os.CreateTemp(dir, "."+filepath.Base(f.path)+"-*"+stagedEnding)
	if err != nil {
		return "", fmt.Errorf("write %s: %w", f.path, err)
	}
	_, err = tmp.Write(f.bytes)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close())
	if err != nil {
		os.Remove(tmp.Name())
		return "", fmt.Errorf("write %s: %w", f.path, err)
	}
	return tmp.Name(), nil
}

// clearStale removes what a killed build staged for this path, an hour ago or
// longer: a build that runs beside this one keeps its files.
func clearStale(path string) {
	old, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"-*"+stagedEnding))
	for _, s := range old {
		if isStale(s) {
			os.Remove(s)
		}
	}
}

// staleAge is far longer than any build takes between staging and renaming.
const staleAge = time.Hour

func isStale(path string) bool {
	info, err := os.Stat(path)
	return err == nil && time.Since(info.ModTime()) > staleAge
}

func (o *outputs) renameAll(staged []string) error {
	before := make([][]byte, len(o.files))
	for i, f := range o.files {
		b, err := held(f.path)
		if err != nil {
			return fmt.Errorf("replace %s: %w", f.path, err)
		}
		before[i] = b
	}
	for i, f := range o.files {
		if err := os.Rename(staged[i], f.path); err != nil {
			return errors.Join(fmt.Errorf("replace %s: %w", f.path, err), restore(o.files[:i], before))
		}
	}
	return nil
}

// held returns what a file holds before it is replaced; nil if it isn't there. A
// pipe would wait for ever and a device never end, so they aren't read.
func held(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no ordinary file")
	}
	return os.ReadFile(path)
}

func restore(files []output, before [][]byte) error {
	var errs []error
	for i, f := range files {
		if before[i] == nil {
			errs = append(errs, os.Remove(f.path))
		} else {
			errs = append(errs, os.WriteFile(f.path, before[i], 0o644))
		}
	}
	return errors.Join(errs...)
}
