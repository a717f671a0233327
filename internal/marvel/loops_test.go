package marvel

import (
	"fmt"
	"slices"
	"testing"

	"slotmemo/internal/model"
)

func TestLoopsOfTheExample(t *testing.T) {
	// S1 section 5 through S2; counted there by hand and by program.
	r := Analyse(softwareRelease(t), Options{})
	l := r.Loops
	if l.Count != 9 || l.Reinforcing != 1 || l.Balancing != 8 || l.Unknown != 0 || !l.Complete {
		t.Errorf("loops: %d, %d R, %d B, %d undetermined, complete %v; want 9, 1, 8, 0, true", l.Count, l.Reinforcing, l.Balancing, l.Unknown, l.Complete)
	}
	var lengths []int
	for _, loop := range l.List {
		lengths = append(lengths, len(loop.Relations))
		if loop.Kind == Reinforcing {
			if got := join(loop.Factors); got != "swAcceptance swUsage swResistance" {
				t.Errorf("the reinforcing loop is %s", got)
			}
			near(t, "gain of the reinforcing loop", loop.Gain, 0.24, 1e-9)
			near(t, "delay of the reinforcing loop", loop.Delay, 0.75, 1e-9)
		}
	}
	slices.Sort(lengths)
	if want := []int{3, 4, 6, 8, 8, 9, 10, 10, 12}; !slices.Equal(lengths, want) {
		t.Errorf("lengths %v, want %v", lengths, want)
	}
	if len(l.Components) != 1 || len(l.Components[0].Factors) != 18 || len(l.Components[0].Relations) != 26 {
		t.Errorf("components %v; want one of 18 factors and 26 relations", l.Components)
	}
	if len(l.Independent) != 26-18+1 {
		t.Errorf("%d independent loops, want %d", len(l.Independent), 26-18+1)
	}
}

func TestLoopsOfJeugdhulp(t *testing.T) {
	// Counted by another program (networkx) when the model was made.
	byLength := []int{0, 0, 2, 4, 11, 17, 22, 33, 58, 65, 91, 119, 165, 213, 282, 359, 422, 459, 482, 478, 435, 376, 295, 208, 135, 81, 42, 21, 8, 2, 1}
	l := Analyse(jeugdhulp(t), Options{SkipRobustness: true}).Loops
	if l.Count != 4886 || l.Reinforcing != 1524 || l.Balancing != 1381 || l.Unknown != 1981 || !l.Complete || len(l.List) != 4886 {
		t.Errorf("loops: %d, %d R, %d B, %d undetermined, complete %v, listed %d", l.Count, l.Reinforcing, l.Balancing, l.Unknown, l.Complete, len(l.List))
	}
	if !slices.Equal(l.ByLength, byLength) {
		t.Errorf("by length %v\nwant %v", l.ByLength, byLength)
	}
}

func TestLoopsHitTheBound(t *testing.T) {
	m := randomModel(1, recipe{factors: 60, relations: 600, core: 60})
	l := findLoops(newNetwork(m, defaultMinYears), Options{})
	if l.Complete || l.MaxLength < 3 || l.Count < maxLoopList || len(l.List) < maxLoopList {
		t.Errorf("complete %v up to length %d, %d counted, %d listed", l.Complete, l.MaxLength, l.Count, len(l.List))
	}
	if want := 600 - 60 + 1; len(l.Independent) != want || slices.Contains(l.Independent, "") {
		t.Errorf("%d independent loops, want %d, all listed", len(l.Independent), want)
	}
	for i := 1; i < len(l.List); i++ {
		if abs(l.List[i].Gain) > abs(l.List[i-1].Gain)+1e-12 {
			t.Fatalf("loop %d has a larger gain than the one before", i)
		}
	}
}

