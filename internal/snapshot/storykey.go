package snapshot

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// storyKey explains the cues of some nodes and edges, in a fixed order: lines,
// signs, nodes. A project's own word for a strength is used as it is.
func (t *Teller) storyKey(nodes []document.Node, edges []document.Edge) []document.KeyEntry {
	var key []document.KeyEntry
	add := func(occurs bool, cue document.Cue, words string) {
		if occurs {
			key = append(key, document.KeyEntry{Cue: cue, Text: words})
		}
	}
	edge := func(is func(document.Edge) bool) bool { return slices.ContainsFunc(edges, is) }
	node := func(is func(document.Node) bool) bool { return slices.ContainsFunc(nodes, is) }
	for _, line := range []struct {
		weight document.Weight
		cue    document.Cue
		word   string
	}{
		{document.VeryStrongLine, document.CueVeryStrong, "very_strong"},
		{document.StrongLine, document.CueStrong, "strong"},
		{document.AverageLine, document.CueAverage, "average"},
		{document.WeakLine, document.CueWeak, "weak"},
		{document.UnknownLine, document.CueUnknownStrength, "unknown_strength"},
	} {
		occurs := edge(func(e document.Edge) bool { return e.Weight == line.weight })
		add(occurs, line.cue, t.strengthWords(edges, line.weight, t.words.Get(line.word)))
	}
	add(edge(func(e document.Edge) bool { return e.Barriers >= 2 }), document.CueBarrierTwo, t.words.Get("slow"))
	add(edge(func(e document.Edge) bool { return e.Sign == document.Plus }), document.CuePlus, t.words.Get("plus"))
	add(edge(func(e document.Edge) bool { return e.Sign == document.Minus }), document.CueMinus, t.words.Get("minus"))
	add(edge(func(e document.Edge) bool { return e.Sign == document.UnknownSign }), document.CueUnknownSign, t.words.Get("unknown_sign"))
	add(node(func(n document.Node) bool { return n.Goal }), document.CueGoal, t.words.Get("goal"))
	add(node(func(n document.Node) bool { return n.Lever }), document.CueLever, t.words.Get("lever"))
	return key
}

// strengthWords returns the words of the relations that are drawn with a line:
// ours for the standard steps, else the project's own.
func (t *Teller) strengthWords(edges []document.Edge, w document.Weight, standard string) string {
	var own []string
	for _, e := range edges {
		r := t.m.Relation(e.ID)
		if e.Weight != w || r == nil || r.Strength == "" {
			continue
		}
		word := standard
		if model.StandardStrengths().Index(r.Strength) < 0 {
			word = r.Strength
		}
		if !slices.Contains(own, word) {
			own = append(own, word)
		}
	}
	if len(own) == 0 {
		return standard
	}
	slices.Sort(own)
	return strings.Join(own, "/")
}

// without leaves cues out of a key.
func without(key []document.KeyEntry, cues ...document.Cue) []document.KeyEntry {
	return slices.DeleteFunc(key, func(e document.KeyEntry) bool { return slices.Contains(cues, e.Cue) })
}
