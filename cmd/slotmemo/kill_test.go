package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"slotmemo/internal/testenv"
)

// TestKilledBuildLeavesNothingHalf kills a build at random moments. Afterwards
// each output is there as a whole or as it was, and no worker lives on.
func TestKilledBuildLeavesNothingHalf(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/proc/self/environ"); err != nil {
		testenv.Lacks(t, "/proc to look for workers in isn't there")
	}
	seed := killSeed(t)
	t.Logf("seed %d; SLOTMEMO_SEED sets another", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir := copyProject(t, "softwarerelease", filepath.Join(t.TempDir(), "p"))
	for range 4 * min(runs(), 10) {
		mark := "SLOTMEMO_TEST_MARK=" + filepath.Base(t.TempDir()) + time.Now().Format("150405.000000000")
		// A cold cache keeps the workers busy.
		c := slotmemo(t, []string{mark, "XDG_CACHE_HOME=" + t.TempDir()}, "build", dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		after := time.Duration(random.Int64N(int64(2500 * time.Millisecond)))
		time.Sleep(after)
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		c.Wait()
		if left := waitGone(mark); len(left) > 0 {
			t.Errorf("killed after %v: processes live on: %v", after, left)
		}
		checkWhole(t, dir, after)
	}
}

// killSeed is the same in each run, so that a failure can be had again.
func killSeed(t *testing.T) uint64 {
	t.Helper()
	set := os.Getenv("SLOTMEMO_SEED")
	if set == "" {
		return 20261128
	}
	seed, err := strconv.ParseUint(set, 10, 64)
	if err != nil {
		t.Fatalf("SLOTMEMO_SEED: %v", err)
	}
	return seed
}

// waitGone waits for the processes with this in their environment to end, and
// gives those that don't.
func waitGone(mark string) []string {
	var left []string
	for range 50 {
		left = processesWith(mark)
		if len(left) == 0 {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return left
}

func processesWith(mark string) []string {
	var found []string
	environs, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, e := range environs {
		b, err := os.ReadFile(e)
		if err == nil && bytes.Contains(b, []byte(mark)) {
			found = append(found, e)
		}
	}
	return found
}

func checkWhole(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	ends := map[string]string{"out/memo.pdf": "%%EOF", "out/memo.html": "</html>"}
	for file, end := range ends {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err == nil && !strings.HasSuffix(strings.TrimSpace(string(b)), end) {
			t.Errorf("killed after %v: %s is half", after, file)
		}
	}
}
