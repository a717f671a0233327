package memo

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// maxScenarios is how many combinations of interventions an HTML file carries,
// maxChanges how many numbers they hold together: at five characters each, a
// megabyte.
const (
	maxScenarios = 500
	maxChanges   = 200_000
)

// explore gathers what a reader on a screen can ask of the model: facts, sets to
// light up and results computed before. The page computes nothing itself.
func (w *writer) explore() *document.Explore {
	if len(w.m.Factors) == 0 {
		return nil
	}
	e := &document.Explore{Figure: w.explorable()}
	for _, id := range slices.Sorted(slices.Values(w.factorIDs())) {
		e.Nodes = append(e.Nodes, w.exploreNode(w.m.Factor(id)))
	}
	relations := slices.Clone(w.m.Relations)
	slices.SortFunc(relations, func(a, b model.Relation) int { return strings.Compare(a.ID, b.ID) })
	for i := range relations {
		e.Edges = append(e.Edges, w.exploreEdge(&relations[i]))
	}
	e.Sets = slices.Concat(w.loopSets(), w.pathSets(), w.actorSets(), w.domainSets())
	for _, c := range w.m.Interventions {
		e.Levers = append(e.Levers, document.Lever{ID: c.ID, Label: c.Label, Node: c.Factor})
	}
	for _, t := range w.moments() {
		e.Moments = append(e.Moments, document.Moment{Years: t, Label: w.after(t)})
	}
	w.scenarios(e)
	return e
}

// explorable gives the figure of the whole model, if there is one that shows
// every factor.
func (w *writer) explorable() string {
	for _, v := range w.views {
		f := w.figures[v.ID]
		if f != nil && v.Home() == "landscape" && len(f.Diagram.Nodes) == len(w.m.Factors) {
			return f.ID
		}
	}
	return ""
}

func (w *writer) exploreNode(f *model.Factor) document.ExploreNode {
	n := document.ExploreNode{ID: f.ID, Label: f.Label, Group: f.Domain, Text: w.polish(f.Definition), Goal: int(f.Goal)}
	add := func(key, value string) {
		if value != "" {
			n.Facts = append(n.Facts, document.Fact{Label: w.t("fact." + key), Value: value})
		}
	}
	add("domain", w.capital(f.Domain))
	if f.Level.Known {
		add("level", w.level(f.Level.Value))
	}
	switch f.Goal {
	case model.Higher:
		add("goal", w.t("fact.higher"))
	case model.Lower:
		add("goal", w.t("fact.lower"))
	}
	var levers []string
	for _, c := range w.m.Interventions {
		if c.Factor == f.ID {
			levers = append(levers, c.Label)
		}
	}
	add("interventions", w.list(levers))
	add("owners", w.list(w.actors(f.Owners)))
	return n
}

func (w *writer) exploreEdge(r *model.Relation) document.ExploreEdge {
	e := document.ExploreEdge{
		ID: r.ID, From: r.From, To: r.To,
		Sentence: snapshot.Sentence(w.m, *r, w.language),
		Text:     sentence(w.polish(r.Argument)),
	}
	add := func(key, value string) {
		if value != "" {
			e.Facts = append(e.Facts, document.Fact{Label: w.t("fact." + key), Value: value})
		}
	}
	add("sign", w.t("sign."+signKey(r)))
	add("strength", w.word("strength", r.Strength))
	add("speed", w.word("speed", r.Speed))
	add("session", r.Session)
	add("dissent", sentence(w.polish(r.Dissent)))
	return e
}

func signKey(r *model.Relation) string {
	switch {
	case r.Force:
		return "force"
	case r.Sign == model.Plus:
		return "plus"
	case r.Sign == model.Minus:
		return "minus"
	}
	return "unknown"
}

// setLoops is how many loops can be lit up: those of the table and some more.
const setLoops = 60

func (w *writer) loopSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for i := range w.r.Loops.List {
		if i == setLoops {
			break
		}
		l := &w.r.Loops.List[i]
		text := w.polish(l.Story)
		if text == "" {
			text = w.chain(l.Factors, true)
		}
		sets = append(sets, document.ExploreSet{
			Kind: w.t("set.loops"), ID: "loop:" + l.ID,
			Name: w.loopName(l) + " (" + w.t("kind."+l.Kind.String()) + ")", Text: text,
			Nodes: l.Factors, Edges: l.Relations,
		})
	}
	return sets
}

// pathSets give for each intervention and goal the union of the paths that the
// memo tells of.
func (w *writer) pathSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for i := range w.r.Paths {
		p := &w.r.Paths[i]
		if p.Count == 0 {
			continue
		}
		set := document.ExploreSet{
			Kind: w.t("set.paths"), ID: "path:" + p.Intervention + ":" + p.Goal,
			Name: w.t("set.path", w.intervention(p.Intervention), w.factor(p.Goal)),
			Text: w.t("set.path.text", w.capital(w.many("n.paths", p.Count))),
		}
		for _, path := range []marvel.Path{p.Shortest, p.Quickest, p.Strongest} {
			set.Nodes = append(set.Nodes, path.Factors...)
			set.Edges = append(set.Edges, path.Relations...)
		}
		set.Nodes, set.Edges = unique(set.Nodes), unique(set.Edges)
		sets = append(sets, set)
	}
	return sets
}

