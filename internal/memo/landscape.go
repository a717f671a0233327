package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// landscape introduces the model as a whole.
func (w *writer) landscape() []document.Block {
	if len(w.m.Factors) == 0 {
		return nil
	}
	size := w.t("landscape.size", w.many("n.factors", len(w.m.Factors)), w.many("n.relations", len(w.m.Relations)))
	if n := len(w.m.Domains()); n > 1 {
		size = w.t("landscape.size.domains", w.many("n.factors", len(w.m.Factors)), w.count(n), w.many("n.relations", len(w.m.Relations)))
	}
	sentences := []string{size, w.loopSentence()}
	if s := w.busiest(); s != "" {
		sentences = append(sentences, s)
	}
	blocks := []document.Block{say(sentences...)}
	if s := w.goalSentence(); s != "" {
		blocks = append(blocks, say(s))
	}
	return append(blocks, w.introduced("interventions", w.many("interventions.intro", len(w.m.Interventions)))...)
}

// goalSentence names the goals with the direction that is wanted.
func (w *writer) goalSentence() string {
	var up, down []string
	for _, f := range w.m.Factors {
		switch f.Goal {
		case model.Higher:
			up = append(up, f.Label)
		case model.Lower:
			down = append(down, f.Label)
		}
	}
	var s []string
	if len(up) > 0 {
		s = append(s, w.t(pluralKey("goals.up", len(up)), w.allQuoted(up)))
	}
	if len(down) > 0 {
		s = append(s, w.t(pluralKey("goals.down", len(down)), w.allQuoted(down)))
	}
	return joinSentences(s)
}

// busiest names the factor with the most relations. It doesn't call it a lever:
// centrality on such diagrams is contested (Crielaard et al. 2023).
func (w *writer) busiest() string {
	best, most, second := "", 0, 0
	in, out := 0, 0
	for _, p := range w.r.Structure {
		switch n := p.In + p.Out; {
		case n > most:
			second = most
			best, most, in, out = p.Factor, n, p.In, p.Out
		case n > second:
			second = n
		}
	}
	if most < 4 || most == second { // several share the first place
		return ""
	}
	return w.t("landscape.busiest", w.factorQ(best), w.count(in), w.count(out))
}

// domains gives each domain a section: what is in it, and its snapshots.
func (w *writer) domains(plan []*chapter) []document.Block {
	if len(w.m.Domains()) < 2 {
		return w.homeless("domains", plan)
	}
	var blocks []document.Block
	for _, d := range w.m.Domains() {
		h := &document.Heading{Level: 2, Text: document.Words(w.capital(d)), ID: "domain-" + slug(d)}
		figures := w.domainFigures(d)
		text := []document.Block{say(w.domainSentences(d)...)}
		blocks = append(append(blocks, h), pointing(w, "domain.point", text, figures)...)
	}
	for _, v := range w.views { // of domains that the model doesn't have
		if v.Home() == "domains" {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

func (w *writer) domainFigures(domain string) []document.Block {
	var blocks []document.Block
	for _, v := range w.views {
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
	for _, f := range w.m.Factors {
		if f.Domain == domain {
			n++
			inDomain[f.ID] = true
			if f.Goal != model.NoGoal {
				goals = append(goals, f.Label)
			}
		}
	}
	for _, c := range w.m.Interventions {
		if inDomain[c.Factor] {
			levers = append(levers, c.Label)
		}
	}
	inside, coming, going := 0, 0, 0
	for _, r := range w.m.Relations {
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
		w.many("domain.coming", coming) + " " + w.many("domain.going", going),
	}
	if len(goals) > 0 {
		s = append(s, w.t(pluralKey("domain.goals", len(goals)), w.allQuoted(goals)))
	}
	if len(levers) > 0 {
		s = append(s, w.t(pluralKey("domain.levers", len(levers)), w.allQuoted(levers)))
	}
	return s
}

func (w *writer) domainSize(factors, inside int) string {
	if factors == 1 {
		return w.t("domain.size.one")
	}
	return w.t("domain.size.many", w.many("n.factors", factors), w.many("n.relations", inside))
}
