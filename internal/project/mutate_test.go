package project

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestMutations reads projects with random damage: whatever it is, Read reports
// it at a place and gives something that later rooms can take.
func TestMutations(t *testing.T) {
	runs := 40
	if s := os.Getenv("SLOTMEMO_RUNS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("SLOTMEMO_RUNS=%s is no number", s)
		}
		runs = max(n, runs)
	}
	whole := archive(t, "testdata/whole.txtar")
	for seed := range uint64(runs) {
		random := rand.New(rand.NewPCG(seed, 1))
		damaged := &txtar.Archive{}
		for _, f := range whole.Files {
			data := bytes.Clone(f.Data)
			for range random.IntN(3) {
				data = damage(random, data)
			}
			damaged.Files = append(damaged.Files, txtar.File{Name: f.Name, Data: data})
		}
		dir := t.TempDir()
		unpack(t, dir, damaged)
		p, problems, err := Read(dir)
		if err != nil || p == nil || p.Model == nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, problem := range problems {
			if problem.Pos.Path == "" || problem.Text("nl") == "" {
				t.Errorf("seed %d: %#v", seed, problem)
			}
		}
	}
}

// damage does to a file what people and editors do.
func damage(random *rand.Rand, data []byte) []byte {
	if len(data) == 0 {
		return []byte("x")
	}
	lines := bytes.SplitAfter(data, []byte("\n"))
	line, at := random.IntN(len(lines)), random.IntN(len(data))
	switch random.IntN(7) {
	case 0: // a line lost
		lines = append(lines[:line:line], lines[line+1:]...)
	case 1: // a line twice
		lines = append(lines[:line:line], append([][]byte{lines[line]}, lines[line:]...)...)
	case 2: // the rest lost
		return data[:at]
	case 3: // a character in between
		odd := [...]string{"\"", ";", ",", ":", "[", "\t", "\x00", "\xff", "\u202e", " ", "-", "|", ">", "é"}
		return append(data[:at:at], append([]byte(odd[random.IntN(len(odd))]), data[at:]...)...)
	case 4: // a character lost
		return append(data[:at:at], data[at+1:]...)
	case 5: // a byte changed
		data[at] ^= 1 << random.IntN(8)
		return data
	case 6: // two lines swapped
		other := random.IntN(len(lines))
		lines[line], lines[other] = lines[other], lines[line]
	}
	return bytes.Join(lines, nil)
}
