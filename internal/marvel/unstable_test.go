package marvel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"slotmemo/internal/model"
)

// unstableModel makes a model that runs away: a ring with chords, of the kind
// that the seed says. One intervention pushes a factor of the ring, another
// stands before it.
func unstableModel(seed uint64) (m *model.Model, kind string) {
	r := rand.New(rand.NewPCG(seed, 29))
	kinds := []string{"slow", "fast", "one loop", "many loops", "one intervention only", "base moves"}
	kind = kinds[seed%uint64(len(kinds))]
	size := 3 + r.IntN(3)
	m = &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	id := func(i int) string { return fmt.Sprintf("f%d", i) }
	for i := range size + 2 { // one before the ring, one behind it
		m.Factors = append(m.Factors, model.Factor{ID: id(i), Level: model.Known(0.35 + 0.3*r.Float64())})
	}
	add := func(from, to int, sign model.Sign, strength, speed string) {
		m.Relations = append(m.Relations, model.Relation{
			ID: fmt.Sprintf("r%02d", len(m.Relations)), From: id(from), To: id(to), Sign: sign, Strength: strength, Speed: speed,
		})
	}
	speed, strength := "high", "very strong"
	switch kind {
	case "slow":
		speed = "low"
	case "many loops":
		strength = "strong"
	}
	for i := range size {
		add(i, (i+1)%size, model.Plus, strength, speed)
	}
	chords := 0
	if kind == "many loops" {
		chords = 3
	}
	for range chords {
		from, to := r.IntN(size), r.IntN(size)
		if from != to {
			add(from, to, model.Plus, []string{"weak", "average"}[r.IntN(2)], []string{"average", "high"}[r.IntN(2)])
		}
	}
	before, behind := size, size+1
	add(before, 0, model.Plus, "average", "average")
	add(r.IntN(size), behind, model.Minus, "average", "high")
	if kind == "one intervention only" {
		m.Relations[len(m.Relations)-2].From, m.Relations[len(m.Relations)-2].To = id(before), id(behind)
	}
	if kind == "base moves" {
		m.Relations = append(m.Relations, model.Relation{ID: "zforce", From: id(behind), To: id(before), Sign: model.Plus, Speed: "low", Force: true})
		m.Relations[len(m.Relations)-2].To = id(1 + r.IntN(size-1))
		m.Relations[len(m.Relations)-2].From = id(0)
	}
	m.Factors[behind].Goal, m.Factors[0].Goal = model.Lower, model.Higher
	m.Interventions = []model.Intervention{
		{ID: "c1", Factor: id(before), Target: 0.9, AdjustmentYears: 1},
		{ID: "c2", Factor: id(behind), Target: 0.1, AdjustmentYears: 0.5},
	}
	if kind == "one intervention only" {
		m.Interventions = append(m.Interventions, model.Intervention{ID: "c3", Factor: id(0), Target: m.Factors[0].Level.Value + 0.05, AdjustmentYears: 2, ActiveUntil: model.Known(1)})
	}
	return m, kind
}

