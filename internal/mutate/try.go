package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// An outcome is what the tests made of a mutation.
type outcome int

const (
	invalid  outcome = iota // it doesn't compile
	killed                  // a test failed
	stuck                   // the tests didn't end in time: noticed too
	survived                // no test noticed
)

// A result is a mutation and its outcome.
type result struct {
	mutation
	outcome outcome
}

// trial tries mutations on several workers.
type trial struct {
	o      options
	dir    string                   // of the overlays
	limits map[string]time.Duration // of the tests of each package
	ends   time.Time                // zero: never

	mu      sync.Mutex
	next    int // mutation to try
	counted int // tried or being tried, but for invalid ones
	results []result
	err     error
}

// try tries mutations in their order until enough have been tried or the time
// is over.
func try(ctx context.Context, o options, all []mutation) (*report, error) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	t := &trial{o: o, dir: dir, limits: map[string]time.Duration{}}
	if err := t.measure(ctx, all); err != nil {
		return nil, err
	}
	if o.budget > 0 {
		t.ends = time.Now().Add(o.budget)
	}
	var group sync.WaitGroup
	for range max(1, o.workers) {
		group.Go(func() { t.work(ctx, all) })
	}
	group.Wait()
	if t.err != nil {
		return nil, t.err
	}
	return newReport(o, len(all), t.results), ctx.Err()
}

// measure runs the tests as they are, which must pass, and sets the time after
// which those of a mutation are stuck.
func (t *trial) measure(ctx context.Context, all []mutation) error {
	for _, m := range all {
		if t.limits[m.file.pkg] > 0 {
			continue
		}
		for range 2 { // the first run compiles
			start := time.Now()
			if out, err := t.command(ctx, m.file.pkg, "", 10*time.Minute).CombinedOutput(); err != nil {
				return fmt.Errorf("the tests of %s fail as they are: %w\n%s", m.file.pkg, err, out)
			}
			t.limits[m.file.pkg] = 10*time.Second + 4*time.Since(start)
		}
	}
	return nil
}

func (t *trial) work(ctx context.Context, all []mutation) {
	for ctx.Err() == nil {
		i, ok := t.take(len(all))
		if !ok {
			return
		}
		out, err := t.one(ctx, i, all[i])
		t.done(result{all[i], out}, err)
	}
}

// take returns the number of the mutation to try, and false when no more is to
// be tried.
func (t *trial) take(n int) (int, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	over := !t.ends.IsZero() && time.Now().After(t.ends)
	if t.err != nil || t.next == n || over || t.o.number > 0 && t.counted == t.o.number {
		return 0, false
	}
	t.next++
	t.counted++
	return t.next - 1, true
}

func (t *trial) done(r result, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if r.outcome == invalid {
		t.counted--
	}
	if t.err == nil {
		t.err = err
	}
	t.results = append(t.results, r)
}

// one tries one mutation.
func (t *trial) one(ctx context.Context, i int, m mutation) (outcome, error) {
	overlay, err := t.overlay(i, m)
	if err != nil {
		return invalid, err
	}
	var out bytes.Buffer
	c := t.command(ctx, m.file.pkg, overlay, t.limits[m.file.pkg])
	c.Stdout, c.Stderr = &out, io.Discard
	err = c.Run()
	return judge(out.Bytes(), err), nil
}

// judge reads what go test -json says.
func judge(out []byte, err error) outcome {
	switch {
	case err == nil:
		return survived
	case bytes.Contains(out, []byte("panic: test timed out after")):
		return stuck
	case bytes.Contains(out, []byte(`"Action":"build-fail"`)):
		return invalid
	}
	return killed
}

// overlay writes the changed file and the list that tells go of it.
func (t *trial) overlay(i int, m mutation) (string, error) {
	text, err := m.apply()
	if err != nil {
		return "", err
	}
	changed := filepath.Join(t.dir, fmt.Sprintf("%d.go", i))
	list, err := json.Marshal(map[string]map[string]string{"Replace": {m.file.path: changed}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(t.dir, fmt.Sprintf("%d.json", i))
	if err := os.WriteFile(changed, text, 0o600); err != nil {
		return "", err
	}
	return name, os.WriteFile(name, list, 0o600)
}

// command is the go test of a package. Random tests keep to their smallest
// number, and a golden is never accepted.
func (t *trial) command(ctx context.Context, pkg, overlay string, limit time.Duration) *exec.Cmd {
	args := []string{"test", "-json", "-vet=off", "-failfast", "-count=1", "-timeout", limit.String()}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	if t.o.tests != "" {
		args = append(args, "-run", t.o.tests)
	}
	c := exec.CommandContext(ctx, "go", append(append(args, pkg), t.o.also...)...)
	c.Env = slices.DeleteFunc(os.Environ(), func(s string) bool {
		return strings.HasPrefix(s, "SLOTMEMO_UPDATE=") || strings.HasPrefix(s, "SLOTMEMO_RUNS=")
	})
	return c
}
