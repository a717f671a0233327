package snapshot

import (
	"maps"
	"slices"
	"strings"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A lighting is a Lit in the making. Each selector lights what it is about, in the
// order in which they are written; what comes first is sure of its place.
type lighting struct {
	c          *choice
	importance map[string]float64 // of relations, see marvel.Importance
	goals      map[string]bool

	factors, relations  map[string]bool // lit
	soft, quiet, marked map[string]bool
	domains             map[string]bool
	points              map[string]float64
	words               []string
}

func newLighting(c *choice) *lighting {
	l := &lighting{
		c: c, importance: c.in.Answers.Importance, goals: map[string]bool{},
		factors: map[string]bool{}, relations: map[string]bool{},
		soft: map[string]bool{}, quiet: map[string]bool{}, marked: map[string]bool{}, domains: map[string]bool{},
	}
	for _, f := range c.in.Model.Factors {
		l.goals[f.ID] = f.Goal != model.NoGoal
	}
	return l
}

// seen reports whether a factor of the model may be in the picture.
func (l *lighting) seen(id string) bool { return !slices.Contains(l.c.in.View.Hide, id) }

// offered returns the relations that pass, the most important first, then in the
// order of their ids. Relations of hidden factors don't.
func (l *lighting) offered(pass func(model.Relation) bool) []model.Relation {
	var all []model.Relation
	for _, r := range l.c.in.Model.Relations {
		if l.seen(r.From) && l.seen(r.To) && pass(r) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, l.moreImportant)
	return all
}

func (l *lighting) moreImportant(a, b model.Relation) int {
	return marvel.CompareImportance(l.importance, a.ID, b.ID)
}

// count counts lit factors, goals not among them.
func (l *lighting) count() int {
	n := 0
	for id := range l.factors {
		if !l.goals[id] {
			n++
		}
	}
	return n
}

// room reports whether these factors can be lit and no more than limit be so.
func (l *lighting) room(limit int, factors ...string) bool {
	n := l.count()
	counted := map[string]bool{}
	for _, id := range factors {
		if !l.factors[id] && !l.goals[id] && !counted[id] {
			counted[id] = true
			n++
		}
	}
	return n <= limit
}

func (l *lighting) addFactor(id string) { l.factors[id] = true }

// add lights a relation and its ends.
func (l *lighting) add(r model.Relation) {
	l.relations[r.ID] = true
	l.factors[r.From], l.factors[r.To] = true, true
}

// whole lights relations, all or, where that would be too many factors, none.
func (l *lighting) whole(limit int, relations []model.Relation) bool {
	var ends []string
	for _, r := range relations {
		ends = append(ends, r.From, r.To)
	}
	if !l.room(limit, ends...) {
		return false
	}
	for _, r := range relations {
		l.add(r)
	}
	return true
}

// most lights all of the relations if there is room; else the most important ones,
// one by one as they fit, until the limit is reached.
func (l *lighting) most(limit int, relations []model.Relation) {
	if l.whole(limit, relations) {
		return
	}
	for _, r := range relations {
		if l.count() >= limit {
			return
		}
		if l.room(limit, r.From, r.To) {
			l.add(r)
		}
	}
}

// grow is most for relations that must hang together with what is lit.
func (l *lighting) grow(limit int, relations []model.Relation) {
	if l.whole(limit, relations) {
		return
	}
	for l.count() < limit {
		i := slices.IndexFunc(relations, func(r model.Relation) bool {
			return !l.relations[r.ID] && (l.factors[r.From] || l.factors[r.To]) && l.room(limit, r.From, r.To)
		})
		if i < 0 {
			return
		}
		l.add(relations[i])
	}
}

// alone lights factors that no lit relation reaches, as far as there is room, in
// the order of their ids.
func (l *lighting) alone(limit int, factors map[string]bool) {
	for _, id := range sorted(factors) {
		if l.seen(id) && l.room(limit, id) {
			l.addFactor(id)
		}
	}
}

// copy makes one on which something can be tried.
func (l *lighting) copy() *lighting {
	c := *l
	c.factors, c.relations = maps.Clone(l.factors), maps.Clone(l.relations)
	return &c
}

// tell says in the caption what the lit factors were chosen from: among holds the
// factors that could have been lit, besides those that are.
func (l *lighting) tell(among map[string]bool) {
	lit := l.count()
	all := lit
	for id := range among {
		if !l.goals[id] && l.seen(id) && !l.factors[id] {
			all++
		}
	}
	if 0 < lit && lit < all {
		l.say("lit_factors", lit, all)
	}
}

// say adds a sentence: so many of so many.
func (l *lighting) say(key string, lit, all int, args ...any) {
	w := newWriter(l.c.in, &part{})
	if lit == 1 {
		key += "_one"
	} else {
		key += "_many"
	}
	text := w.words.Get(key)
	if strings.Contains(text, "%") {
		text = w.words.Format(key, append([]any{w.number(lit), w.number(all)}, args...)...)
	}
	l.words = append(l.words, text)
}

// ends returns the factors that relations join.
func ends(relations []model.Relation) map[string]bool {
	all := map[string]bool{}
	for _, r := range relations {
		all[r.From], all[r.To] = true, true
	}
	return all
}

// relationsOf looks up relations of the model, hidden factors' left out.
func (l *lighting) relationsOf(ids []string) []model.Relation {
	var all []model.Relation
	for _, id := range ids {
		if r := l.c.in.Model.Relation(id); r != nil && l.seen(r.From) && l.seen(r.To) {
			all = append(all, *r)
		}
	}
	return all
}

func joinSentences(sentences []string) string {
	return strings.Join(slices.Compact(slices.Clone(sentences)), " ")
}
