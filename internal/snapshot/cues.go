package snapshot

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/templates"
)

// weightOf returns the line for the strength of a relation. A project may use
// words of its own, so the number behind the word decides: the line of the
// standard step that is nearest (limits half-way between 0.2, 0.5, 1.0 and 1.2).
func weightOf(m *model.Model, r model.Relation) document.Weight {
	i := m.Strengths.Index(r.Strength)
	if i < 0 {
		return document.UnknownLine
	}
	switch k := m.Strengths[i].Value; {
	case k < 0.35:
		return document.WeakLine
	case k < 0.75:
		return document.AverageLine
	case k < 1.1:
		return document.StrongLine
	}
	return document.VeryStrongLine
}

// barriersOf returns the barriers for the speed of a relation: more are slower.
// Limits lie half-way between the standard delays of 0.25, 0.5, 1 and 3 years.
func barriersOf(m *model.Model, r model.Relation) float64 {
	i := m.Speeds.Index(r.Speed)
	if i < 0 {
		return 0
	}
	switch years := m.Speeds[i].Value; {
	case years < 0.375:
		return 0.5
	case years < 0.75:
		return 1
	case years < 2:
		return 1.5
	}
	return 2
}

func letterOf(k marvel.Kind) string {
	switch k {
	case marvel.Reinforcing:
		return "R"
	case marvel.Balancing:
		return "B"
	}
	return "?"
}

// keyWords names the text of each cue in picture.yaml.
var keyWords = [...]string{
	document.CuePlus: "plus", document.CueMinus: "minus", document.CueUnknownSign: "unknown_sign",
	document.CueWeak: "weak", document.CueAverage: "average", document.CueStrong: "strong",
	document.CueVeryStrong: "very_strong", document.CueBarrierHalf: "half_barrier",
	document.CueBarrierOne: "one_barrier", document.CueBarrierOneHalf: "one_and_half_barriers",
	document.CueBarrierTwo: "two_barriers", document.CueGoal: "goal", document.CueLever: "lever",
	document.CueReinforcing: "reinforcing",
	document.CueBalancing:   "balancing", document.CueUndetermined: "undetermined",
	document.CueNew:  "new",
	document.CueGone: "gone", document.CueChanged: "changed", document.CueCount: "count",
	document.CueUnknownStrength: "unknown_strength", document.CueUnknownSpeed: "unknown_speed",
	document.CueThin: "thin", document.CueOthers: "others", document.CueUpward: "rise", document.CueDownward: "fall",
	document.CueCloser: "closer", document.CueFarther: "farther", document.CueTravels: "travels",
	document.CuePartnerChip: "partner_chip", document.CueOwnChip: "own_chip",
}

// keyOf explains exactly the cues that occur, in the order of the cues. A word
// of the project's own for a strength or speed is used as it is.
func keyOf(d *document.Diagram, p *part, language string) []document.KeyEntry {
	words := templates.Texts(language, "picture")
	own := ownWords(p)
	occurs := cuesOf(d)
	var key []document.KeyEntry
	for cue := range document.Cue(len(keyWords)) {
		if !occurs[cue] {
			continue
		}
		text := words.Get(keyWords[cue])
		if w := own[cue]; w != "" {
			text = w
		}
		key = append(key, document.KeyEntry{Cue: cue, Text: text, Sample: chipOf(d, cue)})
	}
	return key
}

// chipOf gives the first chip that a cue of chips can show: that is its sample.
func chipOf(d *document.Diagram, c document.Cue) string {
	for _, n := range d.Nodes {
		for _, chip := range n.Chips {
			if c == document.CueOwnChip && chip.Filled || c == document.CuePartnerChip && !chip.Filled {
				return chip.Text
			}
		}
	}
	return ""
}

