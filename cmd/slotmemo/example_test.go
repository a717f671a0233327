package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// An example is one of ours, built once for all tests that only read it.
type example struct {
	once sync.Once
	dir  string
	err  error
}

// examples holds those that were built, by name.
type examples struct {
	folder string // where they are built; gone after the tests
	byName map[string]*example
}

var shared = examples{byName: map[string]*example{"softwarerelease": {}, "mensenhandel": {}}}

// built returns the folder of an example with its outputs, as build makes them
// with the layout that the example keeps. Tests may read it and not write.
func built(t *testing.T, name string) string {
	t.Helper()
	e := shared.byName[name]
	if e == nil {
		t.Fatalf("no example %s", name)
	}
	e.once.Do(func() {
		e.dir = filepath.Join(shared.folder, name)
		e.err = e.build(t, name)
	})
	if e.err != nil {
		t.Fatal(e.err)
	}
	return e.dir
}

func (e *example) build(t *testing.T, name string) error {
	t.Helper()
	if err := os.CopyFS(e.dir, os.DirFS("../../examples/"+name)); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(e.dir, "out")); err != nil {
		return err
	}
	var stderr bytes.Buffer
	c := slotmemo(t, nil, "build", e.dir)
	c.Stderr = &stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("build %s: %w: %s", name, err, stderr.Bytes())
	}
	return nil
}

// inFolder runs tests with a folder for the examples that they build.
type inFolder struct{ tests testscript.TestingM }

func (m inFolder) Run() int {
	dir, err := os.MkdirTemp("", "slotmemo-examples")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	shared.folder = dir
	return m.tests.Run()
}
