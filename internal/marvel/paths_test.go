package marvel

import "testing"

func TestPathsOfTheExample(t *testing.T) {
	// S1 section 5 through S2.
	for _, p := range Analyse(softwareRelease(t), Options{SkipRobustness: true}).Paths {
		if p.Intervention != "c1" || p.Goal != "costEffectiveness" {
			continue
		}
		if p.Count != 21 || p.Negative != 1 || !p.Complete || !p.Opposite {
			t.Errorf("%d paths, %d negative, complete %v, opposite %v; want 21, 1, true, true", p.Count, p.Negative, p.Complete, p.Opposite)
		}
		near(t, "sum of gains", p.GainSum, 0.1440, 5e-5)
		if len(p.Shortest.Relations) != 5 {
			t.Errorf("the shortest path has %d links, want 5", len(p.Shortest.Relations))
		}
		near(t, "gain of the shortest", p.Shortest.Gain, -0.15, 1e-9)
		near(t, "lag of the shortest", p.Shortest.Delay, 2.0, 1e-9)
		return
	}
	t.Error("no paths from c1 to costEffectiveness")
}
