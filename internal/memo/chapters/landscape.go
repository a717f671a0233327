package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// landscape introduces the model as a whole.
func landscape(w *writer) []document.Block {
	return w.pointing("point.landscape", w.landscape(), w.homeless("landscape"))
}

func (w *writer) landscape() []document.Block {
	if len(w.Model.Factors) == 0 {
		return nil
	}
	size := w.T("landscape.size", w.Many("n.factors", len(w.Model.Factors)), w.Many("n.relations", len(w.Model.Relations)))
	if n := len(w.Model.Domains()); n > 1 {
		size = w.T("landscape.size.domains", w.Many("n.factors", len(w.Model.Factors)), w.Count(n), w.Many("n.relations", len(w.Model.Relations)))
	}
	sentences := []string{size, w.LoopSentence()}
	if s := w.Busiest(); s != "" {
		sentences = append(sentences, s)
	}
	blocks := []document.Block{wording.Say(sentences...)}
	if s := w.GoalSentence(); s != "" {
		blocks = append(blocks, wording.Say(s))
	}
	return append(blocks, w.introduced("interventions", w.Many("interventions.intro", len(w.Model.Interventions)))...)
}
