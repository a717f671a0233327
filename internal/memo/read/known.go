package read

import (
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// The names that a text may use, for messages and suggestions.

func (r *reader) factors() []string {
	return ids(r.Project.Model.Factors, func(f *model.Factor) string { return f.ID })
}

func (r *reader) interventions() []string {
	return ids(r.Project.Model.Interventions, func(c *model.Intervention) string { return c.ID })
}

func (r *reader) actors() []string {
	return ids(r.Project.Model.Actors, func(a *model.Actor) string { return a.ID })
}

func (r *reader) views() []string {
	return ids(r.Views, func(v *snapshot.View) string { return v.ID })
}

func (r *reader) recipients() []string {
	return ids(r.Project.Memo.To, func(to *project.Recipient) string { return to.ID })
}

func ids[T any](items []T, id func(*T) string) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = id(&items[i])
	}
	return out
}
