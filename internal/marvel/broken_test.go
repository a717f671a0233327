package marvel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"slotmemo/internal/model"
)

// TestBrokenModels: whatever a model lacks or repeats, an analysis ends, and
// what it tells is a number or NaN. (project refuses most of these before.)
func TestBrokenModels(t *testing.T) {
	for seed := range uint64(runs(60)) {
		m := brokenModel(seed)
		r := Analyse(m, Options{Combine: 3})
		for _, e := range r.Effects {
			for f, levels := range e.Levels {
				for k, v := range levels {
					if math.IsInf(v, 0) || math.IsInf(e.Change[f][k], 0) {
						t.Fatalf("seed %d: %v: a level of %v", seed, e.Interventions, v)
					}
				}
			}
			for g, trends := range e.Trends {
				f := r.Factor(r.Goals[g])
				for k, trend := range trends {
					if v := e.Change[f][k]; !math.IsNaN(v) && trend != trendOf(v) {
						t.Errorf("seed %d: %v: change %v, but trend %d", seed, e.Interventions, v, trend)
					}
				}
			}
		}
		for _, l := range r.Loops.List {
			if l.ID == "" || len(l.Factors) != len(l.Relations) {
				t.Errorf("seed %d: loop %+v", seed, l)
			}
		}
		Compare(m, brokenModel(seed+1), r, Analyse(brokenModel(seed+1), quick))
	}
}

func brokenModel(seed uint64) *model.Model {
	m := smallModel(seed)
	r := rand.New(rand.NewPCG(seed, 5))
	one := func(n int) int { return r.IntN(n) }
	for range 1 + one(6) {
		f, rel, c := &m.Factors[one(len(m.Factors))], &m.Relations[one(len(m.Relations))], &m.Interventions[one(len(m.Interventions))]
		switch one(12) {
		case 0:
			f.Level = model.Number{}
		case 1:
			rel.Sign = model.Unknown
		case 2:
			rel.Strength = ""
		case 3:
			rel.Speed = "never heard of"
		case 4:
			rel.To = rel.From // a relation of a factor with itself
		case 5:
			rel.From = "nobody"
		case 6:
			c.Factor = "nobody"
		case 7:
			m.Relations = append(m.Relations, *rel) // twice, with the same id
		case 8:
			m.Interventions = append(m.Interventions, model.Intervention{ID: fmt.Sprint("x", one(3)), Factor: f.ID, Target: r.Float64()})
		case 9:
			c.ActiveFrom, c.ActiveUntil = 8, model.Known(3) // never
		case 10:
			rel.Force = true
		case 11:
			m.Loops = append(m.Loops, model.NamedLoop{ID: fmt.Sprint("n", one(3)), Factors: []string{f.ID, rel.From, rel.From}})
		}
	}
	return m
}
