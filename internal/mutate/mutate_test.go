package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// unpack writes the files of an archive into a new folder.
func unpack(t *testing.T, name string) (string, *txtar.Archive) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range a.Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, a
}

// hold compares with the file "want" of the archive, or accepts what there is.
func hold(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	want := &a.Files[len(a.Files)-1]
	if want.Name != "want" {
		t.Fatalf("%s has no file want at its end", name)
	}
	diff := cmp.Diff(string(want.Data), got)
	switch {
	case diff == "":
	case os.Getenv("SLOTMEMO_UPDATE") == "1":
		want.Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s:\n%s", filepath.Base(name), diff)
	}
}

func TestMutationsOfAFile(t *testing.T) {
	const name = "testdata/list.txtar"
	dir, a := unpack(t, name)
	found, err := sourceFile{path: filepath.Join(dir, "rule.go"), name: "rule.go"}.mutations(regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, m := range found {
		b.WriteString(m.String() + "\n")
	}
	hold(t, name, a, b.String())
}

// TestRun mutates a small module whose tests hold one of its rules.
func TestRun(t *testing.T) {
	name, err := filepath.Abs("testdata/run.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir, a := unpack(t, name)
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "off")
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{"-n", "0", "-least", "70", "-funcs", "Long|Short|Name", "."}, &stdout, &stderr)
	if code != 1 {
		t.Errorf("exit code %d, want 1: %s", code, stderr.String())
	}
	hold(t, name, a, stdout.String()+stderr.String())
}

func TestJudge(t *testing.T) {
	failed := os.ErrInvalid
	for _, c := range []struct {
		out  string
		err  error
		want outcome
	}{
		{`{"Action":"pass"}`, nil, survived},
		{`{"Action":"fail","Test":"TestA"}`, failed, killed},
		{`{"Action":"output","Output":"panic: test timed out after 10s\n"}`, failed, stuck},
		{`{"ImportPath":"a","Action":"build-output"}` + "\n" + `{"ImportPath":"a","Action":"build-fail"}`, failed, invalid},
	} {
		if got := judge([]byte(c.out), c.err); got != c.want {
			t.Errorf("%s: %v, want %v", c.out, got, c.want)
		}
	}
}

func TestScore(t *testing.T) {
	for _, c := range []struct {
		outcomes []outcome
		want     int
	}{
		{nil, 100},
		{[]outcome{invalid}, 100},
		{[]outcome{killed, stuck, survived, invalid}, 66},
	} {
		var results []result
		for _, o := range c.outcomes {
			results = append(results, result{outcome: o})
		}
		if got := newReport(options{}, 9, results).score(); got != c.want {
			t.Errorf("%v: %d %%, want %d", c.outcomes, got, c.want)
		}
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{}, {"-funcs", "(", "."}, {"-x", "."}} {
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), args, &stdout, &stderr); code != 2 || stderr.Len() == 0 {
			t.Errorf("%v: exit code %d, said %q", args, code, stderr.String())
		}
	}
}
