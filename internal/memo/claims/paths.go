package claims

import "slotmemo/internal/marvel"

// PathSentence says how many paths work against each other.
func (w *Writer) PathSentence() string {
	pairs, opposite, unknown := 0, 0, 0
	var example *marvel.Paths
	for i := range w.Result.Paths {
		p := &w.Result.Paths[i]
		if p.Count == 0 {
			continue
		}
		pairs++
		unknown += p.Undetermined
		if p.Opposite {
			opposite++
			if example == nil {
				example = p
			}
		}
	}
	switch {
	case pairs == 0:
		return w.T("paths.none")
	case opposite == 0 && unknown > 0:
		return w.T("paths.unknown")
	case opposite == 0:
		return w.T("paths.same")
	}
	return w.T("paths.opposite", w.InterventionQ(example.Intervention), w.FactorQ(example.Goal))
}
