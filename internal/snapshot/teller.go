package snapshot

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
	"slotmemo/templates"
)

// ShortNames are names for use in pictures, by id; where one isn't given the
// full name is used.
type ShortNames struct{ Factors, Interventions, Actors map[string]string }

// A Teller makes the drawings that tell one thing. Each of its methods takes
// what the drawing is about and gives false where nothing follows that could be
// drawn; then a sentence has to say so.
type Teller struct {
	m        *model.Model
	r        *marvel.Result
	language string
	short    ShortNames
	words    templates.Words
	prose    prose.Prose
	ranks    map[string]int
	goals    []model.Factor // in the order of Result.Goals
}

// NewTeller makes a Teller of a model and what follows from it.
func NewTeller(m *model.Model, r *marvel.Result, language string, short ShortNames) *Teller {
	t := &Teller{m: m, r: r, language: language, short: short, words: templates.Texts(language, "story"), prose: prose.New(language), ranks: Identities(r)}
	for _, id := range r.Goals {
		t.goals = append(t.goals, *m.Factor(id))
	}
	return t
}

// Identities gives each intervention its look wherever it is drawn: its rank,
// from 0, by the largest effect on any goal at the last moment. Interventions
// without numbers come last, by id.
func Identities(r *marvel.Result) map[string]int {
	type ranked struct {
		id   string
		most float64
	}
	var all []ranked
	for i := range r.Effects {
		if e := &r.Effects[i]; len(e.Interventions) == 1 {
			one := ranked{e.Interventions[0], -1}
			for g := range r.Goals {
				if v := math.Abs(lastChange(r, e, g)); !math.IsNaN(v) {
					one.most = max(one.most, math.Round(v*1e4))
				}
			}
			all = append(all, one)
		}
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(-cmp.Compare(a.most, b.most), cmp.Compare(a.id, b.id)) })
	ranks := map[string]int{}
	for i, one := range all {
		ranks[one.id] = i
	}
	return ranks
}

// lastChange returns the change of the g-th goal at the last moment in points; NaN
// if it doesn't follow.
func lastChange(r *marvel.Result, e *marvel.Effect, g int) float64 {
	f := slices.IndexFunc(r.Structure, func(p marvel.Place) bool { return p.Factor == r.Goals[g] })
	last := len(r.Options.Moments) - 1
	if e.Unstable || f < 0 || f >= len(e.Change) || last >= len(e.Change[f]) {
		return math.NaN()
	}
	return 100 * e.Change[f][last]
}

// series returns the change of the g-th goal over time in points; nil if it
// doesn't follow.
func (t *Teller) series(e *marvel.Effect, g int) []float64 {
	if e.Unstable || len(t.r.Effects) == 0 || g >= len(e.Series) || g >= len(t.r.Effects[0].Series) {
		return nil
	}
	base := t.r.Effects[0].Series[g]
	change := make([]float64, len(e.Series[g]))
	for i, v := range e.Series[g] {
		change[i] = 100 * (v - base[i])
		if math.IsNaN(change[i]) {
			return nil
		}
	}
	return change
}

// single returns the effect of one intervention, or nil.
func (t *Teller) single(id string) *marvel.Effect {
	for i := range t.r.Effects {
		if e := &t.r.Effects[i]; len(e.Interventions) == 1 && e.Interventions[0] == id {
			return e
		}
	}
	return nil
}

// moves reports whether the change is known of any goal that an intervention
// reaches.
func (t *Teller) moves(e *marvel.Effect) bool {
	for g, goal := range t.r.Goals {
		if _, ok := t.strongest(e.Interventions[0], goal); ok && !math.IsNaN(lastChange(t.r, e, g)) {
			return true
		}
	}
	return false
}

// verdict says whether a change of a goal, in points, brings it nearer. What is
// printed as less than one point gets none.
func verdict(goal model.Factor, points float64) document.Verdict {
	switch {
	case math.IsNaN(points) || math.Abs(points) < leastTold:
		return document.NoVerdict
	case points*float64(goal.Goal) > 0:
		return document.Nearer
	}
	return document.Further
}

// leastTold is the least change that gets a mark, in points: it is printed as
// one point with one decimal.
const leastTold = 0.95

func (t *Teller) verdictWord(v document.Verdict) string {
	switch v {
	case document.Nearer:
		return t.words.Get("closer")
	case document.Further:
		return t.words.Get("farther")
	}
	return ""
}

// strongest returns the strongest way from an intervention to a goal.
func (t *Teller) strongest(intervention, goal string) (marvel.Paths, bool) {
	p, ok := known(t.r, intervention, goal)
	return p, ok && len(p.Strongest.Relations) > 0 && !math.IsNaN(p.Strongest.Gain)
}

// Names, as pictures use them.

func (t *Teller) factor(id string) string {
	return cmp.Or(t.short.Factors[id], labelOf(t.m, id))
}

func (t *Teller) intervention(id string) string {
	if i := t.m.Intervention(id); i != nil {
		return cmp.Or(t.short.Interventions[id], i.Label)
	}
	return id
}

func (t *Teller) actor(id string) string {
	if a := t.m.Actor(id); a != nil {
		return cmp.Or(t.short.Actors[id], a.Label)
	}
	return id
}

// node returns a factor as a node.
func (t *Teller) node(id string) document.Node {
	n := document.Node{ID: id, Label: t.factor(id), Name: labelOf(t.m, id)}
	if f := t.m.Factor(id); f != nil {
		n.Goal = f.Goal != model.NoGoal
	}
	return n
}

// edge returns a relation as an edge that says itself.
func (t *Teller) edge(id string) document.Edge {
	r := t.m.Relation(id)
	if r == nil {
		return document.Edge{ID: id}
	}
	e := edgeOf(t.m, *r)
	e.Label = Sentence(t.m, *r, t.language)
	return e
}

func (t *Teller) edges(ids []string) []document.Edge {
	var all []document.Edge
	for _, id := range ids {
		all = append(all, t.edge(id))
	}
	return all
}

// Numbers, as pictures print them. A picture breaks its own lines, so nothing in
// it holds on to its neighbour.

func (t *Teller) number(n int) string { return t.prose.Count(n) }

// after returns "na tien jaar".
func (t *Teller) after(v float64) string { return prose.Loose(t.prose.Moment(v)) }

// years returns a time as it was measured: "10 jaar", "1½ jaar".
func (t *Teller) years(v float64) string {
	key := "years"
	if v == 1 {
		key = "year"
	}
	return t.words.Format(key, t.fraction(v))
}

// fraction returns a number of years with quarters as they are said: "1½".
func (t *Teller) fraction(v float64) string {
	whole, part := math.Modf(math.Round(v*100) / 100)
	for value, sign := range map[float64]string{0.25: "¼", 0.5: "½", 0.75: "¾"} {
		switch {
		case part != value:
		case whole == 0:
			return sign
		default:
			return t.prose.Number(int(whole)) + sign
		}
	}
	return t.prose.Short(v)
}

// signedShort returns "+20", "−0,5": at most one decimal, and none that is nought.
func (t *Teller) signedShort(v float64) string {
	s := t.prose.Signed(v, 1)
	return strings.TrimSuffix(strings.TrimSuffix(s, ",0"), ".0")
}

// points returns a change with its sign and one decimal; nought has no sign.
func (t *Teller) points(v float64) string { return t.prose.Signed(v, 1) }

func (t *Teller) last() float64 { return t.r.Options.Moments[len(t.r.Options.Moments)-1] }

// list returns "a, b en c".
func (t *Teller) list(names []string) string { return t.prose.List(names) }
