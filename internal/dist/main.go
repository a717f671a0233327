// Command dist builds slotmemo for the systems of those who use it, with the
// licences and the checksums beside the programs.
//
//	go run ./internal/dist -o dist
//
// The same commit and the same Go give the same bytes, wherever the checkout
// stands (TestSameBytes). It is no part of the program, and nothing imports it.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"slotmemo/internal/command"
)

// targets are the systems and processors that we build for.
var targets = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64"}

func main() {
	out := flag.String("o", "dist", "`folder` to write into")
	only := flag.String("only", strings.Join(targets, ","), "systems and processors, with commas between")
	flag.Parse()
	if err := build(".", *out, strings.Split(*only, ","), "auto"); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// build makes the programs from the checkout in root; vcs is go build's -buildvcs.
func build(root, out string, targets []string, vcs string) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	var names []string
	for _, target := range targets {
		name, err := program(root, out, target, vcs)
		if err != nil {
			return err
		}
		names = append(names, name)
	}
	licences, err := licences(root)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "LICENSES.txt"), licences, 0o666); err != nil {
		return err
	}
	return sums(out, append(names, "LICENSES.txt"))
}

// program builds one program and returns its name.
func program(root, out, target, vcs string) (string, error) {
	system, processor, ok := strings.Cut(target, "/")
	if !ok {
		return "", fmt.Errorf("%q is no system and processor, such as linux/amd64", target)
	}
	name := "slotmemo-" + system + "-" + processor
	if system == "windows" {
		name += ".exe"
	}
	env := []string{"CGO_ENABLED=0", "GOOS=" + system, "GOARCH=" + processor, "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0"}
	_, err := run(root, env, "go", "build", "-trimpath", "-buildvcs="+vcs, "-ldflags=-s -w -buildid=", "-o", filepath.Join(out, name), "./cmd/slotmemo")
	return name, err
}

// licences are those of our own program, of what it embeds and of what is linked.
func licences(root string) ([]byte, error) {
	var b bytes.Buffer
	files, err := filepath.Glob(filepath.Join(root, "templates", "*", "LICENSE-*"))
	if err != nil {
		return nil, err
	}
	files = append([]string{filepath.Join(root, "LICENSE"), filepath.Join(root, "NOTICE.md")}, files...)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s\n\n%s\n\n", filepath.Base(name), bytes.TrimSpace(text))
	}
	linked, err := run(root, nil, "go", "run", "./internal/notice", "-texts")
	return append(b.Bytes(), linked...), err
}

// sums writes SHA256SUMS, as sha256sum -c reads it.
func sums(dir string, names []string) error {
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(text), name)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(b.String()), 0o666)
}

func run(dir string, env []string, name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	return command.Output(c)
}