// eulerUntilLeft integrates the equations of S1 as they stand there, with what is in
// transit on every relation, and shares no code with the program. It gives the
// levels at the moments, and when the first factor leaves [0,1].
func eulerUntilLeft(m *model.Model, active []model.Intervention, moments []float64, end float64) (levels []map[string]float64, left float64, by string) {
	const h = 0.001
	x, transit := map[string]float64{}, make([]float64, len(m.Relations))
	for _, f := range m.Factors {
		x[f.ID] = f.Level.Value
	}
	left = math.Inf(1)
	next := 0
	for step := 0; float64(step)*h <= end+h/2; step++ {
		t := float64(step) * h
		for next < len(moments) && t >= moments[next]-h/2 {
			now := map[string]float64{}
			for id, v := range x {
				now[id] = v
			}
			levels = append(levels, now)
			next++
		}
		for _, f := range m.Factors {
			if v := x[f.ID]; math.IsInf(left, 1) && (v < -1e-9 || v > 1+1e-9) {
				left, by = t, f.ID
			}
		}
		dx := map[string]float64{}
		for i, r := range m.Relations {
			tau := m.Speeds[m.Speeds.Index(r.Speed)].Value
			if r.Force {
				dx[r.To] += (x[r.From] - x[r.To]) / tau
				continue
			}
			dx[r.To] += transit[i] / tau
		}
		for _, c := range active {
			if t >= c.ActiveFrom && (!c.ActiveUntil.Known || t < c.ActiveUntil.Value-h/2) {
				dx[c.Factor] += (c.Target - x[c.Factor]) / c.AdjustmentYears
			}
		}
		for i, r := range m.Relations {
			if !r.Force {
				k := m.Strengths[m.Strengths.Index(r.Strength)].Value
				transit[i] += h * (float64(r.Sign)*k*dx[r.From] - transit[i]/m.Speeds[m.Speeds.Index(r.Speed)].Value)
			}
		}
		for id, v := range dx {
			x[id] += h * v
		}
	}
	return levels, left, by
}

// TestUnstableRunsAreRealUntilTheyLeave: levels and changes up to the moment of
// leaving are those of Euler's method, the moment itself too, and beyond it
// there is no number.
func TestUnstableRunsAreRealUntilTheyLeave(t *testing.T) {
	o := quick
	o.Moments = []float64{0.5, 1, 2, 3, 4, 6, 8, 10}
	count := map[string]int{}
	stableBeside := 0
	for seed := range uint64(runs(30)) {
		m, kind := unstableModel(seed)
		r := Analyse(m, o)
		base, baseLeft, _ := eulerUntilLeft(m, nil, o.Moments, 10)
		for _, e := range r.Effects {
			if len(e.Interventions) == 0 {
				continue
			}
			if !e.Unstable {
				stableBeside++
				continue
			}
			count[kind]++
			var active []model.Intervention
			for _, id := range e.Interventions {
				active = append(active, *m.Intervention(id))
			}
			want, left, by := eulerUntilLeft(m, active, o.Moments, 10)
			if baseLeft < left {
				left = baseLeft
			} else if by != e.LeftBy && !math.IsInf(left, 1) {
				t.Errorf("seed %d (%s), %v: left by %q, want %q", seed, kind, e.Interventions, e.LeftBy, by)
			}
			if math.Abs(left-e.Until) > 0.02 {
				t.Errorf("seed %d (%s), %v: holds until %v, want %v", seed, kind, e.Interventions, e.Until, left)
			}
			for f, place := range r.Structure {
				for k, at := range o.Moments {
					level, change := e.Levels[f][k], e.Change[f][k]
					switch {
					case at > e.Until && !(isNaN(level) && isNaN(change)):
						t.Fatalf("seed %d, %v: a number of %s at year %g, after %g", seed, e.Interventions, place.Factor, at, e.Until)
					case at > e.Until:
					case math.Abs(level-want[k][place.Factor]) > 2e-3 || math.Abs(change-(want[k][place.Factor]-base[k][place.Factor])) > 2e-3:
						t.Errorf("seed %d (%s), %v: %s at year %g is %v (change %v), want %v", seed, kind, e.Interventions, place.Factor, at, level, change, want[k][place.Factor])
					}
				}
			}
		}
	}
	if len(count) < 6 || stableBeside == 0 {
		t.Errorf("unstable effects by kind: %v, stable ones beside them: %d; want all six kinds and some", count, stableBeside)
	}
}

// mends is the oracle for repairs: the eigenvalues of every run with a
// non-empty set of interventions, with a state for each relation. The model is
// strongly connected, so all of it is set in motion.
func mends(m *model.Model, combos [][]string) bool {
	for _, combo := range combos {
		hold := map[string]float64{}
		for _, id := range combo {
			c := m.Intervention(id)
			hold[c.Factor] += 1 / c.AdjustmentYears
		}
		if rightmost(m, hold) > -1e-8 { // zero too: a lasting push then grows without end
			return false
		}
	}
	return true
}

