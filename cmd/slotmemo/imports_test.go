package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// line is the order of the house: a package may import what stands before it,
// never what stands after it.
var line = []string{
	"internal/prose", "internal/folder", "internal/kept", "internal/tables", "internal/yamltree", "internal/project", "internal/marvel", "internal/claims", "internal/analysis",
	"internal/sentences", "internal/snapshot", "internal/markdown", "internal/memo",
	"layout", "render", "cmd",
}

// everyone are plain values and embedded data that all may import.
var everyone = []string{"internal/source", "internal/model", "internal/document", "templates"}

// apart share no code with anything of ours: they check what we write. A package
// of them may import those before it.
var apart = []string{"internal/pdfread", "internal/audit"}

// forbidden pairs that the order of the line alone would allow.
var forbidden = map[string][]string{
	"layout": {"internal"},
	"render": {"internal"},
}

func TestNoPackageImportsALaterOne(t *testing.T) {
	t.Parallel()
	for file, imports := range ourImports(t) {
		for _, imported := range imports {
			if problem := refuses(filepath.ToSlash(filepath.Dir(file)), imported); problem != "" {
				t.Errorf("%s imports %s: %s", file, imported, problem)
			}
		}
	}
}

func refuses(importer, imported string) string {
	room, other := roomOf(importer), roomOf(imported)
	switch {
	case room == "cmd" || room == other:
		return ""
	case slices.Contains(apart, room) || slices.Contains(apart, other):
		if at := slices.Index(apart, other); at >= 0 && slices.Index(apart, room) > at {
			return ""
		}
		return "what checks our PDFs shares no code with the rest"
	case slices.Contains(everyone, other):
		return ""
	case slices.Contains(everyone, room):
		return "a package of plain values imports nothing of ours but plain values"
	}
	for _, prefix := range forbidden[room] {
		if strings.HasPrefix(other, prefix) {
			return room + " knows the Document alone"
		}
	}
	if at, before := slices.Index(line, room), slices.Index(line, other); at >= 0 && before > at {
		return "it stands later in the line"
	}
	return ""
}

// roomOf gives the entry of the line in which a package lives.
func roomOf(pkg string) string {
	for _, room := range slices.Concat(line, everyone, apart) {
		if pkg == room || strings.HasPrefix(pkg, room+"/") {
			return room
		}
	}
	return pkg
}

// ourImports gives the imports of our own packages by file. Tests may import
// what they like.
func ourImports(t *testing.T) map[string][]string {
	t.Helper()
	const root = "../.."
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, "slotmemo/"); ok {
				found[name] = append(found[name], ours)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 10 {
		t.Fatalf("only %d files of ours were found below %s", len(found), root)
	}
	return found
}
