// Package earlycache keeps the compiled Graphviz module in a safe place.
//
// go-graphviz v0.2.10 compiles its WebAssembly module while packages are being
// initialised, and lets wazero keep the machine code in os.TempDir()/go-graphviz.
// There is no way to choose another place, and a damaged, foreign or
// unwritable file there ends the program with a panic before main begins. On a
// shared machine somebody else could plant code in it.
//
// So this package, initialised before go-graphviz, points the temporary
// directory at a folder of the user's own (mode 0700), after removing every
// file whose checksum isn't the one that an earlier run noted. Where that
// can't be done it points at a place that can't exist: go-graphviz then
// compiles anew, which takes half a second. Restore undoes it.
//
// Go initialises packages that are ready in the order of their paths. This one
// imports the standard library only, and a test holds that it comes first.
package earlycache

import (
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// Dir is the folder that go-graphviz was given; empty if it runs without.
var Dir string

var (
	saved    string
	savedSet bool
	once     sync.Once
)

// probeSize is a little more than the machine code of the module (6.1 MB).
const probeSize = 8 << 20

func init() {
	saved, savedSet = os.LookupEnv(variable())
	Dir = prepare()
	place := Dir
	if place == "" {
		place = filepath.Join(os.DevNull, "none")
	}
	// Without the variable go-graphviz uses the shared folder, as it always did.
	_ = os.Setenv(variable(), place)
}

// Restore gives back the temporary directory of the system, and notes the
// checksums of what was compiled. Call it when go-graphviz has been initialised.
func Restore() {
	once.Do(func() {
		if savedSet {
			_ = os.Setenv(variable(), saved)
		} else {
			_ = os.Unsetenv(variable())
		}
		note(Dir)
	})
}

// variable names what os.TempDir looks at.
func variable() string {
	if runtime.GOOS == "windows" {
		return "TMP"
	}
	return "TMPDIR"
}

// prepare makes the folder and cleans it; it gives "" if it can't be used.
func prepare() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(base, "slotmemo", "wasm")
	if os.MkdirAll(dir, 0o700) != nil || os.Chmod(dir, 0o700) != nil {
		return "" // no such folder, or somebody else's
	}
	found, ok := clean(dir)
	if !ok || (!found && !roomFor(dir, probeSize)) {
		return ""
	}
	return dir
}

// clean removes every file whose checksum isn't known. It tells whether a good
// one was found, and whether the folder is fit for use.
func clean(dir string) (found, ok bool) {
	ok = true
	for _, file := range modules(dir) {
		sum, err := os.ReadFile(file + sumEnding)
		if err == nil && string(sum) == checksum(file) {
			found = true
			continue
		}
		if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
			ok = false
		}
	}
	return found, ok
}

const sumEnding = ".crc32c"

// note writes the checksum of every file that has none yet. If it can't, the
// next run compiles anew.
func note(dir string) {
	if dir == "" {
		return
	}
	for _, file := range modules(dir) {
		if _, err := os.Stat(file + sumEnding); err == nil {
			continue
		}
		if sum := checksum(file); sum != "" {
			writeWhole(file+sumEnding, sum)
		}
	}
}

// modules lists wazero's files: those whose name is a key of 64 digits.
func modules(dir string) []string {
	all, err := filepath.Glob(filepath.Join(dir, "go-graphviz", "wazero-*", "*"))
	if err != nil {
		return nil
	}
	var files []string
	for _, f := range all {
		name := filepath.Base(f)
		if len(name) == 64 && strings.Trim(name, "0123456789abcdef") == "" {
			files = append(files, f)
		}
	}
	return files
}

// checksum covers the whole file; wazero's own covers the machine code only,
// not the table of functions before it. It reads in pieces: every run of the
// program waits for it, and 6 MB of fresh memory cost more than the reading.
func checksum(file string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	n, err := io.CopyBuffer(struct{ io.Writer }{sum}, struct{ io.Reader }{f}, make([]byte, 64<<10))
	if err != nil || n == 0 {
		return ""
	}
	return fmt.Sprintf("%08x %d", sum.Sum32(), n)
}

// roomFor tells whether so many bytes can be written.
func roomFor(dir string, size int) bool {
	f, err := os.CreateTemp(dir, "probe-*")
	if err != nil {
		return false
	}
	defer os.Remove(f.Name())
	_, err = f.Write(make([]byte, size))
	return f.Close() == nil && err == nil
}

func writeWhole(name, text string) {
	f, err := os.CreateTemp(filepath.Dir(name), "sum-*")
	if err != nil {
		return
	}
	_, err = f.WriteString(text)
	if closed := f.Close(); err != nil || closed != nil || os.Rename(f.Name(), name) != nil {
		_ = os.Remove(f.Name())
	}
}
