package chapters

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
)

// domains gives each domain a section: what is in it, and its snapshots.
func domains(w *writer) []document.Block {
	if len(w.Model.Domains()) < 2 {
		return w.homeless("domains")
	}
	var blocks []document.Block
	for _, d := range w.Model.Domains() {
		h := &document.Heading{Level: 2, Text: document.Words(w.Capital(d)), ID: "domain-" + draft.Slug(d)}
		figures := w.domainFigures(d)
		text := []document.Block{wording.Say(w.domainSentences(d)...)}
		blocks = append(append(blocks, h), w.pointing("domain.point", text, figures)...)
	}
	for _, v := range w.Views { // of domains that the model doesn't have
		if v.Home() == "domains" {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

// figuresOfDomains are the snapshots of domains that no text places.
func figuresOfDomains(w *writer) []document.Block {
	var blocks []document.Block
	for _, d := range w.Model.Domains() {
		blocks = append(blocks, w.domainFigures(d)...)
	}
	return blocks
}

func (w *writer) domainFigures(domain string) []document.Block {
	var blocks []document.Block
	for _, v := range w.Views {
		if v.Home() != "domains" {
			continue
		}
		if slices.ContainsFunc(v.LeadDomains(), func(d string) bool { return strings.EqualFold(d, domain) }) {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

// domainSentences say how much is in a domain and how it hangs together with
// the rest.
func (w *writer) domainSentences(domain string) []string {
	inDomain := map[string]bool{}
	n := 0
	var levers, goals []string
	for _, f := range w.Model.Factors {
		if f.Domain == domain {
			n++
			inDomain[f.ID] = true
			if f.Goal != model.NoGoal {
				goals = append(goals, f.Label)
			}
		}
	}
	for _, c := range w.Model.Interventions {
		if inDomain[c.Factor] {
			levers = append(levers, c.Label)
		}
	}
	inside, coming, going := 0, 0, 0
	for _, r := range w.Model.Relations {
		switch {
		case inDomain[r.From] && inDomain[r.To]:
			inside++
		case inDomain[r.To]:
			coming++
		case inDomain[r.From]:
			going++
		}
	}
	s := []string{
		w.domainSize(n, inside),
		w.Many("domain.coming", coming) + " " + w.Many("domain.going", going),
	}
	if len(goals) > 0 {
		s = append(s, w.T(wording.PluralKey("domain.goals", len(goals)), w.AllQuoted(goals)))
	}
	if len(levers) > 0 {
		s = append(s, w.T(wording.PluralKey("domain.levers", len(levers)), w.AllQuoted(levers)))
	}
	return s
}

func (w *writer) domainSize(factors, inside int) string {
	if factors == 1 {
		return w.T("domain.size.one")
	}
	return w.T("domain.size.many", w.Many("n.factors", factors), w.Many("n.relations", inside))
}
