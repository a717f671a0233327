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