// TestLoopsEqualBruteForce looks for loops by trying every order of every set
// of factors.
func TestLoopsEqualBruteForce(t *testing.T) {
	for seed := range uint64(runs(40)) {
		m := randomModel(seed, recipe{factors: 2 + int(seed%6), relations: 4 + int(seed%17)})
		want := map[string]Kind{}
		bruteForce(m, want)
		l := Analyse(m, Options{SkipRobustness: true}).Loops
		got := map[string]Kind{}
		for _, loop := range l.List {
			got[LoopKey(loop)] = loop.Kind
		}
		if len(got) != len(want) || l.Count != len(want) {
			t.Errorf("seed %d: %d loops, %d listed, want %d", seed, l.Count, len(got), len(want))
		}
		for key, kind := range want {
			if got[key] != kind {
				t.Errorf("seed %d: loop %s is %v, want %v", seed, key, got[key], kind)
			}
		}
		edges, vertices := 0, 0
		for _, c := range l.Components {
			edges, vertices = edges+len(c.Relations)+1, vertices+len(c.Factors)
		}
		if len(l.Independent) != edges-vertices {
			t.Errorf("seed %d: %d independent loops, want %d", seed, len(l.Independent), edges-vertices)
		}
	}
}

func bruteForce(m *model.Model, found map[string]Kind) {
	var extend func(chain []model.Relation, used map[string]bool)
	extend = func(chain []model.Relation, used map[string]bool) {
		start, end := chain[0].From, chain[len(chain)-1].To
		if start == end {
			loop, product := Loop{}, 1
			for _, r := range chain {
				loop.Relations = append(loop.Relations, r.ID)
				product *= int(r.Sign)
			}
			found[LoopKey(loop)] = map[int]Kind{-1: Balancing, 1: Reinforcing}[product]
			return
		}
		if used[end] || end < start {
			return
		}
		used[end] = true
		for _, r := range m.Relations {
			if r.From == end {
				extend(append(slices.Clone(chain), r), used)
			}
		}
		delete(used, end)
	}
	for _, r := range m.Relations {
		extend([]model.Relation{r}, map[string]bool{r.From: true})
	}
}

func TestLoopIDs(t *testing.T) {
	m := softwareRelease(t)
	m.Loops = []model.NamedLoop{{ID: "weerstand", Factors: []string{"swUsage", "swResistance", "swAcceptance"}, Name: "Resistance", Story: "…"}}
	first := Analyse(m, Options{SkipRobustness: true}).Loops
	if l := first.List[0]; l.ID != "weerstand" || l.Name != "Resistance" || l.Factors[0] != "swAcceptance" {
		t.Errorf("the named loop is %+v", l)
	}
	kept := map[string]string{"gone > since": "L2"}
	for i, l := range first.List[1:] {
		kept[LoopKey(l)] = fmt.Sprintf("L%d", 20-i)
	}
	lost := first.List[4]
	delete(kept, LoopKey(lost))
	second := Analyse(m, Options{LoopIDs: kept, SkipRobustness: true}).Loops
	for _, l := range second.List[1:] {
		want := kept[LoopKey(l)]
		if LoopKey(l) == LoopKey(lost) {
			want = "L21" // the next number: a lower one may have been given and forgotten
		}
		if l.ID != want {
			t.Errorf("loop %s is called %s, want %s", LoopKey(l), l.ID, want)
		}
	}
}

// TestKeepLoopIDs holds that a model with more loops than are kept gets the same
// ids again, that what went is kept too, and that the file stays small.
func TestKeepLoopIDs(t *testing.T) {
	m := randomModel(1, largeModel())
	first := Analyse(m, Options{SkipRobustness: true}).Loops.List
	if len(first) <= mostKept {
		t.Fatalf("%d loops are too few for this test", len(first))
	}
	kept := KeepLoopIDs(nil, first)
	if len(kept) != mostKept {
		t.Errorf("%d ids are kept, want %d", len(kept), mostKept)
	}
	again := Analyse(m, Options{SkipRobustness: true, LoopIDs: kept}).Loops.List
	for i := range first {
		if first[i].ID != again[i].ID {
			t.Fatalf("loop %d is called %s, then %s", i, first[i].ID, again[i].ID)
		}
	}

	old := map[string]string{"a > b": "own", "b > a": "L7"}
	for i := range 3 * mostKept {
		old[fmt.Sprintf("r%d > gone", i)] = fmt.Sprintf("L%d", 5000+i)
	}
	kept = KeepLoopIDs(old, first)
	if len(kept) != 2*mostKept {
		t.Errorf("%d ids are kept, want %d", len(kept), 2*mostKept)
	}
	if got := kept["r2999 > gone"]; got != "L7999" {
		t.Errorf("the last loop that went is called %q, want L7999", got)
	}
	if id, ok := kept["r0 > gone"]; ok {
		t.Errorf("the first loop that went is still kept, as %s", id)
	}
}