func unique(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (w *writer) actorSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for _, a := range sorted(w, w.m.Actors, func(a model.Actor) string { return a.Label }) {
		set := document.ExploreSet{Kind: w.t("set.actors"), ID: "actor:" + a.ID, Name: a.Label, Text: w.polish(a.Description)}
		for _, f := range w.m.Factors {
			if slices.Contains(f.Owners, a.ID) {
				set.Nodes = append(set.Nodes, f.ID)
			}
		}
		for _, c := range w.m.Interventions {
			if slices.Contains(c.Owners, a.ID) {
				set.Nodes = append(set.Nodes, c.Factor)
			}
		}
		if set.Nodes = unique(set.Nodes); len(set.Nodes) > 0 {
			sets = append(sets, set)
		}
	}
	return sets
}

func (w *writer) domainSets() []document.ExploreSet {
	var sets []document.ExploreSet
	for _, d := range w.m.Domains() {
		set := document.ExploreSet{Kind: w.t("set.domains"), ID: "domain:" + d, Name: w.capital(d)}
		for _, f := range w.m.Factors {
			if f.Domain == d {
				set.Nodes = append(set.Nodes, f.ID)
			}
		}
		for _, r := range w.m.Relations {
			if slices.Contains(set.Nodes, r.From) && slices.Contains(set.Nodes, r.To) {
				set.Edges = append(set.Edges, r.ID)
			}
		}
		set.Nodes, set.Edges = unique(set.Nodes), unique(set.Edges)
		sets = append(sets, set)
	}
	return sets
}

// scenarios puts the computed effects in: in the order of the nodes, rounded to
// what is shown, the base run first.
func (w *writer) scenarios(e *document.Explore) {
	if !w.hasNumbers() {
		e.Omitted = w.whyNoNumbers()
		return
	}
	most := min(maxScenarios, maxChanges/max(1, len(e.Nodes)*len(e.Moments)))
	for i := range w.r.Effects {
		if len(e.Scenarios) == most {
			break
		}
		s := w.scenario(e, &w.r.Effects[i])
		if s.Void == "" {
			s.Places = w.rankingPlaces(i)
		}
		e.Scenarios = append(e.Scenarios, s)
	}
	combine := w.r.Options.Combine
	switch {
	case len(w.r.Effects) > most:
		e.Omitted = w.t("explore.omitted.first", w.decimal(float64(most), 0), w.decimal(float64(len(w.r.Effects)), 0))
	case len(w.m.Interventions) > combine:
		e.Omitted = w.t("explore.omitted", w.count(combine))
	}
}

func (w *writer) scenario(e *document.Explore, x *marvel.Effect) document.Scenario {
	s := document.Scenario{Levers: x.Interventions}
	if x.Unstable {
		s.Void = w.t("effect.unstable", w.withEachOther(x.Interventions))
		return s
	}
	for m := range w.moments() {
		changes := make([]float64, len(e.Nodes))
		for i, n := range e.Nodes {
			f := w.place(n.ID)
			if f < 0 || f >= len(x.Change) || m >= len(x.Change[f]) || math.IsNaN(x.Change[f][m]) {
				s = document.Scenario{Levers: x.Interventions, Void: w.t("explore.void")}
				return s
			}
			changes[i] = printed(100*x.Change[f][m], 1)
		}
		s.Changes = append(s.Changes, changes)
		g := math.NaN()
		if m < len(x.Gain) {
			g = x.Gain[m]
		}
		if math.IsNaN(g) {
			g = 0
		}
		s.Gain = append(s.Gain, 100*printed(g/100, 2))
	}
	s.Score = math.Round(x.Score*10) / 10
	return s
}

// rankingPlaces gives the place of an effect in the ranking of each moment. Gains are
// rounded and may look equal where the ranking isn't.
func (w *writer) rankingPlaces(effect int) []int {
	places := make([]int, len(w.r.Rankings))
	for m, r := range w.r.Rankings {
		places[m] = 1 + slices.IndexFunc(r.All, func(one marvel.Ranked) bool { return one.Effect == effect })
	}
	return places
}

// printed rounds a number once, by the rule with which the memo prints it. (At
// first two decimals were kept for a page that shows one: 1.846 became 1.85, and
// that 1.9 where the memo says 1.8.)
func printed(v float64, decimals int) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	if err != nil {
		panic(fmt.Sprintf("memo: a number that strconv wrote isn't one: %v", v))
	}
	return rounded
}
