package memo

import (
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// builtInBlocks writes a chapter that no text replaces. A chapter without
// content gives nothing and doesn't appear.
func (w *writer) builtInBlocks(id string, plan []*chapter) []document.Block {
	switch id {
	case "summary":
		return w.summary(plan)
	case "background":
		return w.background()
	case "approach":
		return w.approach(plan)
	case "landscape":
		return pointing(w, "point.landscape", w.landscape(), w.homeless(id, plan))
	case "domains":
		return w.domains(plan)
	case "effects":
		return append(w.effects(), w.homeless(id, plan)...)
	case "implications":
		return w.homeless(id, plan)
	case "recommendations":
		return append(w.introduced("recommendations"), w.homeless(id, plan)...)
	case "limits":
		return append(w.limits(), w.homeless(id, plan)...)
	case "factors":
		return w.introduced("factors", w.t("factors.intro"))
	case "relations":
		return w.introduced("relations", w.t("relations.intro"), w.dissentCount())
	case "actors":
		return w.introduced("actors", w.t("actors.intro"))
	case "loops":
		return w.loops()
	case "numbers":
		return w.numbers()
	case "sessions":
		return w.sessionChapter()
	case "changes":
		return w.changes()
	}
	return nil
}

// appendix is what a chapter of the team's own gets at its end: the snapshots
// that no text places, and what a chapter of this name can't do without.
func (w *writer) appendix(id string, plan []*chapter) []document.Block {
	var blocks []document.Block
	switch id {
	case "recommendations":
		blocks = w.introduced("recommendations")
	case "domains":
		for _, d := range w.m.Domains() {
			blocks = append(blocks, w.domainFigures(d)...)
		}
	}
	return append(blocks, w.homeless(id, plan)...)
}

// homeless gives the figures of snapshots that no text places and whose home is
// this chapter, or whose home isn't in this memo if this is the last chapter.
func (w *writer) homeless(id string, plan []*chapter) []document.Block {
	present := map[string]bool{}
	lastChapter := ""
	for _, c := range plan {
		present[c.id] = true
		if !c.annex || lastChapter == "" {
			lastChapter = c.id
		}
	}
	var blocks []document.Block
	for _, v := range w.p.Memo.Views {
		home := homeOf(v)
		if home == id && id != "domains" || !present[home] && id == lastChapter {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

// pointing puts figures behind text, with a sentence that refers to them: the
// text before a figure says why it is there.
func pointing(w *writer, key string, text, figures []document.Block) []document.Block {
	if len(figures) == 0 {
		return text
	}
	var refs []document.Inline
	for i, b := range figures {
		f, ok := b.(*document.Figure)
		if !ok {
			continue
		}
		switch {
		case i > 0 && i == len(figures)-1:
			refs = append(refs, document.Text(" "+w.t("and")+" "))
		case i > 0:
			refs = append(refs, document.Text(", "))
		}
		refs = append(refs, w.refer("snapshot", strings.TrimPrefix(f.ID, "fig-")))
	}
	if len(figures) > 1 {
		key += ".many"
	} else {
		key += ".one"
	}
	sentence := append(refs, document.Text(" "+w.t(key)))
	if p, ok := lastBlock(text).(*document.Paragraph); ok {
		p.Text = append(append(p.Text, document.Text(" ")), sentence...)
		return append(text, figures...)
	}
	return append(append(text, &document.Paragraph{Text: sentence}), figures...)
}

func lastBlock(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// background says on whose behalf and for whom.
func (w *writer) background() []document.Block {
	m := &w.p.Memo
	var s []string
	if m.Subject != "" {
		s = append(s, w.t("background.subject", m.Subject))
	}
	if m.Client != "" {
		s = append(s, w.t("background.client", m.Client))
	}
	if m.Facilitator != "" {
		s = append(s, w.t("background.facilitator", m.Facilitator))
	}
	if len(s) == 0 {
		return nil
	}
	return []document.Block{say(s...)}
}

// approach tells how the model was made: method, sessions, participants.
func (w *writer) approach(plan []*chapter) []document.Block {
	blocks := []document.Block{say(w.t("approach.method"), w.t("approach.words"))}
	if len(w.sessions) > 0 {
		list := &document.List{Ordered: true, Start: 1, Tight: true}
		for _, s := range w.sessions {
			list.Items = append(list.Items, document.Item{Blocks: []document.Block{
				&document.Paragraph{Text: document.Words(w.sessionLine(s))},
			}})
		}
		intro := say(w.many("approach.sessions", len(w.sessions)))
		if w.inPlan(plan, "sessions") && w.hasSessionChapter() {
			intro.Text = append(intro.Text, document.Text(" "+w.t("approach.annex.before")+" "), w.refer("chapter", "sessions"), document.Text("."))
		}
		blocks = append(blocks, intro, list)
		blocks = append(blocks, w.introduced("participants", w.t("participants.intro"))...)
	}
	if !w.inPlan(plan, "sessions") { // the main points are in the memo in any case
		blocks = append(blocks, w.sessionChapter()...)
	}
	return blocks
}

func (w *writer) inPlan(plan []*chapter, id string) bool {
	for _, c := range plan {
		if c.id == id {
			return true
		}
	}
	return false
}

// sessionLine names a session: "Het landschap, 6 september 2018, Utrecht".
func (w *writer) sessionLine(s *session) string {
	parts := []string{s.Title}
	if s.Title == "" {
		parts[0] = w.t("session", s.Number)
	}
	if s.Date != "" {
		parts = append(parts, w.date(s.Date))
	}
	if s.Place != "" {
		parts = append(parts, s.Place)
	}
	return strings.Join(parts, ", ")
}

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
	for _, v := range w.p.Memo.Views { // of domains that the model doesn't have
		if homeOf(v) == "domains" {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

func (w *writer) domainFigures(domain string) []document.Block {
	var blocks []document.Block
	for _, v := range w.p.Memo.Views {
		if homeOf(v) != "domains" {
			continue
		}
		for _, s := range v.Show {
			if len(s.Domains) > 0 && strings.EqualFold(s.Domains[0], domain) {
				blocks = append(blocks, w.unplaced(v)...)
				break
			}
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

func (w *writer) loops() []document.Block {
	if len(w.r.Loops.List) == 0 {
		return nil
	}
	blocks := []document.Block{say(w.loopSentence(), w.t("loops.meaning"))}
	blocks = append(blocks, w.stories()...)
	if n := len(w.r.Loops.Independent); n > 0 && w.r.Loops.Count > 1 {
		blocks = append(blocks, say(w.many("loops.independent", n)))
	}
	return append(blocks, w.introduced("loops")...)
}

// sessionChapter puts the main points of each session in the memo.
func (w *writer) sessionChapter() []document.Block {
	var blocks []document.Block
	for _, s := range w.sessions {
		points := s.mainPoints()
		if points == nil || points.quoted || len(points.blocks) == 0 {
			continue
		}
		points.quoted = true
		title := w.t("session", s.Number)
		if s.Title != "" {
			title = w.t("session.title", s.Number, s.Title)
		}
		blocks = append(blocks, &document.Heading{Pos: s.Pos, Level: 2, Text: document.Words(title), ID: "session-" + strconv.Itoa(s.Number)})
		blocks = append(blocks, say(w.sessionFacts(s)))
		blocks = append(blocks, deeper(points.blocks)...)
	}
	return blocks
}

func (w *writer) hasSessionChapter() bool {
	for _, s := range w.sessions {
		if p := s.mainPoints(); p != nil && !p.quoted && len(p.blocks) > 0 {
			return true
		}
	}
	for _, t := range w.texts {
		if t.Chapter == "sessions" {
			return true
		}
	}
	return false
}

// sessionFacts says when and where, and which organisations were there.
func (w *writer) sessionFacts(s *session) string {
	var where []string
	if s.Date != "" {
		where = append(where, w.date(s.Date))
	}
	if s.Place != "" {
		where = append(where, s.Place)
	}
	facts := sentence(w.capital(strings.Join(where, ", ")))
	if len(s.Participants) > 0 {
		facts += " " + w.t("session.participants", w.list(w.actors(s.Participants)))
	}
	return strings.TrimSpace(facts)
}

// deeper makes headings stand below that of the session.
func deeper(blocks []document.Block) []document.Block {
	eachBlock(blocks, func(b document.Block) {
		if h, ok := b.(*document.Heading); ok {
			h.Level = max(h.Level, 3)
		}
	})
	return blocks
}

// limits says what the group didn't agree on and what the model can't tell.
func (w *writer) limits() []document.Block {
	var blocks []document.Block
	if list := w.dissent(); list != nil {
		blocks = append(blocks, say(w.dissentCount()), list)
	}
	if s := w.unknowns(); s != "" {
		blocks = append(blocks, say(s))
	}
	return blocks
}

// dissentCount says how many relations the group didn't agree on.
func (w *writer) dissentCount() string {
	n := 0
	for _, r := range w.m.Relations {
		if r.Dissent != "" {
			n++
		}
	}
	if n == 0 {
		return w.t("dissent.none")
	}
	return w.many("dissent.count", n)
}

// dissent lists the differences of opinion.
func (w *writer) dissent() *document.List {
	list := &document.List{}
	for _, r := range w.m.Relations {
		if r.Dissent == "" {
			continue
		}
		text := []document.Inline{
			document.Strong{Kids: document.Words(w.factor(r.From) + " → " + w.factor(r.To) + ".")},
			document.Text(" " + sentence(w.polish(r.Dissent))),
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: text}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	list.Tight = true
	return list
}

// unknowns says what is missing in the model.
func (w *writer) unknowns() string {
	signs, words := 0, 0
	for _, r := range w.m.Relations {
		if r.Sign == model.Unknown {
			signs++
		}
		if r.Strength == "" && !r.Force || r.Speed == "" {
			words++
		}
	}
	var s []string
	if signs > 0 {
		s = append(s, w.many("unknown.signs", signs))
	}
	if words > 0 {
		s = append(s, w.many("unknown.words", words))
	}
	return joinSentences(s)
}

// standardBox says what a model of this kind is and is not. It stands in every
// memo: at the end of the limits, or of the last chapter if they are left out.
func (w *writer) standardBox(plan []*chapter) {
	if len(w.m.Factors) == 0 {
		return
	}
	var home *chapter
	for _, c := range plan {
		if !c.annex && (c.id == "limits" || home == nil || home.id != "limits") {
			home = c
		}
	}
	if home == nil {
		return
	}
	blocks := []document.Block{
		&document.Paragraph{Text: document.Words(w.t("box.is"))},
		&document.Paragraph{Text: document.Words(w.t("box.isnot"))},
		&document.Paragraph{Text: document.Words(joinSentences([]string{w.sure(), w.dissentCount()}))},
	}
	home.blocks = append(home.blocks, &document.Aside{Kind: document.Box, Label: w.t("box.title"), Blocks: blocks})
}

// sure says how firm the results are.
func (w *writer) sure() string {
	if s := w.robustSentence(); s != "" {
		return s
	}
	return w.whyNoNumbers()
}
