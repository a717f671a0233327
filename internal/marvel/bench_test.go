package marvel

import "testing"

// largeModel is a real model's size: 190 factors, 700 relations, one component
// of 150 (issue of the analysis).
func largeModel() recipe {
	return recipe{factors: 190, relations: 700, core: 150, interventions: 6, goals: 5}
}

func BenchmarkLoopsLarge(b *testing.B) {
	n := newNetwork(randomModel(1, largeModel()), defaultMinYears)
	for b.Loop() {
		l := findLoops(n, Options{})
		b.ReportMetric(float64(l.Count), "loops")
		b.ReportMetric(float64(l.MaxLength), "length")
	}
}

func BenchmarkPathsLarge(b *testing.B) {
	n := newNetwork(randomModel(1, largeModel()), defaultMinYears)
	for b.Loop() {
		findPaths(n)
	}
}

func BenchmarkLoopsJeugdhulp(b *testing.B) {
	n := newNetwork(jeugdhulp(b), defaultMinYears)
	for b.Loop() {
		findLoops(n, Options{})
	}
}

// wideModel is the size at which all singles and pairs of 6 interventions must
// take under a second on two cores. Strengths are as in a model that settles.
func wideModel() recipe {
	return recipe{factors: 300, relations: 900, interventions: 6, goals: 6, strengths: []string{"weak", "average"}}
}

func BenchmarkEffectsWide(b *testing.B) {
	m := randomModel(3, wideModel())
	n := newNetwork(m, defaultMinYears)
	b.ResetTimer()
	for b.Loop() {
		r := &Result{Options: quick.withDefaults()}
		r.simulate(n)
		b.ReportMetric(float64(len(r.Effects)), "effects")
		if r.Effects[len(r.Effects)-1].Unstable {
			b.ReportMetric(1, "unstable")
		}
	}
}

func BenchmarkEffectsLarge(b *testing.B) {
	m := largeModel()
	m.strengths = []string{"weak", "weak", "average"}
	n := newNetwork(randomModel(1, m), defaultMinYears)
	for b.Loop() {
		r := &Result{Options: quick.withDefaults()}
		r.simulate(n)
		if r.Effects[len(r.Effects)-1].Unstable {
			b.ReportMetric(1, "unstable")
		}
	}
}

// BenchmarkAnalyseLarge does everything, on a model that settles: one that
// runs away has no rankings that a shifted word could change.
func BenchmarkAnalyseLarge(b *testing.B) {
	c := largeModel()
	c.strengths = []string{"weak", "weak", "average"}
	m := randomModel(1, c)
	for b.Loop() {
		r := Analyse(m, Options{})
		b.ReportMetric(float64(r.Robustness.Tried), "shifts")
		if r.Effects[1].Unstable {
			b.ReportMetric(1, "unstable")
		}
	}
}