// rightmost gives the largest real part of the eigenvalues.
func rightmost(m *model.Model, hold map[string]float64) float64 {
	place := map[string]int{}
	n := len(m.Relations)
	for id := range hold {
		place[id] = -1
	}
	for _, f := range m.Factors { // in the order of the model
		if _, held := place[f.ID]; held {
			place[f.ID] = n
			n++
		}
	}
	change := map[string][]float64{} // of a factor, in the states
	for _, f := range m.Factors {
		change[f.ID] = make([]float64, n)
		if at, held := place[f.ID]; held {
			change[f.ID][at] = 1
		}
	}
	for i, r := range m.Relations {
		change[r.To][i] = 1
	}
	a := mat.NewDense(n, n, nil)
	for i, r := range m.Relations {
		tau := m.Speeds[m.Speeds.Index(r.Speed)].Value
		k := float64(r.Sign) * m.Strengths[m.Strengths.Index(r.Strength)].Value
		for j, v := range change[r.From] {
			a.Set(i, j, k*v/tau)
		}
		a.Set(i, i, a.At(i, i)-1/tau)
	}
	for id, at := range place {
		for j, v := range change[id] {
			a.Set(at, j, -hold[id]*v)
		}
	}
	var e mat.Eigen
	if !e.Factorize(a, mat.EigenNone) {
		return math.Inf(1)
	}
	worst := math.Inf(-1)
	for _, v := range e.Values(nil) {
		worst = max(worst, real(v))
	}
	return worst
}

// changed gives the model with one word changed.
func changed(m *model.Model, w WordChange) *model.Model {
	c := clone(m)
	r := c.Relation(w.Relation)
	switch w.Kind {
	case StrengthWord:
		r.Strength = w.To
	case SpeedWord:
		r.Speed = w.To
	case SignWord:
		r.Sign = -r.Sign
	}
	return c
}

// everyChange lists all changes of one word, as the test counts steps.
func everyChange(m *model.Model) []WordChange {
	var all []WordChange
	for _, r := range m.Relations {
		for kind, scale := range []model.Scale{m.Strengths, m.Speeds} {
			word := []string{r.Strength, r.Speed}[kind]
			for i, step := range scale {
				if d := i - scale.Index(word); d != 0 {
					all = append(all, WordChange{r.ID, WordKind(kind), word, step.Name, max(d, -d)})
				}
			}
		}
		from, to := "+", "-"
		if r.Sign == model.Minus {
			from, to = to, from
		}
		all = append(all, WordChange{r.ID, SignWord, from, to, 4})
	}
	return all
}

// smallest finds by brute force the smallest changes that mend a model.
func smallest(m *model.Model, combos [][]string) (found []string, words, steps int) {
	steps = math.MaxInt
	keep := func(n int, changes ...WordChange) {
		switch key := repairKey(changes); {
		case n < steps:
			found, steps = []string{key}, n
		case n == steps:
			found = append(found, key)
		}
	}
	all := everyChange(m)
	for _, w := range all {
		if w.Steps <= steps && mends(changed(m, w), combos) {
			keep(w.Steps, w)
		}
	}
	if len(found) > 0 {
		return found, 1, steps
	}
	for i, a := range all {
		first := changed(m, a)
		for _, b := range all[i+1:] {
			same := a.Relation == b.Relation && a.Kind == b.Kind
			if !same && a.Steps+b.Steps <= steps && mends(changed(first, b), combos) {
				keep(a.Steps+b.Steps, a, b)
			}
		}
	}
	return found, 2, steps
}

