package tables

import (
	"cmp"
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"slotmemo/internal/model"
)

// runs is how many random trials a test makes.
func runs(t *testing.T, small int) int {
	if s := os.Getenv("SLOTMEMO_RUNS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("SLOTMEMO_RUNS=%s is no number", s)
		}
		return max(n, small)
	}
	return small
}

// TestOrder holds that neither the order of rows nor that of columns changes
// the model, also where ids are made.
func TestOrder(t *testing.T) {
	const seed = 7
	random := rand.New(rand.NewPCG(seed, 0))
	for _, without := range []string{"", "id"} {
		factors, relations := rowsOf(t, "testdata/jeugdhulp/factors.csv"), rowsOf(t, "testdata/jeugdhulp/relations.csv")
		if without != "" { // then relations name labels
			relabel(factors, relations)
			factors, relations = drop(factors), drop(relations)
		}
		want := shuffled(t, factors, relations, nil)
		for range runs(t, 5) {
			if diff := gocmp.Diff(want, shuffled(t, factors, relations, random), placeless); diff != "" {
				t.Fatalf("seed %d, without %q: order matters (-first +shuffled):\n%s", seed, without, diff)
			}
		}
	}
}

func rowsOf(t *testing.T, name string) [][]string {
	b, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func relabel(factors, relations [][]string) {
	for _, r := range relations[1:] {
		for i := 1; i <= 2; i++ {
			at := slices.IndexFunc(factors, func(f []string) bool { return f[0] == r[i] })
			r[i] = factors[at][1]
		}
	}
}

func drop(rows [][]string) [][]string {
	var rest [][]string
	for _, r := range rows {
		rest = append(rest, r[1:])
	}
	return rest
}

// shuffled reads the tables in a random order, and sorts the model.
func shuffled(t *testing.T, factors, relations [][]string, random *rand.Rand) *model.Model {
	dir := t.TempDir()
	write(t, dir, "model/factors.csv", shuffle(t, factors, random))
	write(t, dir, "model/relations.csv", shuffle(t, relations, random))
	m := readDir(t, dir)
	slices.SortFunc(m.Factors, func(a, b model.Factor) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Relations, func(a, b model.Relation) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Interventions, func(a, b model.Intervention) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Actors, func(a, b model.Actor) int { return cmp.Compare(a.ID, b.ID) })
	return m
}

func shuffle(t *testing.T, rows [][]string, random *rand.Rand) string {
	columns, order := make([]int, len(rows[0])), make([]int, len(rows)-1)
	for i := range columns {
		columns[i] = i
	}
	for i := range order {
		order[i] = i + 1
	}
	if random != nil {
		random.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, i := range append([]int{0}, order...) {
		var row []string
		for _, c := range columns {
			row = append(row, rows[i][c])
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.String()
}
