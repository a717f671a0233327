// Command notice writes NOTICE.md from what is linked into slotmemo on the
// systems that we build for, and prints the licences of all of it.
//
//	go run ./internal/notice          writes NOTICE.md
//	go run ./internal/notice -texts   prints the licences, for a file beside a program
//
// What is embedded rather than linked (fonts, patterns, Graphviz) stands in
// before.md and after.md by hand. It is no part of the program, and nothing
// imports it.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"slotmemo/internal/command"
)

//go:embed before.md
var before string

//go:embed after.md
var after string

// systems are those that we build for; a library may be linked on one only.
var systems = []string{"darwin", "linux", "windows"}

// A module is a library that is linked, with its licence files.
type module struct {
	path, version string
	licences      []licence
}

// A licence is the text of a licence file, and what it is called.
type licence struct{ file, name, text string }

func main() {
	texts := flag.Bool("texts", false, "print the licences instead")
	flag.Parse()
	if err := run(*texts); err != nil {
		fmt.Fprintln(os.Stderr, "notice:", err)
		os.Exit(1)
	}
}

func run(texts bool) error {
	all, err := linked()
	if err != nil {
		return err
	}
	if texts {
		return printTexts(os.Stdout, all)
	}
	return os.WriteFile("NOTICE.md", notice(all), 0o666)
}

// notice returns the text of NOTICE.md.
func notice(all []module) []byte {
	var b bytes.Buffer
	b.WriteString(before)
	for _, m := range all {
		var names []string
		for _, l := range m.licences {
			if !slices.Contains(names, l.name) {
				names = append(names, l.name)
			}
		}
		fmt.Fprintf(&b, "| %s | linked | %s |\n", strings.TrimSpace(m.path+" "+m.version), strings.Join(names, ", "))
	}
	b.WriteString("\n" + after)
	return b.Bytes()
}

func printTexts(w io.Writer, all []module) error {
	for _, m := range all {
		for _, l := range m.licences {
			if _, err := fmt.Fprintf(w, "%s %s, %s\n\n%s\n\n", m.path, m.version, l.file, strings.TrimSpace(l.text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// linked returns the modules of other people that are linked on any system, by
// path, and Go's own library, which is linked too.
func linked() ([]module, error) {
	root, err := output("", "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	golang, err := moduleIn("the Go standard library", "", strings.TrimSpace(string(root)))
	if err != nil {
		return nil, err
	}
	found := map[string]module{}
	for _, system := range systems {
		out, err := output(system, "go", "list", "-deps", "-json=Module", "slotmemo/cmd/slotmemo")
		if err != nil {
			return nil, err
		}
		if err := collect(found, out); err != nil {
			return nil, err
		}
	}
	var all []module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return append(all, golang), nil
}

func collect(found map[string]module, list []byte) error {
	for dec := json.NewDecoder(bytes.NewReader(list)); ; {
		var p struct {
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read what go list says: %w", err)
		}
		if p.Module == nil || p.Module.Main || found[p.Module.Path].path != "" {
			continue
		}
		m, err := moduleIn(p.Module.Path, p.Module.Version, p.Module.Dir)
		if err != nil {
			return err
		}
		found[m.path] = m
	}
}

// moduleIn reads the licence files in the folder of a module.
func moduleIn(path, version, dir string) (module, error) {
	m := module{path: path, version: version}
	files, err := os.ReadDir(dir)
	if err != nil {
		return m, err
	}
	for _, f := range files {
		upper := strings.ToUpper(f.Name())
		if f.IsDir() || !strings.HasPrefix(upper, "LICEN") && !strings.HasPrefix(upper, "COPYING") && !strings.HasPrefix(upper, "NOTICE") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			return m, err
		}
		name := called(string(b))
		if name == "" && strings.HasPrefix(upper, "NOTICE") {
			name = "with a notice"
		}
		if name == "" {
			return m, fmt.Errorf("%s: no licence is known that reads like %s", path, f.Name())
		}
		m.licences = append(m.licences, licence{f.Name(), name, string(b)})
	}
	if len(m.licences) == 0 {
		return m, fmt.Errorf("%s has no licence file", path)
	}
	return m, nil
}

// signs are words that only one licence has, the more special ones first.
var signs = []struct{ words, name string }{
	{"Unlicense", "BSD-3-Clause or Unlicense"},
	{"Apache License", "Apache-2.0"},
	{"FreeType", "FreeType Licence or GPL"},
	{"Neither the name", "BSD-3-Clause"},
	{"may be used to endorse", "BSD-3-Clause"},
	{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
	{"Permission is hereby granted, free of charge", "MIT"},
}

// called returns the short name of a licence by its words; empty if it is none
// that we know.
func called(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, s := range signs {
		if strings.Contains(text, s.words) {
			return s.name
		}
	}
	return ""
}

// output runs a command for a system and returns what it prints.
func output(system, name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if system != "" {
		c.Env = append(c.Env, "GOOS="+system)
	}
	return command.Output(c)
}