func repairKey(changes []WordChange) string {
	var keys []string
	for _, w := range changes {
		keys = append(keys, fmt.Sprintf("%s %s %s", w.Relation, w.Kind, w.To))
	}
	slices.Sort(keys)
	return fmt.Sprint(keys)
}

// TestRepairsAreTheSmallest: every change proposed makes every run stable, and
// by brute force there is none smaller and none left out.
func TestRepairsAreTheSmallest(t *testing.T) {
	combos := [][]string{{"c1"}, {"c2"}, {"c1", "c2"}}
	var count [3]int
	for seed := range uint64(runs(40)) {
		strengths := [][]string{{"average", "strong", "strong"}, {"strong", "very strong"}, {"average", "very strong"}, {"very strong"}}[seed%4]
		m := randomModel(seed, recipe{factors: 4 + int(seed%2), relations: 7 + int(seed%6), core: 4 + int(seed%2), interventions: 2, goals: 1, strengths: strengths})
		if seed%4 == 3 { // all one way: one word is seldom enough
			for i := range m.Relations {
				m.Relations[i].Sign = model.Plus
			}
		}
		m.Interventions[1].AdjustmentYears = 0.5
		for i := range m.Interventions {
			m.Interventions[i].ActiveFrom = 0
		}
		x := Analyse(m, Options{}).Instability
		if broken := !mends(m, combos); broken != (x != nil && !x.Free) {
			t.Fatalf("seed %d: unstable by eigenvalues %v, by the program %+v", seed, broken, x)
		} else if !broken {
			continue
		}
		want, words, steps := smallest(m, combos)
		var got []string
		for _, r := range x.List {
			got = append(got, repairKey(r.Words))
			after := m
			for _, w := range r.Words {
				after = changed(after, w)
			}
			if free := rightmost(after, nil) < -1e-8; free != r.Free {
				t.Errorf("seed %d: %v leaves the free system stable: %v, want %v", seed, r.Words, r.Free, free)
			}
			if len(r.Words) != words || r.Steps != steps {
				t.Errorf("seed %d: proposes %v, %d steps; want %d words, %d steps", seed, r.Words, r.Steps, words, steps)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if len(want) <= maxRepairs && !slices.Equal(got, want) || len(want) > maxRepairs && len(got) != maxRepairs || !x.Complete {
			t.Errorf("seed %d: repairs %v (complete: %v)\nwant %v", seed, got, x.Complete, want)
		}
		for _, r := range x.Others {
			if !mends(changed(m, r.Words[0]), combos) {
				t.Errorf("seed %d: %v doesn't mend the model", seed, r.Words)
			}
		}
		if len(want) > 0 {
			count[words]++
		}
	}
	if count[1] < 5 || count[2] < 1 {
		t.Errorf("mended by one word %d, by two %d; want enough of each", count[1], count[2])
	}
}

// TestNoTwoWordsAreEnough: b drives five factors and each of them drives b, all
// very strong. The share of all strengths and the gradual repair are held to
// the eigenvalues.
func TestNoTwoWordsAreEnough(t *testing.T) {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	add := func(from, to string) {
		m.Relations = append(m.Relations, model.Relation{ID: from + to, From: from, To: to, Sign: model.Plus, Strength: "very strong", Speed: "average"})
	}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		m.Factors = append(m.Factors, model.Factor{ID: id, Level: model.Known(0.5)})
		if id > "b" {
			add("b", id)
			add(id, "b")
		}
	}
	add("a", "b")
	m.Factors[2].Goal = model.Higher
	m.Interventions = []model.Intervention{{ID: "c1", Factor: "a", Target: 0.6, AdjustmentYears: 1}}
	combos := [][]string{{"c1"}}
	x := Analyse(m, Options{}).Instability
	if found, _, _ := smallest(m, combos); len(found) > 0 || len(x.List) > 0 || !x.Complete || x.Searched != 2 {
		t.Fatalf("brute force finds %v, the program %+v", found, x.Repairs)
	}
	lower := clone(m)
	lower.Strengths = slices.Clone(x.Strengths)
	if x.PerCent == 0 || !mends(lower, combos) {
		t.Errorf("not stable at %d per cent lower (%v)", x.PerCent, x.Strengths)
	}
	for i := range m.Strengths {
		v := m.Strengths[i].Value * float64(101-x.PerCent) / 100
		lower.Strengths[i].Value = math.Floor(v*1000+1e-6) / 1000
	}
	if x.PerCent > 1 && mends(lower, combos) {
		t.Errorf("stable at one per cent less than %d too", x.PerCent)
	}
	all := m
	for _, w := range x.Gradual.Words {
		all = changed(all, w)
	}
	if !x.Gradual.Stable || !mends(all, combos) || len(x.Gradual.Words) < 3 {
		t.Errorf("the gradual repair %+v mends nothing", x.Gradual)
	}
}

// TestWhatGrows names growth, loops and cuts of models whose answer is known.
func TestWhatGrows(t *testing.T) {
	// a pushes b; b and c drive each other: k²=1.44 with τ = 0.5 each, so
	// (1+τs)² = 1.44, s = 0.4.
	m := shorthand([]string{"a", "b", "c"}, "a>b 1", "b>c 1.2", "c>b 1.2")
	x := Analyse(m, Options{}).Instability
	near(t, "growth", x.Growth, 0.4, 1e-9)
	if x.Free || x.Period != 0 || x.Growing != 1 || join(x.Cuts) != "b>c 1.2 c>b 1.2" || len(x.Causes) != 1 || !x.Causes[0].Alone {
		t.Errorf("one loop: %+v", x)
	}
	// Two loops of 0.6 through b: neither grows alone, and any cut ends it.
	m = shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 1", "c>b 0.6", "b>d 1", "d>b 0.6")
	x = Analyse(m, Options{}).Instability
	if x.Growing != 0 || len(x.Causes) != 2 || len(x.Cuts) != 4 || x.Causes[0].Alone || len(x.Causes[0].Cuts) != 2 {
		t.Errorf("two loops: %+v", x)
	}
	// A balancing loop of −27 over three delays swings as it grows: (1+τs)³ =
	// −27 has 1+τs = 3e^(iπ/3), s = (0.5 + 2.598i)/0.5.
	m = shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>c 3", "c>d 3", "d>b -3")
	x = Analyse(m, Options{}).Instability
	near(t, "growth of the swing", x.Growth, 1, 1e-9)
	near(t, "period", x.Period, 2*math.Pi/(2*3*math.Sin(math.Pi/3)), 1e-9)
	// The push holds a factor of the loop: the runs settle, the system doesn't.
	m = shorthand([]string{"a", "b"}, "a>b 1", "b>a 1.2")
	x = Analyse(m, Options{}).Instability
	if x == nil || !x.Free || len(x.Runs) > 0 {
		t.Errorf("a loop that is held: %+v", x)
	}
}

// TestSettling: what an answer adds, alone, with another, and last.
func TestSettling(t *testing.T) {
	// i → a → b → d (goal) is open twice; a → c (goal) once.
	m := shorthand([]string{"a", "b", "c", "d"}, "a>b 1", "b>d 1", "a>c 1")
	m.Factors[2].Goal = model.Higher
	for i := range m.Relations {
		m.Relations[i].Sign = model.Unknown
	}
	s := Analyse(m, Options{}).Settling
	if s.Results != 2 || s.Known != 0 || s.Open != 3 || len(s.Answers) != 3 {
		t.Fatalf("settling: %+v", s)
	}
	if a := s.Answers; a[0].Relation != "a>c 1" || a[0].Adds != 1 || a[1].Adds != 0 || a[2].Adds != 1 || !a[0].Sign || a[0].Speed {
		t.Errorf("answers: %+v", a)
	}
}
