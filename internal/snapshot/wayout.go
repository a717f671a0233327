package snapshot

import (
	"slices"

	"slotmemo/internal/model"
)

// wayOut returns the shortest way from the lit factors to the nearest goal; among
// equally short ones the relation with the largest importance leads. It is nil if
// a goal is lit already, or none can be reached.
func (l *lighting) wayOut() []model.Relation {
	left := l.stepsToGoal()
	at := ""
	for _, id := range sorted(l.factors) {
		steps, leads := left[id]
		if leads && (at == "" || steps < left[at]) {
			at = id
		}
	}
	if at == "" || left[at] == 0 {
		return nil
	}
	var way []model.Relation
	for from := func(r model.Relation) bool { return l.factors[r.From] && left[r.From] == left[at] }; left[at] > 0; from = func(r model.Relation) bool { return r.From == at } {
		next := l.offered(func(r model.Relation) bool {
			steps, leads := left[r.To]
			return from(r) && leads && steps == left[r.From]-1
		})
		way = append(way, next[0])
		at = next[0].To
	}
	return way
}

// stepsToGoal returns how many relations lie between a factor and the nearest goal,
// for those that lead to one.
func (l *lighting) stepsToGoal() map[string]int {
	left := map[string]int{}
	for id, goal := range l.goals {
		if goal && l.seen(id) {
			left[id] = 0
		}
	}
	for steps := 1; ; steps++ {
		next := l.offered(func(r model.Relation) bool {
			before, leads := left[r.To]
			_, known := left[r.From]
			return leads && before == steps-1 && !known
		})
		if len(next) == 0 {
			return left
		}
		for _, r := range next {
			left[r.From] = steps
		}
	}
}

// withWayOut lights relations as most does, and the way to the nearest goal with
// them: for it the least important ones give way, and what room is left is filled
// again. A way that is too long on its own is left out.
func (l *lighting) withWayOut(limit int, relations []model.Relation) {
	for room := limit; room > 0; room-- {
		trial := l.copy()
		trial.most(room, relations)
		if way := trial.wayOut(); trial.whole(limit, way) {
			l.factors, l.relations = trial.factors, trial.relations
			break
		}
	}
	l.most(limit, relations)
}

// leadingToGoal returns those of the factors from which a goal can be reached.
func (l *lighting) leadingToGoal(factors []string) []string {
	left := l.stepsToGoal()
	return slices.DeleteFunc(slices.Clone(factors), func(id string) bool {
		_, leads := left[id]
		return !leads
	})
}
