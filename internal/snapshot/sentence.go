package snapshot

import (
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
	"slotmemo/templates"
)

// Sentence tells a relation: "Training draagt sterk en traag bij aan
// signalering.". What isn't known is said to be unknown.
func Sentence(m *model.Model, r model.Relation, language string) string {
	words := templates.Texts(language, "snapshot")
	return told(words, m, r, labelOf(m, r.From), labelOf(m, r.To)) + "."
}

// told tells a relation without a full stop.
func told(words templates.Words, m *model.Model, r model.Relation, from, to string) string {
	manner := mannerOf(words, m, r)
	before, after := "", ""
	if manner != "" {
		before, after = manner+" ", " "+manner
	}
	key := "unknown_sign"
	switch r.Sign {
	case model.Plus:
		key = "plus"
	case model.Minus:
		key = "minus"
	}
	// A template names its arguments by number and may leave some out, which
	// fmt would complain of; so they are put in by hand.
	s := strings.NewReplacer("%[1]s", from, "%[2]s", to, "%[3]s", before, "%[4]s", after).Replace(words.Get(key))
	return s + remark(words, m, r)
}

// mannerOf returns strength and speed as adverbs: "sterk en traag".
func mannerOf(words templates.Words, m *model.Model, r model.Relation) string {
	var parts []string
	if m.Strengths.Index(r.Strength) >= 0 {
		parts = append(parts, strengthWord(words, r.Strength))
	}
	if m.Speeds.Index(r.Speed) >= 0 {
		parts = append(parts, speedWord(words, r.Speed))
	}
	return joined(parts, words.Get("and"))
}

func strengthWord(words templates.Words, strength string) string {
	return prose.New(words.Language()).Manner(prose.Strength, strength)
}

func speedWord(words templates.Words, speed string) string {
	return prose.New(words.Language()).Manner(prose.Speed, speed)
}

// remark says what isn't known of a relation, and whether it is a force.
func remark(words templates.Words, m *model.Model, r model.Relation) string {
	var remarks []string
	noStrength, noSpeed := m.Strengths.Index(r.Strength) < 0, m.Speeds.Index(r.Speed) < 0
	switch {
	case noStrength && noSpeed:
		remarks = append(remarks, words.Get("both_missing"))
	case noStrength:
		remarks = append(remarks, words.Get("strength_missing"))
	case noSpeed:
		remarks = append(remarks, words.Get("speed_missing"))
	}
	if r.Force {
		remarks = append(remarks, words.Get("force"))
	}
	if len(remarks) == 0 {
		return ""
	}
	return " (" + strings.Join(remarks, "; ") + ")"
}

func labelOf(m *model.Model, id string) string {
	if f := m.Factor(id); f != nil {
		return f.Label
	}
	return id
}

// sentence tells a link of the picture, with what changed in it.
func (w *writer) sentence(l link) string {
	if l.bundle != nil {
		return w.bundleSentence(l)
	}
	from, to := w.labels[l.edge.From], w.labels[l.edge.To]
	now := told(w.words, l.scales, l.relation, from, to)
	switch l.edge.Change {
	case document.New:
		return w.words.Format("new", now)
	case document.Gone:
		return w.words.Format("gone", now)
	case document.Changed:
		was := *l.was
		return w.words.Format("changed", now, told(w.words, l.old, was, labelOf(l.old, was.From), labelOf(l.old, was.To)))
	}
	return now + "."
}

// joined puts a word before the last of some parts: "a, b en c".
func joined(parts []string, and string) string {
	return prose.Joined(parts, and)
}
