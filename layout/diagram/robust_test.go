package diagram

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

// few are diagrams that are quickly laid out; each with what a picture can have.
func few() []*document.Diagram {
	return []*document.Diagram{ringed("loop", 4, 1), simpleDiagram("pair", 3, []string{"0>1", "1>0", "1>2"})}
}

func cold(t *testing.T, cache string) *Places {
	t.Helper()
	places, err := Place(t.Context(), text.NewFonts(), few()[0], few(), Options{Language: "nl", Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	if len(places.Problems) > 0 {
		t.Errorf("problems: %v", places.Problems)
	}
	return places
}

func TestWarmBuildStartsNoWorker(t *testing.T) {
	cache := t.TempDir()
	first := cold(t, cache)
	again := cold(t, cache)
	if first.Workers == 0 || again.Workers != 0 {
		t.Errorf("%d workers started at first, %d when all was kept", first.Workers, again.Workers)
	}
	if diff := cmp.Diff(first.Placed, again.Placed); diff != "" {
		t.Errorf("a kept layout differs:\n%s", diff)
	}
	if diff := cmp.Diff(first.Quality, again.Quality); diff != "" {
		t.Errorf("a kept quality differs:\n%s", diff)
	}
}

func TestCacheHoldsNoWords(t *testing.T) {
	cache := t.TempDir()
	cold(t, cache)
	for _, file := range entries(t, cache) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range few() {
			for _, n := range d.Nodes {
				if word := firstWord(n.Label); word != "" && contains(b, word) {
					t.Errorf("%s holds %q", filepath.Base(file), word)
				}
			}
		}
	}
}

func firstWord(label string) string {
	for i, r := range label {
		if r == ' ' {
			return label[:i]
		}
	}
	return label
}

func contains(b []byte, word string) bool {
	for i := 0; i+len(word) <= len(b); i++ {
		if string(b[i:i+len(word)]) == word {
			return true
		}
	}
	return false
}

func entries(t *testing.T, cache string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(cache, "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("nothing was kept (%v)", err)
	}
	return files
}

func TestDamagedCache(t *testing.T) {
	damages := []func([]byte) []byte{
		func([]byte) []byte { return nil },
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		func([]byte) []byte { return []byte("hello\n{}") },
	}
	cache := t.TempDir()
	want := cold(t, cache)
	for _, damage := range damages {
		for _, file := range entries(t, cache) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, damage(b), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got := cold(t, cache)
		if diff := cmp.Diff(want.Placed, got.Placed); diff != "" || got.Workers == 0 {
			t.Errorf("after %d workers another picture:\n%s", got.Workers, diff)
		}
	}
	if again := cold(t, cache); again.Workers != 0 {
		t.Error("the damage wasn't mended")
	}
}

// TestCacheKnowsDivisions holds that a layout made before the project had its own
// list of divisions isn't used after it.
func TestCacheKnowsDivisions(t *testing.T) {
	d := &document.Diagram{
		ID: "d", Layout: document.FreshLayout, Nodes: []document.Node{{ID: "a", Label: "Slachtofferhulporganisatiemedewerkers"}, {ID: "b", Label: "Druk"}},
		Edges: []document.Edge{{ID: "ab", From: "a", To: "b", Sign: document.Plus}},
	}
	place := func(list, cache string) *Placed {
		fonts := text.NewFonts()
		if problems := fonts.Learn("nl", "list", list); len(problems) > 0 {
			t.Fatal(problems)
		}
		places, err := Place(t.Context(), fonts, nil, []*document.Diagram{d}, Options{Language: "nl", Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		return places.Placed[d.ID]
	}
	const list = "slachtofferh-ulporganis-atiemedewerkers\n"
	cache := t.TempDir()
	before := place("", cache)
	after := place(list, cache)
	if cmp.Equal(before, after) {
		t.Error("the list changes nothing: this test shows nothing")
	}
	if diff := cmp.Diff(place(list, "-"), after); diff != "" {
		t.Error(diff)
	}
}

func TestCacheThatCantBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, cache := range []string{file, filepath.Join(file, "below"), "/dev/full"} {
		if diff := cmp.Diff(cold(t, "-").Placed, cold(t, cache).Placed); diff != "" {
			t.Errorf("%s: %s", cache, diff)
		}
	}
}

func TestConcurrentBuildsShareACache(t *testing.T) {
	cache := t.TempDir()
	want := cold(t, "-")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if diff := cmp.Diff(want.Placed, cold(t, cache).Placed); diff != "" {
				t.Error(diff)
			}
		})
	}
	wg.Wait()
}

// TestWithoutGraphviz has workers that hang or die: the pictures are simpler,
// a warning says so, and nothing is kept.
func TestWithoutGraphviz(t *testing.T) {
	for name, command := range map[string][]string{
		"hanging": {"sleep", "600"},
		"dying":   {"sh", "-c", "exit 1"},
		"missing": {"/no/such/program"},
	} {
		t.Run(name, func(t *testing.T) {
			o := Options{Language: "nl", Cache: t.TempDir(), Timeout: 50 * time.Millisecond}
			p := newPlacer(text.NewFonts(), o)
			p.pool.Command = func() *exec.Cmd { return exec.Command(command[0], command[1:]...) }
			d := synthetic.Diagram(2, 9, 1.4)
			places, err := p.all(t.Context(), d, []*document.Diagram{d}, o)
			if err != nil {
				t.Fatal(err)
			}
			if len(places.Problems) != 2 { // of the map and of the diagram
				t.Errorf("%d problems, want two warnings", len(places.Problems))
			}
			if places.Positions != nil {
				t.Error("positions of a layout that was cut off are kept")
			}
			for _, fault := range faults(places.Placed[d.ID]) {
				t.Error(fault)
			}
			scratch("fallback-"+name, places.Placed[d.ID])
			if files, _ := filepath.Glob(filepath.Join(o.Cache, "*", "*")); len(files) > 0 {
				t.Errorf("kept: %v", files)
			}
		})
	}
}
