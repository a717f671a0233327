package claims

// RankingSentence says whether the order depends on the moment.
func (w *Writer) RankingSentence() string {
	first := w.TopAt(0)
	if first == "" {
		return ""
	}
	early := w.After(w.Result.Rankings[0].Moment)
	if len(w.Result.Rankings) == 1 {
		return w.T("ranking.single", w.InterventionQ(first), early)
	}
	for i := len(w.Result.Rankings) - 1; i > 0; i-- {
		if top := w.TopAt(i); top != "" && top != first {
			return w.T("ranking.differs", early, w.InterventionQ(first), w.After(w.Result.Rankings[i].Moment), w.InterventionQ(top))
		}
	}
	return w.T("ranking.same", w.InterventionQ(first))
}