func cuesOf(d *document.Diagram) map[document.Cue]bool {
	occurs := map[document.Cue]bool{}
	mark := func(c document.Cue, when bool) {
		if when {
			occurs[c] = true
		}
	}
	for _, n := range d.Nodes {
		markNode(mark, n)
	}
	for _, e := range d.Edges {
		if e.Light == document.Lit {
			markEdge(mark, e, d.Full)
		}
		mark(document.CueThin, e.Light == document.Quiet)
	}
	for _, r := range d.Rings {
		mark(document.CueReinforcing, r.Letter == "R")
		mark(document.CueBalancing, r.Letter == "B")
		mark(document.CueUndetermined, r.Letter == "?")
	}
	return occurs
}

// markNode marks what is drawn at a station: a triangle takes the place of the
// mark of a lever.
func markNode(mark func(document.Cue, bool), n document.Node) {
	if n.Light == document.Ghost {
		mark(document.CueOthers, true)
		return
	}
	mark(document.CueGoal, n.Goal)
	mark(document.CueLever, n.Lever && n.Value == nil)
	markChange(mark, n.Change)
	for _, c := range n.Chips {
		mark(document.CueOwnChip, c.Filled)
		mark(document.CuePartnerChip, !c.Filled)
	}
	if n.Value != nil {
		mark(document.CueUpward, n.Value.Points > 0)
		mark(document.CueDownward, n.Value.Points < 0)
		mark(document.CueCloser, n.Value.Verdict == document.Nearer)
		mark(document.CueFarther, n.Value.Verdict == document.Further)
	}
}

// markEdge marks what is drawn of a lit arrow. Outside the full notation only
// the slow ones have barriers.
func markEdge(mark func(document.Cue, bool), e document.Edge, full bool) {
	markChange(mark, e.Change)
	mark(document.CueCount, e.Count > 1)
	if e.Count > 1 {
		return // a bundle says nothing of sign, strength and speed
	}
	if e.Points != 0 {
		mark(document.CueTravels, true)
		return
	}
	mark(document.CuePlus, e.Sign == document.Plus)
	mark(document.CueMinus, e.Sign == document.Minus)
	mark(document.CueUnknownSign, e.Sign == document.UnknownSign)
	mark(document.CueWeak, e.Weight == document.WeakLine)
	mark(document.CueAverage, e.Weight == document.AverageLine)
	mark(document.CueStrong, e.Weight == document.StrongLine)
	mark(document.CueVeryStrong, e.Weight == document.VeryStrongLine)
	mark(document.CueUnknownStrength, e.Weight == document.UnknownLine)
	mark(document.CueUnknownSpeed, full && e.Barriers == 0)
	mark(document.CueBarrierHalf, full && e.Barriers == 0.5)
	mark(document.CueBarrierOne, full && e.Barriers == 1)
	mark(document.CueBarrierOneHalf, full && e.Barriers == 1.5)
	mark(document.CueBarrierTwo, e.Barriers == 2)
}

func markChange(mark func(document.Cue, bool), c document.Change) {
	mark(document.CueNew, c == document.New)
	mark(document.CueGone, c == document.Gone)
	mark(document.CueChanged, c == document.Changed)
}

// ownWords returns the project's own words for the lines and barriers that occur,
// those with the same line joined.
func ownWords(p *part) map[document.Cue]string {
	found := map[document.Cue][]string{}
	add := func(c document.Cue, word string, standard model.Scale) {
		if word != "" && standard.Index(word) < 0 && !slices.Contains(found[c], word) {
			found[c] = append(found[c], word)
		}
	}
	for _, l := range p.links {
		if l.bundle != nil {
			continue
		}
		if l.edge.Weight != document.UnknownLine {
			cue := document.CueWeak + document.Cue(l.edge.Weight-document.WeakLine)
			add(cue, l.relation.Strength, model.StandardStrengths())
		}
		if l.edge.Barriers > 0 {
			cue := document.CueBarrierHalf + document.Cue(l.edge.Barriers*2-1)
			add(cue, l.relation.Speed, model.StandardSpeeds())
		}
	}
	words := map[document.Cue]string{}
	for c, w := range found {
		slices.Sort(w)
		words[c] = joined(w, "/")
	}
	return words
}
