package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// The names that a text may use, for messages and suggestions.

func (w *writer) factorIDs() []string {
	return ids(w.m.Factors, func(f *model.Factor) string { return f.ID })
}

func (w *writer) interventionIDs() []string {
	return ids(w.m.Interventions, func(c *model.Intervention) string { return c.ID })
}

func (w *writer) actorIDs() []string {
	return ids(w.m.Actors, func(a *model.Actor) string { return a.ID })
}

func (w *writer) loopIDs() []string {
	known := ids(w.m.Loops, func(l *model.NamedLoop) string { return l.ID })
	for _, l := range w.r.Loops.List {
		if !slices.Contains(known, l.ID) {
			known = append(known, l.ID)
		}
	}
	return known
}

func (w *writer) viewIDs() []string {
	return ids(w.views, func(v *snapshot.View) string { return v.ID })
}

func (w *writer) view(id string) *snapshot.View {
	for i := range w.views {
		if w.views[i].ID == id {
			return &w.views[i]
		}
	}
	return nil
}

// chapterID gives the id of a chapter by its id, its name in either language, or
// the file name of a chapter of the team's own; empty if there is none.
func (w *writer) chapterID(name string) string {
	if id, ok := project.ChapterID(name); ok {
		return id
	}
	for _, t := range w.p.Texts {
		if t.Chapter == "" && strings.EqualFold(t.Name, name) {
			return t.Name
		}
	}
	return ""
}

func (w *writer) knownChapters() []string {
	known := builtIn()
	for _, t := range w.p.Texts {
		if t.Chapter == "" {
			known = append(known, t.Name)
		}
	}
	return known
}
