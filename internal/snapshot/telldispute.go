package snapshot

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A ReadingOf is one way in which a relation was read.
type ReadingOf struct {
	Name     string // what it says; empty: the relation in a sentence
	Who      string // who holds it, without names of people: "de helft van de groep"
	Relation model.Relation
}

// bestShown is how many interventions a dispute follows.
const bestShown = 5

// Dispute tells a relation that was read in two or three ways, and what helps
// most under each: every reading is computed. It returns false where the effects
// of a reading aren't known, or fewer than two interventions can be compared.
func (t *Teller) Dispute(c document.Common, readings []ReadingOf) (*document.Dispute, bool) {
	if len(readings) < 2 || len(readings) > 3 {
		return nil, false
	}
	d := &document.Dispute{
		Common: c, From: t.node(readings[0].Relation.From), To: t.node(readings[0].Relation.To),
		Slopes: document.Slopes{Head: t.words.Format("slopes_head", t.after(t.last()))},
	}
	var results []*marvel.Result
	for i, r := range readings {
		letter := string(rune('A' + i))
		d.Readings = append(d.Readings, t.reading(letter, r))
		d.Slopes.Columns = append(d.Slopes.Columns, t.words.Format("reading", letter))
		results = append(results, t.under(r.Relation))
	}
	if !t.slopes(&d.Slopes, results) {
		return nil, false
	}
	t.outcome(d, results)
	d.Key = t.disputeKey(d)
	return d, true
}

func (t *Teller) reading(letter string, r ReadingOf) document.Reading {
	e := edgeOf(t.m, r.Relation)
	e.ID += letter
	e.Label = Sentence(t.m, r.Relation, t.language)
	name := r.Name
	if name == "" {
		name = strings.TrimSuffix(e.Label, ".")
	}
	word := t.strengthWord(e.Weight, r.Relation)
	who := word
	if r.Who != "" {
		who += " · " + r.Who
	}
	return document.Reading{Letter: letter, Name: name, Who: who, Edge: e}
}

// strengthWord returns our word for a standard step, else the project's own.
func (t *Teller) strengthWord(w document.Weight, r model.Relation) string {
	if model.StandardStrengths().Index(r.Strength) < 0 && r.Strength != "" {
		return r.Strength
	}
	key := map[document.Weight]string{
		document.UnknownLine: "unknown_strength", document.WeakLine: "weak", document.AverageLine: "average",
		document.StrongLine: "strong", document.VeryStrongLine: "very_strong",
	}[w]
	return t.words.Get(key)
}

// under returns the effects of the single interventions if a relation is read so.
func (t *Teller) under(r model.Relation) *marvel.Result {
	read := *t.m
	read.Relations = slices.Clone(t.m.Relations)
	for i := range read.Relations {
		if read.Relations[i].ID == r.ID {
			read.Relations[i] = r
		}
	}
	o := t.r.Options
	o.Combine, o.OnlyEffects = 1, true
	return marvel.Analyse(&read, o)
}

// slopes returns the best interventions under each reading; false if fewer than
// two have a number under all.
func (t *Teller) slopes(s *document.Slopes, results []*marvel.Result) bool {
	last := len(t.r.Options.Moments) - 1
	for _, i := range t.m.Interventions {
		line := document.Slope{ID: i.ID, Label: t.intervention(i.ID), Rank: t.ranks[i.ID]}
		for _, r := range results {
			gain := gainOf(r, i.ID, last)
			line.Values = append(line.Values, gain)
			line.Texts = append(line.Texts, t.points(gain))
		}
		if !slices.ContainsFunc(line.Values, math.IsNaN) {
			s.Lines = append(s.Lines, line)
		}
	}
	if len(s.Lines) < 2 {
		return false
	}
	slices.SortStableFunc(s.Lines, func(a, b document.Slope) int {
		return cmp.Or(-cmp.Compare(slices.Max(a.Values), slices.Max(b.Values)), cmp.Compare(a.ID, b.ID))
	})
	for _, r := range results {
		markWinner(s, firstAt(r, last))
	}
	s.Lines = s.Lines[:min(len(s.Lines), bestShown)]
	return true
}

// markWinner makes a line strong and brings it among those that are shown.
func markWinner(s *document.Slopes, id string) {
	at := slices.IndexFunc(s.Lines, func(l document.Slope) bool { return l.ID == id })
	if at < 0 {
		return
	}
	s.Lines[at].Strong = true
	if at >= bestShown {
		line := s.Lines[at]
		s.Lines = slices.Insert(slices.Delete(s.Lines, at, at+1), 0, line)
	}
}

// gainOf returns the mean change of the goals in points; NaN if it doesn't follow.
func gainOf(r *marvel.Result, intervention string, moment int) float64 {
	for i := range r.Effects {
		e := &r.Effects[i]
		if len(e.Interventions) == 1 && e.Interventions[0] == intervention && !e.Unstable && moment < len(e.Gain) {
			return e.Gain[moment] / 100
		}
	}
	return math.NaN()
}

// firstAt returns the intervention that helps most at a moment; empty if no order
// follows.
func firstAt(r *marvel.Result, moment int) string {
	if moment >= len(r.Rankings) || len(r.Rankings[moment].Singles) == 0 {
		return ""
	}
	return r.Effects[r.Rankings[moment].Singles[0].Effect].Interventions[0]
}

// outcome says whether the outcome hangs on the reading, and what it is.
func (t *Teller) outcome(d *document.Dispute, results []*marvel.Result) {
	last := len(t.r.Options.Moments) - 1
	var firsts []string
	for _, r := range results {
		firsts = append(firsts, firstAt(r, last))
	}
	when := t.after(t.last())
	if len(slices.Compact(slices.Clone(firsts))) == 1 {
		d.Verdict = t.words.Get("stays")
		d.Told = t.words.Format("winners_all", t.intervention(firsts[0]), when)
		return
	}
	d.Verdict = t.words.Get("depends")
	var parts []string
	for i, id := range firsts {
		parts = append(parts, t.words.Format("in_reading", string(rune('A'+i)), t.intervention(id)))
	}
	d.Told = strings.TrimSpace(t.words.Format("first_after", when, strings.Join(parts, ", ")) + " " + t.earlier(results, last))
}

// earlier says what comes first at the moments before, if that is one
// intervention under all readings.
func (t *Teller) earlier(results []*marvel.Result, last int) string {
	var moments []string
	one := ""
	for m := range last {
		for _, r := range results {
			first := firstAt(r, m)
			if first == "" || one != "" && first != one {
				return ""
			}
			one = first
		}
		moments = append(moments, t.after(t.r.Options.Moments[m]))
	}
	if one == "" {
		return ""
	}
	return t.prose.Capital(t.words.Format("earlier_same", t.list(moments), t.intervention(one)))
}

func (t *Teller) disputeKey(d *document.Dispute) []document.KeyEntry {
	var edges []document.Edge
	for _, r := range d.Readings {
		edges = append(edges, r.Edge)
	}
	key := t.storyKey([]document.Node{d.From, d.To}, edges)
	word := "mean_of_goals_many"
	if len(t.r.Goals) == 1 {
		word = "mean_of_goals_one"
	}
	return append(key, document.KeyEntry{Cue: document.CueSigned, Sample: "+", Text: t.words.Format(word, t.after(t.last()))})
}
