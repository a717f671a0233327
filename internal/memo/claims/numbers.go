package claims

import "slotmemo/internal/memo/wording"

// WhyNoNumbers says why there are no numbers, or not all; empty if there are.
func (w *Writer) WhyNoNumbers() string {
	n := &w.Result.Numbers
	var s []string
	switch {
	case n.NoLevels:
		s = append(s, w.T("no.levels"))
	case len(n.MissingLevels) > 0:
		s = append(s, w.Many("no.some-levels", len(n.MissingLevels)))
	}
	if len(n.UnknownSigns) > 0 {
		s = append(s, w.Many("no.signs", len(n.UnknownSigns)))
	}
	if len(n.UnknownWords) > 0 {
		s = append(s, w.Many("no.words", len(n.UnknownWords)))
	}
	if n.Unstable || n.FreeUnstable {
		key := "no.stable"
		if !n.Unstable {
			key = "no.free-stable"
		}
		s = append(s, w.T(key), w.causes(n.Causes))
	}
	return wording.JoinSentences(s)
}

// causes names the loops that make a model unstable.
func (w *Writer) causes(loops []string) string {
	var names []string
	for _, id := range loops {
		if l := w.Loop(id); l != nil {
			names = append(names, w.LoopName(l))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.T(wording.PluralKey("no.causes", len(names)), w.AllQuoted(names))
}

// UnstableSentences say with which interventions the model runs away, and why.
func (w *Writer) UnstableSentences() []string {
	var s []string
	for _, e := range w.Singles() {
		if e.Unstable {
			s = append(s, w.T("effect.unstable", w.WithEachOther(e.Interventions)), w.causes(e.Causes))
		}
	}
	return s
}

// Sure says how firm the results are.
func (w *Writer) Sure() string {
	if s := w.RobustSentence(); s != "" {
		return s
	}
	return w.WhyNoNumbers()
}
